//! The list of all activities.

use leptos::prelude::*;

use super::indicators::{FilterBar, SearchBox};
use super::method::text_head;
use crate::app::parts::{LinkTo, Said, icon};
use crate::app::{use_query, use_shown};
use crate::present::Link;
use crate::present::activities::{ActivitiesPage, ActivityList, ActivityRow, activity_list};
use crate::present::activity::{Sign, State, Step};
use crate::routes::Page;
use crate::words::say;

/// The list of activities.
#[component]
pub fn ActivitiesView(
    /// What stands around the list.
    page: ActivitiesPage,
) -> impl IntoView {
    let shown = use_shown();
    let query = use_query();
    let list = Memo::new(move |_| query.with(|query| activity_list(&shown.context(), query)));
    // Outside of what is drawn anew, so that a change of the number is announced.
    let count = move || list.with(|list| list.count.clone());
    view! {
        {text_head(page.title, page.lead.into())}
        <section class="wrap actsec" aria-labelledby="list-count">
            <h2 id="list-count" class="h-sub"><span role="status">{count}</span></h2>
            <SearchBox label=page.search_label page=Page::Activities/>
            {move || list.with(|list| listed(list.clone()))}
        </section>
    }
}

fn listed(list: ActivityList) -> impl IntoView {
    view! {
        <FilterBar filters=list.filters/>
        <ul role="list">{list.rows.into_iter().map(activity_row).collect_view()}</ul>
        {list.empty.map(|(text, clear, href)| view! { <p class="flag">{text} " " <a href=href>{clear}</a></p> })}
    }
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
