//! The story behind the curve.

use crate::app::html::{Html, Piece, el};
use crate::app::parts::{band, link_to, said};
use crate::app::shell::contacts;
use crate::present::Phrase;
use crate::present::frame::ContactLine;
use crate::present::indicator::story::{ANCHOR, Earlier, Force, IdeaRow, Step, Story};
use crate::words::{Catalog, say};

/// The newest story with what it asks for, then the older ones.
pub(super) fn story(story: Option<Story>, words: &Catalog) -> impl Piece + use<> {
    let title = say!(words, "story-title");
    story.map(|story| {
        let both = !story.pushes.is_empty() && !story.holds.is_empty();
        let sides = (!story.pushes.is_empty() || !story.holds.is_empty()).then(|| {
            el("div")
                .class(if both { "duo force" } else { "force" })
                .child(side(story.pushes_title, story.pushes, words))
                .child(side(story.holds_title, story.holds, words))
        });
        let told = el("div")
            .class("stack-l")
            .child(el("p").class("lead").child(said(story.summary)))
            .child(sides)
            .child(ideas(story.ideas, words))
            .child(needed(story.partners_needed, story.answer, words))
            .child(steps(story.steps, words))
            .child(earlier(story.earlier, story.show_earlier, words));
        band(ANCHOR, title, Some(story.note), told)
    })
}

/// A part with its heading, if there is anything in it.
fn part(title: String, content: Option<Html>) -> impl Piece {
    content.map(|content| el("div").child(el("h3").class("h-small").child(title)).child(content))
}

fn side(title: String, forces: Vec<Force>, words: &Catalog) -> impl Piece + use<> {
    let root = say!(words, "story-root-cause");
    let force = |force: Force| {
        let mark = force.root_cause.then(|| (" ", el("span").class("root").child(root.clone())));
        let ask = force.ask.map(|ask| {
            let what = el("span").child(ask.whom.map(|whom| (link_to(whom), ": "))).child(said(ask.what));
            el("p").class("ask").child(el("b").child(ask.label)).child(what)
        });
        el("li").child(said(force.says)).child(mark).child(ask)
    };
    let list = (!forces.is_empty())
        .then(|| el("ul").attr("role", "list").child(forces.into_iter().map(force).collect::<Html>()).html());
    part(title, list)
}

fn ideas(rows: Vec<IdeaRow>, words: &Catalog) -> impl Piece + use<> {
    let head = |label: String| el("th").attr("scope", "col").child(label);
    let heads = (head(say!(words, "story-idea")), head(say!(words, "story-proof")), head(say!(words, "story-cost")));
    let row = |row: IdeaRow| {
        el("tr")
            .child(el("th").attr("scope", "row").child(said(row.says)))
            .child(el("td").child(row.proof))
            .child(el("td").child(row.cost))
    };
    let title = say!(words, "story-works");
    (!rows.is_empty()).then(|| {
        let table = el("table")
            .class("data")
            .child(el("thead").child(el("tr").child(heads)))
            .child(el("tbody").child(rows.into_iter().map(row).collect::<Html>()));
        el("div").child(el("h3").attr("id", "story-works").class("h-small").child(title)).child(
            el("div")
                .class("scroll")
                .attr("tabindex", "0")
                .attr("role", "group")
                .attr("aria-labelledby", "story-works")
                .child(table),
        )
    })
}

fn needed(who: Vec<Phrase>, answer: Vec<ContactLine>, words: &Catalog) -> impl Piece + use<> {
    let item = |text: Phrase| el("li").child(said(text));
    let tell = say!(words, "story-answer");
    let list = (!who.is_empty()).then(|| {
        let answer = (!answer.is_empty()).then(|| (el("p").child(tell), contacts(answer)));
        let list = el("ul").class("plain").attr("role", "list").child(who.into_iter().map(item).collect::<Html>());
        (list, answer).html()
    });
    part(say!(words, "story-needed"), list)
}

fn steps(steps: Vec<Step>, words: &Catalog) -> impl Piece + use<> {
    let item = |step: Step| {
        let owner = step.owner.map(|owner| (" · ", link_to(owner)));
        el("li").child(el("span").child(said(step.says))).child(el("span").class("meta").child(step.by).child(owner))
    };
    let list = (!steps.is_empty()).then(|| {
        el("ol").class("plain").attr("role", "list").child(steps.into_iter().map(item).collect::<Html>()).html()
    });
    part(say!(words, "story-steps"), list)
}

fn earlier(stories: Vec<Earlier>, show: String, words: &Catalog) -> impl Piece + use<> {
    let item = |story: Earlier| {
        el("li")
            .child(el("span").class("log__when").child(el("time").attr("datetime", story.datetime).child(story.date)))
            .child(el("span").child(said(story.summary)))
    };
    let list = (!stories.is_empty()).then(|| {
        el("details")
            .class("more")
            .child(el("summary").child(show))
            .child(el("ol").class("log").attr("role", "list").child(stories.into_iter().map(item).collect::<Html>()))
            .html()
    });
    part(say!(words, "story-earlier"), list)
}
