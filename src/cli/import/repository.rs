//! The files of an Open SDG data repository, read from disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::leftovers::Leftovers;
use super::meta::Meta;
use super::yaml;
use crate::feed::records::coalition::Locale;

/// Largest file that is read, in bytes. The largest real table has under 200,000.
const MAX_BYTES: u64 = 32 * 1024 * 1024;

/// What an Open SDG data repository holds.
pub(super) struct Repository {
    /// The folder's name.
    pub(super) name: String,
    /// One entry for each indicator number, such as `7-1-2`, in the order of the numbers.
    pub(super) indicators: BTreeMap<Number, Files>,
    /// The language of the metadata that stand directly in `meta/`.
    pub(super) default_locale: String,
    /// All languages, the default one first.
    pub(super) locales: Vec<String>,
    /// The licence of the data, as an SPDX identifier, if the licence file is one that is known.
    pub(super) license: Option<&'static str>,
    pub(super) leftovers: Leftovers,
}

/// The files of one indicator.
#[derive(Default)]
pub(super) struct Files {
    /// Path in the repository, and content.
    pub(super) table: Option<(String, Vec<u8>)>,
    /// Metadata with their language, the default one first.
    pub(super) metas: Vec<(String, Meta)>,
}

/// An indicator's number, in the order of its parts: 2-1-2 before 10-1-1, 3-9-1 before 3-c-1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Number(Vec<(u32, String)>);

impl Number {
    /// The number in a file's name. `None` for names such as `README`.
    fn read(stem: &str) -> Option<Self> {
        let parts: Vec<&str> = stem.split(['-', '.']).collect();
        let good = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        let digits = parts.iter().any(|part| part.bytes().all(|b| b.is_ascii_digit()));
        (good && digits).then(|| {
            Self(parts.iter().map(|part| (part.parse().unwrap_or(u32::MAX), part.to_ascii_lowercase())).collect())
        })
    }

    /// As in file names: `7-1-2`.
    pub(super) fn hyphens(&self) -> String {
        self.0.iter().map(|(_, part)| part.as_str()).collect::<Vec<_>>().join("-")
    }

    /// As people write it: `7.1.2`.
    pub(super) fn dots(&self) -> String {
        self.hyphens().replace('-', ".")
    }

    /// The number of the goal: `7`.
    pub(super) fn goal(&self) -> &str {
        self.0.first().map_or("", |(_, part)| part)
    }

    /// As [`Self::read`], for numbers that stand in metadata.
    pub(super) fn of(text: &str) -> Option<Self> {
        Self::read(text.trim())
    }
}

/// Reads the repository in a folder.
///
/// # Errors
/// A sentence if the folder cannot be read or holds neither tables nor metadata.
pub(super) fn read(dir: &Path) -> Result<Repository, String> {
    let unreadable = |path: &Path, why: std::io::Error| format!("{} cannot be read: {why}.", path.display());
    let kind = fs::metadata(dir).map_err(|why| unreadable(dir, why))?;
    if !kind.is_dir() {
        return Err(format!("{} is not a folder.", dir.display()));
    }
    let canonical = fs::canonicalize(dir).map_err(|why| unreadable(dir, why))?;
    let name = canonical.file_name().map_or_else(|| "data".into(), |name| name.to_string_lossy().into_owned());
    let (default_locale, license) = (default_locale(dir), license(dir));
    let mut repository = Repository {
        name,
        indicators: BTreeMap::new(),
        locales: vec![default_locale.clone()],
        default_locale,
        license,
        leftovers: Leftovers::default(),
    };
    repository.tables(dir)?;
    repository.settings(dir)?;
    repository.metadata(dir)?;
    if repository.indicators.is_empty() {
        return Err(format!(
            "{} holds no data/indicator_*.csv and no meta/*.md: is it an Open SDG data repository?",
            dir.display()
        ));
    }
    for folder in ["translations", "geodata"] {
        if dir.join(folder).is_dir() {
            repository.leftovers.dropped(format!("{folder}/"), "A folder that this import does not read");
        }
    }
    for files in repository.indicators.values_mut() {
        let default = &repository.default_locale;
        files.metas.sort_by_key(|(locale, _)| (locale != default, locale.clone()));
    }
    Ok(repository)
}

impl Repository {
    fn tables(&mut self, dir: &Path) -> Result<(), String> {
        for (name, is_folder) in entries(&dir.join("data"))? {
            let path = format!("data/{name}");
            let number =
                name.strip_prefix("indicator_").and_then(|rest| rest.strip_suffix(".csv")).and_then(Number::read);
            match number {
                Some(number) if !is_folder => {
                    if let Some(bytes) = self.bytes(dir, &path)? {
                        self.indicators.entry(number).or_default().table = Some((path, bytes));
                    }
                }
                _ => self.leftovers.dropped(path, "It is not named like a table of an indicator, indicator_1-2-3.csv"),
            }
        }
        Ok(())
    }

    /// Newer repositories keep the settings of an indicator apart from its metadata.
    fn settings(&mut self, dir: &Path) -> Result<(), String> {
        for (name, is_folder) in entries(&dir.join("indicator-config"))? {
            self.meta_file(dir, &format!("indicator-config/{name}"), &name, is_folder, None)?;
        }
        Ok(())
    }

    fn metadata(&mut self, dir: &Path) -> Result<(), String> {
        for (name, is_folder) in entries(&dir.join("meta"))? {
            if !is_folder {
                self.meta_file(dir, &format!("meta/{name}"), &name, false, None)?;
                continue;
            }
            let tag = name.replace('_', "-");
            if Locale::new(&tag).is_none() {
                self.leftovers.dropped(format!("meta/{name}/"), "The folder is not named after a language");
                continue;
            }
            if !self.locales.contains(&tag) {
                self.locales.push(tag.clone());
            }
            for (file, is_folder) in entries(&dir.join("meta").join(&name))? {
                self.meta_file(dir, &format!("meta/{name}/{file}"), &file, is_folder, Some(&tag))?;
            }
        }
        Ok(())
    }

    fn meta_file(
        &mut self,
        dir: &Path,
        path: &str,
        name: &str,
        is_folder: bool,
        locale: Option<&str>,
    ) -> Result<(), String> {
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let known = ["md", "yml", "yaml"].contains(&extension.to_ascii_lowercase().as_str());
        let number = Number::read(stem).filter(|_| known && !is_folder);
        let Some(number) = number else {
            self.leftovers.dropped(path, "It is not named like the metadata of an indicator, 1-2-3.md");
            return Ok(());
        };
        let Some(bytes) = self.bytes(dir, path)? else { return Ok(()) };
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(_) => {
                self.leftovers.dropped(path, "The file is not UTF-8");
                return Ok(());
            }
        };
        let (front, body) =
            if extension.eq_ignore_ascii_case("md") { yaml::front_matter(&text) } else { (text.as_str(), "") };
        let fields = yaml::parse(front).unwrap_or_else(|why| {
            self.leftovers.dropped(path, format!("Metadata that are not YAML: {why}"));
            yaml::Yaml::Nothing
        });
        let meta = Meta::new(path, fields, body, &mut self.leftovers);
        let locale = locale.unwrap_or(&self.default_locale).to_owned();
        let metas = &mut self.indicators.entry(number).or_default().metas;
        match metas.iter_mut().find(|(known, _)| *known == locale) {
            Some((_, known)) => known.join(meta),
            None => metas.push((locale, meta)),
        }
        Ok(())
    }

    fn bytes(&mut self, dir: &Path, path: &str) -> Result<Option<Vec<u8>>, String> {
        let file = dir.join(path);
        let unreadable = |why: std::io::Error| format!("{} cannot be read: {why}.", file.display());
        if fs::metadata(&file).map_err(unreadable)?.len() > MAX_BYTES {
            self.leftovers.dropped(path, format!("The file has more than {} MiB", MAX_BYTES / 1024 / 1024));
            return Ok(None);
        }
        fs::read(&file).map(Some).map_err(unreadable)
    }
}

/// The visible entries of a folder, sorted; none if it is not there.
fn entries(folder: &Path) -> Result<Vec<(String, bool)>, String> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let unreadable = |why: std::io::Error| format!("{} cannot be read: {why}.", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') && !name.ends_with('~') {
            found.push((name, entry.path().is_dir()));
        }
    }
    found.sort();
    Ok(found)
}

/// The first language of the repository's configuration; without one, English.
fn default_locale(dir: &Path) -> String {
    let configured = ["config_data.yml", "data_config.yml", "config.yml"].iter().find_map(|name| {
        let text = fs::read_to_string(dir.join(name)).ok()?;
        let settings = yaml::parse(&text).ok()?;
        let tag = settings.get("languages")?.items().first()?.text()?.replace('_', "-");
        Locale::new(&tag).map(|_| tag)
    });
    configured.unwrap_or_else(|| "en".to_owned())
}

fn license(dir: &Path) -> Option<&'static str> {
    let names = ["LICENSE", "LICENCE", "LICENSE.md", "LICENCE.md", "LICENSE.txt", "LICENCE.txt"];
    let text = names.iter().find_map(|name| fs::read(dir.join(name)).ok())?;
    known_license(&String::from_utf8_lossy(&text))
}

/// The SPDX identifier of a licence for data. Licences for code are passed over: many repositories have one for their
/// scripts only.
fn known_license(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase().replace("licence", "license");
    let has = |words: &[&str]| words.iter().all(|word| lower.contains(word));
    let table: [(&[&str], &str); 9] = [
        (&["open government license", "3.0"], "OGL-UK-3.0"),
        (&["open government license", "canada"], "OGL-Canada-2.0"),
        (&["attribution-noncommercial-sharealike 4.0"], "CC-BY-NC-SA-4.0"),
        (&["attribution-noncommercial 4.0"], "CC-BY-NC-4.0"),
        (&["attribution-sharealike 4.0"], "CC-BY-SA-4.0"),
        (&["attribution 4.0 international"], "CC-BY-4.0"),
        (&["cc0 1.0"], "CC0-1.0"),
        (&["open data commons attribution"], "ODC-By-1.0"),
        (&["open database license"], "ODbL-1.0"),
    ];
    let short = [("cc-by-4.0", "CC-BY-4.0"), ("cc by 4.0", "CC-BY-4.0"), ("cc0-1.0", "CC0-1.0")];
    let long = table.into_iter().find(|(words, _)| has(words)).map(|(_, id)| id);
    long.or_else(|| short.into_iter().find(|(words, _)| lower.contains(words)).map(|(_, id)| id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(stems: &[&str], expected: &[&str]) {
        let mut numbers: Vec<_> = stems.iter().filter_map(|stem| Number::read(stem)).collect();
        numbers.sort();
        assert_eq!(numbers.iter().map(Number::dots).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn numbers_are_in_the_order_of_their_parts() {
        check(
            &["10-1-1", "2-1-2", "3-c-1", "3-9-1", "README", "", "-", "1--2", "notes"],
            &["2.1.2", "3.9.1", "3.c.1", "10.1.1"],
        );
    }

    #[test]
    fn licences_for_data_are_known() {
        assert_eq!(known_license("Data is under Open Government License v3.0. Code is MIT"), Some("OGL-UK-3.0"));
        assert_eq!(known_license("Creative Commons Attribution-ShareAlike 4.0 International"), Some("CC-BY-SA-4.0"));
        assert_eq!(known_license("MIT License"), None);
    }
}
