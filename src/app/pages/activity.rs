//! The page of an activity.

use super::activities::{state, step};
use super::method::terms;
use super::together::together_view;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{HeadingLevel, band, crumbs, icon, link_list, link_to, measures, said, verdict};
use crate::app::share::share;
use crate::app::use_shown;
use crate::feed::records::activity::Who;
use crate::present::activity::{
    ActivityPage, Answer, Ask, AspectRow, Quadrant, Question, ResourceRow, Role, Stage, Step, Strip, StripStep, Style,
};
use crate::present::chapter::Term;
use crate::present::{Link, Phrase};
use crate::words::{Catalog, say};

/// The page of an activity.
pub fn activity_view(page: ActivityPage) -> impl Piece {
    let words = use_shown().words;
    let fact =
        |(label, value): (String, Phrase)| el("div").child(el("dt").child(label)).child(el("dd").child(said(value)));
    let lesson = |text: Phrase| el("li").child(said(text));
    (
        el("div")
            .class("wrap pagehead")
            .child(crumbs(say!(words, "nav-here"), page.crumbs))
            .child(el("h1").attr("tabindex", "-1").lang(page.title.lang).child(page.title.text))
            .child(el("p").class("lead").child(said(page.summary)))
            .child(
                page.stopped.map(|stopped| {
                    el("p").class("cont headnote").child(icon("i-no")).child(el("strong").child(stopped))
                }),
            )
            .child(page.mandate.map(|(required, duty, link)| {
                el("p")
                    .class("headnote")
                    .child(el("strong").child(required))
                    .child(" ")
                    .child(said(duty))
                    .child(link.map(|link| (" ", link_to(link))))
            }))
            .child(
                el("dl")
                    .class("strip")
                    .child(
                        el("div").child(el("dt").child(say!(words, "filter-status"))).child(
                            el("dd")
                                .child(state(page.status))
                                .child(page.reason.map(|text| el("span").class("meta log__note").child(said(text)))),
                        ),
                    )
                    .child(page.facts.into_iter().map(fact).collect::<Html>()),
            )
            .child(stages(page.stages, &words))
            .child(page.share.map(share)),
        access(page.access, page.no_access),
        (!page.asks.is_empty()).then(|| {
            band(
                "asks",
                say!(words, "activity-asks"),
                Some(say!(words, "activity-asks-note")),
                el("ul").class("plain").attr("role", "list").child(page.asks.into_iter().map(ask).collect::<Html>()),
            )
        }),
        steps("stages", say!(words, "activity-stages"), None, page.stage_steps),
        (
            defined("pilot", say!(words, "activity-pilot"), page.pilot),
            (!page.lessons.is_empty()).then(|| {
                band(
                    "lessons",
                    say!(words, "activity-lessons"),
                    None,
                    el("ul")
                        .class("plain")
                        .attr("role", "list")
                        .child(page.lessons.into_iter().map(lesson).collect::<Html>()),
                )
            }),
            who(page.lead, page.partners, page.coproduction),
            page.style.map(style),
            steps(
                "handover",
                say!(words, "activity-handovers"),
                Some(say!(words, "activity-handovers-note")),
                page.handovers,
            ),
            purpose(page.goals, page.strategies),
            steps("steps", say!(words, "activity-steps"), None, page.steps),
            defined("serves", say!(words, "activity-serves"), page.serves),
        ),
        (!page.contributes.is_empty()).then(|| {
            band(
                "measures",
                say!(words, "activity-measures"),
                Some(say!(words, "activity-measures-note")),
                measures(page.contributes, HeadingLevel::Three),
            )
        }),
        page.performance.map(|table| {
            band(
                "performance",
                say!(words, "activity-performance"),
                Some(say!(words, "activity-performance-note")),
                quadrant(table, say!(words, "activity-performance"), &words),
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
        (
            (!page.related.is_empty())
                .then(|| band("related", say!(words, "activity-related"), None, link_list(page.related))),
            (!page.evidence.is_empty())
                .then(|| band("evidence", say!(words, "activity-evidence"), None, link_list(page.evidence))),
            together_view(page.together),
        ),
    )
}

/// Figures by the three questions: a group of rows each, under the question.
fn quadrant(table: Quadrant, name: String, words: &Catalog) -> impl Piece + use<> {
    let region = say!(words, "table-region", name = &name);
    let head = |column: String| el("th").attr("scope", "col").child(column);
    let columns = table.columns.len().to_string();
    let answer = |row: Answer| {
        el("tr")
            .child(el("th").attr("scope", "row").child(link_to(row.measure)))
            .child(el("td").class("num").child(row.baseline))
            .child(el("td").class("num").child(row.latest))
            .child(el("td").class("num").child(row.target))
            .child(el("td").child(verdict(row.verdict)))
    };
    let question = |question: Question| {
        let title = el("th").attr("scope", "rowgroup").attr("colspan", columns.clone()).child(question.title);
        let gap = question.gap.map(|gap| {
            let gap = el("span").class("gapflag").child(icon("i-gap")).child(el("span").child(gap));
            el("tr").child(el("td").attr("colspan", columns.clone()).child(gap))
        });
        el("tbody")
            .child(el("tr").class("quadrant__q").child(title))
            .child(question.rows.into_iter().map(answer).collect::<Html>())
            .child(gap)
    };
    el("div").class("scroll").attr("tabindex", "0").attr("role", "region").attr("aria-label", region).child(
        el("table")
            .class("data")
            .child(el("caption").class("vh").child(name))
            .child(el("thead").child(el("tr").child(table.columns.into_iter().map(head).collect::<Html>())))
            .child(table.questions.into_iter().map(question).collect::<Html>()),
    )
}

/// A section of labels and what they stand for, if there are any.
fn defined(id: &'static str, title: String, list: Vec<Term>) -> impl Piece {
    (!list.is_empty()).then(|| band(id, title, None, terms(list)))
}

/// How to use it: what a resident looks for first.
fn access(list: Vec<Term>, missing: Option<String>) -> impl Piece {
    let words = use_shown().words;
    let flag = missing.map(|missing| el("p").class("flag").child(missing));
    let list = (!list.is_empty()).then(|| terms(list).html());
    (list.is_some() || flag.is_some())
        .then(|| band("access", say!(words, "activity-access"), None, el("div").class("stack").child(list).child(flag)))
}

fn ask(ask: Ask) -> impl Piece {
    let contact = ask.contact.map(|contact| {
        let value = match contact.href {
            Some(href) => el("a").class("tel").attr("href", href).child(contact.says.text),
            None => el("span").child(contact.says.text),
        };
        el("p").class("meta").child(said(contact.label)).child(": ").child(value)
    });
    el("li")
        .child(el("p").child(el("strong").child(ask.kind)).child(" · ").child(said(ask.text)))
        .child(
            el("p")
                .class("meta")
                .child(ask.by.map(link_to))
                .child(ask.until.map(|until| el("span").class("askuntil").child(until))),
        )
        .child(contact)
}

/// A section of steps with dates, if there are any.
pub(super) fn steps(id: &'static str, title: String, note: Option<String>, steps: Vec<Step>) -> impl Piece {
    (!steps.is_empty()).then(|| band(id, title, note, step_list(steps)))
}

/// Steps with dates.
pub(super) fn step_list(steps: Vec<Step>) -> impl Piece {
    el("div").class("mil").child(el("ol").attr("role", "list").child(steps.into_iter().map(step).collect::<Html>()))
}

fn stages(stages: Vec<Stage>, words: &Catalog) -> impl Piece + use<> {
    let stage = |stage: Stage| {
        let class = stage.done.then_some("is-done");
        el("li").class(class).attr("aria-current", stage.current.then_some("step")).child(stage.name)
    };
    let label = say!(words, "activity-status");
    (!stages.is_empty()).then(|| {
        el("ol")
            .class("stages")
            .attr("role", "list")
            .attr("aria-label", label)
            .child(stages.into_iter().map(stage).collect::<Html>())
    })
}

fn who(lead: Link, partners: Vec<Role>, shared: Strip) -> impl Piece {
    let words = use_shown().words;
    let partner = |role: Role| {
        el("div").child(el("dt").child(role.role)).child(
            el("dd")
                .child(link_to(role.partner))
                .child(role.note.map(|note| el("span").class("meta log__note").child(said(note)))),
        )
    };
    let (leads, heading) = (say!(words, "role-lead"), say!(words, "coproduction-title"));
    band(
        "partners",
        say!(words, "activity-who"),
        None,
        el("div")
            .class("stack")
            .child(
                el("dl")
                    .class("defs")
                    .child(el("div").child(el("dt").child(leads)).child(el("dd").child(link_to(lead))))
                    .child(partners.into_iter().map(partner).collect::<Html>()),
            )
            .child(strip(heading, shared)),
    )
}

fn strip(heading: String, shared: Strip) -> impl Piece {
    let step = |step: StripStep| {
        let class = match step.who {
            Some(Who::Agency) => "cop__c",
            Some(Who::Shared) => "cop__c cop__c--shared",
            Some(Who::Residents) => "cop__c cop__c--residents",
            Some(Who::Nobody) | None => "cop__c cop__c--none",
        };
        el("li")
            .class(class)
            .child(el("span").class("cop__k").child(step.name))
            .child(el("span").class("cop__v").child(step.word))
    };
    el("div")
        .class("stack-s")
        .child(el("h3").class("h-small").child(heading))
        .child(el("p").child(shared.says))
        .child(el("ol").class("cop").attr("role", "list").child(shared.steps.into_iter().map(step).collect::<Html>()))
}

/// Six aspects, each with its place among five. The picture is in the table; the words beside it say the same.
fn style(style: Style) -> impl Piece {
    let words = use_shown().words;
    let title = say!(words, "style-title");
    let region = say!(words, "table-region", name = &title);
    let [aspect, stands, place] = style.columns;
    let [standard, shared] = style.ends;
    let row = |row: AspectRow| {
        let [low, high] = row.ends;
        let places = row
            .places
            .into_iter()
            .map(|here| el("span").class(if here { "line5__p line5__p--here" } else { "line5__p" }));
        el("tr")
            .child(el("th").attr("scope", "row").child(row.name))
            .child(
                el("td")
                    .child(el("span").class("line5").attr("aria-hidden", "true").child(places.collect::<Html>()))
                    .child(el("span").class("ends").child(el("span").child(low)).child(el("span").child(high))),
            )
            .child(el("td").class("n").child(row.says))
    };
    let head = el("tr")
        .child(el("th").attr("scope", "col").child(aspect))
        .child(
            el("th")
                .attr("scope", "col")
                .child(el("span").class("vh").child(stands).child(": "))
                .child(el("span").class("ends").child(el("span").child(standard)).child(el("span").child(shared))),
        )
        .child(el("th").attr("scope", "col").class("n").child(place));
    band(
        "how-it-is-run",
        title.clone(),
        Some(say!(words, "style-rail")),
        el("div")
            .class("stack")
            .child(el("p").child(style.says))
            .child(
                el("div")
                    .class("scroll")
                    .attr("tabindex", "0")
                    .attr("role", "region")
                    .attr("aria-label", region)
                    .child(
                        el("table")
                            .class("data data--style")
                            .child(el("caption").class("vh").child(title))
                            .child(el("thead").child(head))
                            .child(el("tbody").child(style.aspects.into_iter().map(row).collect::<Html>())),
                    ),
            )
            .child(el("p").class("meta").child(said(style.agreed))),
    )
}

fn purpose(goals: Vec<Link>, strategies: Vec<(Phrase, Phrase)>) -> impl Piece {
    let words = use_shown().words;
    let strategy = |(title, summary): (Phrase, Phrase)| {
        el("li").child(el("h4").class("h-item").child(said(title))).child(el("p").child(said(summary)))
    };
    let followed = (!strategies.is_empty()).then(|| {
        (
            el("h3").class("h-small").child(say!(words, "activity-strategies")),
            el("ul").class("plain").attr("role", "list").child(strategies.into_iter().map(strategy).collect::<Html>()),
        )
    });
    let goals_title = say!(words, "activity-goals");
    band(
        "purpose",
        say!(words, "activity-purpose"),
        None,
        (el("h3").class("h-small").child(goals_title), link_list(goals), followed),
    )
}

fn resources(rows: Vec<ResourceRow>) -> impl Piece {
    let words = use_shown().words;
    let row = |row: ResourceRow| {
        el("tr")
            .child(el("th").attr("scope", "row").child(row.year))
            .child(el("td").child(row.kind))
            .child(el("td").child(row.from.map(link_to)))
            .child(el("td").class("n").child(row.planned))
            .child(el("td").class("n").child(row.actual))
            .child(el("td").child(row.difference))
    };
    el("div").class("scroll").attr("tabindex", "0").attr("role", "group").attr("aria-labelledby", "resources").child(
        el("table")
            .class("data")
            .child(
                el("thead").child(
                    el("tr")
                        .child(el("th").attr("scope", "col").child(say!(words, "resource-year")))
                        .child(el("th").attr("scope", "col").child(say!(words, "resource-what")))
                        .child(el("th").attr("scope", "col").child(say!(words, "resource-from")))
                        .child(el("th").attr("scope", "col").class("n").child(say!(words, "resource-planned")))
                        .child(el("th").attr("scope", "col").class("n").child(say!(words, "resource-actual")))
                        .child(el("th").attr("scope", "col").child(say!(words, "activity-difference"))),
                ),
            )
            .child(el("tbody").child(rows.into_iter().map(row).collect::<Html>())),
    )
}
