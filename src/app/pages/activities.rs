//! The list of all activities.

use super::list::list_page;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{icon, link_to, said};
use crate::app::use_shown;
use crate::present::Link;
use crate::present::activities::{ActivityRow, activity_list};
use crate::present::activity::{Sign, State, Step};
use crate::present::list::ListPage;
use crate::words::say;

/// The list of activities.
pub fn activities_view(page: ListPage) -> Html {
    let shown = use_shown();
    let list = move |query: &_| activity_list(&shown.context(), query);
    list_page(page, list, |rows| {
        el("ul").attr("role", "list").add(rows.into_iter().map(activity_row).collect::<Html>()).html()
    })
}

/// An activity in a list.
pub(super) fn activity_row(row: ActivityRow) -> impl Piece {
    let lead_label = say!(use_shown().words, "activity-lead");
    let goal = |goal: Link| el("li").add(link_to(goal));
    el("li")
        .class("act")
        .add(
            el("div").class("act__rail").add(state(row.status)).add(
                el("ul")
                    .class("meta act__facts")
                    .attr("role", "list")
                    .add(el("li").add(row.kind))
                    .add(row.when.map(|when| el("li").add(when)))
                    .add(row.goals.into_iter().map(goal).collect::<Html>()),
            ),
        )
        .add(
            el("div")
                .class("act__main")
                .add(el("h3").add(link_to(row.title)))
                .add(el("p").add(said(row.summary)))
                .add(
                    el("p")
                        .class("meta")
                        .add(lead_label)
                        .add(" ")
                        .add(link_to(row.lead))
                        .add(row.others.map(|others| (", ", others))),
                )
                .add(row.money.map(|money| el("p").class("cont").add(icon("i-late")).add(el("span").add(money))))
                .add(row.shared.map(|shared| el("p").class("meta").add(shared))),
        )
        .add(row.next.map(|next| el("div").class("mil act__next").add(el("ul").attr("role", "list").add(step(next)))))
}

/// A step of an activity, in a list.
pub(super) fn step(step: Step) -> impl Piece {
    el("li").add(state(step.state)).add(
        el("span")
            .add(said(step.title))
            .add(el("span").class("meta").add(step.when))
            .add(step.note.map(|note| el("span").class("meta").add(said(note)))),
    )
}

/// A state: icon, word and colour.
pub(super) fn state(state: State) -> impl Piece {
    let (class, name) = match state.sign {
        Sign::Running => ("status status--good", "i-open"),
        Sign::Done => ("status status--good", "i-kept"),
        Sign::Ahead => ("status status--none", "i-wait"),
        Sign::Late => ("status status--slow", "i-late"),
        Sign::Paused => ("status status--slow", "i-stall"),
        Sign::Stopped => ("status status--none", "i-no"),
        Sign::Vague => ("status status--none", "i-none"),
    };
    el("span").class(class).add(icon(name)).add(el("span").add(state.word))
}
