//! Terms: words of the field, in plain words.

use crate::feed::id::TermId;
use crate::feed::record::record;
use crate::feed::text::Text;

record! {
    /// A word that readers may not know.
    pub struct Term ("a term") {
        /// Its name in references, equal to the file's name.
        id: TermId,
        /// The word.
        term: Text,
        /// What it means, in plain words.
        definition: Text,
        /// Its short form, such as WIC.
        acronym: Option<String>,
    }
}
