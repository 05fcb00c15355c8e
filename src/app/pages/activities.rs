//! The list of all activities.

use leptos::prelude::*;

use super::list::list_page;
use crate::app::parts::{LinkTo, Said, icon};
use crate::app::use_shown;
use crate::present::Link;
use crate::present::activities::{ActivityRow, activity_list};
use crate::present::activity::{Sign, State, Step};
use crate::present::list::ListPage;
use crate::words::say;

/// The list of activities.
pub fn activities_view(page: ListPage) -> AnyView {
    let shown = use_shown();
    let list = move |query: &_| activity_list(&shown.context(), query);
    list_page(page, list, |rows| {
        view! { <ul role="list">{rows.into_iter().map(activity_row).collect_view()}</ul> }.into_any()
    })
}

/// An activity in a list.
pub(super) fn activity_row(row: ActivityRow) -> impl IntoView {
    let lead_label = say!(use_shown().words, "activity-lead");
    let goal = |goal: Link| view! { <li><LinkTo link=goal/></li> };
    view! {
        <li class="act">
            <div class="act__rail">
                {state(row.status)}
                <ul class="meta act__facts" role="list">
                    <li>{row.kind}</li>
                    {row.when.map(|when| view! { <li>{when}</li> })}
                    {row.goals.into_iter().map(goal).collect_view()}
                </ul>
            </div>
            <div class="act__main">
                <h3><LinkTo link=row.title/></h3>
                <p><Said phrase=row.summary/></p>
                <p class="meta">{lead_label} " " <LinkTo link=row.lead/> {row.others.map(|others| view! { ", " {others} })}</p>
                {row.money.map(|money| view! { <p class="cont">{icon("i-late")} <span>{money}</span></p> })}
                {row.shared.map(|shared| view! { <p class="meta">{shared}</p> })}
            </div>
            {row.next.map(|next| view! { <div class="mil act__next"><ul role="list">{step(next)}</ul></div> })}
        </li>
    }
}

/// A step of an activity, in a list.
pub(super) fn step(step: Step) -> impl IntoView {
    view! {
        <li>
            {state(step.state)}
            <span>
                <Said phrase=step.title/> <span class="meta">{step.when}</span>
                {step.note.map(|note| view! { <span class="meta"><Said phrase=note/></span> })}
            </span>
        </li>
    }
}

/// A state: icon, word and colour.
pub(super) fn state(state: State) -> impl IntoView {
    let (class, name) = match state.sign {
        Sign::Running => ("status status--good", "i-open"),
        Sign::Done => ("status status--good", "i-kept"),
        Sign::Ahead => ("status status--none", "i-wait"),
        Sign::Late => ("status status--slow", "i-late"),
        Sign::Paused => ("status status--slow", "i-stall"),
        Sign::Stopped => ("status status--none", "i-no"),
        Sign::Vague => ("status status--none", "i-none"),
    };
    view! { <span class=class>{icon(name)} <span>{state.word}</span></span> }
}
