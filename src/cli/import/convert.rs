//! From the files of an Open SDG repository to the files of a feed.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::data::{Lines, Slice, lines, slices};
use super::goals;
use super::ids::{Ids, cut, slug};
use super::judge::{expected_dimensions, frequency, is_proxy, method, own_notes, says_school};
use super::leftovers::Leftovers;
use super::plain::line;
use super::repository::{Files, Number, Repository};
use super::scope::Scopes;
use super::sources::{OfIndicator, Sources};
use super::table::{self, Table};
use super::targets::{Aims, Of, aims, breaks, mark_breaks, unmatched};
use super::texts::{Voices, definition, labelled, map, notes, summary, tell_apart, title};
use super::unit::{Seen, unit};
use super::year::Habits;
use crate::feed::id::{GeographyId, IndicatorId};
use crate::feed::period::PeriodKind;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Aggregation, DefinedBy, Direction, Level, Phase, Unit};
use crate::feed::series::Series;
use crate::feed::text::Text;
use crate::feed::{Record, SourceFile, write};

/// A feed, not yet checked, and how it came about.
pub(super) struct Imported {
    pub(super) files: Vec<SourceFile>,
    pub(super) leftovers: Leftovers,
    /// Indicators of the repository, by number.
    pub(super) indicators_there: usize,
    /// How many of them are in the feed, with their figures if they have a table.
    pub(super) indicators_found: usize,
    /// How many indicators they have become.
    pub(super) indicators_made: usize,
    /// Rows of tables that have a number, and those of them that are in the feed.
    pub(super) rows_with_number: usize,
    pub(super) observations: usize,
}

/// What all indicators share while they are made.
struct Work {
    locale: String,
    today: NaiveDate,
    scopes: Scopes,
    sources: Sources,
    ids: Ids,
    leftovers: Leftovers,
    indicators: Vec<Indicator>,
    series: Vec<Series>,
    /// The ids that an indicator number has become.
    made: BTreeMap<Number, Vec<IndicatorId>>,
    /// Numbers named as related, by the number that names them.
    related: Vec<(Number, Vec<Number>)>,
    coverage: BTreeMap<String, usize>,
    /// Numbers whose table could not be read.
    without_figures: usize,
    rows_with_number: usize,
    observations: usize,
}

/// Makes a feed.
///
/// # Errors
/// A sentence if a record cannot be written, which no repository should bring about.
pub(super) fn convert(repository: Repository, today: NaiveDate) -> Result<Imported, String> {
    let broken = || "The import made an id that a feed does not allow.".to_owned();
    let area = GeographyId::new("geo-area").ok_or_else(broken)?;
    let locale = repository.default_locale.clone();
    let mut work = Work {
        today,
        scopes: Scopes::new(area.clone()),
        sources: Sources::new(&locale, &repository.name),
        locale,
        ids: Ids::default(),
        leftovers: repository.leftovers,
        indicators: Vec::new(),
        series: Vec::new(),
        made: BTreeMap::new(),
        related: Vec::new(),
        coverage: BTreeMap::new(),
        without_figures: 0,
        rows_with_number: 0,
        observations: 0,
    };
    for (number, files) in &repository.indicators {
        work.indicator(number, files).ok_or_else(broken)?;
    }
    work.relate();
    if repository.license.is_none() {
        work.leftovers
            .filled_in("LICENSE", "The licence: there is no file with a licence for data that this program knows");
    }
    let locale = work.locale.clone();
    let mut per_goal: BTreeMap<&str, usize> = BTreeMap::new();
    for number in work.made.keys() {
        *per_goal.entry(number.goal()).or_default() += 1;
    }
    let mut files = Vec::new();
    let coalition =
        goals::coalition(&repository.name, &repository.locales, area.clone(), repository.license).ok_or_else(broken)?;
    let unwritable = |why| format!("The feed cannot be written: {why}.");
    files.push(SourceFile::new("coalition.json", write::pretty(&coalition).map_err(unwritable)?));
    for (number, count) in per_goal {
        put(&mut files, &goals::goal(number, count, &locale).ok_or_else(broken)?)?;
    }
    let (dimensions, places) = work.scopes.records(&mut work.leftovers);
    let (sources, partners) = work.sources.records();
    put(&mut files, &goals::area(area, &work.coverage, &locale))?;
    places.iter().try_for_each(|record| put(&mut files, record))?;
    dimensions.iter().try_for_each(|record| put(&mut files, record))?;
    sources.iter().try_for_each(|record| put(&mut files, record))?;
    partners.iter().try_for_each(|record| put(&mut files, record))?;
    work.indicators.iter().try_for_each(|record| put(&mut files, record))?;
    files.extend(
        work.series
            .iter()
            .map(|series| SourceFile::new(format!("series/{}.csv", series.indicator), write::table(series))),
    );
    Ok(Imported {
        files,
        leftovers: work.leftovers,
        indicators_there: repository.indicators.len(),
        indicators_found: work.made.len() - work.without_figures,
        indicators_made: work.indicators.len(),
        rows_with_number: work.rows_with_number,
        observations: work.observations,
    })
}

fn put<R: Record + serde::Serialize>(files: &mut Vec<SourceFile>, record: &R) -> Result<(), String> {
    let bytes =
        write::pretty(record).map_err(|why| format!("The record {} cannot be written: {why}.", record.id_text()))?;
    files.push(SourceFile::new(format!("{}/{}.json", R::KIND.list(), record.id_text()), bytes));
    Ok(())
}

impl Work {
    /// Makes the indicators of one number. `None` only if an id cannot be made.
    fn indicator(&mut self, number: &Number, files: &Files) -> Option<()> {
        let locale = self.locale.clone();
        let voices = Voices { default_locale: &locale, metas: &files.metas };
        if voices.metas.is_empty()
            && let Some((path, _)) = &files.table
        {
            self.leftovers.dropped(path.as_str(), "A table without metadata: its texts are made from its columns");
        }
        let table = files.table.as_ref().and_then(|(path, bytes)| table::read(path, bytes, &mut self.leftovers));
        let school = says_school(&voices);
        let mut slices = Vec::new();
        if let Some(table) = &table {
            self.rows_with_number += table.rows.iter().filter(|row| row.number.is_some()).count();
            let habits = Habits::of(table.rows.iter().map(|row| row.year.as_str()), school);
            slices = self::slices(table, habits, &mut self.leftovers);
            if slices.iter().any(|slice| slice.kind == PeriodKind::FinancialYear) {
                self.leftovers.filled_in(table.path.as_str(), "What a year such as 2015/16 is: a financial year");
            } else if slices.iter().any(|slice| slice.kind == PeriodKind::SchoolYear) {
                self.leftovers.filled_in(
                    table.path.as_str(),
                    "What a year such as 2015/16 is: a school year, because the metadata speak of academic years",
                );
            }
        }
        let lost = files.table.is_some() && slices.is_empty();
        let has_texts = voices.metas.iter().any(|(_, meta)| meta.names().next().is_some() || meta.body().is_some());
        if lost && !has_texts {
            self.leftovers
                .dropped(format!("indicator {}", number.dots()), "Neither figures nor metadata of it can be read");
            return Some(());
        }
        self.without_figures += usize::from(lost);
        let coverage = voices.main().and_then(|meta| meta.text("national_geographical_coverage"));
        if let Some(coverage) = coverage.map(|coverage| coverage.split_whitespace().collect::<Vec<_>>().join(" ")) {
            *self.coverage.entry(coverage).or_default() += 1;
        }
        let sources = self.sources.of(&voices, &number.dots(), &mut self.leftovers)?;
        let mut titles: Vec<Text> =
            slices.iter().map(|slice| title(&voices, slice, &number.dots(), &mut self.leftovers)).collect();
        tell_apart(&mut titles, &slices);
        let shared = Shared { number, voices: &voices, sources: &sources, school };
        let mut made = Vec::new();
        match &table {
            Some(table) if !slices.is_empty() => {
                for (slice, title) in slices.iter().zip(titles) {
                    let id = self.id(number, slice, &slices)?;
                    self.with_data(&shared, table, slice, &slices, title, id.clone());
                    made.push(id);
                }
                if let Some(meta) = voices.main() {
                    unmatched(meta, &slices, &mut self.leftovers);
                }
            }
            _ => made.push(self.without_data(&shared)?),
        }
        let siblings: Vec<IndicatorId> = made.clone();
        for indicator in self.indicators.iter_mut().filter(|indicator| siblings.contains(&indicator.id)) {
            indicator.related.extend(siblings.iter().filter(|id| **id != indicator.id).cloned());
        }
        self.made.insert(number.clone(), made);
        self.named_as_related(number, &voices);
        for (_, meta) in &files.metas {
            meta.done("indicator_number");
            meta.list_unused(&mut self.leftovers);
        }
        Some(())
    }

    /// The number, and what tells the indicator from its siblings: series, unit, kind of period.
    fn id(&mut self, number: &Number, slice: &Slice<'_>, slices: &[Slice<'_>]) -> Option<IndicatorId> {
        const ROOM: usize = 58;
        const FOR_UNIT: usize = 24;
        let mut words = vec![slug(&number.hyphens())];
        let same_series: Vec<&Slice<'_>> = slices.iter().filter(|other| other.series == slice.series).collect();
        let unit = |slice: &Slice<'_>| (slice.unit.to_lowercase(), slice.multiplier.to_lowercase());
        let several_units = same_series.iter().any(|other| unit(other) != unit(slice));
        if slices.len() > same_series.len() && !slice.series.is_empty() {
            let room = ROOM.saturating_sub(words[0].len() + if several_units { FOR_UNIT } else { 0 });
            words.push(cut(&slug(slice.series), room.max(8)).to_owned());
        }
        if several_units {
            words.push(cut(&slug(slice.unit), FOR_UNIT).to_owned());
        }
        if same_series.iter().any(|other| unit(other) == unit(slice) && other.kind != slice.kind) {
            words.push(slug(slice.kind.wire()));
        }
        words.retain(|word| !word.is_empty());
        IndicatorId::new(self.ids.take("ind", &words.join("-")))
    }

    fn with_data(
        &mut self,
        shared: &Shared<'_>,
        table: &Table,
        slice: &Slice<'_>,
        slices: &[Slice<'_>],
        title: Text,
        id: IndicatorId,
    ) {
        let voices = shared.voices;
        let Lines { mut lines, numbers, repeated } =
            lines(slice, table, &mut self.scopes, self.today, &mut self.leftovers);
        self.observations += numbers;
        let values: Vec<(f64, &str)> =
            slice.rows.iter().filter_map(|(row, _)| Some((row.number?, row.value.as_str()))).collect();
        let declared = voices
            .main()
            .and_then(|meta| meta.text("computation_units"))
            .and_then(|unit| line(unit, &table.path, &mut self.leftovers));
        let unit_text = match (slice.unit, &declared) {
            ("", Some(declared)) => declared.as_str(),
            ("", None) => {
                self.leftovers.filled_in(table.path.as_str(), "The unit: neither table nor metadata name one");
                ""
            }
            (said, _) => said,
        };
        let words = format!("{} {}", title.versions().next().unwrap_or_default(), slice.series);
        let unit = unit(&Seen { unit: unit_text, multiplier: slice.multiplier, words: &words, values: &values });
        let mut aims = Aims { direction: Direction::Neither, targets: Vec::new(), baseline: None, limits: None };
        let mut caveats = Vec::new();
        if let Some(meta) = voices.main() {
            let breaks = breaks(meta, slice, slices, &mut self.leftovers);
            mark_breaks(&mut lines, &breaks);
            aims =
                self::aims(meta, &Of { slice, unit: &unit, lines: &lines, scopes: &self.scopes }, &mut self.leftovers);
            if is_proxy(voices, slice) {
                caveats.push(
                    voices.own("The source marks these figures as a stand-in for the indicator of the United Nations."),
                );
            }
        }
        caveats.extend(own_notes(voices, slice, unit_text, &unit, repeated));
        if declared.as_ref().is_some_and(|declared| !declared.eq_ignore_ascii_case(unit_text)) {
            let all = voices.say_line(|meta| meta.text("computation_units").map(str::to_owned), &mut self.leftovers);
            caveats.extend(all.map(|text| labelled(voices, text, "Units of all series together")));
        }
        let mut record = self.record(shared, id.clone(), title, unit, slices.len() == 1, caveats);
        record.period_type = slice.kind;
        record.direction = aims.direction;
        record.targets = aims.targets;
        record.baseline = aims.baseline;
        record.limits = aims.limits;
        if values.is_empty() {
            record.phase = Phase::Developmental;
        }
        self.indicators.push(record);
        self.series.push(Series { indicator: id, lines });
    }

    /// An indicator that has metadata and no figures: it is wanted, and not measured.
    fn without_data(&mut self, shared: &Shared<'_>) -> Option<IndicatorId> {
        let Shared { number, voices, .. } = shared;
        let id = IndicatorId::new(self.ids.take("ind", &number.hyphens()))?;
        let empty = Slice { series: "", unit: "", multiplier: "", kind: PeriodKind::Year, rows: Vec::new() };
        let title = title(voices, &empty, &number.dots(), &mut self.leftovers);
        let declared = voices.main().and_then(|meta| meta.text("computation_units")).unwrap_or_default();
        let unit = unit(&Seen { unit: declared, multiplier: "", words: "", values: &[] });
        let mut record = self.record(shared, id.clone(), title, unit, true, Vec::new());
        record.phase = Phase::Developmental;
        self.indicators.push(record);
        Some(id)
    }

    fn record(
        &mut self,
        shared: &Shared<'_>,
        id: IndicatorId,
        title: Text,
        unit: Unit,
        alone: bool,
        own: Vec<Text>,
    ) -> Indicator {
        let Shared { number, voices, sources, school } = shared;
        let leftovers = &mut self.leftovers;
        let dots = number.dots();
        let plain_summary = summary(voices, &title, alone, &dots, leftovers);
        let definition = definition(voices, &dots, leftovers);
        let coverage =
            voices.say_line(|meta| meta.text("national_geographical_coverage").map(str::to_owned), leftovers);
        let mut caveats: Vec<Text> = coverage.map(|text| labelled(voices, text, "Coverage")).into_iter().collect();
        if let Some(status) =
            voices.main().and_then(|meta| meta.text("reporting_status")).filter(|status| *status != "complete")
        {
            caveats.push(voices.own(format!(
                "The source gives the state of its reporting as \"{}\".",
                status.chars().take(40).collect::<String>()
            )));
        }
        caveats.extend(own);
        if *school {
            caveats.push(voices.own(
                "A period such as 2015/16 is taken for a school year, because the metadata speak of academic years.",
            ));
        }
        caveats.extend(notes(voices, leftovers));
        let (expected, named) = expected_dimensions(voices, &self.scopes, leftovers);
        if !named.is_empty() {
            caveats.push(
                voices.own(format!("Breakdowns that the source asks for and does not have: {}.", named.join(", "))),
            );
        }
        let place = voices.main().map_or_else(|| dots.clone(), |meta| meta.path.clone());
        let (frequency, known) = frequency(sources.periodicity.as_deref());
        if !known {
            leftovers.filled_in(place.as_str(), "How often new figures come: \"irregular\"");
        }
        let method = method(voices);
        leftovers
            .filled_in(place, format!("How figures are made: \"{}\", by the words of the metadata", method.wire()));
        Indicator {
            id,
            plain_summary,
            definition: definition.unwrap_or_else(|| map(title.clone(), |title| format!("{dots}: {title}"))),
            title,
            phrase: None,
            level: Level::Population,
            rba: None,
            goals: goals::goal_id(number.goal()).into_iter().collect(),
            activity: None,
            unit,
            direction: Direction::Neither,
            range: None,
            limits: None,
            aggregation: Aggregation::Neither,
            period_type: PeriodKind::Year,
            update_frequency: frequency,
            expected_lag_days: None,
            baseline: None,
            method,
            interval_level: None,
            source: sources.sources.clone(),
            steward: sources.steward.clone(),
            sphere: None,
            defined_by: Some(DefinedBy::Official),
            phase: Phase::Live,
            expected_dimensions: expected,
            min_change: None,
            pace_model: None,
            follow_up_months: None,
            caveats,
            related: Vec::new(),
            targets: Vec::new(),
            forecasts: Vec::new(),
            assessment_override: None,
        }
    }

    fn named_as_related(&mut self, number: &Number, voices: &Voices<'_>) {
        let Some(list) = voices.main().and_then(|meta| meta.get("related_indicators")) else { return };
        let numbers = list.items().iter().filter_map(|item| Number::of(item.text()?)).collect();
        self.related.push((number.clone(), numbers));
    }

    fn relate(&mut self) {
        for (number, others) in std::mem::take(&mut self.related) {
            for other in others {
                let Some(theirs) = self.made.get(&other) else {
                    let reason = format!("The related indicator {}, which the repository does not have", other.dots());
                    self.leftovers.dropped(format!("indicator {}", number.dots()), reason);
                    continue;
                };
                let ours = self.made.get(&number).cloned().unwrap_or_default();
                for indicator in self.indicators.iter_mut().filter(|indicator| ours.contains(&indicator.id)) {
                    let new = theirs
                        .iter()
                        .filter(|id| **id != indicator.id && !indicator.related.contains(id))
                        .cloned()
                        .collect::<Vec<_>>();
                    indicator.related.extend(new);
                }
            }
        }
    }
}

/// What the indicators of one number share.
struct Shared<'s> {
    number: &'s Number,
    voices: &'s Voices<'s>,
    sources: &'s OfIndicator,
    school: bool,
}
