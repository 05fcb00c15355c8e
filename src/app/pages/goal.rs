//! The page of a goal.

use leptos::prelude::*;

use super::overview::goal_head;
use crate::app::parts::{Band, Crumbs, HeadingLevel, LinkList, LinkTo, Measures, Said};
use crate::app::use_shown;
use crate::present::goal::{GoalPage, StrategyNote};
use crate::words::say;

/// The page of a goal.
#[component]
pub fn GoalView(
    /// What it says.
    page: GoalPage,
) -> impl IntoView {
    let words = use_shown().words;
    let head = goal_head(&page.section, String::new(), false);
    let section = page.section;
    let title = section.title.label;
    view! {
        <div class="wrap pagehead">
            <Crumbs label=say!(words, "nav-here") links=page.crumbs/>
            <h1 tabindex="-1" lang=title.lang>{title.text}</h1>
            <p class="lead"><Said phrase=section.summary/></p>
            {page.status.map(|status| view! { <p class="flag">{status}</p> })}
            {head}
            {page.parent.map(|parent| view! { <p class="meta">{say!(words, "goal-part-of")} " " <LinkTo link=parent/></p> })}
        </div>
        <Band id="measures" title=say!(words, "nav-measures")>
            {section.unmeasured.map(|text| view! { <p class="flag">{text}</p> })}
            <Measures rows=section.rows level=HeadingLevel::Three/>
        </Band>
        {(!page.parts.is_empty()).then(|| view! {
            <Band id="parts" title=say!(words, "goal-parts")><LinkList links=page.parts/></Band>
        })}
        {(!page.strategies.is_empty()).then(|| view! {
            <Band id="strategies" title=say!(words, "goal-strategies")>
                <ul class="plain" role="list">{page.strategies.into_iter().map(strategy).collect_view()}</ul>
            </Band>
        })}
        {(!page.activities.is_empty()).then(|| view! {
            <Band id="activities" title=say!(words, "nav-activities") note=say!(words, "goal-activities-note")>
                <LinkList links=page.activities/>
            </Band>
        })}
        {(!page.performance.is_empty()).then(|| view! {
            <Band id="performance" title=say!(words, "goal-performance") note=say!(words, "goal-performance-note")>
                <Measures rows=page.performance level=HeadingLevel::Three/>
            </Band>
        })}
    }
}

fn strategy(strategy: StrategyNote) -> impl IntoView {
    view! {
        <li>
            <h3 class="h-item"><Said phrase=strategy.title/></h3>
            <p><Said phrase=strategy.summary/></p>
            {strategy.evidence.map(|evidence| view! { <p class="meta">{evidence}</p> })}
        </li>
    }
}
