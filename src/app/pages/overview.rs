//! The first page.

use leptos::prelude::*;

use crate::app::parts::{HeadingLevel, LinkTo, Measures, Said, icon};
use crate::present::Link;
use crate::present::goal::GoalSection;
use crate::present::overview::{Block, BlockItem, Overview};

/// The overview.
#[component]
pub fn OverviewView(
    /// What it says.
    page: Overview,
) -> impl IntoView {
    let others = (!page.others.is_empty()).then(|| {
        view! {
            <section class="goal" aria-labelledby="others">
                <div class="goal__head"><h3 id="others">{page.others_title}</h3></div>
                <Measures rows=page.others level=HeadingLevel::Four/>
            </section>
        }
    });
    view! {
        <div class="wrap hero">
            <p class="label hero__kick">{page.kicker}</p>
            <h1 class="vision" tabindex="-1" lang=page.vision.lang>{page.vision.text}</h1>
            <div class="hero__side">
                <p class="lead"><Said phrase=page.summary/></p>
                <p class="meta"><Said phrase=page.population/></p>
            </div>
        </div>
        <section class="wrap goals" aria-labelledby="goals">
            <div class="goals__head"><h2 id="goals">{page.goals_title}</h2></div>
            {page.goals.into_iter().map(goal).collect_view()}
            {others}
            <p class="claim">{page.claim}</p>
        </section>
        <div class="wrap trio">
            {page.news.map(|news| block("news", news))}
            {page.events.map(|events| block("events", events))}
        </div>
        <section class="wrap band" aria-labelledby="partners">
            <div class="band__rail">
                <h2 id="partners" class="label">{page.partners_title}</h2>
                <p class="meta"><LinkTo link=page.partners_more/></p>
            </div>
            <div class="band__main kinds">{page.partners.into_iter().map(kind).collect_view()}</div>
        </section>
    }
}

/// A goal with its indicators.
fn goal(goal: GoalSection) -> impl IntoView {
    let id = format!("goal-{}", goal.id);
    let head = goal_head(&goal, id.clone(), true);
    view! {
        <section class="goal" aria-labelledby=id>
            {head}
            <div>
                {goal.unmeasured.map(|text| view! { <p class="flag">{text}</p> })}
                <Measures rows=goal.rows level=HeadingLevel::Four/>
            </div>
        </section>
    }
}

/// Name, summary and stewards of a goal.
pub(super) fn goal_head(goal: &GoalSection, id: String, titled: bool) -> impl IntoView + use<> {
    let title = titled.then(|| {
        view! {
            <h3 id=id>
                <span class="goal__n" aria-hidden="true">{goal.number}</span>
                <LinkTo link=goal.title.clone()/>
            </h3>
        }
    });
    let kept = match goal.kept_by.clone() {
        Ok(kept) => view! { <p class="meta">{kept}</p> }.into_any(),
        Err(gap) => {
            view! { <p class="meta"><span class="gapflag">{icon("i-gap")} <span>{gap}</span></span></p> }.into_any()
        }
    };
    view! {
        <div class="goal__head">
            {goal.north_star.clone().map(|text| view! { <p class="goal__north">{text}</p> })}
            {title}
            {titled.then(|| view! { <p class="goal__sum"><Said phrase=goal.summary.clone()/></p> })}
            {goal.set_by.clone().map(|text| view! { <p class="meta">{text}</p> })}
            {kept}
        </div>
    }
}

fn block(id: &'static str, block: Block) -> impl IntoView {
    let item = |item: BlockItem| {
        view! {
            <li>
                <span class="log__when"><time>{item.date}</time> {item.kind}</span>
                <span>
                    <LinkTo link=item.link/>
                    {item.note.map(|note| view! { <span class="meta log__note"><Said phrase=note/></span> })}
                </span>
            </li>
        }
    };
    view! {
        <section aria-labelledby=id>
            <h2 id=id class="h-sub">{block.title}</h2>
            <ul class="log" role="list">{block.items.into_iter().map(item).collect_view()}</ul>
            <p class="meta"><LinkTo link=block.more/></p>
        </section>
    }
}

fn kind((title, links): (String, Vec<Link>)) -> impl IntoView {
    let item = |link: Link| view! { <li><LinkTo link=link/></li> };
    view! { <div><h3>{title}</h3><ul role="list">{links.into_iter().map(item).collect_view()}</ul></div> }
}
