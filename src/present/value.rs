//! Values in the unit of their indicator, in words.

use super::Context;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::UnitKind;
use crate::words::say;

/// From here on an amount is written in millions and billions.
const LARGE: f64 = 1_000_000.0;

/// How many digits stand behind the point of a number, as far as they are worth reading.
pub(super) fn digits(number: f64) -> u8 {
    let digits = number.to_string().split_once('.').map_or(0, |(_, digits)| digits.len().min(12));
    u8::try_from(digits).unwrap_or(12)
}

impl Context<'_> {
    fn decimals(indicator: &Indicator) -> u8 {
        u8::try_from(indicator.unit.decimals.min(3)).unwrap_or(3)
    }

    /// A value with its unit: "56.2%", "$2.1 million", "12.3 per 100,000 residents", "640 homes".
    pub fn value(&self, indicator: &Indicator, value: f64) -> String {
        let unit = &indicator.unit;
        let decimals = Self::decimals(indicator);
        let amount = value * unit.multiplier.unwrap_or(1.0);
        let large = amount.abs() >= LARGE;
        let number = || if large { self.words.compact(amount) } else { self.words.number(amount, decimals) };
        let name = unit.name.as_ref().map(|name| self.plain(name));
        match unit.kind {
            UnitKind::Percent | UnitKind::PercentChange | UnitKind::PercentRatio => self.words.percent(value, decimals),
            UnitKind::Currency => {
                let code = unit.currency.as_ref().map_or("", |code| code.as_str());
                if large { self.words.compact_money(amount, code) } else { self.words.money(amount, code, decimals) }
            }
            UnitKind::Rate => {
                let per = unit.per.as_ref().map_or(String::new(), |per| self.plain(per));
                say!(self.words, "value-rate", n = self.words.number(amount, decimals), per = per)
            }
            UnitKind::Days => say!(self.words, "value-days", n = crate::words::Arg::Number(amount, decimals)),
            UnitKind::Count | UnitKind::Quantity => match name {
                Some(name) => say!(self.words, "value-named", n = number(), name = name),
                None => number(),
            },
            UnitKind::Index | UnitKind::Ratio => number(),
        }
    }

    /// A value in two parts for narrow columns: the number, and the unit if it takes more than a sign.
    pub fn value_and_unit(&self, indicator: &Indicator, value: f64) -> (String, Option<String>) {
        let amount = value * indicator.unit.multiplier.unwrap_or(1.0);
        let number = || {
            let large = amount.abs() >= LARGE;
            if large { self.words.compact(amount) } else { self.words.number(amount, Self::decimals(indicator)) }
        };
        match indicator.unit.kind {
            UnitKind::Rate | UnitKind::Count | UnitKind::Quantity | UnitKind::Days => {
                let unit = self.unit_name(indicator);
                (number(), (!unit.is_empty()).then_some(unit))
            }
            _ => (self.value(indicator, value), None),
        }
    }

    /// A value after the indicator's title, which already says what is counted.
    pub fn value_after_title(&self, indicator: &Indicator, value: f64) -> String {
        match indicator.unit.kind {
            UnitKind::Count => self.value_and_unit(indicator, value).0,
            _ => self.value(indicator, value),
        }
    }

    /// A value without its unit, for tables whose caption names it.
    pub fn bare_value(&self, indicator: &Indicator, value: f64) -> String {
        self.words.number(value, Self::decimals(indicator))
    }

    /// The size of a change, without its sign: "5.8 points", "$12,000".
    pub fn change(&self, indicator: &Indicator, change: f64) -> String {
        match indicator.unit.kind {
            UnitKind::Percent | UnitKind::PercentChange | UnitKind::PercentRatio => {
                say!(self.words, "value-points", n = crate::words::Arg::Number(change.abs(), Self::decimals(indicator)))
            }
            UnitKind::Rate | UnitKind::Count => self.value_and_unit(indicator, change.abs()).0,
            _ => self.value(indicator, change.abs()),
        }
    }

    /// A change with its sign, for tables: "+5.8".
    pub fn signed_change(&self, indicator: &Indicator, change: f64) -> String {
        self.words.signed(change, Self::decimals(indicator))
    }

    /// Whether a change is more than nothing once it is rounded as it is shown.
    pub fn shows(&self, indicator: &Indicator, change: f64) -> bool {
        change.abs() * 10f64.powi(indicator.unit.decimals.min(3) as i32) >= 0.5
    }

    /// The unit for a caption: "percent", "per 100,000 residents", "US dollars, thousands".
    pub fn unit(&self, indicator: &Indicator) -> String {
        let base = self.unit_name(indicator);
        match indicator.unit.multiplier {
            Some(times) if times != 1.0 => {
                say!(self.words, "unit-times", unit = base, times = self.words.number(times, 0))
            }
            _ => base,
        }
    }

    /// The unit without its multiplier.
    fn unit_name(&self, indicator: &Indicator) -> String {
        let unit = &indicator.unit;
        let name = unit.name.as_ref().map(|name| self.plain(name));
        match unit.kind {
            UnitKind::Percent | UnitKind::PercentRatio => say!(self.words, "unit-percent"),
            UnitKind::PercentChange => say!(self.words, "unit-percent-change"),
            UnitKind::Count => name.unwrap_or_else(|| say!(self.words, "unit-count")),
            UnitKind::Quantity => name.unwrap_or_default(),
            UnitKind::Rate => {
                say!(self.words, "unit-rate", per = unit.per.as_ref().map_or(String::new(), |per| self.plain(per)))
            }
            UnitKind::Currency => {
                say!(self.words, "unit-currency", currency = unit.currency.as_ref().map_or("", |code| code.as_str()))
            }
            UnitKind::Index => say!(self.words, "unit-index"),
            UnitKind::Days => say!(self.words, "unit-days"),
            UnitKind::Ratio => say!(self.words, "unit-ratio"),
        }
    }
}
