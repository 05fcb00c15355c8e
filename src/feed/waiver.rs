//! Waivers: findings that a coalition accepts, each with a reason, the role of who decided, and a last day. They are
//! for the check alone: neither the published feed nor the app that reads it knows them.

use chrono::NaiveDate;
use jsonc_parser::ast::Value;

use super::date::Date;
use super::finding::{Finding, Place, quoted};
use super::id::Name;
use super::locate::Locator;
use super::read::{Draft, FeedSource, Reading, in_order};
use super::record::{FromNode, Reader, nearest, record, takes};
use super::rule::{Group, Rule, Severity};

/// The file of waivers in a feed's folder.
pub const FILE: &str = "waivers.json";

/// The field of their list, in that file as in a single `feed.json`.
pub const LIST: &str = "waivers";

record! {
    /// A finding that the coalition accepts. Read by the check alone; never published.
    pub struct Waiver ("a waiver") {
        /// The code of the rule, such as V309. Errors, and all that protects people, cannot be waived.
        rule: RuleCode,
        /// The id of the record that the finding is about; of an observation, the indicator's.
        record: Name,
        /// Only in this field or column, such as targets/0/value.
        field: Option<String>,
        /// Only in this period, as it is written in the series.
        period: Option<String>,
        /// Why the finding is accepted.
        reason: String,
        /// The role of the person who decided, such as "data lead". Not a name: the file is public.
        by: String,
        /// The last day on which it counts.
        until: Date,
    }
}

/// A finding that is waived, and the waiver.
#[derive(Clone, Debug, PartialEq)]
pub struct Waived {
    pub finding: Finding,
    pub waiver: Waiver,
}

/// The code of a rule in a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleCode(pub Rule);

impl RuleCode {
    fn all() -> impl Iterator<Item = &'static str> + Clone {
        Rule::ALL.iter().map(|rule| rule.code())
    }
}

impl serde::Serialize for RuleCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.code())
    }
}

impl schemars::JsonSchema for RuleCode {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "RuleCode".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let codes: Vec<_> = Rule::ALL.iter().filter(|rule| refusal(**rule).is_none()).map(|rule| rule.code()).collect();
        schemars::json_schema!({"type": "string", "enum": codes})
    }
}

impl FromNode for RuleCode {
    fn example() -> String {
        "\"V309\"".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        let Value::StringLit(code) = node else {
            reader.wrong_type(node, "the code of a rule in quotes, such as \"V309\"");
            return None;
        };
        let found = Rule::ALL.iter().find(|rule| rule.code() == code.value);
        if found.is_none() {
            let meant = nearest(&code.value.to_ascii_uppercase(), Self::all());
            let meant = meant.map_or(String::new(), |meant| format!(" Did you mean \"{meant}\"?"));
            let message = format!("There is no rule {}.{meant}", quoted(&code.value));
            reader.report(Rule::WrongType, node, message, "Write the code that stands in brackets in the finding.");
        }
        found.copied().map(Self)
    }
}

/// Why a rule cannot be waived, if it cannot.
fn refusal(rule: Rule) -> Option<&'static str> {
    let group = rule.explained().map(|(group, _)| group);
    let protects = match group {
        Some(group) => rule.code().starts_with('D') || matches!(group, Group::Groups | Group::People | Group::Links),
        // Rather too careful than too bold: by the letter of its code.
        None => rule.code().starts_with(['D', 'X']),
    };
    let about_waivers = [Rule::WaiverRefused, Rule::WaiverExpired, Rule::WaiverUnused].contains(&rule);
    match () {
        () if protects => Some("protects people"),
        () if rule.severity() == Severity::Error => Some("is an error"),
        () if about_waivers => Some("is about waivers"),
        () => None,
    }
}

/// A waiver that counts, and where a finding about it belongs.
pub(super) struct Standing {
    waiver: Waiver,
    place: Place,
}

/// Reports the waivers that do not count, and gives those that do.
pub(super) fn check(draft: &Draft<'_, '_>, today: NaiveDate, findings: &mut Vec<Finding>) -> Vec<Standing> {
    let mut standing = Vec::new();
    for placed in &draft.waivers {
        let waiver = &placed.record;
        let code = waiver.rule.0.code();
        let finding = if let Some(why) = refusal(waiver.rule.0) {
            let fix = "Mend what the rule finds, then delete the waiver.";
            Finding::new(Rule::WaiverRefused, placed.at("rule"), format!("{code} {why}, so it cannot be waived."), fix)
        } else if today > waiver.until.last() {
            let message = format!(
                "The waiver of {code} for {} ended on {}; it no longer counts.",
                quoted(waiver.record.as_str()),
                waiver.until
            );
            let fix = "Mend what it waived and delete it, or decide anew with a later date.";
            Finding::new(Rule::WaiverExpired, placed.at("until"), message, fix)
        } else {
            standing.push(Standing { waiver: waiver.clone(), place: placed.at("rule") });
            continue;
        };
        if takes(findings, finding.severity) {
            findings.push(finding);
        }
    }
    standing
}

/// Keeps the waived findings apart, and reports the waivers that found nothing to waive. `compared` tells whether the
/// rules between two versions have been applied.
pub(super) fn apply(standing: Vec<Standing>, source: &FeedSource, compared: bool, reading: &mut Reading) {
    if standing.is_empty() {
        return;
    }
    let mut locator = Locator::new(source);
    let mut used = vec![false; standing.len()];
    for finding in std::mem::take(&mut reading.findings) {
        let mut waiver = None;
        for (at, Standing { waiver: candidate, .. }) in standing.iter().enumerate() {
            if covers(candidate, &finding, &mut locator) {
                used[at] = true;
                waiver = waiver.or(Some(candidate));
            }
        }
        match waiver {
            Some(waiver) => reading.waived.push(Waived { finding, waiver: waiver.clone() }),
            None => reading.findings.push(finding),
        }
    }
    // Behind an error, rules may have kept silent.
    let judged = |rule: Rule| compared || rule.explained().is_none_or(|(group, _)| group != Group::Versions);
    for (Standing { waiver, place }, used) in standing.into_iter().zip(used) {
        if used || reading.feed.is_none() || !judged(waiver.rule.0) || !takes(&reading.findings, Severity::Notice) {
            continue;
        }
        let message = format!(
            "There is no finding {} about {} that this could waive.",
            waiver.rule.0.code(),
            quoted(waiver.record.as_str())
        );
        let fix = "Delete the waiver, or correct its rule, record, field or period.";
        reading.findings.push(Finding::new(Rule::WaiverUnused, place, message, fix));
    }
    in_order(&mut reading.findings);
}

fn covers(waiver: &Waiver, finding: &Finding, locator: &mut Locator<'_>) -> bool {
    if finding.is_error() || finding.rule != waiver.rule.0 || finding.record.as_deref() != Some(waiver.record.as_str())
    {
        return false;
    }
    if waiver.field.is_none() && waiver.period.is_none() {
        return true;
    }
    let spot = locator.spot(&finding.place);
    let field = waiver.field.as_deref().is_none_or(|field| {
        spot.field.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    let period =
        waiver.period.as_deref().is_none_or(|period| spot.row.as_ref().is_some_and(|row| row.period == period));
    field && period
}
