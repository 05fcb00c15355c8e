//! How a table of the package is declared: columns, and how each is read from a record.

use serde_json::{Value, json};

use super::super::address::said;
use super::tables::{Table, line};
use crate::feed::Text;
use crate::feed::date::Date;
use crate::present::Context;
use crate::present::csv::safe;

/// One column.
pub(super) struct Column {
    name: String,
    about: String,
    kind: &'static str,
    format: Option<&'static str>,
    required: bool,
    /// The words there can be.
    words: Vec<&'static str>,
    pattern: Option<&'static str>,
}

impl Column {
    fn new(name: &str, about: &str, kind: &'static str) -> Self {
        let (format, required, words, pattern) = (None, false, Vec::new(), None);
        Self { name: name.to_owned(), about: about.to_owned(), kind, format, required, words, pattern }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// As Table Schema has it.
    pub(super) fn field(&self) -> Value {
        let constraints = said(json!({
            "required": self.required.then_some(true),
            "enum": (!self.words.is_empty()).then_some(&self.words),
            "pattern": self.pattern,
        }));
        said(json!({
            "name": self.name,
            "type": self.kind,
            "format": self.format,
            "description": self.about,
            "constraints": constraints.as_object().is_some_and(|fields| !fields.is_empty()).then_some(constraints),
        }))
    }
}

/// Columns of which the values lie in another table.
pub(super) struct Reference {
    pub(super) fields: Vec<String>,
    /// Empty for the table itself.
    pub(super) table: String,
    pub(super) to: Vec<String>,
}

/// A date as precise as it is known: a year, a month or a day.
const DATE: &str = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

/// Reads a cell.
type Get<'c, T> = Box<dyn Fn(&T) -> String + 'c>;

/// A table of records of one kind, while its columns are declared.
pub(super) struct Of<'c, T> {
    context: &'c Context<'c>,
    columns: Vec<Column>,
    gets: Vec<Get<'c, T>>,
}

impl<'c, T> Of<'c, T> {
    pub(super) fn new(context: &'c Context<'c>) -> Self {
        Self { context, columns: Vec::new(), gets: Vec::new() }
    }

    fn push(mut self, column: Column, get: impl Fn(&T) -> String + 'c) -> Self {
        self.columns.push(column);
        self.gets.push(Box::new(get));
        self
    }

    /// What is there in every row: an id, a period.
    pub(super) fn id(self, name: &str, about: &str, get: impl Fn(&T) -> String + 'c) -> Self {
        let column = Column { required: true, ..Column::new(name, about, "string") };
        self.push(column, get)
    }

    /// A string that is no text of the feed: an id of another record, a code. It may be missing.
    pub(super) fn code(self, name: &str, about: &str, get: impl Fn(&T) -> Option<String> + 'c) -> Self {
        self.push(Column::new(name, about, "string"), move |record| {
            get(record).map_or_else(String::new, |text| safe(&text))
        })
    }

    /// A text: a column for the default language, and one more for each other language of the site.
    pub(super) fn text(mut self, name: &str, about: &str, get: impl Fn(&T) -> Option<&Text> + Copy + 'c) -> Self {
        let context = self.context;
        let default = context.feed.coalition.default_locale.as_str();
        self = self.push(Column::new(name, about, "string"), move |record| {
            get(record).map_or_else(String::new, |text| safe(text.in_language(default, default).0))
        });
        for lang in context.site.languages().iter().filter(|lang| *lang != default) {
            let column = Column::new(&format!("{name}_{lang}"), &format!("{about} In the language {lang}."), "string");
            // A missing translation stays empty here; nobody is told that one language is another.
            self = self.push(column, move |record| match get(record) {
                Some(Text::Languages(texts)) => {
                    texts.iter().find(|(tag, _)| tag == lang).map_or_else(String::new, |(_, text)| safe(text))
                }
                _ => String::new(),
            });
        }
        self
    }

    /// One of a closed list of words.
    pub(super) fn word(
        self,
        name: &str,
        about: &str,
        words: Vec<&'static str>,
        get: impl Fn(&T) -> Option<&'static str> + 'c,
    ) -> Self {
        let column = Column { words, ..Column::new(name, about, "string") };
        self.push(column, move |record| get(record).unwrap_or_default().to_owned())
    }

    pub(super) fn number(self, name: &str, about: &str, get: impl Fn(&T) -> Option<f64> + 'c) -> Self {
        let column = Column::new(name, about, "number");
        self.push(column, move |record| get(record).map_or_else(String::new, |value| value.to_string()))
    }

    pub(super) fn whole(self, name: &str, about: &str, get: impl Fn(&T) -> Option<u32> + 'c) -> Self {
        let column = Column::new(name, about, "integer");
        self.push(column, move |record| get(record).map_or_else(String::new, |value| value.to_string()))
    }

    pub(super) fn flag(self, name: &str, about: &str, get: impl Fn(&T) -> bool + 'c) -> Self {
        self.push(Column::new(name, about, "boolean"), move |record| get(record).to_string())
    }

    /// A date as precise as it is known.
    pub(super) fn date(self, name: &str, about: &str, get: impl Fn(&T) -> Option<Date> + 'c) -> Self {
        let about = format!("{about} A year, a month or a day.");
        let column = Column { pattern: Some(DATE), ..Column::new(name, &about, "string") };
        self.push(column, move |record| get(record).map_or_else(String::new, |date| date.to_string()))
    }

    /// A day.
    pub(super) fn day(self, name: &str, about: &str, get: impl Fn(&T) -> Option<chrono::NaiveDate> + 'c) -> Self {
        self.push(Column::new(name, about, "date"), move |record| {
            get(record).map_or_else(String::new, |day| day.to_string())
        })
    }

    /// An address.
    pub(super) fn link(self, name: &str, about: &str, get: impl Fn(&T) -> Option<String> + 'c) -> Self {
        let column = Column { format: Some("uri"), ..Column::new(name, about, "string") };
        self.push(column, move |record| get(record).unwrap_or_default())
    }

    /// The table with these records as rows.
    pub(super) fn rows<'r>(
        self,
        name: &'static str,
        title: &'static str,
        records: impl IntoIterator<Item = &'r T>,
    ) -> Table
    where
        T: 'r,
    {
        // Line by line: a feed can have millions of figures, and every cell is a text of its own.
        let mut csv = String::new();
        line(&mut csv, self.columns.iter().map(Column::name));
        for record in records {
            line(&mut csv, self.gets.iter().map(|get| get(record)));
        }
        let csv = csv.into_bytes();
        Table { name, title, columns: self.columns, csv, key: Vec::new(), references: Vec::new() }
    }
}
