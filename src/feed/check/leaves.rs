//! Every text and every reference of a record, with its path. One walk for all records: it pretends to write them, and
//! the types say what is a text and what an id.

use std::fmt::Error;

use serde::ser::{Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

use crate::feed::finding::Place;
use crate::feed::id::Kind;
use crate::feed::model::{Record, for_each_list};
use crate::feed::read::{Draft, Placed};
use crate::feed::text::TEXT;

/// A text of a record.
#[derive(Debug, PartialEq)]
pub(super) struct Found {
    /// Names and indexes separated by `/`, as in `milestones/0/title`.
    pub(super) path: String,
    /// Language tag and text; no tag stands for the default language.
    pub(super) versions: Vec<(Option<String>, String)>,
}

impl Found {
    /// The name of the field, without the indexes of a list.
    pub(super) fn field(&self) -> &str {
        self.path.rsplit('/').find(|part| !part.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or_default()
    }
}

/// The texts and references of one record.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Leaves {
    pub(super) texts: Vec<Found>,
    /// Path and id.
    pub(super) ids: Vec<(String, String)>,
}

/// A record of any kind.
pub(super) struct Subject<'d> {
    /// `None` for the coalition.
    pub(super) kind: Option<Kind>,
    pub(super) id: &'d str,
    pub(super) leaves: Leaves,
    at: Box<dyn Fn(&str) -> Place + 'd>,
}

impl<'d> Subject<'d> {
    fn new<T: Serialize>(kind: Option<Kind>, id: &'d str, placed: &'d Placed<'_, '_, T>) -> Self {
        Self { kind, id, leaves: leaves(&placed.record), at: Box::new(|path| placed.at(path)) }
    }

    pub(super) fn at(&self, path: &str) -> Place {
        (self.at)(path)
    }

    /// The text of a field of the record itself.
    pub(super) fn text(&self, path: &str) -> Option<&Found> {
        self.leaves.texts.iter().find(|found| found.path == path)
    }
}

macro_rules! all {
    ($($list:ident $one:ident $Record:ident $Id:ident;)*) => {
        /// All records, the coalition first.
        pub(super) fn all<'d>(draft: &'d Draft<'_, '_>) -> Vec<Subject<'d>> {
            let coalition = draft.coalition.iter().map(|placed| Subject::new(None, placed.record.id.as_str(), placed));
            let mut all: Vec<_> = coalition.collect();
            $(all.extend(draft.$list.iter().map(|placed| {
                Subject::new(Some(Kind::$Record), placed.record.id_text(), placed)
            }));)*
            all
        }
    };
}
for_each_list!(all);

fn leaves<T: Serialize>(record: &T) -> Leaves {
    let mut walk = Walk::default();
    // Nothing in the walk fails: it writes nowhere.
    let _ = record.serialize(&mut walk);
    walk.leaves
}

#[derive(Default)]
struct Walk {
    path: String,
    leaves: Leaves,
    inside: Inside,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Inside {
    #[default]
    Record,
    Text,
    Id,
}

impl Walk {
    fn step<T: Serialize + ?Sized>(&mut self, step: &str, value: &T) -> Result<(), Error> {
        let before = self.path.len();
        if before > 0 {
            self.path.push('/');
        }
        self.path.push_str(step);
        value.serialize(&mut *self)?;
        self.path.truncate(before);
        Ok(())
    }
}

macro_rules! passed_over {
    ($($name:ident($Type:ty),)*) => {$(
        fn $name(self, _: $Type) -> Result<(), Error> {
            Ok(())
        }
    )*};
}

impl<'w> Serializer for &'w mut Walk {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Steps<'w>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Languages<'w>;
    type SerializeStruct = Steps<'w>;
    type SerializeStructVariant = Impossible<(), Error>;

    passed_over! {
        serialize_bool(bool), serialize_i8(i8), serialize_i16(i16), serialize_i32(i32), serialize_i64(i64),
        serialize_u8(u8), serialize_u16(u16), serialize_u32(u32), serialize_u64(u64), serialize_f32(f32),
        serialize_f64(f64), serialize_char(char), serialize_bytes(&[u8]), serialize_unit_struct(&'static str),
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        match self.inside {
            Inside::Text => {
                let path = self.path.clone();
                self.leaves.texts.push(Found { path, versions: vec![(None, text.to_owned())] });
            }
            Inside::Id => self.leaves.ids.push((self.path.clone(), text.to_owned())),
            Inside::Record => {}
        }
        Ok(())
    }

    fn serialize_unit(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<(), Error> {
        self.inside = match name {
            TEXT => Inside::Text,
            name if name.ends_with("Id") => Inside::Id,
            _ => Inside::Record,
        };
        let done = value.serialize(&mut *self);
        self.inside = Inside::Record;
        done
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Steps<'w>, Error> {
        Ok(Steps { walk: self, next: 0 })
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        Err(Error)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        Err(Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Languages<'w>, Error> {
        Ok(Languages { found: Found { path: self.path.clone(), versions: Vec::new() }, walk: self })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Steps<'w>, Error> {
        Ok(Steps { walk: self, next: 0 })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Err(Error)
    }
}

/// The fields of a record, or the items of a list.
struct Steps<'w> {
    walk: &'w mut Walk,
    next: usize,
}

impl SerializeStruct for Steps<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        self.walk.step(key, value)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

impl SerializeSeq for Steps<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let index = self.next.to_string();
        self.next += 1;
        self.walk.step(&index, value)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

/// The languages of a text: the only maps there are.
struct Languages<'w> {
    walk: &'w mut Walk,
    found: Found,
}

impl SerializeMap for Languages<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.found.versions.push((Some(plain(key)), String::new()));
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        if let Some((_, text)) = self.found.versions.last_mut() {
            *text = plain(value);
        }
        Ok(())
    }

    fn end(self) -> Result<(), Error> {
        self.walk.leaves.texts.push(self.found);
        Ok(())
    }
}

/// The string that a value is.
fn plain<T: Serialize + ?Sized>(value: &T) -> String {
    let mut walk = Walk { inside: Inside::Text, ..Walk::default() };
    let _ = value.serialize(&mut walk);
    walk.leaves.texts.pop().and_then(|mut found| found.versions.pop()).map(|(_, text)| text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::text::Text;

    #[derive(serde::Serialize)]
    struct PartnerId(&'static str);

    #[derive(serde::Serialize)]
    struct Inner {
        note: Option<Text>,
        partner: PartnerId,
        word: &'static str,
    }

    #[derive(serde::Serialize)]
    struct Outer {
        title: Text,
        steps: Vec<Inner>,
        lessons: Vec<Text>,
    }

    #[test]
    fn texts_and_ids_are_found_with_their_paths_and_words_are_not() {
        let title = Text::Languages(vec![("en".into(), "A".into()), ("es".into(), "B".into())]);
        let steps = vec![Inner { note: Some("N".into()), partner: PartnerId("par-a"), word: "final" }];
        let found = leaves(&Outer { title, steps, lessons: vec!["L".into()] });
        let paths: Vec<_> = found.texts.iter().map(|found| (found.path.as_str(), found.field())).collect();
        assert_eq!(paths, [("title", "title"), ("steps/0/note", "note"), ("lessons/0", "lessons")]);
        assert_eq!(found.texts[0].versions[1], (Some("es".into()), "B".into()));
        assert_eq!(found.ids, [("steps/0/partner".to_owned(), "par-a".to_owned())]);
    }
}
