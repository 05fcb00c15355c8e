//! The reader's own goals: add, change, tick and delete.

use leptos::prelude::*;
use leptos::tachys::renderer::types::Event;
use leptos::wasm_bindgen::JsCast;

use super::{button, status};
use crate::app::follow::Own;
use crate::app::html::{Element, Html, Piece, el, live};
use crate::app::parts::band;
use crate::app::use_shown;
use crate::present::mine::{LONGEST, Mine, OwnGoal, OwnStep, progress};
use crate::words::say;

const SAID: &str = "mine-said-goals";
const NEW: &str = "mine-new-goal";

/// How the parts of the section work together. The list is drawn anew when goals or steps come or go, not when a box is
/// ticked: a box keeps the focus then.
#[derive(Clone, Copy)]
struct Section {
    own: Own,
    drawn: RwSignal<u32>,
    says: RwSignal<String>,
}

impl Section {
    /// Changes the goals and draws them anew. Then the focus goes to `focus`, and `says` is announced.
    fn change(self, elsewhere: &str, says: &str, focus: &'static str, with: &mut dyn FnMut(&mut Mine)) {
        let done = self.own.change_goals(with);
        self.says.set(if done { says.to_owned() } else { elsewhere.to_owned() });
        self.drawn.update(|times| *times = times.wrapping_add(1));
        (self.own.hands.focus)(if done { focus } else { SAID });
    }
}

pub(super) fn goals(own: Own) -> impl Piece {
    let words = use_shown().words;
    let section = Section { own, drawn: RwSignal::new(0), says: RwSignal::new(String::new()) };
    let elsewhere = say!(words, "mine-elsewhere");
    let add = move |text: String| section.change(&elsewhere, "", NEW, &mut |mine| mine.add_goal(&text));
    let list = move || {
        section.drawn.get();
        let all = own.mine.with_untracked(|mine| mine.goals.clone());
        if all.is_empty() {
            return el("p").class("flag").child(say!(use_shown().words, "mine-goals-none")).html();
        }
        let item = |(at, one): (usize, OwnGoal)| goal(section, at, one);
        el("ul")
            .class("plain")
            .attr("role", "list")
            .child(all.into_iter().enumerate().map(item).collect::<Html>())
            .html()
    };
    // A file that is brought in, or all that is deleted, changes the list too.
    let texts = Memo::new(move |_| own.mine.with(Mine::texts));
    let list = move || {
        // Read, as a memo that nobody has read follows nothing.
        texts.with(|_| ());
        list()
    };
    band(
        "own-goals",
        say!(words, "mine-goals"),
        Some(say!(words, "mine-goals-note")),
        (
            status(SAID, section.says),
            live(list),
            entry(NEW.into(), say!(words, "mine-goal-new"), say!(words, "mine-goal-add"), String::new(), add),
        ),
    )
}

/// A field with its label and its button. Empty again after it was used, if it was empty before.
fn entry(id: String, label: String, act: String, text: String, done: impl Fn(String) + Send + 'static) -> Element {
    let typed = RwSignal::new(text.clone());
    let submit = move |event: Event| {
        // Nothing is sent: the form is there so that the key Enter works in its field.
        event.unchecked_into::<leptos::ev::Event>().prevent_default();
        let now = typed.get_untracked();
        if text.is_empty() {
            typed.set(String::new());
        }
        done(now);
    };
    el("form")
        .class("mine__entry")
        .on("submit", submit)
        .child(el("label").attr("for", id.clone()).child(label))
        .child(
            el("input")
                .attr("id", id)
                .attr("type", "text")
                .attr("autocomplete", "off")
                .attr("maxlength", LONGEST.to_string())
                .property("value", move || typed.get())
                .on("input", move |event| typed.set(event_target_value(&event))),
        )
        .child(el("button").class("button").attr("type", "submit").child(act))
}

fn goal(section: Section, at: usize, goal: OwnGoal) -> impl Piece {
    let shown = use_shown();
    let words = shown.words.clone();
    let own = section.own;
    let elsewhere = say!(words, "mine-elsewhere");
    let context = shown.clone();
    let how_far =
        live(move || own.mine.with(|mine| mine.goals.get(at).and_then(|goal| progress(&context.context(), goal))));
    let (again, once_more) = (elsewhere.clone(), elsewhere.clone());
    let kept = say!(words, "mine-goal-kept");
    let rename = move |text: String| section.change(&elsewhere, &kept, SAID, &mut |mine| mine.rename_goal(at, &text));
    let added = say!(words, "mine-step-added", name = &goal.text);
    let add = move |text: String| section.change(&again, &added, SAID, &mut |mine| mine.add_step(at, &text));
    let gone = say!(words, "mine-goal-gone", name = &goal.text);
    let delete = move || section.change(&once_more, &gone, SAID, &mut |mine| mine.remove_goal(at));
    let name = goal.text;
    el("li")
        .child(el("h3").class("h-item").child(name.clone()))
        .child(el("p").class("meta").child(how_far))
        .child(
            el("ul")
                .class("mine__steps")
                .attr("role", "list")
                .child(goal.steps.into_iter().enumerate().map(|(n, one)| step(section, at, n, one)).collect::<Html>()),
        )
        .child(entry(
            format!("mine-step-{at}"),
            say!(words, "mine-step-new", name = &name),
            say!(words, "mine-step-add"),
            String::new(),
            add,
        ))
        .child(
            el("details")
                .class("more")
                .child(el("summary").child(say!(words, "mine-goal-change", name = &name)))
                .child(entry(
                    format!("mine-text-{at}"),
                    say!(words, "mine-goal-text"),
                    say!(words, "mine-goal-save"),
                    name,
                    rename,
                ))
                .child(el("p").class("mine__row").child(button(say!(words, "mine-goal-delete"), delete))),
        )
}

fn step(section: Section, at: usize, n: usize, step: OwnStep) -> impl Piece {
    let words = use_shown().words;
    let elsewhere = say!(words, "mine-elsewhere");
    let again = elsewhere.clone();
    let tick = move |event: Event| {
        let done = event_target_checked(&event.unchecked_into());
        if !section.own.change_goals(&mut |mine| mine.tick(at, n, done)) {
            section.says.set(again.clone());
            section.drawn.update(|times| *times = times.wrapping_add(1));
        }
    };
    let gone = say!(words, "mine-step-gone", name = &step.text);
    let delete = move || section.change(&elsewhere, &gone, SAID, &mut |mine| mine.remove_step(at, n));
    let checked = step.done.then_some("checked");
    let label = say!(words, "mine-step-delete", name = &step.text);
    el("li")
        .child(
            el("label")
                .child(el("input").attr("type", "checkbox").attr("checked", checked).on("change", tick))
                .child(" ")
                .child(step.text),
        )
        .child(button(say!(words, "mine-delete-short"), delete).attr("aria-label", label))
}
