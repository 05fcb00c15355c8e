//! stub
use crate::app::html::Piece;
pub fn follow(_id: String) -> impl Piece {}
