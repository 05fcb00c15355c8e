//! Units: from what a table says to the kinds of a feed.

use super::table::is_filler;
use crate::feed::records::indicator::{CurrencyCode, Unit, UnitKind};

/// What is known about the values of one indicator.
pub(super) struct Seen<'v> {
    /// As the table names the unit.
    pub(super) unit: &'v str,
    /// As the table names the multiplier.
    pub(super) multiplier: &'v str,
    /// Title and series: they tell growth from shares.
    pub(super) words: &'v str,
    /// The values, and how they are written.
    pub(super) values: &'v [(f64, &'v str)],
}

/// The unit, and whether it says all that the table says.
pub(super) fn unit(seen: &Seen<'_>) -> Unit {
    let lower = seen.unit.to_lowercase();
    let negative = seen.values.iter().any(|(value, _)| *value < 0.0);
    let mut unit = Unit {
        kind: UnitKind::Quantity,
        per: None,
        per_size: None,
        currency: None,
        name: None,
        multiplier: multiplier(seen.multiplier),
        signed: negative,
        things: false,
        decimals: decimals(seen.values),
    };
    if let Some(base) = rate(seen.unit) {
        unit.kind = UnitKind::Rate;
        unit.per_size = leading_number(base);
        unit.per = Some(base.into());
    } else if lower.contains("percent") || lower.contains('%') {
        unit.kind = percent(seen);
        unit.signed = negative && unit.kind == UnitKind::PercentRatio;
    } else if let Some(code) = currency(seen.unit) {
        unit.kind = UnitKind::Currency;
        unit.currency = Some(code);
        unit.multiplier = unit.multiplier.or_else(|| multiple_in(&lower));
    } else if lower == "number" || lower == "count" || lower.starts_with("number of ") {
        counted(&mut unit, &lower, seen.values);
    } else if lower == "index" || lower.starts_with("index ") {
        unit.kind = UnitKind::Index;
    } else if lower == "days" {
        unit.kind = UnitKind::Days;
    } else if lower == "ratio" {
        unit.kind = UnitKind::Ratio;
    } else {
        unit.name = Some(named(seen.unit).into());
    }
    unit
}

/// A share lies between 0 and 100. Beyond that it is growth if the words say so, else one amount as a percent of
/// another: returns on assets can be below zero, enrolment above a hundred, and neither is a change.
fn percent(seen: &Seen<'_>) -> UnitKind {
    const CHANGE: [&str; 5] = ["growth", "change", "increase", "decrease", "inflation"];
    let outside = seen.values.iter().any(|(value, _)| !(0.0..=100.0).contains(value));
    let words = format!("{} {}", seen.words, seen.unit).to_lowercase();
    let change = words.split(|c: char| !c.is_alphanumeric()).any(|word| CHANGE.contains(&word))
        && !words.contains("climate change");
    match (outside, change) {
        (_, true) => UnitKind::PercentChange,
        (true, false) => UnitKind::PercentRatio,
        (false, false) => UnitKind::Percent,
    }
}

/// Counts are whole, unless they are counted in thousands; estimates that are not whole are an amount. Whether people
/// or things are counted the table does not say, so small counts stay under the rules for people.
fn counted(unit: &mut Unit, lower: &str, values: &[(f64, &str)]) {
    let whole = values.iter().all(|(value, _)| value.fract() == 0.0) || unit.multiplier.is_some();
    unit.kind = if whole { UnitKind::Count } else { UnitKind::Quantity };
    let name = lower.strip_prefix("number of ").unwrap_or_default().trim();
    unit.name = match (whole, name.is_empty()) {
        (_, false) => Some(name.into()),
        (true, true) => None,
        (false, true) => Some("number".into()),
    };
}

/// "100,000 population" out of "Rate per 100,000 population".
fn rate(unit: &str) -> Option<&str> {
    let lower = unit.to_ascii_lowercase();
    let start = ["rate per ", "per "].iter().find(|start| lower.starts_with(**start))?;
    Some(unit[start.len()..].trim()).filter(|base| !base.is_empty())
}

/// 100000 out of "100,000 population".
fn leading_number(text: &str) -> Option<f64> {
    let digits: String =
        text.chars().take_while(|c| c.is_ascii_digit() || ", .".contains(*c)).filter(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|size: &f64| *size > 0.0)
}

fn currency(unit: &str) -> Option<CurrencyCode> {
    const CODES: [&str; 32] = [
        "USD", "GBP", "EUR", "AUD", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "GHS", "HUF", "IDR", "INR",
        "JPY", "KES", "KRW", "MXN", "NGN", "NOK", "NZD", "PEN", "PHP", "PLN", "RON", "RWF", "SEK", "TRY", "UGX", "ZAR",
    ];
    if unit.to_lowercase().contains(" per ") {
        return None;
    }
    let mut words = unit.split(|c: char| !c.is_ascii_alphabetic());
    let code = words.find(|word| CODES.contains(word));
    // A bare dollar sign may stand for twenty currencies.
    let sign = || [('£', "GBP"), ('€', "EUR")].into_iter().find(|(sign, _)| unit.contains(*sign)).map(|(_, code)| code);
    code.or_else(sign).and_then(CurrencyCode::new)
}

/// The factor that a column "Unit multiplier" names, in words or as SDMX's power of ten. `None` for 1.
fn multiplier(text: &str) -> Option<f64> {
    match text.to_lowercase().as_str() {
        "2" => Some(1e2),
        "3" => Some(1e3),
        "6" => Some(1e6),
        "9" => Some(1e9),
        words => multiple_in(words),
    }
}

/// Whether a multiplier is understood.
pub(super) fn is_known_multiplier(text: &str) -> bool {
    text.is_empty() || text == "0" || is_filler(text) || multiplier(text).is_some()
}

fn multiple_in(lower: &str) -> Option<f64> {
    let size = |word: &str| match word {
        "hundreds" | "hundred" => Some(1e2),
        "thousands" | "thousand" => Some(1e3),
        "millions" | "million" => Some(1e6),
        "billions" | "billion" => Some(1e9),
        _ => None,
    };
    lower.split(|c: char| !c.is_alphabetic()).find_map(size)
}

/// The unit as it stands in a sentence: "tonnes" for "Tonnes", but "GWh" for "GWh".
fn named(unit: &str) -> String {
    let mut characters = unit.chars();
    match (characters.next(), characters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && (second.is_lowercase() || second == ' ') => {
            first.to_lowercase().collect::<String>() + &unit[first.len_utf8()..]
        }
        (None, _) => "units".to_owned(),
        _ => unit.to_owned(),
    }
}

/// Decimals to show: as many as the source writes, if it rounds at all, but at most one beyond a thousand; else so many
/// that the middle value keeps three digits. The values themselves are never rounded.
fn decimals(values: &[(f64, &str)]) -> u32 {
    let written = values
        .iter()
        .map(|(_, text)| text.split_once('.').map_or(0, |(_, decimals)| decimals.trim_end_matches('0').len()))
        .max();
    let written = u32::try_from(written.unwrap_or(0)).unwrap_or(u32::MAX);
    let mut sizes: Vec<f64> = values.iter().map(|(value, _)| value.abs()).collect();
    sizes.sort_by(f64::total_cmp);
    let middle = sizes.get(sizes.len() / 2);
    if written <= 3 {
        return if middle.is_some_and(|middle| *middle >= 1000.0) { written.min(1) } else { written };
    }
    match middle {
        Some(middle) if *middle >= 1000.0 => 0,
        Some(middle) if *middle >= 10.0 => 1,
        Some(middle) if *middle >= 1.0 => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, multiplier: &str, words: &str, values: &[&str], expected: &str) {
        let values: Vec<(f64, &str)> = values.iter().map(|text| (text.parse().unwrap(), *text)).collect();
        let unit = unit(&Seen { unit: name, multiplier, words, values: &values });
        assert_eq!(serde_json::to_string(&unit).unwrap(), expected, "{name}");
    }

    #[test]
    fn percents_by_what_they_hold() {
        check("Percentage (%)", "Units", "Coverage", &["0", "100"], r#"{"kind":"percent","decimals":0}"#);
        check("Percentage (%)", "", "Enrolment", &["102.5"], r#"{"kind":"percent_ratio","decimals":1}"#);
        check(
            "Percentage (%)",
            "",
            "Return on assets",
            &["-1.25"],
            r#"{"kind":"percent_ratio","signed":true,"decimals":2}"#,
        );
        check(
            "Percentage (%)",
            "",
            "Annual growth of GDP",
            &["-9.9", "2"],
            r#"{"kind":"percent_change","decimals":1}"#,
        );
        check("%", "", "Funds against climate change", &["4"], r#"{"kind":"percent","decimals":0}"#);
    }

    #[test]
    fn rates_and_money() {
        check(
            "Rate per 100,000 population",
            "Units",
            "",
            &["1.5"],
            r#"{"kind":"rate","per":"100,000 population","per_size":100000.0,"decimals":1}"#,
        );
        check(
            "GBP (£ Millions)",
            "Millions",
            "",
            &["3"],
            r#"{"kind":"currency","currency":"GBP","multiplier":1000000.0,"decimals":0}"#,
        );
        check(
            "Constant USD ($ thousands)",
            "",
            "",
            &["-3"],
            r#"{"kind":"currency","currency":"USD","multiplier":1000.0,"signed":true,"decimals":0}"#,
        );
        check("Tonnes per $m", "Units", "", &["3"], r#"{"kind":"quantity","name":"tonnes per $m","decimals":0}"#);
    }

    #[test]
    fn counts_and_amounts() {
        check("Number of offences", "Units", "", &["3"], r#"{"kind":"count","name":"offences","decimals":0}"#);
        check("Number", "Thousands", "", &["3.5"], r#"{"kind":"count","multiplier":1000.0,"decimals":1}"#);
        check("Number", "", "", &["3.5"], r#"{"kind":"quantity","name":"number","decimals":1}"#);
        check(
            "Metric tons",
            "6",
            "",
            &["1.0"],
            r#"{"kind":"quantity","name":"metric tons","multiplier":1000000.0,"decimals":0}"#,
        );
        check("", "", "", &["1"], r#"{"kind":"quantity","name":"units","decimals":0}"#);
        check("µg/m³", "", "", &[], r#"{"kind":"quantity","name":"µg/m³","decimals":0}"#);
    }

    #[test]
    fn unrounded_values_show_three_digits() {
        check("Index", "", "", &["0.123456"], r#"{"kind":"index","decimals":3}"#);
        check("Index", "", "", &["12.123456", "99.5"], r#"{"kind":"index","decimals":1}"#);
        check("Index", "", "", &["12345.678901"], r#"{"kind":"index","decimals":0}"#);
    }
}
