//! The built app: the files that Trunk made, as the build puts them into a site.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use crate::app::behind::Behind;
use crate::routes::ASSETS;

/// A file of a site.
pub(super) struct File {
    /// Relative to the site's folder.
    pub(super) path: String,
    pub(super) bytes: Vec<u8>,
}

/// A file whose name holds a hash of its contents, so that it can be kept for ever.
pub(super) struct Asset {
    pub(super) file: File,
    /// For `integrity`.
    pub(super) integrity: String,
}

impl Asset {
    /// `name` has a dot before its extension; the hash goes before it.
    pub(super) fn new(name: &str, bytes: Vec<u8>) -> Self {
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let hash: String = Sha256::digest(&bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        Self {
            integrity: format!("sha384-{}", STANDARD.encode(Sha384::digest(&bytes))),
            file: File { path: format!("{ASSETS}{stem}-{hash}.{extension}"), bytes },
        }
    }
}

/// A program for the browser.
pub(super) struct Program {
    pub(super) script: Asset,
    pub(super) wasm: Asset,
}

/// What the pages of every site need.
pub(super) struct App {
    pub(super) style: Asset,
    /// In the order of [`PROGRAMS`].
    programs: [Program; 4],
    pub(super) boot: Asset,
    /// Icons and the like, under their own names.
    pub(super) others: Vec<File>,
}

impl App {
    /// Reads the app from the folder that Trunk writes.
    ///
    /// # Errors
    /// A sentence that says what is missing and how to make it.
    pub(super) fn load(folder: Option<&Path>) -> Result<Self, String> {
        let folder = match folder {
            Some(folder) => folder.to_path_buf(),
            None => find().ok_or(
                "The app's files are not there. Build them with `make build`, or name their folder with --app.",
            )?,
        };
        let broken =
            |what: &str| format!("{} is not a built app: {what}. Build it with `make build`.", folder.display());
        let index = fs::read_to_string(folder.join("index.html")).map_err(|_| broken("it has no index.html"))?;
        let styles = style_names(&index);
        let mut style = Vec::new();
        for name in &styles {
            style.extend(fs::read(folder.join(name)).map_err(|_| broken(&format!("{name} is missing")))?);
            style.push(b'\n');
        }
        let mut parts: [Parts; 4] = Default::default();
        let (mut boot, mut others) = (None, Vec::new());
        for path in files(&folder).map_err(|why| broken(&why.to_string()))? {
            let name = path.strip_prefix(&folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let bytes = fs::read(&path).map_err(|why| format!("{} cannot be read: {why}.", path.display()))?;
            match name.as_str() {
                "index.html" => {}
                "boot.js" => boot = Some(bytes),
                name if styles.iter().any(|style| style == name) => {}
                name => {
                    let of = |extension| PROGRAMS.iter().position(|(folder, _)| is_program(name, folder, extension));
                    match (of(".js"), of(".wasm")) {
                        (Some(at), _) => parts[at].0 = Some(bytes),
                        (_, Some(at)) => parts[at].1 = Some(bytes),
                        _ => others.push(File { path: name.to_owned(), bytes }),
                    }
                }
            }
        }
        let [figures, together, coalition, whole] = parts;
        let program = |at: usize, parts| {
            let (_, name) = PROGRAMS[at];
            Program::new(name, parts).ok_or_else(|| broken(&format!("the program \"{name}\" is missing")))
        };
        Ok(Self {
            style: Asset::new("style.css", style),
            programs: [program(0, figures)?, program(1, together)?, program(2, coalition)?, program(3, whole)?],
            boot: Asset::new("boot.js", boot.ok_or_else(|| broken("boot.js is missing"))?),
            others,
        })
    }

    /// The program that a page loads.
    pub(super) fn program(&self, behind: Behind) -> &Program {
        let [figures, together, coalition, whole] = &self.programs;
        match behind {
            Behind::Figures | Behind::Nothing => figures,
            Behind::Together => together,
            Behind::Coalition => coalition,
            Behind::Whole => whole,
        }
    }

    pub(super) fn programs(&self) -> &[Program] {
        &self.programs
    }
}

/// Script and wasm file of a program, as far as they were found.
type Parts = (Option<Vec<u8>>, Option<Vec<u8>>);

impl Program {
    /// The files under a common name.
    fn new(name: &str, (script, wasm): Parts) -> Option<Self> {
        Some(Self {
            script: Asset::new(&format!("{name}.js"), script?),
            wasm: Asset::new(&format!("{name}.wasm"), wasm?),
        })
    }
}

/// Where each program lies in the folder of the app, and the name of its files in a site.
const PROGRAMS: [(&str, &str); 4] =
    [("", "figures"), ("together/", "together"), ("coalition/", "coalition"), ("whole/", "whole")];

/// Whether a file is what Trunk made of a program.
fn is_program(name: &str, folder: &str, extension: &str) -> bool {
    name.strip_prefix(folder).is_some_and(|name| name.starts_with("commonweal-") && name.ends_with(extension))
}

/// Beside the program (`app/`), in the project it was built in (`dist/`), or here.
fn find() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let beside = program.parent().map(|folder| folder.join("app"));
    let project = program.ancestors().nth(3).map(|project| project.join("dist"));
    beside.into_iter().chain(project).chain([PathBuf::from("dist")]).find(|folder| folder.join("index.html").is_file())
}

/// The style files in the order in which index.html links them.
fn style_names(index: &str) -> Vec<String> {
    let links = index.split("<link").skip(1).filter_map(|tag| tag.split('>').next());
    links
        .filter(|tag| tag.contains("stylesheet"))
        .filter_map(|tag| tag.split("href=\"").nth(1)?.split('"').next())
        .map(|href| href.trim_start_matches("./").to_owned())
        .collect()
}

fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            // Trunk works in hidden folders while it builds.
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
                continue;
            }
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}
