//! The page of an activity.

use super::activities::{state, step};
use super::method::terms;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{HeadingLevel, band, crumbs, link_list, link_to, measures, said};
use crate::app::use_shown;
use crate::feed::records::activity::Who;
use crate::present::activity::{ActivityPage, ResourceRow, Role, Stage, Strip, StripStep};
use crate::present::chapter::Term;
use crate::present::{Link, Phrase};
use crate::words::{Catalog, say};

/// The page of an activity.
pub fn activity_view(page: ActivityPage) -> impl Piece {
    let words = use_shown().words;
    let fact = |(label, value): (String, Phrase)| el("div").add(el("dt").add(label)).add(el("dd").add(said(value)));
    let lesson = |text: Phrase| el("li").add(said(text));
    (
        el("div")
            .class("wrap pagehead")
            .add(crumbs(say!(words, "nav-here"), page.crumbs))
            .add(el("h1").attr("tabindex", "-1").attr("lang", page.title.lang).add(page.title.text))
            .add(el("p").class("lead").add(said(page.summary)))
            .add(
                el("dl")
                    .class("strip")
                    .add(
                        el("div").add(el("dt").add(say!(words, "filter-status"))).add(
                            el("dd")
                                .add(state(page.status))
                                .add(page.reason.map(|text| el("span").class("meta log__note").add(said(text)))),
                        ),
                    )
                    .add(page.facts.into_iter().map(fact).collect::<Html>()),
            )
            .add(stages(page.stages, &words)),
        defined("access", say!(words, "activity-access"), page.access),
        who(page.lead, page.partners, page.coproduction),
        purpose(page.goals, page.strategies),
        defined("serves", say!(words, "activity-serves"), page.serves),
        (!page.contributes.is_empty()).then(|| {
            band(
                "measures",
                say!(words, "activity-measures"),
                Some(say!(words, "activity-measures-note")),
                measures(page.contributes, HeadingLevel::Three),
            )
        }),
        (!page.performance.is_empty()).then(|| {
            band(
                "performance",
                say!(words, "activity-performance"),
                Some(say!(words, "activity-performance-note")),
                measures(page.performance, HeadingLevel::Three),
            )
        }),
        (!page.steps.is_empty()).then(|| {
            band(
                "steps",
                say!(words, "activity-steps"),
                None,
                el("div")
                    .class("mil")
                    .add(el("ol").attr("role", "list").add(page.steps.into_iter().map(step).collect::<Html>())),
            )
        }),
        defined("pilot", say!(words, "activity-pilot"), page.pilot),
        (!page.lessons.is_empty()).then(|| {
            band(
                "lessons",
                say!(words, "activity-lessons"),
                None,
                el("ul")
                    .class("plain")
                    .attr("role", "list")
                    .add(page.lessons.into_iter().map(lesson).collect::<Html>()),
            )
        }),
        (!page.resources.is_empty()).then(|| {
            band(
                "resources",
                say!(words, "activity-resources"),
                Some(say!(words, "activity-resources-note")),
                resources(page.resources),
            )
        }),
        defined("people", say!(words, "activity-people"), page.people),
        defined("continuity", say!(words, "activity-continuity"), page.continuity),
        (!page.evidence.is_empty())
            .then(|| band("evidence", say!(words, "activity-evidence"), None, link_list(page.evidence))),
    )
}

/// A section of labels and what they stand for, if there are any.
fn defined(id: &'static str, title: String, list: Vec<Term>) -> impl Piece {
    (!list.is_empty()).then(|| band(id, title, None, terms(list)))
}

fn stages(stages: Vec<Stage>, words: &Catalog) -> impl Piece + use<> {
    let stage = |stage: Stage| {
        let class = stage.done.then_some("is-done");
        el("li").class(class).attr("aria-current", stage.current.then_some("step")).add(stage.name)
    };
    let label = say!(words, "activity-status");
    (!stages.is_empty()).then(|| {
        el("ol")
            .class("stages")
            .attr("role", "list")
            .attr("aria-label", label)
            .add(stages.into_iter().map(stage).collect::<Html>())
    })
}

fn who(lead: Link, partners: Vec<Role>, shared: Option<Strip>) -> impl Piece {
    let words = use_shown().words;
    let partner = |role: Role| {
        el("div").add(el("dt").add(role.role)).add(
            el("dd")
                .add(link_to(role.partner))
                .add(role.note.map(|note| el("span").class("meta log__note").add(said(note)))),
        )
    };
    let (leads, heading) = (say!(words, "role-lead"), say!(words, "coproduction-title"));
    band(
        "partners",
        say!(words, "activity-who"),
        None,
        el("div")
            .class("stack")
            .add(
                el("dl")
                    .class("defs")
                    .add(el("div").add(el("dt").add(leads)).add(el("dd").add(link_to(lead))))
                    .add(partners.into_iter().map(partner).collect::<Html>()),
            )
            .add(shared.map(|shared| strip(heading, shared))),
    )
}

fn strip(heading: String, shared: Strip) -> impl Piece {
    let step = |step: StripStep| {
        let class = match step.who {
            Who::Agency => "cop__c",
            Who::Shared => "cop__c cop__c--shared",
            Who::Residents => "cop__c cop__c--residents",
            Who::Nobody => "cop__c cop__c--none",
        };
        el("li")
            .class(class)
            .add(el("span").class("cop__k").add(step.name))
            .add(el("span").class("cop__v").add(step.word))
    };
    el("div")
        .class("stack-s")
        .add(el("h3").class("h-small").add(heading))
        .add(el("p").add(shared.says))
        .add(el("ol").class("cop").attr("role", "list").add(shared.steps.into_iter().map(step).collect::<Html>()))
}

fn purpose(goals: Vec<Link>, strategies: Vec<(Phrase, Phrase)>) -> impl Piece {
    let words = use_shown().words;
    let strategy = |(title, summary): (Phrase, Phrase)| {
        el("li").add(el("h4").class("h-item").add(said(title))).add(el("p").add(said(summary)))
    };
    let followed = (!strategies.is_empty()).then(|| {
        (
            el("h3").class("h-small").add(say!(words, "activity-strategies")),
            el("ul").class("plain").attr("role", "list").add(strategies.into_iter().map(strategy).collect::<Html>()),
        )
    });
    let goals_title = say!(words, "activity-goals");
    band(
        "purpose",
        say!(words, "activity-purpose"),
        None,
        (el("h3").class("h-small").add(goals_title), link_list(goals), followed),
    )
}

fn resources(rows: Vec<ResourceRow>) -> impl Piece {
    let words = use_shown().words;
    let row = |row: ResourceRow| {
        el("tr")
            .add(el("th").attr("scope", "row").add(row.year))
            .add(el("td").add(row.kind))
            .add(el("td").add(row.from.map(|from| link_to(from))))
            .add(el("td").class("n").add(row.planned))
            .add(el("td").class("n").add(row.actual))
    };
    el("div").class("scroll").attr("tabindex", "0").attr("role", "group").attr("aria-labelledby", "resources").add(
        el("table")
            .class("data")
            .add(
                el("thead").add(
                    el("tr")
                        .add(el("th").attr("scope", "col").add(say!(words, "resource-year")))
                        .add(el("th").attr("scope", "col").add(say!(words, "resource-what")))
                        .add(el("th").attr("scope", "col").add(say!(words, "resource-from")))
                        .add(el("th").attr("scope", "col").class("n").add(say!(words, "resource-planned")))
                        .add(el("th").attr("scope", "col").class("n").add(say!(words, "resource-actual"))),
                ),
            )
            .add(el("tbody").add(rows.into_iter().map(row).collect::<Html>())),
    )
}
