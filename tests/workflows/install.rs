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
}

#[test]
fn a_source_is_named_by_the_full_hash_of_a_commit() {
    refused(&[("COMMONWEAL_SOURCE", "file:///nowhere"), ("COMMONWEAL_REVISION", "main")], "the full hash of a commit");
    refused(&[("COMMONWEAL_SOURCE", "file:///nowhere"), ("COMMONWEAL_REVISION", "abc123")], "not a part of it");
}

/// An archive with a program that only says its version.
fn archive(repository: &Repository) -> (String, String) {
    let folder = repository.folder.path().join("built");
    fs::create_dir_all(folder.join("app")).unwrap();
    fs::write(folder.join("commonweal"), "#!/bin/sh\necho commonweal 9.9.9\n").unwrap();
    fs::write(folder.join("app/index.html"), "").unwrap();
    let packed = repository.folder.path().join("built.tar.gz");
    let pack = format!("chmod +x commonweal && tar -czf '{}' commonweal app", packed.display());
    assert!(Command::new("sh").args(["-c", &pack]).current_dir(&folder).status().unwrap().success());
    let hash = Command::new("sha256sum").arg(&packed).output().unwrap();
    (format!("file://{}", packed.display()), text(&hash.stdout).split(' ').next().unwrap().to_owned())
}

#[test]
fn a_built_program_is_fetched_and_kept() {
    let repository = without();
    let (address, hash) = archive(&repository);
    let variables = [("COMMONWEAL_ARCHIVE", address.as_str()), ("COMMONWEAL_ARCHIVE_SHA256", hash.as_str())];
    let output = repository.line(INSTALL, &variables);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(0), "commonweal 9.9.9\n"), "{output:?}");
    assert!(repository.home().join("bin/app/index.html").is_file());
    // From then on nothing is fetched.
    let output = repository.line(INSTALL, &[]);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(0), "commonweal 9.9.9\n"), "{output:?}");
}

#[test]
fn another_program_than_the_one_meant_is_refused() {
    let repository = without();
    let (address, hash) = archive(&repository);
    let other = hash.chars().rev().collect::<String>();
    let variables = [("COMMONWEAL_ARCHIVE", address.as_str()), ("COMMONWEAL_ARCHIVE_SHA256", other.as_str())];
    let output = repository.line(INSTALL, &variables);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(text(&output.stderr).contains("its SHA-256 is another"), "{output:?}");
    assert!(!repository.home().join("bin/commonweal").exists());
}
