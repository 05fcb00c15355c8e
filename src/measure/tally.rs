//! Roll-ups: how many indicators stand where. Counts, never means, and always with the number that could not be judged.

use super::assess::{Assessment, Status};
use super::pace::PaceLabel;
use super::status::{Reason, StatusLabel};
use crate::feed::records::indicator::Level;

/// How many indicators of one level stand where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Population indicators, performance measures and process measures are never counted together.
    pub level: Level,
    pub total: usize,
    /// Those that were judged.
    pub judged: usize,
    /// Those that are not meant to be judged.
    pub context: usize,
    /// Those that should be judged and could not be: total less judged less context.
    pub missing: usize,
    /// By label, in the order of the labels; labels that nobody has are left out.
    pub statuses: Vec<(StatusLabel, usize)>,
    /// Why they are not assessable.
    pub reasons: Vec<(Reason, usize)>,
    /// By what is said of the way to the target, in the order of the labels.
    pub paces: Vec<(PaceLabel, usize)>,
    /// For how many the coalition has given another verdict. They are counted by the computed one.
    pub overridden: usize,
}

/// One tally for each level that occurs, in the order population, performance, process. Meant for assessments of the
/// whole: what is given twice is counted twice.
pub fn tally<'a, 'f: 'a>(assessments: impl Iterator<Item = &'a Assessment<'f>> + Clone) -> Vec<Tally> {
    let of = |level: Level| {
        let own: Vec<&Assessment<'f>> =
            assessments.clone().filter(|assessment| assessment.indicator.level == level).collect();
        let total = own.len();
        let judged = own.iter().filter(|assessment| assessment.status.label().is_judged()).count();
        let context = own.iter().filter(|one| matches!(one.status, Status::ContextOnly { .. })).count();
        (total > 0).then(|| Tally {
            level,
            total,
            judged,
            context,
            missing: total - judged - context,
            statuses: counts(StatusLabel::ALL, |label| own.iter().filter(|one| one.status.label() == label).count()),
            reasons: counts(Reason::ALL, |reason| own.iter().filter(|one| one.status.reason() == Some(reason)).count()),
            paces: counts(PaceLabel::ALL, |label| own.iter().filter(|one| one.pace.label == label).count()),
            overridden: own.iter().filter(|one| one.given.is_some()).count(),
        })
    };
    Level::ALL.iter().filter_map(|level| of(*level)).collect()
}

/// The labels that occur, with how often they do.
fn counts<L: Copy>(labels: &[L], count: impl Fn(L) -> usize) -> Vec<(L, usize)> {
    labels.iter().map(|label| (*label, count(*label))).filter(|(_, count)| *count > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::series::Scope;
    use crate::measure::assess;
    use crate::measure::tests::{feed, today};

    /// Indicators by their fields, and what is counted: total, judged, context, missing, statuses.
    #[track_caller]
    fn check(indicators: &[(&str, &str)], level: Level, numbers: [usize; 4], statuses: &[(StatusLabel, usize)]) {
        let feed = feed(indicators);
        let all: Vec<_> =
            feed.indicators.iter().map(|indicator| assess(&feed, indicator, &Scope::default(), today())).collect();
        let tallies = tally(all.iter());
        let found = tallies.iter().find(|tally| tally.level == level).unwrap();
        assert_eq!([found.total, found.judged, found.context, found.missing], numbers, "{found:?}");
        assert_eq!(found.statuses, statuses);
    }

    const SINCE: &str = r#""baseline": {"period": "2020"}"#;
    const RISES: &str = "2020 50, 2024 60";

    #[test]
    fn what_could_not_be_judged_is_counted_too() {
        let context = format!(r#"{SINCE}, "direction": "none""#);
        let wanted = r#""phase": "developmental""#;
        let all = [(SINCE, RISES), (SINCE, "2020 60, 2024 50"), (&context, RISES), (wanted, ""), ("", RISES)];
        let statuses = [
            (StatusLabel::Developmental, 1),
            (StatusLabel::NotAssessable, 1),
            (StatusLabel::ContextOnly, 1),
            (StatusLabel::Improving, 1),
            (StatusLabel::GettingWorse, 1),
        ];
        check(&all, Level::Process, [5, 2, 1, 2], &statuses);
    }

    #[test]
    fn levels_are_never_mixed() {
        let population = format!(r#"{SINCE}, "level": "population", "goals": ["goal"]"#);
        let all = [(SINCE, RISES), (&population, RISES), (SINCE, RISES)];
        check(&all, Level::Process, [2, 2, 0, 0], &[(StatusLabel::Improving, 2)]);
        check(&all, Level::Population, [1, 1, 0, 0], &[(StatusLabel::Improving, 1)]);
    }
}
