//! The feed into which budgets are imported: one that is there, or a small new one.

use std::collections::HashSet;
use std::path::Path;

use super::file::File;
use super::{Given, Leftovers};
use super::{Made, Voice, cycle, ids, language, load, own, proposals, written};
use crate::cli::init::is_free;
use crate::feed::form::records;
use crate::feed::form::tree::Tree;
use crate::feed::id::{GeographyId, Kind, Name};
use crate::feed::record::OneOrMore;
use crate::feed::records::coalition::{Contact, ContactKind, ContactValue, Disclosure, Locale, Version};
use crate::feed::records::geography::GeographyKind;
use crate::feed::records::indicator::CurrencyCode;
use crate::feed::records::{Coalition, Geography};
use crate::feed::{FeedSource, SourceFile, write};

/// Where the records go.
pub(super) struct Target {
    locale: String,
    /// The files of a new feed beside those of the budgets, or those of the feed that is there.
    new: Vec<SourceFile>,
    there: Vec<SourceFile>,
    /// All ids of the feed. Cycles are never written over; proposals step aside.
    taken: HashSet<String>,
    ids: ids::Ids,
    places: Vec<(String, GeographyId)>,
}

impl Target {
    /// The feed in a folder, or a new one made to the first file's language and place.
    ///
    /// # Errors
    /// A sentence if nothing can be added there.
    pub(super) fn of(out: &Path, first: Option<&File>) -> Result<Self, String> {
        let folder = out.display();
        if out.extension().is_some_and(|end| end == "json") || out.join("feed.json").is_file() {
            return Err(format!(
                "{folder} is a feed in one file. Make a folder of it with `commonweal split`, and import into that."
            ));
        }
        if is_free(out)? {
            return Self::fresh(first);
        }
        if !out.join("coalition.json").is_file() {
            return Err(format!(
                "{folder} holds something else than a feed, so nothing was written. Name a new folder."
            ));
        }
        let source = load::load(out)?;
        let there = records(&source);
        let FeedSource::Folder(files) = source else { return Err(format!("{folder} is not the folder of a feed.")) };
        let mut target = Self {
            locale: "en".to_owned(),
            new: Vec::new(),
            there: files,
            taken: HashSet::new(),
            ids: ids::Ids::default(),
            places: Vec::new(),
        };
        for (kind, record) in &there {
            let says = |name: &str| record.field(name).and_then(Tree::says).map(str::to_owned);
            match (kind, says("id")) {
                (None, _) => target.locale = says("default_locale").unwrap_or(target.locale),
                (Some(kind), Some(id)) => {
                    if let (Kind::Geography, Some(place)) = (kind, GeographyId::new(id.clone())) {
                        target.places.extend(names(record).into_iter().map(|name| (name, place.clone())));
                    }
                    target.ids.take("", &id);
                    target.taken.insert(id);
                }
                _ => {}
            }
        }
        Ok(target)
    }

    fn fresh(first: Option<&File>) -> Result<Self, String> {
        let locale = first.and_then(language).unwrap_or_else(|| "en".to_owned());
        let area = GeographyId::new("geo-area").ok_or("The import made an id that a feed does not allow.")?;
        let named = first.and_then(|file| file.meta("unit")).and_then(|cell| super::values::text(&cell.text).0);
        let name = named.clone().unwrap_or_else(|| "The budgets' area".to_owned());
        let place = Geography {
            id: area.clone(),
            name: name.clone().into(),
            kind: GeographyKind::Custom,
            parent: None,
            code: None,
            population: None,
        };
        let coalition = coalition(&name, &locale, area.clone()).ok_or("The coalition cannot be named.")?;
        let bytes = write::pretty(&coalition).map_err(|why| format!("The coalition cannot be written: {why}."))?;
        Ok(Self {
            new: vec![SourceFile::new("coalition.json", bytes), written(&place)?],
            there: Vec::new(),
            taken: HashSet::from([area.to_string()]),
            ids: ids::Ids::default(),
            places: named.into_iter().map(|name| (name, area.clone())).collect(),
            locale,
        })
    }

    /// The records of a file; what does not fit goes to the leftovers.
    ///
    /// # Errors
    /// A sentence if there is no cycle to be made of it, or if it is there already.
    pub(super) fn make(
        &mut self,
        mut file: File,
        currency: Option<&CurrencyCode>,
        name: &str,
        leftovers: &mut Leftovers,
    ) -> Result<Made, String> {
        let voice = Voice { locale: self.locale.clone(), language: language(&file) };
        let cycle = cycle(&mut file, &Given { currency, places: &self.places }, &voice)?;
        if !self.taken.insert(cycle.id.to_string()) {
            return Err(format!(
                "The id {} is taken, and nothing is ever written over. If it is the same budget, take its files out of \
                 the feed first; if it is another one, give it its own \"instance\" or \"subunit\".",
                cycle.id
            ));
        }
        let proposals = proposals(&mut file, &cycle.id, &mut self.ids, &voice)?;
        self.taken.extend(proposals.iter().map(|proposal| proposal.id.to_string()));
        if file.meta("currency").is_none() {
            leftovers.filled_in(name, format!("The currency: {}, as --currency says", cycle.currency.as_str()));
        }
        count(&mut file, proposals.len());
        for note in &file.notes {
            leftovers.dropped(note.place(name), note.reason.clone());
        }
        Ok(Made { cycle, proposals })
    }

    /// The files that have to be written.
    pub(super) fn files<'m>(&mut self, made: impl Iterator<Item = &'m Made>) -> Result<Vec<SourceFile>, String> {
        let mut files = std::mem::take(&mut self.new);
        for one in made {
            files.push(written(&one.cycle)?);
            for proposal in &one.proposals {
                files.push(written(proposal)?);
            }
        }
        Ok(files)
    }

    /// The whole feed with these files.
    pub(super) fn with(self, files: Vec<SourceFile>) -> FeedSource {
        let mut all = self.there;
        all.extend(files);
        crate::sorted::sort_by(&mut all, |a, b| a.path.cmp(&b.path));
        FeedSource::Folder(all)
    }
}

/// Says if the file counts its projects differently.
fn count(file: &mut File, projects: usize) {
    let Some(cell) = file.meta("num_projects").cloned() else { return };
    let reason = match super::values::count(&cell.text) {
        Ok(said) if usize::try_from(said).is_ok_and(|said| said == projects) => return,
        Ok(said) => format!("num_projects is {said}, but {projects} projects could be read"),
        Err(why) => why,
    };
    let column = Some((cell.column, "num_projects".to_owned()));
    file.notes.push(super::file::Note { line: cell.line, column, reason });
}

/// The name of a place in every language.
fn names(record: &Tree) -> Vec<String> {
    match record.field("name") {
        Some(Tree::Object(fields)) => fields.iter().filter_map(|field| field.value.says()).map(str::to_owned).collect(),
        Some(name) => name.says().map(str::to_owned).into_iter().collect(),
        None => Vec::new(),
    }
}

/// The coalition record. An import is no coalition: the texts that only people can write say so.
fn coalition(name: &str, locale: &str, geography: GeographyId) -> Option<Coalition> {
    let contact = Contact { kind: ContactKind::Address, value: ContactValue::new("To be written")?, label: None };
    let slug = ids::slug(name);
    Some(Coalition {
        schema_version: Version::current(),
        id: Name::new(ids::cut(&slug, 60)).or_else(|| Name::new("pabulib-import"))?,
        name: own(locale, format!("Participatory budgets: {name}")),
        plain_summary: own(
            locale,
            "Participatory budgets imported from files of Pabulib. No coalition has looked at them yet.",
        ),
        vision: own(locale, "To be written: this feed was imported and has no common agenda yet."),
        problem_statement: None,
        geography,
        population: own(locale, "Everyone for whom the imported budgets are"),
        backbone: None,
        default_locale: Locale::new(locale)?,
        locales: OneOrMore::new(vec![Locale::new(locale)?])?,
        framework: None,
        disclosure: Disclosure { min_count: 10, min_denominator: 30, zero_ok: true },
        assessment: None,
        contacts: OneOrMore::new(vec![contact])?,
        report_form: None,
        repository: None,
        site: None,
        license: "unknown".to_owned(),
        disclaimer: None,
        headline_indicators: Vec::new(),
        sample: false,
    })
}
