//! What the reader keeps in this browser, for all views; and the button that follows a record.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Hands, Kept, use_shown};
use crate::app::html::{Piece, el};
use crate::present::mine::{MOST_BYTES, Mine, OwnGoal, read};
use crate::routes::Page;
use crate::words::say;

/// What is kept, as the views see it. It is read when the first view asks, and again before each change: another tab may
/// have written.
#[derive(Clone, Copy)]
pub struct Own {
    pub mine: RwSignal<Mine>,
    /// Whether the browser keeps it. If not, it holds until the tab is closed.
    pub works: RwSignal<bool>,
    pub hands: Hands,
}

impl Own {
    pub fn new(hands: Hands) -> Self {
        Self { mine: RwSignal::new(Mine::default()), works: RwSignal::new(true), hands }
    }

    /// What is kept now.
    pub fn load(&self) {
        let found = match (self.hands.kept)() {
            Kept::Text(text) => match read(&text) {
                Some(mine) => mine,
                None => {
                    // Too large to be put away inside of what is kept: then nothing is written over it.
                    if text.len() > MOST_BYTES / 4 {
                        self.works.set(false);
                    }
                    Mine { broken: Some(text), ..Mine::default() }
                }
            },
            Kept::Nothing if self.works.get_untracked() => Mine::default(),
            // In this tab there may be something that could not be kept.
            Kept::Nothing => return,
            Kept::Refused => return self.works.set(false),
        };
        if self.mine.with_untracked(|mine| *mine != found) {
            self.mine.set(found);
        }
    }

    /// Changes it and keeps it.
    pub fn change(&self, with: &mut dyn FnMut(&mut Mine)) {
        if self.works.get_untracked() {
            self.load();
        }
        let mut mine = self.mine.get_untracked();
        with(&mut mine);
        self.put(mine);
    }

    /// As [`Self::change`], for changes of goals by their place. False, and nothing is changed, if another tab has changed
    /// the goals: the places are others then.
    pub fn change_goals(&self, with: &mut dyn FnMut(&mut Mine)) -> bool {
        let before: Vec<OwnGoal> = self.mine.with_untracked(|mine| mine.goals.clone());
        if self.works.get_untracked() {
            self.load();
        }
        let same = self.mine.with_untracked(|mine| mine.goals == before);
        if same {
            let mut mine = self.mine.get_untracked();
            with(&mut mine);
            self.put(mine);
        }
        same
    }

    fn put(&self, mine: Mine) {
        let text = if mine == Mine::default() { String::new() } else { mine.written() };
        if self.works.get_untracked() {
            self.works.set((self.hands.keep)(&text));
        }
        self.mine.set(mine);
    }
}

/// The button that follows a record. Not for drafts: of these nothing is kept.
pub fn follow(id: String) -> impl Piece {
    let shown = use_shown();
    if shown.draft.is_some() {
        return None;
    }
    let own = use_context::<Own>();
    if let Some(own) = own {
        own.load();
    }
    let labels = Arc::new([say!(shown.words, "mine-follow"), say!(shown.words, "mine-unfollow")]);
    let first = labels[0].clone();
    let (href, see, note) = (
        shown.context().href(&Page::Mine),
        say!(shown.words, "mine-follow-see"),
        say!(shown.words, "mine-follow-note"),
    );
    let watched = id.clone();
    // A property, not a new element: the button keeps the focus.
    let label = move || {
        let follows = own.is_some_and(|own| own.mine.with(|mine| mine.follows(&watched)));
        labels[usize::from(follows)].clone()
    };
    let turn = move |_| {
        if let Some(own) = own {
            own.change(&mut |mine| mine.turn(&shown.context(), &id));
        }
    };
    let button = el("button").class("button").attr("type", "button").on("click", turn).child(first);
    let line = el("p")
        .class("follow")
        .child(button.property("textContent", label))
        .child(" ")
        .child(el("span").class("meta").child(note).child(" ").child(el("a").attr("href", href).child(see)));
    // The layout would win over the rule that hides what needs a script.
    Some(el("div").class("needs-script").child(line))
}
