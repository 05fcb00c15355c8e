//! The one sentence that an indicator is told in: on its page, in lists, in the description of its picture.

use super::indicator::line_name;
use super::{Context, Phrase};
use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Phase, UnitKind};
use crate::feed::series::{Line, Observation};
use crate::measure::assess::Assessment;
use crate::measure::change::{Change, standing};
use crate::measure::pace::PaceLabel;
use crate::words::say;

impl Context<'_> {
    /// What a line says; of a group or place that stands in for everybody, with its name.
    pub fn headline(&self, indicator: &Indicator, line: Option<&Line>) -> Phrase {
        let headline = self.headline_there(indicator, line);
        match line.filter(|line| !line.scope.is_total() && standing(line, indicator).latest.is_some()) {
            Some(line) => {
                let whom = line_name(self, &line.scope).text;
                say!(self.words, "headline-of", whom = whom, headline = headline.text).into()
            }
            None => headline,
        }
    }

    /// The same without a name, where it is said otherwise whom the line is about.
    ///
    /// Level first, then the change since the baseline: "56 in 100 third graders read at grade level, up 5.8 points
    /// since spring 2022". Made from whole messages, one for each case.
    pub fn headline_there(&self, indicator: &Indicator, line: Option<&Line>) -> Phrase {
        let title = self.text(&indicator.title);
        let standing = line.map(|line| standing(line, indicator)).unwrap_or_default();
        let Some((latest, value)) = standing.latest.and_then(|latest| Some((latest, latest.value?))) else {
            let text = match indicator.phase {
                Phase::Developmental => say!(self.words, "headline-not-measured", title = title.text),
                _ => say!(self.words, "headline-no-figure", title = title.text),
            };
            return text.into();
        };
        let share = self.share(indicator, latest, value);
        let change = match standing.change {
            Some(Change::By(change)) => standing.baseline.map(|from| (change, from.period)),
            _ => None,
        };
        let said = |change: f64| self.change(indicator, change);
        let since = |period: Period| self.words.period_in(period);
        let text = match (share, change) {
            (Some((n, phrase)), None) => say!(self.words, "headline-share", n = n, phrase = phrase),
            (Some((n, phrase)), Some((by, from))) if !self.shows(indicator, by) => {
                say!(self.words, "headline-share-same", n = n, phrase = phrase, since = since(from))
            }
            (Some((n, phrase)), Some((by, from))) if by > 0.0 => {
                say!(self.words, "headline-share-up", n = n, phrase = phrase, change = said(by), since = since(from))
            }
            (Some((n, phrase)), Some((by, from))) => {
                say!(self.words, "headline-share-down", n = n, phrase = phrase, change = said(by), since = since(from))
            }
            (None, None) => {
                say!(self.words, "headline-value", title = title.text, value = self.value_after_title(indicator, value))
            }
            (None, Some((by, from))) => {
                let (title, value) = (title.text, self.value_after_title(indicator, value));
                if !self.shows(indicator, by) {
                    say!(self.words, "headline-value-same", title = title, value = value, since = since(from))
                } else if by > 0.0 {
                    say!(
                        self.words,
                        "headline-value-up",
                        title = title,
                        value = value,
                        change = said(by),
                        since = since(from)
                    )
                } else {
                    say!(
                        self.words,
                        "headline-value-down",
                        title = title,
                        value = value,
                        change = said(by),
                        since = since(from)
                    )
                }
            }
        };
        text.into()
    }

    /// The second sentence: whether the change is fast enough for the target. `None` without a target.
    pub fn outlook(&self, assessment: &Assessment<'_>) -> Option<String> {
        let (words, target) = (self.words, assessment.target?);
        let (value, by) = (self.value(assessment.indicator, target.value), self.date(target.by));
        Some(match assessment.pace.label {
            PaceLabel::OnPace => say!(words, "outlook-on", value = value, by = by),
            PaceLabel::TooSlow => say!(words, "outlook-slow", value = value, by = by),
            PaceLabel::FarTooSlow => say!(words, "outlook-far", value = value, by = by),
            PaceLabel::MovingAway => say!(words, "outlook-away", value = value, by = by),
            PaceLabel::Met => say!(words, "outlook-met", value = value, by = by),
            PaceLabel::MissedDate => say!(words, "outlook-missed", value = value, by = by),
            PaceLabel::AwaitingFigure => say!(words, "outlook-awaiting", value = value, by = by),
            PaceLabel::NotDefined => say!(words, "headline-target", value = value, by = by),
        })
    }

    /// "56 in 100" and how it goes on, for shares that have a phrase in the page's language.
    fn share(&self, indicator: &Indicator, latest: &Observation, value: f64) -> Option<(String, String)> {
        let phrase = self.text(indicator.phrase.as_ref()?);
        let usable = indicator.unit.kind == UnitKind::Percent && phrase.lang.is_none() && latest.value.is_some();
        usable.then(|| (self.words.share_in_100(value), phrase.text))
    }
}

#[cfg(test)]
mod tests {
    use crate::present::row::main_line;
    use crate::present::testing::{READING, Small};

    #[track_caller]
    fn check(rows: &str, expected: &str) {
        let table = format!("period,geography,value,status\n{rows}");
        let small = Small::new(&[READING[0], ("series/ind-reading.csv", table.as_str())]);
        let context = small.context("en");
        let [indicator] = context.feed.indicators.as_slice() else { panic!("one indicator") };
        assert_eq!(context.headline(indicator, main_line(&context, &indicator.id)).text, expected);
    }

    #[test]
    fn whoever_stands_in_for_everybody_is_named() {
        let everybody = "2022,,50,final\n2023,,51,final\n2024,,52,final\n";
        let east = "2022,geo-east,44,final\n2023,geo-east,46,final\n2024,geo-east,48,final\n";
        check(&format!("{everybody}{east}"), "Reading at grade level: 52.0%, up 2.0 points since 2022");
        check(east, "Eastside: Reading at grade level: 48.0%, up 4.0 points since 2022");
    }
}
