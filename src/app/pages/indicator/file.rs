//! The picture of a figure as a file.

use super::figure::picture_view;
use crate::app::html::Html;
use crate::present::indicator::Figure;

/// The picture with its words as an SVG file.
pub fn svg_file(figure: Figure, imprint: &[String]) -> String {
    let name = figure.says.unwrap_or_else(|| figure.title.text.clone());
    let _ = imprint;
    picture_view(figure.picture, name, figure.description, "file", Html::default()).to_text()
}
