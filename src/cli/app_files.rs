//! The built app: the files that Trunk made, as the build puts them into a site. They are inside this program or in a
//! folder.

mod carried;
mod folder;

use std::path::Path;

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
        Self::below(ASSETS, name, bytes)
    }

    /// As [`Self::new`], in another folder whose files are kept for ever.
    pub(super) fn below(folder: &str, name: &str, bytes: Vec<u8>) -> Self {
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        Self {
            integrity: format!("sha384-{}", STANDARD.encode(Sha384::digest(&bytes))),
            file: File { path: format!("{folder}{stem}-{}.{extension}", hash(&bytes)), bytes },
        }
    }
}

/// The hash in the name of a file with these contents.
pub(super) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
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
    programs: [Program; 5],
    pub(super) boot: Asset,
    /// What pictures are lettered with. Not part of a site.
    pub(super) fonts: Vec<Vec<u8>>,
    /// Icons and the like, under their own names.
    pub(super) others: Vec<File>,
}

impl App {
    /// The app in a folder, if one is named; else the one that this program carries; else the one that lies near it.
    ///
    /// # Errors
    /// A sentence that says what is missing and how to make it.
    pub(super) fn load(named: Option<&Path>) -> Result<Self, String> {
        if named.is_none() && !carried::FILES.is_empty() {
            let file = |(path, bytes): &(&str, &[u8])| File { path: (*path).to_owned(), bytes: bytes.to_vec() };
            return Self::of(carried::FILES.iter().map(file).collect())
                .map_err(|what| format!("The app inside this program is not whole: {what}. Get the program anew."));
        }
        let folder = named.map(Path::to_path_buf).or_else(folder::find).ok_or(
            "The app's files are not there: this program carries none. Build it with `make build`, or name the folder of \
             a built app with --app.",
        )?;
        let broken =
            |what: &str| format!("{} is not a built app: {what}. Build it with `make build`.", folder.display());
        Self::of(folder::read(&folder).map_err(|why| broken(why.trim_end_matches('.')))?).map_err(|what| broken(&what))
    }

    /// The app out of its files, whose paths are those inside the folder that Trunk writes.
    ///
    /// # Errors
    /// What is missing, as half a sentence.
    fn of(files: Vec<File>) -> Result<Self, String> {
        let index = files.iter().find(|file| file.path == "index.html").ok_or("it has no index.html")?;
        let styles = style_names(&String::from_utf8_lossy(&index.bytes));
        let mut style = Vec::new();
        for name in &styles {
            let file = files.iter().find(|file| file.path == *name).ok_or_else(|| format!("{name} is missing"))?;
            style.extend(&file.bytes);
            style.push(b'\n');
        }
        let mut parts: [Parts; 5] = Default::default();
        let (mut boot, mut others, mut fonts) = (None, Vec::new(), Vec::new());
        for File { path, bytes } in files {
            let of = |extension| PROGRAMS.iter().position(|(folder, _)| is_program(&path, folder, extension));
            match (of(".js"), of(".wasm")) {
                (Some(at), _) => parts[at].0 = Some(bytes),
                (_, Some(at)) => parts[at].1 = Some(bytes),
                _ if path == "index.html" || styles.contains(&path) => {}
                _ if path == "boot.js" => boot = Some(bytes),
                _ if path.starts_with(FONTS) => fonts.extend(path.ends_with(".ttf").then_some(bytes)),
                _ => others.push(File { path, bytes }),
            }
        }
        let [figures, together, coalition, changes, whole] = parts;
        let program = |at: usize, parts| {
            let (_, name) = PROGRAMS[at];
            Program::new(name, parts).ok_or_else(|| format!("the program \"{name}\" is missing"))
        };
        Ok(Self {
            style: Asset::new("style.css", style),
            programs: [
                program(0, figures)?,
                program(1, together)?,
                program(2, coalition)?,
                program(3, changes)?,
                program(4, whole)?,
            ],
            boot: Asset::new("boot.js", boot.ok_or("boot.js is missing")?),
            fonts,
            others,
        })
    }

    /// The program that a page loads.
    pub(super) fn program(&self, behind: Behind) -> &Program {
        let [figures, together, coalition, changes, whole] = &self.programs;
        match behind {
            Behind::Figures | Behind::Nothing => figures,
            Behind::Together => together,
            Behind::Coalition => coalition,
            Behind::Changes => changes,
            Behind::Whole => whole,
        }
    }

    pub(super) fn programs(&self) -> &[Program] {
        &self.programs
    }
}

/// The folder of the fonts, with their licence.
const FONTS: &str = "fonts/";

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
const PROGRAMS: [(&str, &str); 5] = [
    ("", "figures"),
    ("together/", "together"),
    ("coalition/", "coalition"),
    ("changes/", "changes"),
    ("whole/", "whole"),
];

/// Whether a file is what Trunk made of a program.
fn is_program(name: &str, folder: &str, extension: &str) -> bool {
    name.strip_prefix(folder).is_some_and(|name| name.starts_with("commonweal-") && name.ends_with(extension))
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

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: [&str; 13] = [
        "index.html",
        "style.css",
        "boot.js",
        "commonweal-1.js",
        "commonweal-1_bg.wasm",
        "together/commonweal-1.js",
        "together/commonweal-1_bg.wasm",
        "coalition/commonweal-1.js",
        "coalition/commonweal-1_bg.wasm",
        "changes/commonweal-1.js",
        "changes/commonweal-1_bg.wasm",
        "whole/commonweal-1.js",
        "whole/commonweal-1_bg.wasm",
    ];

    /// An app of these files; the index links one style.
    fn of(paths: impl IntoIterator<Item = &'static str>) -> Result<App, String> {
        let file = |path: &str| File {
            path: path.to_owned(),
            bytes: if path == "index.html" { "<link rel=\"stylesheet\" href=\"./style.css\">" } else { path }.into(),
        };
        App::of(paths.into_iter().map(file).collect())
    }

    #[track_caller]
    fn check(without: &str, expected: &str) {
        let left = WHOLE.into_iter().filter(|path| *path != without);
        assert_eq!(of(left).err().as_deref(), Some(expected));
    }

    #[test]
    fn an_app_that_is_not_whole_says_what_is_missing() {
        check("index.html", "it has no index.html");
        check("style.css", "style.css is missing");
        check("boot.js", "boot.js is missing");
        check("commonweal-1_bg.wasm", "the program \"figures\" is missing");
        check("together/commonweal-1.js", "the program \"together\" is missing");
        check("whole/commonweal-1_bg.wasm", "the program \"whole\" is missing");
    }

    #[test]
    fn every_file_has_its_part() {
        let app = of(WHOLE.into_iter().chain(["favicon.svg", "sw.js"])).unwrap_or_else(|why| panic!("{why}"));
        assert_eq!(app.style.file.bytes, b"style.css\n");
        assert_eq!(app.program(Behind::Together).wasm.file.bytes, b"together/commonweal-1_bg.wasm");
        let others: Vec<_> = app.others.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(others, ["favicon.svg", "sw.js"]);
    }

    #[test]
    fn a_program_carries_a_whole_app_or_none() {
        assert_eq!(carried::FILES.is_empty(), !cfg!(carries_app));
        assert!(carried::FILES.is_empty() || App::load(None).is_ok());
    }
}
