//! Work groups and their seats.

use crate::app::html::{Html, Piece, el};
use crate::app::parts::{link_to, said};
use crate::app::use_shown;
use crate::present::how_we_work::{Group, Member, SeatRow, SeatTable};
use crate::present::{Link, Phrase};
use crate::words::say;

pub(super) fn group(group: Group) -> Html {
    let words = use_shown().words;
    let fact =
        |(label, says): (String, Phrase)| el("div").child(el("dt").child(label)).child(el("dd").child(said(says)));
    let next = match (group.next, group.no_next) {
        (Some(next), _) => link_to(next).html(),
        (None, none) => none.map(|none| el("span").class("flag").child(none)).html(),
    };
    let item = |text: String| el("li").child(text);
    let sectors = (!group.seats_by_sector.is_empty()).then(|| {
        el("ul")
            .class("inline meta")
            .attr("role", "list")
            .child(group.seats_by_sector.into_iter().map(item).collect::<Html>())
    });
    let goal = |link: Link| el("li").child(link_to(link));
    let goals = (!group.goals.is_empty()).then(|| {
        el("div").child(el("dt").child(say!(words, "how-goals"))).child(el("dd").child(
            el("ul").class("inline").attr("role", "list").child(group.goals.into_iter().map(goal).collect::<Html>()),
        ))
    });
    let member = |member: Member| {
        el("li")
            .child(link_to(member.partner))
            .child(member.note.map(|note| el("span").class("meta").child(" ").child(note)))
    };
    let seats =
        el("dd").child(el("span").class(group.seats_missing.then_some("flag")).child(group.seats)).child(sectors);
    el("article")
        .class("group")
        .attr("id", group.id)
        .child(
            el("div")
                .child(el("h3").class("h-item").child(said(group.title)))
                .child(el("p").class("meta").child(group.kind)),
        )
        .child(
            el("div").class("stack").child(el("p").child(said(group.purpose))).child(
                el("dl")
                    .class("defs")
                    .child(group.facts.into_iter().map(fact).collect::<Html>())
                    .child(el("div").child(el("dt").child(say!(words, "how-next-label"))).child(el("dd").child(next)))
                    .child(goals)
                    .child(el("div").child(el("dt").child(say!(words, "how-seats-label"))).child(seats))
                    .child(
                        el("div").child(el("dt").child(say!(words, "how-members"))).child(
                            el("dd").child(
                                el("ul")
                                    .class("members")
                                    .attr("role", "list")
                                    .child(group.members.into_iter().map(member).collect::<Html>()),
                            ),
                        ),
                    ),
            ),
        )
        .html()
}

pub(super) fn seats(table: SeatTable) -> impl Piece {
    let words = use_shown().words;
    let col = |(n, text): (usize, String)| el("th").attr("scope", "col").class((n > 0).then_some("n")).child(text);
    let row = |row: SeatRow| {
        el("tr")
            .child(el("th").attr("scope", "row").child(row.sector))
            .child(row.cells.into_iter().map(|cell| el("td").class("n num").child(cell)).collect::<Html>())
    };
    el("div")
        .class("stack seatsum")
        .child(el("h3").class("h-item").child(table.title.clone()))
        .child(el("p").child(table.says))
        .child(
            el("div")
                .class("scroll")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", say!(words, "table-region", name = &table.title))
                .child(
                    el("table")
                        .class("data")
                        .child(el("caption").class("vh").child(table.title))
                        .child(
                            el("thead").child(
                                el("tr").child(table.columns.into_iter().enumerate().map(col).collect::<Html>()),
                            ),
                        )
                        .child(el("tbody").child(table.rows.into_iter().map(row).collect::<Html>()))
                        .child(el("tfoot").child(row(table.total))),
                ),
        )
}
