//! The page of an activity.

use leptos::prelude::*;

use super::activities::{state, step};
use super::method::terms;
use crate::app::parts::{Band, Crumbs, HeadingLevel, LinkList, LinkTo, Measures, Said};
use crate::app::use_shown;
use crate::feed::records::activity::Who;
use crate::present::activity::{ActivityPage, ResourceRow, Role, Stage, Strip, StripStep};
use crate::present::chapter::Term;
use crate::present::{Link, Phrase};
use crate::words::{Catalog, say};

/// The page of an activity.
#[component]
pub fn ActivityView(
    /// What it says.
    page: ActivityPage,
) -> impl IntoView {
    let words = use_shown().words;
    let fact = |(label, value): (String, Phrase)| view! { <div><dt>{label}</dt><dd><Said phrase=value/></dd></div> };
    let lesson = |text: Phrase| view! { <li><Said phrase=text/></li> };
    view! {
        <div class="wrap pagehead">
            <Crumbs label=say!(words, "nav-here") links=page.crumbs/>
            <h1 tabindex="-1" lang=page.title.lang>{page.title.text}</h1>
            <p class="lead"><Said phrase=page.summary/></p>
            <dl class="strip">
                <div>
                    <dt>{say!(words, "filter-status")}</dt>
                    <dd>{state(page.status)} {page.reason.map(|text| view! { <span class="meta log__note"><Said phrase=text/></span> })}</dd>
                </div>
                {page.facts.into_iter().map(fact).collect_view()}
            </dl>
            {stages(page.stages, &words)}
        </div>
        {defined("access", say!(words, "activity-access"), page.access)}
        {who(page.lead, page.partners, page.coproduction)}
        {purpose(page.goals, page.strategies)}
        {defined("serves", say!(words, "activity-serves"), page.serves)}
        {(!page.contributes.is_empty()).then(|| view! {
            <Band id="measures" title=say!(words, "activity-measures") note=say!(words, "activity-measures-note")>
                <Measures rows=page.contributes level=HeadingLevel::Three/>
            </Band>
        })}
        {(!page.performance.is_empty()).then(|| view! {
            <Band id="performance" title=say!(words, "activity-performance") note=say!(words, "activity-performance-note")>
                <Measures rows=page.performance level=HeadingLevel::Three/>
            </Band>
        })}
        {(!page.steps.is_empty()).then(|| view! {
            <Band id="steps" title=say!(words, "activity-steps")>
                <div class="mil"><ol role="list">{page.steps.into_iter().map(step).collect_view()}</ol></div>
            </Band>
        })}
        {defined("pilot", say!(words, "activity-pilot"), page.pilot)}
        {(!page.lessons.is_empty()).then(|| view! {
            <Band id="lessons" title=say!(words, "activity-lessons")>
                <ul class="plain" role="list">{page.lessons.into_iter().map(lesson).collect_view()}</ul>
            </Band>
        })}
        {(!page.resources.is_empty()).then(|| view! {
            <Band id="resources" title=say!(words, "activity-resources") note=say!(words, "activity-resources-note")>
                {resources(page.resources)}
            </Band>
        })}
        {defined("people", say!(words, "activity-people"), page.people)}
        {defined("continuity", say!(words, "activity-continuity"), page.continuity)}
        {(!page.evidence.is_empty()).then(|| view! {
            <Band id="evidence" title=say!(words, "activity-evidence")><LinkList links=page.evidence/></Band>
        })}
    }
}

/// A section of labels and what they stand for, if there are any.
fn defined(id: &'static str, title: String, list: Vec<Term>) -> impl IntoView {
    (!list.is_empty()).then(|| view! { <Band id=id title=title>{terms(list)}</Band> })
}

fn stages(stages: Vec<Stage>, words: &Catalog) -> impl IntoView + use<> {
    let stage = |stage: Stage| {
        let class = stage.done.then_some("is-done");
        view! { <li class=class aria-current=stage.current.then_some("step")>{stage.name}</li> }
    };
    let label = say!(words, "activity-status");
    (!stages.is_empty()).then(|| {
        view! { <ol class="stages" role="list" aria-label=label>{stages.into_iter().map(stage).collect_view()}</ol> }
    })
}

fn who(lead: Link, partners: Vec<Role>, shared: Option<Strip>) -> impl IntoView {
    let words = use_shown().words;
    let partner = |role: Role| {
        view! {
            <div>
                <dt>{role.role}</dt>
                <dd>
                    <LinkTo link=role.partner/>
                    {role.note.map(|note| view! { <span class="meta log__note"><Said phrase=note/></span> })}
                </dd>
            </div>
        }
    };
    let (leads, heading) = (say!(words, "role-lead"), say!(words, "coproduction-title"));
    view! {
        <Band id="partners" title=say!(words, "activity-who")>
            <div class="stack">
                <dl class="defs">
                    <div><dt>{leads}</dt><dd><LinkTo link=lead/></dd></div>
                    {partners.into_iter().map(partner).collect_view()}
                </dl>
                {shared.map(|shared| strip(heading, shared))}
            </div>
        </Band>
    }
}

fn strip(heading: String, shared: Strip) -> impl IntoView {
    let step = |step: StripStep| {
        let class = match step.who {
            Who::Agency => "cop__c",
            Who::Shared => "cop__c cop__c--shared",
            Who::Residents => "cop__c cop__c--residents",
            Who::Nobody => "cop__c cop__c--none",
        };
        view! { <li class=class><span class="cop__k">{step.name}</span> <span class="cop__v">{step.word}</span></li> }
    };
    view! {
        <div class="stack-s">
            <h3 class="h-small">{heading}</h3>
            <p>{shared.says}</p>
            <ol class="cop" role="list">{shared.steps.into_iter().map(step).collect_view()}</ol>
        </div>
    }
}

fn purpose(goals: Vec<Link>, strategies: Vec<(Phrase, Phrase)>) -> impl IntoView {
    let words = use_shown().words;
    let strategy = |(title, summary): (Phrase, Phrase)| {
        view! { <li><h4 class="h-item"><Said phrase=title/></h4><p><Said phrase=summary/></p></li> }
    };
    let followed = (!strategies.is_empty()).then(|| {
        view! {
            <h3 class="h-small">{say!(words, "activity-strategies")}</h3>
            <ul class="plain" role="list">{strategies.into_iter().map(strategy).collect_view()}</ul>
        }
    });
    let goals_title = say!(words, "activity-goals");
    view! {
        <Band id="purpose" title=say!(words, "activity-purpose")>
            <h3 class="h-small">{goals_title}</h3>
            <LinkList links=goals/>
            {followed}
        </Band>
    }
}

fn resources(rows: Vec<ResourceRow>) -> impl IntoView {
    let words = use_shown().words;
    let row = |row: ResourceRow| {
        view! {
            <tr>
                <th scope="row">{row.year}</th>
                <td>{row.kind}</td>
                <td>{row.from.map(|from| view! { <LinkTo link=from/> })}</td>
                <td class="n">{row.planned}</td>
                <td class="n">{row.actual}</td>
            </tr>
        }
    };
    view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby="resources">
            <table class="data">
                <thead>
                    <tr>
                        <th scope="col">{say!(words, "resource-year")}</th>
                        <th scope="col">{say!(words, "resource-what")}</th>
                        <th scope="col">{say!(words, "resource-from")}</th>
                        <th scope="col" class="n">{say!(words, "resource-planned")}</th>
                        <th scope="col" class="n">{say!(words, "resource-actual")}</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
