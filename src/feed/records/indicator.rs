//! Indicators: what is counted, towards which target.

use super::Setting;
use crate::feed::date::Date;
use crate::feed::id::{ActivityId, DimensionId, GeographyId, GoalId, IndicatorId, Name, PartnerId, SourceId};
use crate::feed::period::{Period, PeriodKind};
use crate::feed::record::{OneOrMore, choice, record};
use crate::feed::text::Text;

record! {
    /// A measure of a condition (population) or of what a programme does (performance). Its figures stand in its series.
    pub struct Indicator ("an indicator") {
        /// Its name in addresses and references, equal to the file's name.
        id: IndicatorId,
        /// What is counted, in a few words.
        title: Text,
        /// One or two plain sentences, at most 280 characters.
        plain_summary: Text,
        /// Exactly what is counted: numerator and denominator.
        definition: Text,
        /// How the value is said in a sentence after "56 in 100": "third graders read at grade level".
        phrase: Option<Text>,
        /// A condition of the population, or the work of a programme. The two are never mixed.
        level: Level,
        /// For programmes: how much did we do, how well, is anyone better off.
        rba: Option<Rba>,
        /// The goals it speaks for; required for population indicators.
        goals: Vec<GoalId>,
        /// The programme it measures; required for performance indicators.
        activity: Option<ActivityId>,
        /// What its numbers mean.
        unit: Unit,
        /// Which way is better. There is no default.
        direction: Direction,
        /// The wanted range, for direction "range".
        range: Option<Range>,
        /// Lowest and highest value there can be, beyond what the unit implies.
        limits: Option<Limits>,
        /// Whether values of several places or groups may be added up.
        aggregation: Aggregation,
        /// The kind of period it is counted in.
        period_type: PeriodKind,
        /// How often a new figure comes.
        update_frequency: Frequency,
        /// Days between the end of a period and its figure.
        expected_lag_days: Option<u32>,
        /// The period that change is measured from; its value is read from the series.
        baseline: Option<Baseline>,
        /// Where the numbers come from.
        method: Method,
        /// Confidence level of the intervals in the series, such as 0.95.
        interval_level: Option<f64>,
        /// The records of its sources.
        source: OneOrMore<SourceId>,
        /// The partner that brings the figure.
        steward: PartnerId,
        /// What the coalition can do about it.
        sphere: Option<Sphere>,
        /// Who chose it.
        defined_by: Option<DefinedBy>,
        /// Whether it is measured yet.
        phase: Phase,
        /// Dimensions it should be broken down by.
        expected_dimensions: Vec<DimensionId>,
        /// Smallest change that matters, in the unit.
        min_change: Option<f64>,
        /// How it is expected to move towards its target, if not in a straight line.
        pace_model: Option<PaceModel>,
        /// For follow-up measures: months after the service ended.
        follow_up_months: Option<u32>,
        /// What a reader has to know before using it.
        caveats: Vec<Text>,
        /// Indicators to read beside it.
        related: Vec<IndicatorId>,
        /// What it should become, and by when.
        targets: Vec<Target>,
        /// What somebody expects it to become.
        forecasts: Vec<Forecast>,
        /// What the coalition says of its progress where it disagrees with the sum. Both are shown.
        assessment_override: Option<AssessmentOverride>,
    }
}

choice! {
    /// Whom an indicator speaks about.
    pub enum Level {
        /// A condition of everybody in an area.
        Population = "population",
        /// How well a programme does for the people it serves.
        Performance = "performance",
        /// How well the partners work together.
        Process = "process",
    }
}

choice! {
    /// The three questions of Results-Based Accountability.
    pub enum Rba {
        /// How much was done.
        HowMuch = "how_much",
        /// How well it was done.
        HowWell = "how_well",
        /// Whether anybody is better off.
        BetterOff = "better_off",
    }
}

record! {
    /// What the numbers mean.
    pub struct Unit ("a unit") {
        /// The kind, which decides what values there can be.
        kind: UnitKind,
        /// For rates: the base in words, "100,000 residents".
        per: Option<Text>,
        /// For rates: the base as a number, so that value, numerator and denominator can be compared.
        per_size: Option<f64>,
        /// For currency: the ISO 4217 code.
        currency: Option<CurrencyCode>,
        /// For counts and quantities: what is counted, in the plural: "tonnes", "families".
        name: Option<Text>,
        /// The series is written in multiples of this: 1000 for thousands, 1000000 for millions.
        multiplier: Option<f64>,
        /// Whether values may be below zero: net flows, balances, change.
        signed: bool,
        /// For counts: true where things are counted and not people, so that small counts may be published.
        things: bool,
        /// Decimals to show, 0 to 3.
        decimals: u32,
    }
}

choice! {
    /// Kinds of unit. A percent is a share from 0 to 100, stored as 0 to 100.
    pub enum UnitKind {
        /// A share, from 0 to 100.
        Percent = "percent",
        /// Growth or change in percent: may be below 0 and above 100.
        PercentChange = "percent_change",
        /// One amount as a percent of another that does not contain it: may be above 100.
        PercentRatio = "percent_ratio",
        /// How many: people or things.
        Count = "count",
        /// How many for each so many, such as for each 1,000 residents.
        Rate = "rate",
        /// An amount of money.
        Currency = "currency",
        /// A score on a scale of its own.
        Index = "index",
        /// A length of time in days.
        Days = "days",
        /// One number divided by another.
        Ratio = "ratio",
        /// A measured amount with a name of its own: tonnes, micrograms, hectares.
        Quantity = "quantity",
    }
}

/// Three capital letters, as ISO 4217 has them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct CurrencyCode(String);

impl CurrencyCode {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn new(code: &str) -> Option<Self> {
        (code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())).then(|| Self(code.to_owned()))
    }
}

impl crate::feed::record::FromNode for CurrencyCode {
    fn example() -> String {
        "\"USD\"".into()
    }

    fn from_node(
        node: &jsonc_parser::ast::Value<'_>,
        reader: &mut crate::feed::record::Reader<'_, '_, '_>,
    ) -> Option<Self> {
        let code = match node {
            jsonc_parser::ast::Value::StringLit(literal) => Self::new(&literal.value),
            _ => None,
        };
        if code.is_none() {
            reader.wrong_type(node, "a currency code of three capital letters, such as \"USD\"");
        }
        code
    }
}

impl schemars::JsonSchema for CurrencyCode {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CurrencyCode".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": "^[A-Z]{3}$"})
    }
}

choice! {
    /// Which way is better.
    pub enum Direction {
        /// Higher is better.
        Increase = "increase",
        /// Lower is better.
        Decrease = "decrease",
        /// It should stay as it is.
        Maintain = "maintain",
        /// It should stay within a range. Give the range.
        Range = "range",
        /// Neither: the indicator gives context.
        Neither = "none",
    }
}

record! {
    /// The wanted range.
    pub struct Range ("a range") {
        /// Lower end.
        lo: f64,
        /// Upper end.
        hi: f64,
    }
}

record! {
    /// Lowest and highest value there can be.
    pub struct Limits ("limits") {
        /// Lowest.
        min: Option<f64>,
        /// Highest.
        max: Option<f64>,
    }
}

choice! {
    /// Whether values may be added up.
    pub enum Aggregation {
        /// They may be added up.
        Sum = "sum",
        /// Their mean may be taken.
        Mean = "mean",
        /// They may not be put together.
        Neither = "none",
    }
}

choice! {
    /// How often a new figure comes.
    pub enum Frequency {
        /// Each week.
        Weekly = "weekly",
        /// Each month.
        Monthly = "monthly",
        /// Four times a year.
        Quarterly = "quarterly",
        /// Twice a year.
        HalfYearly = "half_yearly",
        /// Once a year.
        Yearly = "yearly",
        /// Every second year.
        EveryTwoYears = "every_two_years",
        /// Every third year.
        EveryThreeYears = "every_three_years",
        /// Every fifth year.
        EveryFiveYears = "every_five_years",
        /// At no fixed times.
        Irregular = "irregular",
    }
}

impl Frequency {
    /// The months from one figure to the next. `None` for what comes each week or at no fixed times.
    pub fn months(self) -> Option<u32> {
        match self {
            Self::Monthly => Some(1),
            Self::Quarterly => Some(3),
            Self::HalfYearly => Some(6),
            Self::Yearly => Some(12),
            Self::EveryTwoYears => Some(24),
            Self::EveryThreeYears => Some(36),
            Self::EveryFiveYears => Some(60),
            Self::Weekly | Self::Irregular => None,
        }
    }
}

record! {
    /// Where change is measured from.
    pub struct Baseline ("a baseline") {
        /// A period of the series.
        period: Period,
    }
}

choice! {
    /// How an indicator is expected to move towards its target.
    pub enum PaceModel {
        /// By the same amount each year.
        Linear = "linear",
        /// By the same percentage each year, as money and populations do.
        Compound = "compound",
    }
}

choice! {
    /// Where numbers come from.
    pub enum Method {
        /// Everybody was counted.
        Census = "census",
        /// Some were asked, and the rest was concluded from them.
        Sample = "sample",
        /// Records that an office keeps anyway.
        Administrative = "administrative",
        /// Worked out from other figures.
        Model = "model",
        /// What people or partners said of themselves.
        SelfReport = "self_report",
    }
}

choice! {
    /// What the coalition can do about a number.
    pub enum Sphere {
        /// The partners can change it themselves.
        Control = "control",
        /// The partners can help to move it.
        Influence = "influence",
        /// It can only be watched.
        Context = "context",
    }
}

choice! {
    /// Who chose an indicator.
    pub enum DefinedBy {
        /// The people who live in the area.
        Residents = "residents",
        /// The partners, together.
        Partners = "partners",
        /// Whoever pays for the work.
        Funder = "funder",
        /// A public body.
        Official = "official",
    }
}

choice! {
    /// Whether an indicator is measured.
    pub enum Phase {
        /// It is measured.
        Live = "live",
        /// Wanted, not measured yet.
        Developmental = "developmental",
        /// It is no longer measured.
        Retired = "retired",
    }
}

record! {
    /// What an indicator should become.
    pub struct Target ("a target") {
        /// The value, in the indicator's unit.
        value: f64,
        /// By when.
        by: Date,
        /// For which group or place, if not for all.
        scope: Option<TargetScope>,
        /// How it was chosen.
        kind: TargetKind,
        /// Who set it.
        set_by: Option<Setting>,
        /// Steps on the way.
        interim: Vec<Step>,
        /// Targets that this one replaced. They stay on the chart.
        previous: Vec<PreviousTarget>,
    }
}

record! {
    /// The group or place a target is for.
    pub struct TargetScope ("a scope") {
        /// The place.
        geography: Option<GeographyId>,
        /// The dimension of the group.
        dimension: Option<DimensionId>,
        /// The group.
        group: Option<Name>,
    }
}

choice! {
    /// How a target was chosen (the methods of Healthy People, and two more).
    pub enum TargetKind {
        /// So many percent better than the baseline.
        PercentImprovement = "percent_improvement",
        /// So many points better than the baseline.
        PointImprovement = "point_improvement",
        /// Where the present course leads.
        Projection = "projection",
        /// The smallest change that is more than chance.
        StatisticalMinimum = "statistical_minimum",
        /// Equal to the target of another plan.
        Consistency = "consistency",
        /// To stay where it is.
        Maintain = "maintain",
        /// What is wished for, without a sum.
        Aspiration = "aspiration",
        /// Set by law.
        Law = "law",
    }
}

record! {
    /// A step on the way to a target.
    pub struct Step ("a step") {
        /// By when.
        by: Date,
        /// The value.
        value: f64,
    }
}

record! {
    /// A target that was replaced.
    pub struct PreviousTarget ("a replaced target") {
        /// The value.
        value: f64,
        /// The date it was meant for.
        by: Date,
        /// When it was replaced.
        replaced_on: Date,
        /// Why.
        reason: Text,
    }
}

record! {
    /// What somebody expects.
    pub struct Forecast ("a forecast") {
        /// When it was made.
        made_on: Date,
        /// Who made it.
        made_by: PartnerId,
        /// How.
        method: ForecastMethod,
        /// What it takes for granted: "If nothing changes".
        assumption: Text,
        /// The expected values.
        points: OneOrMore<ForecastPoint>,
    }
}

choice! {
    /// How a forecast was made.
    pub enum ForecastMethod {
        /// What people who know the field expect.
        Judgement = "judgement",
        /// The present course, carried on in a straight line.
        Linear = "linear",
        /// A model of how things hang together.
        Model = "model",
    }
}

record! {
    /// One expected value.
    pub struct ForecastPoint ("a point of a forecast") {
        /// When.
        period: Period,
        /// The value.
        value: f64,
        /// Low end.
        low: Option<f64>,
        /// High end.
        high: Option<f64>,
    }
}

record! {
    /// A verdict that people give instead of the computed one.
    pub struct AssessmentOverride ("an override") {
        /// The verdict.
        status: GivenStatus,
        /// Why it differs from the computed one.
        reason: Text,
        /// The partner that gives it.
        by: PartnerId,
        /// When.
        on: Date,
    }
}

choice! {
    /// Verdicts that people can give.
    pub enum GivenStatus {
        /// The target has been reached.
        TargetMet = "target_met",
        /// It moves the right way.
        Improving = "improving",
        /// It hardly moves.
        LittleChange = "little_change",
        /// It moves the wrong way.
        GettingWorse = "getting_worse",
        /// The figures should not be judged at all.
        NotAssessable = "not_assessable",
    }
}
