//! Where the program comes from.

use std::fs;
use std::process::Command;

use super::{Repository, text};

/// A repository without the program.
fn without() -> Repository {
    let repository = Repository::new();
    fs::remove_file(repository.home().join("bin/commonweal")).unwrap();
    repository
}

const INSTALL: &str = "sh .commonweal/ci/install";

#[track_caller]
fn refused(variables: &[(&str, &str)], why: &str) {
    let repository = without();
    let output = repository.line(INSTALL, variables);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(text(&output.stderr).contains(why), "{output:?}");
    assert!(!repository.home().join("bin/commonweal").exists());
}

#[test]
fn nobody_has_said_where_from() {
    refused(&[], "Fill in .commonweal/ci/program.");
    refused(&[], "those do not reach a proposal from a fork");
}

#[test]
fn a_source_is_named_by_the_full_hash_of_a_commit() {
    refused(&[("COMMONWEAL_SOURCE", "file:///nowhere"), ("COMMONWEAL_REVISION", "main")], "the full hash of a commit");
    refused(&[("COMMONWEAL_SOURCE", "file:///nowhere"), ("COMMONWEAL_REVISION", "abc123")], "not a part of it");
}

/// An archive with a program that only says its version, in the layout of `scripts/dist` or with nothing around it.
fn archive(repository: &Repository, version: &str, folder: &str) -> (String, String) {
    let built = repository.folder.path().join(format!("built-{version}"));
    let inside = built.join(folder);
    fs::create_dir_all(inside.join("man/man1")).unwrap();
    fs::write(inside.join("commonweal"), format!("#!/bin/sh\necho commonweal {version}\n")).unwrap();
    fs::write(inside.join("man/man1/commonweal.1"), "").unwrap();
    fs::write(inside.join("README.md"), "").unwrap();
    let packed = repository.folder.path().join(format!("commonweal-{version}.tar.gz"));
    let pack = format!("chmod +x '{}' && tar -czf '{}' *", inside.join("commonweal").display(), packed.display());
    assert!(Command::new("sh").args(["-c", &pack]).current_dir(&built).status().unwrap().success());
    let hash = Command::new("sha256sum").arg(&packed).output().unwrap();
    (format!("file://{}", packed.display()), text(&hash.stdout).split(' ').next().unwrap().to_owned())
}

/// Installs an archive and compares the version that the program then says.
#[track_caller]
fn installs(repository: &Repository, (address, hash): (&str, &str), version: &str) {
    let variables = [("COMMONWEAL_ARCHIVE", address), ("COMMONWEAL_ARCHIVE_SHA256", hash)];
    let output = repository.line(INSTALL, &variables);
    let said = format!("commonweal {version}\n");
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), said), "{output:?}");
}

const RELEASE: &str = "commonweal-9.9.9-x86_64-unknown-linux-gnu";

#[test]
fn a_release_is_fetched_and_kept() {
    let repository = without();
    let (address, hash) = archive(&repository, "9.9.9", RELEASE);
    installs(&repository, (&address, &hash), "9.9.9");
    // One file is all that is kept of it, besides where it came from.
    let names = |folder: &str| {
        let mut names: Vec<_> =
            fs::read_dir(repository.home().join(folder)).unwrap().map(|one| one.unwrap().file_name()).collect();
        names.sort();
        names
    };
    assert_eq!(names(""), ["bin", "from"]);
    assert_eq!(names("bin"), ["commonweal"]);
    // From then on nothing is fetched.
    fs::remove_file(address.trim_start_matches("file://")).unwrap();
    installs(&repository, (&address, &hash), "9.9.9");
    installs(&repository, ("", ""), "9.9.9");
}

#[test]
fn an_archive_may_hold_the_program_alone() {
    let repository = without();
    let (address, hash) = archive(&repository, "9.9.9", "");
    installs(&repository, (&address, &hash), "9.9.9");
}

#[test]
fn another_release_takes_the_place_of_the_one_before() {
    let repository = without();
    for version in ["9.9.8", "9.9.9"] {
        let (address, hash) = archive(&repository, version, RELEASE);
        installs(&repository, (&address, &hash), version);
    }
}

/// Says where the source is, and the hash of a commit in it whose build only says this version.
fn source(repository: &Repository, version: &str) -> (String, String) {
    let folder = repository.folder.path().join("source");
    fs::create_dir_all(&folder).unwrap();
    let makefile = format!(
        "build:\n\tmkdir -p target/release\n\tprintf '#!/bin/sh\\necho commonweal {version}\\n' >target/release/commonweal\n\tchmod +x target/release/commonweal\n"
    );
    fs::write(folder.join("Makefile"), makefile).unwrap();
    let commit = "git init --quiet && git add Makefile && git commit --quiet --message Source && git rev-parse HEAD";
    let output = repository.command("sh").args(["-e", "-c", commit]).current_dir(&folder).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    (format!("file://{}", folder.display()), text(&output.stdout).trim().to_owned())
}

/// Builds a source and compares the version that the program then says, on the last line.
#[track_caller]
fn builds(repository: &Repository, (address, revision): (&str, &str), version: &str) {
    let output = repository.line(INSTALL, &[("COMMONWEAL_SOURCE", address), ("COMMONWEAL_REVISION", revision)]);
    let said = format!("commonweal {version}");
    assert_eq!((output.status.code(), text(&output.stdout).lines().last()), (Some(0), Some(&*said)), "{output:?}");
}

#[test]
fn a_program_that_was_built_makes_way_for_another() {
    let repository = without();
    let (address, first) = source(&repository, "9.9.7");
    builds(&repository, (&address, &first), "9.9.7");
    let (_, second) = source(&repository, "9.9.8");
    builds(&repository, (&address, &second), "9.9.8");
    let (archive, hash) = archive(&repository, "9.9.9", RELEASE);
    installs(&repository, (&archive, &hash), "9.9.9");
    builds(&repository, (&address, &first), "9.9.7");
    // The same revision is not built again.
    fs::remove_dir_all(address.trim_start_matches("file://")).unwrap();
    builds(&repository, (&address, &first), "9.9.7");
}

#[test]
fn a_program_that_somebody_put_there_stays() {
    let repository = Repository::new();
    let (address, hash) = archive(&repository, "9.9.9", RELEASE);
    installs(&repository, (&address, &hash), env!("CARGO_PKG_VERSION"));
}

#[test]
fn an_archive_without_the_program_is_refused() {
    let repository = without();
    let packed = repository.folder.path().join("other.tar.gz");
    let pack = format!("tar -czf '{}' -C '{}' README.md", packed.display(), repository.at("").display());
    assert!(Command::new("sh").args(["-c", &pack]).status().unwrap().success());
    let hash = text(&Command::new("sha256sum").arg(&packed).output().unwrap().stdout);
    let address = format!("file://{}", packed.display());
    let hash = hash.split(' ').next().unwrap();
    let output = repository.line(INSTALL, &[("COMMONWEAL_ARCHIVE", &address), ("COMMONWEAL_ARCHIVE_SHA256", hash)]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(text(&output.stderr).contains("holds no program"), "{output:?}");
}

#[test]
fn another_program_than_the_one_meant_is_refused() {
    let repository = without();
    let (address, hash) = archive(&repository, "9.9.9", RELEASE);
    let other = hash.chars().rev().collect::<String>();
    let variables = [("COMMONWEAL_ARCHIVE", address.as_str()), ("COMMONWEAL_ARCHIVE_SHA256", other.as_str())];
    let output = repository.line(INSTALL, &variables);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let said = text(&output.stderr);
    assert!(said.contains(&format!("its SHA-256 is {hash}, and COMMONWEAL_ARCHIVE_SHA256 says {other}.")), "{said}");
    assert!(!repository.home().join("bin/commonweal").exists());
    assert!(!repository.home().join("archive.tar.gz").exists());
}

/// Installs an archive where there are only some programs, and `shasum`, if it is to be there, for `sha256sum`.
fn on_another_computer(repository: &Repository, shasum: bool) -> std::process::Output {
    let programs = repository.folder.path().join("programs");
    fs::create_dir(&programs).unwrap();
    let found = |name: &str| {
        let found = Command::new("sh").args(["-c", &format!("command -v {name}")]).output().unwrap();
        text(&found.stdout).trim().to_owned()
    };
    for name in ["sh", "dirname", "cat", "tr", "mkdir", "curl", "tar", "gzip", "find", "head", "chmod", "mv", "rm"] {
        std::os::unix::fs::symlink(found(name), programs.join(name)).unwrap();
    }
    if shasum {
        let stand_in = format!("#!/bin/sh\n[ \"$*\" = '-a 256' ] && exec {}\n", found("sha256sum"));
        fs::write(programs.join("shasum"), stand_in).unwrap();
        let set = Command::new("chmod").arg("+x").arg(programs.join("shasum")).status().unwrap();
        assert!(set.success());
    }
    let (address, hash) = archive(repository, "9.9.9", RELEASE);
    let variables = [
        ("COMMONWEAL_ARCHIVE", address.as_str()),
        ("COMMONWEAL_ARCHIVE_SHA256", &hash),
        ("PATH", programs.to_str().unwrap()),
    ];
    repository.line(INSTALL, &variables)
}

#[test]
fn the_sum_is_taken_with_what_the_computer_has() {
    let repository = without();
    let output = on_another_computer(&repository, true);
    assert_eq!((output.status.code(), &*text(&output.stdout)), (Some(0), "commonweal 9.9.9\n"), "{output:?}");
    let repository = without();
    let output = on_another_computer(&repository, false);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(text(&output.stderr).contains("neither sha256sum nor shasum is on this computer"), "{output:?}");
    assert!(!repository.home().join("bin/commonweal").exists());
}
