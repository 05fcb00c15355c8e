//! The picture of an indicator: the chart that its page shows first, with its words around it.

use crate::app::Shown;
use crate::app::pages::indicator::file_of;
use crate::present::indicator::chart_part;
use crate::routes::Query;

/// Pixels of a PNG file for each px of its picture: sharp on paper and on dense screens.
pub(super) const SCALE: f32 = 2.;

/// The SVG file; `None` if nothing has been measured.
pub(super) fn svg(shown: &Shown, id: &str) -> Option<String> {
    let figure = chart_part(&shown.context(), id, &Query::default())?.figure?;
    Some(file_of(figure, &shown.words))
}
