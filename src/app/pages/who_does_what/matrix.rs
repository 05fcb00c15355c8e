//! Partner by goal.

use super::{col, scroll, section};
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{icon, link_to};
use crate::app::use_shown;
use crate::present::who_does_what::{Cell, Column, FootCell, FootRow, Legend, Matrix, MatrixRow, Part, PartnerGroup};
use crate::words::say;

pub(super) fn matrix(matrix: Matrix) -> impl Piece {
    let words = use_shown().words;
    let width = matrix.columns.len() + 1;
    let legend = matrix.legend.clone();
    let nothing = say!(words, "who-cell-none");
    let cell = |cell: Cell| {
        if cell.parts.is_empty() {
            let none = el("span").class("mx__none").child(el("span").attr("aria-hidden", "true").child("–"));
            return el("td").child(none.child(el("span").class("vh").child(nothing.clone()))).html();
        }
        let chips = cell.parts.into_iter().filter_map(|part| legend.iter().find(|one| one.part == part).map(chip));
        let count = cell.count.map(|(n, says, href)| {
            el("a")
                .class("mx__count num")
                .attr("href", href)
                .child(el("span").attr("aria-hidden", "true").child(n))
                .child(el("span").class("vh").child(says))
        });
        el("td").child(chips.map(Piece::html).collect::<Html>()).child(count).html()
    };
    let row = |row: MatrixRow| {
        el("tr")
            .child(el("th").attr("scope", "row").child(link_to(row.partner)))
            .child(row.cells.into_iter().map(&cell).collect::<Html>())
    };
    let group = |group: PartnerGroup| {
        let title = el("th").attr("scope", "rowgroup").attr("colspan", width.to_string());
        el("tbody")
            .child(el("tr").class("mx__kind").child(title.child(el("span").child(group.title))))
            .child(group.rows.into_iter().map(row).collect::<Html>())
    };
    let foot_cell = |cell: FootCell| match cell.gap {
        true => el("td").child(el("span").class("gapflag").child(icon("i-gap")).child(el("span").child(cell.says))),
        false => el("td").child(cell.says),
    };
    let foot = |row: FootRow| {
        el("tr")
            .child(el("th").attr("scope", "row").child(row.title))
            .child(row.cells.into_iter().map(foot_cell).collect::<Html>())
    };
    let class = if matrix.narrow { "data mx mx--letters" } else { "data mx" };
    let table =
        el("table")
            .class(class)
            .child(el("caption").class("vh").child(matrix.title.clone()))
            .child(el("thead").child(
                el("tr").child(col(matrix.partner)).child(matrix.columns.into_iter().map(column).collect::<Html>()),
            ))
            .child(matrix.groups.into_iter().map(group).collect::<Html>())
            .child(el("tfoot").child(matrix.foot.into_iter().map(foot).collect::<Html>()));
    let meaning = |one: &Legend| el("li").child(chip(one)).child(" ").child(el("span").child(one.means.clone()));
    let key = el("ul")
        .class("mxkey meta")
        .attr("role", "list")
        .attr("aria-label", say!(words, "who-key"))
        .child(matrix.legend.iter().map(meaning).collect::<Html>());
    section("goals", matrix.title.clone(), None, matrix.note, (key, scroll(matrix.title, table)))
}

/// A goal above its column: number and name.
pub(super) fn column(column: Column) -> impl Piece {
    el("th")
        .attr("scope", "col")
        .child(el("span").class("mx__n num").attr("aria-hidden", "true").child(column.number.to_string()))
        .child(link_to(column.goal))
}

/// What a partner does: the word, and its letter where there is no room for words.
fn chip(legend: &Legend) -> impl Piece {
    let class = match legend.part {
        Part::Answers => "role role--answers",
        Part::Lead => "role role--lead",
        Part::Deliver => "role role--deliver",
        Part::Design => "role role--design",
        Part::Fund => "role role--fund",
        Part::Host => "role role--host",
        Part::Measure => "role role--measure",
        Part::Advise | Part::Refer => "role",
    };
    el("span")
        .class(class)
        .child(el("span").class("role__l").attr("aria-hidden", "true").child(legend.letter.clone()))
        .child(el("span").class("role__w").child(legend.word.clone()))
        .child(" ")
}
