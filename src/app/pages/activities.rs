//! The list of all activities.

use super::list::list_page;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{icon, link_to, said};
use crate::app::use_shown;
use crate::present::Link;
use crate::present::activities::{ActivityRow, activity_index, activity_list};
use crate::present::activity::{Sign, State, Step};
use crate::present::list::{Asked, ListPage};
use crate::words::say;

/// The list of activities.
pub fn activities_view(page: ListPage) -> Html {
    let shown = use_shown();
    let index = activity_index(&shown.context());
    let list = move |asked: Asked<'_>| activity_list(&shown.context(), &index, asked);
    list_page(page, list, |rows| {
        el("ul").attr("role", "list").child(rows.into_iter().map(activity_row).collect::<Html>()).html()
    })
}

/// An activity in a list.
pub(super) fn activity_row(row: ActivityRow) -> impl Piece {
    let lead_label = say!(use_shown().words, "activity-lead");
    let goal = |goal: Link| el("li").child(link_to(goal));
    el("li")
        .class("act")
        .child(
            el("div").class("act__rail").child(state(row.status)).child(
                el("ul")
                    .class("meta act__facts")
                    .attr("role", "list")
                    .child(el("li").child(row.kind))
                    .child(row.when.map(|when| el("li").child(when)))
                    .child(row.goals.into_iter().map(goal).collect::<Html>()),
            ),
        )
        .child(
            el("div")
                .class("act__main")
                .child(el("h3").child(link_to(row.title)))
                .child(el("p").child(said(row.summary)))
                .child(
                    el("p")
                        .class("meta")
                        .child(lead_label)
                        .child(" ")
                        .child(link_to(row.lead))
                        .child(row.others.map(|others| (", ", others))),
                )
                .child(
                    row.money.map(|money| el("p").class("cont").child(icon("i-late")).child(el("span").child(money))),
                )
                .child(row.shared.map(|shared| el("p").class("meta").child(shared))),
        )
        .child(
            row.next
                .map(|next| el("div").class("mil act__next").child(el("ul").attr("role", "list").child(step(next)))),
        )
}

/// A step of an activity, in a list.
pub(super) fn step(step: Step) -> impl Piece {
    el("li").child(state(step.state)).child(
        el("span")
            .child(said(step.title))
            .child(el("span").class("meta").child(step.when))
            .child(step.note.map(|note| el("span").class("meta").child(said(note))))
            .child(step.more.map(|more| el("span").class("meta").child(link_to(more)))),
    )
}

/// A state: icon, word and colour.
pub(super) fn state(state: State) -> impl Piece {
    let (class, name) = state_sign(state.sign);
    el("span").class(class).child(icon(name)).child(el("span").child(state.word))
}

/// Class and icon of a state.
pub fn state_sign(sign: Sign) -> (&'static str, &'static str) {
    match sign {
        Sign::Running => ("status status--good", "i-open"),
        Sign::Done => ("status status--good", "i-kept"),
        Sign::Ahead => ("status status--none", "i-wait"),
        Sign::Late => ("status status--slow", "i-late"),
        Sign::Paused => ("status status--slow", "i-stall"),
        Sign::Stopped => ("status status--none", "i-no"),
        Sign::Vague => ("status status--none", "i-none"),
        Sign::Partly => ("status status--slow", "i-partly"),
        Sign::Risk => ("status status--slow", "i-risk"),
        Sign::Broken => ("status status--away", "i-broken"),
        Sign::Elsewhere => ("status status--none", "i-ours"),
    }
}
