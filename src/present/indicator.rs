//! The page of one indicator.

mod contributors;
mod curve;
mod figure;
mod forms;
mod groups;
mod sheet;
pub mod story;
mod table;

pub use contributors::Contributor;
pub use figure::{ChartPart, Choices, Downloads, Figure, Picture, Show, Stop, ViewLink, chart_part, shown_csv};
pub(super) use groups::line_name;
pub use groups::{GroupRow, GroupTable};
pub use table::{Cell, Table, TableRow};

use self::contributors::contributors;
use super::row::main_line;
use super::share::{Framed, Share};
use super::standing::{Fact, Verdict};
use super::{Context, Head, Link, Phrase};
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Direction, Frequency, Level, Sphere};
use crate::feed::series::Scope;
use crate::feed::series::Status;
use crate::measure::assess;
use crate::measure::assess::{Point, scope_of, target_for};
use crate::measure::change::{Change, standing};
use crate::measure::freshness::freshness;
use crate::routes::Page;
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorPage {
    pub head: Head,
    pub id: String,
    pub crumbs: Vec<Link>,
    pub title: Phrase,
    pub headline: Phrase,
    pub summary: Phrase,
    /// Sentences after the headline: the target, a break that forbids comparison.
    pub more: Vec<String>,
    /// Label and value, in hairline columns.
    pub facts: Vec<(String, Phrase)>,
    pub verdict: Verdict,
    /// Status, pace, trend and gaps, each with its sum.
    pub standing: Vec<Fact>,
    /// Where the method is described.
    pub method: Link,
    pub groups: Vec<GroupTable>,
    pub story: Option<story::Story>,
    pub targets: Vec<TargetRow>,
    pub contributors: Vec<Contributor>,
    pub related: Vec<Link>,
    /// When it is updated, when next, and by whom. An empty address leads nowhere.
    pub upkeep: Vec<(String, Link)>,
    pub definition: Phrase,
    pub caveats: Vec<Phrase>,
    pub sources: Vec<SourceNote>,
    /// Address of the table of all observations.
    pub csv: Option<String>,
    /// To what was published before, if that is known.
    pub earlier: Option<Link>,
    pub share: Option<Share>,
}

/// A target or a replaced target, as a line of the list of targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetRow {
    pub says: String,
    pub why: Option<Phrase>,
    /// How those it is for stand; for targets that are judged on their own.
    pub stands: Option<TargetStand>,
    pub replaced: bool,
}

/// How a group or place with a target of its own stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetStand {
    pub verdict: Verdict,
    /// "41.0% in 2025; it was 35.2% in 2022".
    pub says: String,
}

/// Where figures come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceNote {
    pub title: Phrase,
    pub url: Option<String>,
    pub publisher: Phrase,
    pub license: Option<Phrase>,
    pub limitations: Phrase,
    pub method: Option<Phrase>,
    pub retrieved: Option<String>,
}

/// The page of an indicator; `None` if the feed has no indicator with this id.
pub fn indicator_page(context: &Context<'_>, id: &str) -> Option<IndicatorPage> {
    let indicator = context.feed.indicators.iter().find(|indicator| indicator.id.as_str() == id)?;
    let line = main_line(context, &indicator.id);
    let headline = context.headline(indicator, line);
    let title = context.text(&indicator.title);
    let mut more = Vec::new();
    if let Some(line) = line
        && standing(line, indicator).change == Some(Change::Broken)
    {
        more.push(say!(context.words, "headline-broken"));
    }
    let contributors = contributors(context, indicator);
    let is_measured = line.is_some_and(|line| standing(line, indicator).latest.is_some());
    let framed = Framed {
        title: &title.text,
        // Below the chart, each activity has a bar of its own.
        height: if is_measured { 800 + 38 * contributors.len() } else { 320 },
        picture: is_measured.then_some((id, headline.text.as_str())),
    };
    let share = context.sharing(Page::Indicator(id.to_owned()), framed);
    let assessment = context.assessed(indicator);
    more.extend(context.outlook(&assessment));
    let description =
        std::iter::once(format!("{}.", headline.text)).chain(more.iter().cloned()).collect::<Vec<_>>().join(" ");
    Some(IndicatorPage {
        head: context.head(&title.text, description),
        id: id.to_owned(),
        crumbs: crumbs(context, indicator),
        headline,
        summary: context.text(&indicator.plain_summary),
        more,
        facts: facts(context, indicator),
        verdict: context.verdict(&assessment),
        standing: context.standing_facts(indicator),
        method: Link { label: say!(context.words, "facts-method").into(), href: context.href(&Page::Method) },
        groups: groups::groups(context, indicator),
        story: story::story(context, indicator),
        targets: targets(context, indicator),
        contributors,
        upkeep: upkeep(context, indicator),
        related: indicator
            .related
            .iter()
            .filter_map(|id| context.feed.indicator(id))
            .map(|other| context.link(&other.title, &Page::Indicator(other.id.to_string())))
            .collect(),
        definition: context.text(&indicator.definition),
        caveats: indicator.caveats.iter().map(|caveat| context.text(caveat)).collect(),
        sources: sources(context, indicator),
        csv: context.feed.series_of(&indicator.id).map(|_| context.site.indicator_csv(id)),
        earlier: context.feed.figures_changed_on(id).map(|on| Link {
            label: say!(context.words, "indicator-earlier", on = context.date(on)).into(),
            href: context.href(&Page::Published(id.to_owned())),
        }),
        share,
        title,
    })
}

fn crumbs(context: &Context<'_>, indicator: &Indicator) -> Vec<Link> {
    let home = Link { label: say!(context.words, "nav-overview").into(), href: context.href(&Page::Overview) };
    let goal = indicator.goals.first().and_then(|id| context.feed.goal(id));
    let above = match goal {
        Some(goal) => context.link(&goal.title, &Page::Goal(goal.id.to_string())),
        None => Link { label: say!(context.words, "nav-measures").into(), href: context.href(&Page::Indicators) },
    };
    vec![home, above]
}

fn facts(context: &Context<'_>, indicator: &Indicator) -> Vec<(String, Phrase)> {
    let words = context.words;
    let mut facts = Vec::new();
    if let Some(latest) = main_line(context, &indicator.id).and_then(|line| standing(line, indicator).latest) {
        let value = latest.value.map(|value| context.value(indicator, value)).unwrap_or_default();
        facts.push((say!(words, "table-latest"), Phrase::from(value)));
        let (fresh, _) = context.fresh(indicator, latest);
        facts.push((say!(words, "fact-as-of"), fresh.into()));
    }
    if let Some(partner) = context.feed.partner(&indicator.steward) {
        facts.push((say!(words, "fact-kept-by"), context.text(&partner.name)));
    }
    let better = match indicator.direction {
        Direction::Increase => say!(words, "direction-increase"),
        Direction::Decrease => say!(words, "direction-decrease"),
        Direction::Maintain => say!(words, "direction-maintain"),
        Direction::Range => match &indicator.range {
            Some(range) => say!(
                words,
                "direction-range",
                low = context.value(indicator, range.lo),
                high = context.value(indicator, range.hi)
            ),
            None => say!(words, "direction-maintain"),
        },
        Direction::Neither => say!(words, "direction-none"),
    };
    facts.push((say!(words, "fact-better"), better.into()));
    if let Some(sphere) = indicator.sphere {
        let key = say!(
            words,
            match sphere {
                Sphere::Control => "sphere-control",
                Sphere::Influence => "sphere-influence",
                Sphere::Context => "sphere-context",
            }
        );
        facts.push((say!(words, "fact-sphere"), key.into()));
    }
    let level = say!(
        words,
        match indicator.level {
            Level::Population => "level-population",
            Level::Performance => "level-performance",
            Level::Process => "level-process",
        }
    );
    facts.push((say!(words, "fact-level"), level.into()));
    // Whether it lasts is another question than how it was on the last day.
    if let Some(months) = indicator.follow_up_months {
        facts.push((say!(words, "fact-follow-up"), say!(words, "follow-up-months", n = months).into()));
    }
    facts
}

fn targets(context: &Context<'_>, indicator: &Indicator) -> Vec<TargetRow> {
    let words = context.words;
    let mut rows = Vec::new();
    let row = |says: String, why: Option<Phrase>| TargetRow { says, why, stands: None, replaced: false };
    for target in &indicator.targets {
        let (value, by) = (context.value(indicator, target.value), context.date(target.by));
        let why = target.set_by.as_ref().and_then(|set| set.how.as_ref()).map(|how| context.text(how));
        rows.push(match &target.scope {
            None => row(say!(words, "target-for-all", value = value, by = by), why),
            Some(_) => {
                let scope = scope_of(target);
                let whom = groups::line_name(context, &scope).text;
                let says = say!(words, "target-for-some", value = value, by = by, whom = whom);
                // Of several targets of one group, the next one is judged.
                let judged = target_for(indicator, &scope, context.today) == Some(target);
                TargetRow { stands: judged.then(|| target_stand(context, indicator, &scope)), ..row(says, why) }
            }
        });
        for step in &target.interim {
            let (value, by) = (context.value(indicator, step.value), context.date(step.by));
            rows.push(row(say!(words, "target-step", value = value, by = by), None));
        }
        for old in target.previous.iter().rev() {
            let (value, by) = (context.value(indicator, old.value), context.date(old.by));
            let says = say!(words, "target-replaced", value = value, by = by, on = context.date(old.replaced_on));
            rows.push(TargetRow { replaced: true, ..row(says, Some(context.text(&old.reason))) });
        }
    }
    rows
}

fn target_stand(context: &Context<'_>, indicator: &Indicator, scope: &Scope) -> TargetStand {
    let words = context.words;
    let assessment = assess(context.feed, indicator, scope, context.today);
    let point = |point: Point| (context.value(indicator, point.value), words.period_in(point.period));
    let says = match (assessment.baseline.map(point), assessment.latest.map(point)) {
        (Some((was, then)), Some((is, now))) => say!(words, "target-was", is = is, now = now, was = was, then = then),
        (None, Some((is, now))) => say!(words, "target-is", is = is, now = now),
        _ => say!(words, "target-unknown"),
    };
    TargetStand { verdict: context.verdict(&assessment), says }
}

/// How often the figure comes, when the next one is due, and who brings it.
fn upkeep(context: &Context<'_>, indicator: &Indicator) -> Vec<(String, Link)> {
    let words = context.words;
    let plain = |text: String| Link { label: text.into(), href: String::new() };
    let often = say!(
        words,
        match indicator.update_frequency {
            Frequency::Weekly => "often-weekly",
            Frequency::Monthly => "often-monthly",
            Frequency::Quarterly => "often-quarterly",
            Frequency::HalfYearly => "often-half-yearly",
            Frequency::Yearly => "often-yearly",
            Frequency::EveryTwoYears => "often-two-years",
            Frequency::EveryThreeYears => "often-three-years",
            Frequency::EveryFiveYears => "often-five-years",
            Frequency::Irregular => "often-irregular",
        }
    );
    let mut all = vec![(say!(words, "upkeep-often"), plain(often))];
    let latest = main_line(context, &indicator.id).and_then(|line| standing(line, indicator).latest);
    if let Some(latest) = latest {
        all.push((say!(words, "upkeep-latest"), plain(words.period(latest.period))));
        let fresh = freshness(indicator, latest.period, context.today);
        let next = match fresh.due {
            Some(due) if fresh.is_late() => say!(words, "upkeep-was-due", due = words.day(due)),
            Some(due) => words.day(due),
            None => say!(words, "age-not-promised"),
        };
        all.push((say!(words, "upkeep-next"), plain(next)));
    }
    let steward = context.feed.partner(&indicator.steward);
    all.extend(steward.map(|partner| {
        let link = context.link(&partner.name, &Page::Partner(partner.id.to_string()));
        (say!(words, "upkeep-by"), link)
    }));
    all
}

fn sources(context: &Context<'_>, indicator: &Indicator) -> Vec<SourceNote> {
    let note = |source: &crate::feed::records::Source| SourceNote {
        title: context.text(&source.title),
        url: source.url.as_ref().map(|url| url.as_str().to_owned()),
        publisher: context.text(&source.publisher),
        license: source.license.as_ref().map(|license| context.text(license)),
        limitations: context.text(&source.limitations),
        method: source.method_note.as_ref().map(|method| context.text(method)),
        retrieved: source.retrieved_on.map(|on| context.date(on)),
    };
    indicator.source.iter().filter_map(|id| context.feed.source(id)).map(note).collect()
}

/// The words for what is to be known about a value, besides the value.
pub(super) fn status_words(context: &Context<'_>, observation: &crate::feed::series::Observation) -> Vec<String> {
    let words = context.words;
    observation
        .status
        .iter()
        .filter_map(|status| match status {
            Status::Final => None,
            Status::Provisional => Some(say!(words, "value-provisional")),
            Status::Estimated => Some(say!(words, "value-estimated")),
            Status::Forecast => Some(say!(words, "value-forecast")),
            Status::Break => Some(say!(words, "value-break")),
            Status::Missing => Some(say!(words, "value-not-collected")),
            Status::Suppressed => Some(say!(words, "value-suppressed")),
            Status::Withheld => Some(say!(words, "value-withheld")),
            Status::NotDue => Some(say!(words, "value-not-due")),
            Status::Unreliable => Some(say!(words, "value-unreliable")),
            Status::Pooled => Some(say!(words, "value-pooled")),
            Status::Imputed => Some(say!(words, "value-imputed")),
            Status::DefinitionDiffers => Some(say!(words, "value-definition-differs")),
            Status::Synthetic => Some(say!(words, "value-synthetic")),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::{READING, Small};

    #[track_caller]
    fn check(more: &str, expected: Option<&str>) {
        let later = READING[0].1.replace(r#""phase": "live""#, &format!(r#""phase": "live"{more}"#));
        let small = Small::new(&[(READING[0].0, &later), READING[1]]);
        let context = small.context("en");
        let facts = facts(&context, &context.feed.indicators[0]);
        let found = facts.iter().find(|(name, _)| name == "Counted when").map(|(_, says)| says.text.as_str());
        assert_eq!(found, expected);
    }

    #[test]
    fn a_figure_of_later_says_how_much_later() {
        check("", None);
        check(r#", "follow_up_months": 6"#, Some("6 months after people left"));
        check(r#", "follow_up_months": 1"#, Some("1 month after people left"));
    }
}
