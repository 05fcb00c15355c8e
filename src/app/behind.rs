//! Which program runs behind a page. There are two: the readers' one, which is small, and the whole one.

use crate::routes::Page;

/// What a page loads besides its own file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    /// The readers' program, which shows the newest feed.
    Readers,
    /// The readers' program, which leaves the page as the build wrote it: it is only read. What it says of the coalition
    /// and its data is that of the last build.
    Nothing,
    /// The whole program.
    Whole,
}

/// What runs behind a page.
pub fn behind(page: &Page) -> Behind {
    match page {
        Page::Method | Page::Data | Page::About | Page::Accessibility => Behind::Nothing,
        Page::Changes | Page::Preview => Behind::Whole,
        _ => Behind::Readers,
    }
}

/// Whether this program can show a page by itself, without loading it. The page of changes comes with a file of its own.
pub fn carries(page: &Page) -> bool {
    behind(page) == Behind::Readers || crate::WHOLE && *page != Page::Changes
}
