//! Places.

use super::{Context, Head};
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacesPage {
    pub head: Head,
    pub title: String,
}

/// The page.
pub fn places_page(context: &Context<'_>) -> PlacesPage {
    let title = say!(context.words, "places-title");
    PlacesPage { head: context.head(&title, title.clone()), title }
}
