//! What works in git, run for real: a repository made by `init --git`, and the very lines that the workflows hold.
#![cfg(not(target_arch = "wasm32"))]
// Helpers of tests are not tests to clippy.
#![allow(clippy::unwrap_used)]

#[path = "workflows/changes.rs"]
mod changes;
#[path = "workflows/files.rs"]
mod files;
#[path = "workflows/hook.rs"]
mod hook;
#[path = "workflows/install.rs"]
mod install;
#[path = "workflows/steps.rs"]
mod steps;
#[path = "support/app.rs"]
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A repository with a feed in it, and the program where `install` would have put it.
struct Repository {
    folder: tempfile::TempDir,
}

impl Repository {
    fn new() -> Self {
        let repository = Self { folder: tempfile::tempdir().unwrap() };
        let at = repository.at("");
        let made = Command::new(env!("CARGO_BIN_EXE_commonweal")).args(["init", "--git"]).arg(&at).output().unwrap();
        assert!(made.status.success(), "{made:?}");
        fs::create_dir_all(repository.home().join("bin")).unwrap();
        let program = repository.home().join("bin/commonweal");
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_commonweal"), program).unwrap();
        repository.git(&["init", "--quiet", "--initial-branch", "main"]);
        repository.commit("The first feed");
        repository
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join("feed").join(path)
    }

    fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap()
    }

    fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} does not hold {old}");
        fs::write(self.at(path), text.replacen(old, new, 1)).unwrap();
    }

    /// A command in the repository that sees nothing of the person's own settings.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.at("")).env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", self.folder.path()).env("COMMONWEAL_HOME", self.home());
        command.env("GIT_CONFIG_NOSYSTEM", "1");
        for role in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{role}_NAME"), "Somebody").env(format!("GIT_{role}_EMAIL"), "office@example.org");
        }
        command
    }

    #[track_caller]
    fn git(&self, arguments: &[&str]) -> String {
        let output = self.command("git").args(arguments).output().unwrap();
        assert!(output.status.success(), "git {arguments:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    /// Runs a line as a host does.
    fn line(&self, line: &str, variables: &[(&str, &str)]) -> Output {
        self.command("sh").args(["-e", "-c", line]).envs(variables.iter().copied()).output().unwrap()
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// serde_json's own `Value` reads any format.
#[derive(serde::Deserialize)]
struct Read(Value);

fn yaml(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap();
    serde_saphyr::from_str::<Read>(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display())).0
}

/// The line of the step with this name in a workflow for GitHub.
fn step(workflow: &Value, name: &str) -> String {
    let jobs = workflow["jobs"].as_object().unwrap().values();
    let mut steps = jobs.flat_map(|job| job["steps"].as_array().unwrap());
    steps.find(|step| step["name"] == name).unwrap()["run"].as_str().unwrap().to_owned()
}
