//! What has changed: all versions, since a day, between two versions.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::renderer::types::Event;

use super::method::text_head;
use crate::app::html::{Html, Piece, el, live};
use crate::app::parts::{link_to, said};
use crate::app::{Changes, Hands, use_query, use_shown};
use crate::present::changes::{
    ChangesList, ChangesOf, ChangesPage, Choice, Controls, RecordChanges, VersionChanges, between_href, changes_list,
    controls, no_history, since_href,
};

/// The page of changes. The history comes with the page when it is loaded, not with the feed.
pub fn changes_view(page: ChangesPage) -> impl Piece {
    let shown = use_shown();
    let query = use_query();
    let list = match shown.changes.clone() {
        Some(changes) if !changes.history.versions.is_empty() => {
            let (asked, context) = (changes.clone(), shown.clone());
            let title = move || query.with(|query| changes_list(&context.context(), &asked.history, query).title);
            let asked = changes.clone();
            let list = move || query.with(|query| changes_list(&shown.context(), &asked.history, query));
            (
                bar(&changes),
                el("h2")
                    .attr("id", "changes-shown")
                    .class("h-sub")
                    .child(el("span").attr("role", "status").child(live(title))),
                live(move || list_view(list())),
            )
                .html()
        }
        found => el("p").class("flag").child(no_history(&shown.context(), found.is_some())).html(),
    };
    (
        text_head(page.title.clone(), page.lead.into()),
        el("section").class("wrap actsec stack").attr("aria-label", page.title).child(list),
    )
}

/// What can be asked for. Drawn once: who chooses keeps the focus.
fn bar(changes: &Arc<Changes>) -> Option<Html> {
    let shown = use_shown();
    let query = use_query();
    let now = query.get_untracked();
    let Controls {
        since_label,
        since: _,
        first,
        last,
        between_title,
        from_label,
        to_label,
        from,
        to,
        last_visit,
        visit_note,
    } = controls(&shown.context(), &changes.history, &now, changes.last_visit)?;
    let hands = use_context::<Hands>();
    let go = move |href: String| {
        if let Some(hands) = hands {
            hands.replace_address.run(href);
        }
    };
    let context = shown.clone();
    let since = move |event: Event| go(since_href(&context.context(), &event_target_value(&event)));
    let select = |id: &'static str, name: &'static str, label: String, choices: Vec<Choice>| {
        let (context, history) = (shown.clone(), changes.clone());
        let fallback =
            choices.iter().find(|choice| choice.chosen).map(|choice| choice.value.clone()).unwrap_or_default();
        let chosen = move |event: Event| {
            let href = query.with_untracked(|query| {
                between_href(&context.context(), &history.history, query, name, &event_target_value(&event))
            });
            go(href);
        };
        let value = move || query.with(|query| query.get(name).unwrap_or(&fallback).to_owned());
        let option = |choice: Choice| el("option").attr("value", choice.value).child(choice.label);
        el("div").child(el("label").attr("for", id).child(label)).child(
            el("select")
                .attr("id", id)
                .child(choices.into_iter().map(option).collect::<Html>())
                .property("value", value)
                .on("change", chosen),
        )
    };
    let asked = move || query.with(|query| query.get("since").unwrap_or_default().to_owned());
    let form = el("div")
        .class("asked")
        .child(
            el("div").child(el("label").attr("for", "since").child(since_label)).child(
                el("input")
                    .attr("id", "since")
                    .attr("type", "date")
                    .attr("min", first)
                    .attr("max", last)
                    .property("value", asked)
                    .on("change", since),
            ),
        )
        .child(
            el("fieldset")
                .child(el("legend").child(between_title))
                .child(select("from", "from", from_label, from))
                .child(select("to", "to", to_label, to)),
        )
        .child(el("p").class("asked__visit meta").child(last_visit.map(|link| (link_to(link), " "))).child(visit_note));
    // The layout would win over the rule that hides what needs a script.
    Some(el("div").class("needs-script").child(form).html())
}

fn list_view(list: ChangesList) -> impl Piece {
    (
        list.notes.into_iter().map(|note| el("p").class("meta").child(note)).collect::<Html>(),
        list.all.map(|link| el("p").child(link_to(link))),
        list.net.map(|net| el("div").class("stack").child(changes(net))),
        el("ol")
            .class("log log--wide")
            .attr("role", "list")
            .child(list.versions.into_iter().map(version).collect::<Html>()),
    )
}

fn version(version: VersionChanges) -> impl Piece {
    let heading = format!("{}-date", version.id);
    el("li")
        .attr("id", version.id)
        .child(
            el("h3")
                .attr("id", heading.clone())
                .class("log__when")
                .child(el("time").attr("datetime", version.datetime).child(version.date)),
        )
        .child(el("article").class("stack").attr("aria-labelledby", heading).child(changes(version.changes)))
}

fn changes(changes: ChangesOf) -> impl Piece {
    (
        changed(changes.summary, changes.records),
        changes.more.into_iter().map(|more| el("p").class("meta").child(more)).collect::<Html>(),
    )
}

/// A sentence, and what has changed record by record.
pub(super) fn changed(summary: String, records: Vec<RecordChanges>) -> impl Piece {
    (
        el("p").child(el("strong").child(summary)),
        (!records.is_empty()).then(|| {
            el("ul").class("changed").attr("role", "list").child(records.into_iter().map(record).collect::<Html>())
        }),
    )
}

fn record(record: RecordChanges) -> impl Piece {
    let name = match record.href {
        Some(href) => el("a").attr("href", href).lang(record.name.lang).child(record.name.text).html(),
        None => said(record.name).html(),
    };
    el("li").child(el("p").child(el("span").class("meta").child(record.kind)).child(" ").child(name)).child(
        el("ul")
            .class("changed__lines")
            .child(record.lines.into_iter().map(|line| el("li").child(line)).collect::<Html>()),
    )
}
