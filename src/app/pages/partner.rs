//! The page of a partner.

use leptos::prelude::*;

use super::activities::{activity_row, state};
use super::method::terms;
use crate::app::parts::{Band, Crumbs, LinkList, LinkTo, Said, icon};
use crate::app::use_shown;
use crate::present::Phrase;
use crate::present::partner::{Kept, OwnGoal, PartnerPage, TakesPart};
use crate::words::say;

/// The page of a partner.
#[component]
pub fn PartnerView(
    /// What it says.
    page: PartnerPage,
) -> impl IntoView {
    let words = use_shown().words;
    let fact = |(label, value): (String, Phrase)| view! { <div><dt>{label}</dt><dd><Said phrase=value/></dd></div> };
    let shared_goal = say!(words, "partner-shared-goal");
    let own_goal = move |own: OwnGoal| {
        let shared_goal = shared_goal.clone();
        view! {
            <li>
                <p><Said phrase=own.text/></p>
                {own.shared.map(|goal| view! { <p class="meta">{shared_goal} ": " <LinkTo link=goal/></p> })}
            </li>
        }
    };
    view! {
        <div class="wrap pagehead">
            <Crumbs label=say!(words, "nav-here") links=page.crumbs/>
            <h1 tabindex="-1" lang=page.name.lang>{page.name.text}</h1>
            <p class="lead"><Said phrase=page.summary/></p>
            {page.status.map(|status| view! { <p class="flag">{status}</p> })}
            <dl class="strip">{page.facts.into_iter().map(fact).collect_view()}</dl>
        </div>
        {page.commits_to.map(|text| view! {
            <Band id="commits" title=say!(words, "partner-commits-to")><p class="lead"><Said phrase=text/></p></Band>
        })}
        {(!page.own_goals.is_empty()).then(|| view! {
            <Band id="own-goals" title=say!(words, "partner-own-goals") note=say!(words, "partner-own-goals-note")>
                <ul class="plain" role="list">{page.own_goals.into_iter().map(own_goal).collect_view()}</ul>
            </Band>
        })}
        {(!page.leads.is_empty()).then(|| view! {
            <Band id="leads" title=say!(words, "partner-leads")>
                <ul class="acts--within" role="list">{page.leads.into_iter().map(activity_row).collect_view()}</ul>
            </Band>
        })}
        {(!page.takes_part.is_empty()).then(|| view! {
            <Band id="takes-part" title=say!(words, "partner-takes-part")>
                <ul class="plain" role="list">{page.takes_part.into_iter().map(takes_part).collect_view()}</ul>
            </Band>
        })}
        {(!page.goals.is_empty()).then(|| view! {
            <Band id="goals" title=say!(words, "partner-goals")><LinkList links=page.goals/></Band>
        })}
        {(!page.keeps.is_empty()).then(|| view! {
            <Band id="keeps" title=say!(words, "partner-keeps")>
                <ul class="plain" role="list">{page.keeps.into_iter().map(kept).collect_view()}</ul>
            </Band>
        })}
        {(!page.reach.is_empty()).then(|| view! {
            <Band id="reach" title=say!(words, "partner-reach")>{terms(page.reach)}</Band>
        })}
    }
}

fn takes_part(part: TakesPart) -> impl IntoView {
    view! { <li><LinkTo link=part.activity/> <span class="meta">{part.roles}</span> <span>{state(part.status)}</span></li> }
}

fn kept(kept: Kept) -> impl IntoView {
    let class = if kept.late { "fresh fresh--late" } else { "fresh" };
    view! {
        <li>
            <LinkTo link=kept.indicator/>
            <span class=class>{kept.late.then(|| icon("i-late"))} <span>{kept.fresh}</span></span>
        </li>
    }
}
