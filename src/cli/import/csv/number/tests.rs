use super::*;
use crate::feed::records::indicator::CurrencyCode;

fn unit(kind: UnitKind, currency: &str) -> Unit {
    Unit {
        kind,
        per: None,
        per_size: None,
        currency: CurrencyCode::new(currency),
        name: None,
        multiplier: None,
        signed: true,
        things: false,
        decimals: 1,
    }
}

#[track_caller]
fn check(cell: &str, mark: DecimalMark, value: f64) {
    assert_eq!(read(cell, mark, &unit(UnitKind::Percent, "")).map(|number| number.value), Ok(value), "{cell}");
}

#[track_caller]
fn check_not(cell: &str, said: &str) {
    for mark in [DecimalMark::Point, DecimalMark::Comma] {
        let why = read(cell, mark, &unit(UnitKind::Count, "")).map(|number| number.value).unwrap_err();
        assert!(why.contains(said), "{cell}: {why}");
    }
}

#[track_caller]
fn check_money(cell: &str, currency: &str, value: Option<f64>) {
    let read = read(cell, DecimalMark::Point, &unit(UnitKind::Currency, currency)).ok();
    assert_eq!(read.map(|number| number.value), value, "{cell}");
}

#[track_caller]
fn check_footnote(cell: &str, value: f64, mark: &str) {
    let read = read(cell, DecimalMark::Point, &unit(UnitKind::Percent, "")).unwrap();
    assert_eq!((read.value, read.footnote.as_deref()), (value, Some(mark)), "{cell}");
}

#[track_caller]
fn check_evidence(cells: &[&str], expected: Evidence) {
    for cell in cells {
        assert_eq!(evidence(cell), expected, "{cell}");
    }
}

#[test]
fn numbers_with_a_point() {
    check("54.2", DecimalMark::Point, 54.2);
    check(" 54.2 % ", DecimalMark::Point, 54.2);
    check("1,234,567.5", DecimalMark::Point, 1_234_567.5);
    check("12,34,567", DecimalMark::Point, 1_234_567.0);
    check("1 234.5", DecimalMark::Point, 1234.5);
    check("1'234", DecimalMark::Point, 1234.0);
    check(".5", DecimalMark::Point, 0.5);
    check("-0.5", DecimalMark::Point, -0.5);
    check("−3", DecimalMark::Point, -3.0);
    check("(1.5)", DecimalMark::Point, -1.5);
    check("٥٤", DecimalMark::Point, 54.0);
}

#[test]
fn numbers_with_a_comma() {
    check("54,2", DecimalMark::Comma, 54.2);
    check("1.234,5", DecimalMark::Comma, 1234.5);
    check("1\u{a0}234,5", DecimalMark::Comma, 1234.5);
    check("12\u{202f}345", DecimalMark::Comma, 12_345.0);
    check("1’234’567,8", DecimalMark::Comma, 1_234_567.8);
    check("54,2\u{a0}%", DecimalMark::Comma, 54.2);
}

#[test]
fn footnotes_are_left_out_and_told() {
    check_footnote("54.2*", 54.2, "*");
    check_footnote("54.2 (1)", 54.2, "(1)");
    check_footnote("54.2% [note 3]", 54.2, "[note 3]");
    check_footnote("54.2²", 54.2, "²");
    check_footnote("(54.2) †", -54.2, "†");
}

#[test]
fn what_is_no_number_says_why() {
    check_not("=1+1", "formula");
    check_not("#DIV/0!", "error of the spreadsheet");
    check_not("1.2E+05", "shortened");
    check_not("12 5", "blanks");
    check_not("1 23 456", "blanks");
    check_not("about 50", "no number");
    check_not("54.2 (50.1-58.3)", "no number");
    check_not("54.2a", "no number");
    check_not("1.2.3", "decimal mark");
    check_not("1,2,3", "decimal mark");
    check_not("3 million", "");
    check_not("1/2", "no number");
    check_not("12-", "no number");
    check_not("54%", "percent sign");
    check_not("$5", "currency sign $");
    check_not("", "no number");
    check_not("()", "no number");
    check_not("é€é", "no number");
}

#[test]
fn money_keeps_to_its_currency() {
    check_money("$1,234.50", "USD", Some(1234.5));
    check_money("-$5", "USD", Some(-5.0));
    check_money("($5)", "USD", Some(-5.0));
    check_money("1,234 USD", "USD", Some(1234.0));
    check_money("EUR 5", "EUR", Some(5.0));
    check_money("5 €", "EUR", Some(5.0));
    check_money("5 €", "USD", None);
    check_money("5%", "USD", None);
}

#[test]
fn a_cell_tells_its_decimal_mark_or_does_not() {
    check_evidence(
        &["54.2", "0.123", "1234.567", "1,234.5", "1,234,567", "1 234.567", ".5"],
        Evidence::Sure(DecimalMark::Point),
    );
    check_evidence(&["54,2", "0,123", "1.234,5", "1.234.567", "1\u{a0}234,567"], Evidence::Sure(DecimalMark::Comma));
    check_evidence(&["1,234", "1.234", "-12.345 %", "999,000"], Evidence::Either);
    check_evidence(&["54", "", "*", "=1.5", "n/a", "1 234"], Evidence::Silent);
}
