//! Which program runs behind a page. There are five, made from the same sources: four small ones for readers, each with
//! a part of the pages, and the whole one for editors.

use crate::routes::Page;

/// What a page loads besides its own file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    /// The program of figures: overview and measures.
    Figures,
    /// The program of what people do together, goal by goal.
    Together,
    /// The program of the coalition as a whole.
    Coalition,
    /// The program of what has changed.
    Changes,
    /// The program of figures, which leaves the page as the build wrote it: it is only read. What it says of the coalition
    /// and its data is that of the last build.
    Nothing,
    /// The whole program.
    Whole,
}

/// What runs behind a page.
pub fn behind(page: &Page) -> Behind {
    match page {
        Page::Overview | Page::Indicators | Page::Indicator(_) | Page::NotFound => Behind::Figures,
        Page::Method | Page::Data | Page::About | Page::Accessibility | Page::Embed(_) | Page::Published(_) => {
            Behind::Nothing
        }
        Page::Changes => Behind::Changes,
        Page::Preview => Behind::Whole,
        Page::WhoDoesWhat
        | Page::HowWeWork
        | Page::Portfolio
        | Page::Review
        | Page::Places
        | Page::Place(_)
        | Page::Mine
        | Page::Sheet(_)
        | Page::Present
        | Page::Glossary
        | Page::Search => Behind::Coalition,
        _ => Behind::Together,
    }
}

/// Whether this program can show a page by itself, without loading it. The pages of changes and of the search come with
/// a file of their own, and a build alone knows what had been published before.
pub fn carries(page: &Page) -> bool {
    match behind(page) {
        Behind::Figures => crate::FIGURES,
        Behind::Together => crate::TOGETHER,
        Behind::Coalition => crate::COALITION && *page != Page::Search,
        // Its history comes with it.
        Behind::Changes => false,
        Behind::Nothing | Behind::Whole => crate::WHOLE && !matches!(page, Page::Published(_)),
    }
}
