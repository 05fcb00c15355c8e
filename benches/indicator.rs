//! From the bytes of a feed to the finished page of one indicator: what a reader waits for once the feed is there.
//! Run it with `cargo bench`; figures that were measured stand in docs/speed.md.

use std::hint::black_box;
use std::sync::Arc;

use chrono::NaiveDate;
use commonweal::app::html::Piece;
use commonweal::app::{Shown, app};
use commonweal::feed::{SourceFile, by_std, read_published};
use commonweal::routes::{Address, Page, Query, Site};
use commonweal::words::Catalog;
use criterion::{Criterion, criterion_group, criterion_main};
use leptos::prelude::{Owner, Signal};
use serde_json::{Value, json};

const YEARS: i32 = 30;

/// A published feed with so many indicators of 30 years each. The first has three groups as well.
fn feed(n: usize) -> String {
    let value = |at: usize, year: i32| f64::from((at as i32 * 37 + year * 11) % 700) / 10. + 20.;
    let years: Vec<String> = (0..YEARS).map(|year| (1995 + year).to_string()).collect();
    let line = |at: usize| -> Value { json!({"value": (0..YEARS).map(|year| value(at, year)).collect::<Vec<_>>()}) };
    let indicators: Vec<Value> = (0..n)
        .map(|at| {
            json!({"id": format!("ind-{at}"), "title": format!("Measure {at}"), "plain_summary": "S", "definition": "D",
                "level": "population", "goals": ["goal"], "unit": {"kind": "percent", "decimals": 1},
                "direction": "increase", "aggregation": "none", "period_type": "year", "update_frequency": "yearly",
                "method": "census", "source": ["src"], "steward": "us", "phase": "live",
                "baseline": {"period": "2015"}, "targets": [{"value": 70, "by": "2030", "kind": "aspiration"}]})
        })
        .collect();
    let series: Vec<Value> = (0..n)
        .map(|at| {
            let mut lines = vec![line(at)];
            let groups = ["low", "middle", "high"].iter().filter(|_| at == 0).enumerate();
            lines.extend(groups.map(|(group, id)| {
                let mut line = line(at + 3 * group + 1);
                line["dimension"] = json!("income");
                line["group"] = json!(id);
                line
            }));
            json!({"indicator": format!("ind-{at}"), "periods": years, "lines": lines})
        })
        .collect();
    let groups = ["low", "middle", "high"].map(|id| json!({"id": id, "label": id, "definition": id}));
    json!({
        "coalition": {"schema_version": "1.0.0", "id": "valley", "name": "Valley", "plain_summary": "S", "vision": "V",
            "geography": "here", "population": "All", "default_locale": "en", "locales": ["en"],
            "disclosure": {"min_count": 10, "min_denominator": 30, "zero_ok": true},
            "contacts": [{"kind": "phone", "value": "+1-555-0100"}], "license": "CC0-1.0"},
        "goals": [{"id": "goal", "title": "G", "plain_summary": "S", "kind": "result", "status": "active"}],
        "indicators": indicators,
        "sources": [{"id": "src", "title": "T", "publisher": "P", "kind": "official", "limitations": "None."}],
        "dimensions": [{"id": "income", "label": "Income", "exhaustive": true, "order_rule": "custom", "order_reason": "R",
            "groups": groups}],
        "geographies": [{"id": "here", "name": "Here", "kind": "city"}],
        "partners": [{"id": "us", "name": "Us", "kind": "public_agency", "plain_summary": "S", "status": "active",
            "roles": ["data"]}],
        "series": series,
    })
    .to_string()
}

fn page(bytes: &[u8], words: &Arc<Catalog>) -> String {
    let file = SourceFile::new("feed.json", bytes);
    let Some(feed) = read_published(&file, by_std).feed else { return String::new() };
    let shown = Shown {
        feed: Arc::new(feed),
        words: Arc::clone(words),
        site: Arc::new(Site::new("/", vec!["en".into()])),
        today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default(),
        draft: None,
        changes: None,
        search: None,
        followed: Vec::new(),
    };
    let address = Address { lang: "en".into(), page: Page::Indicator("ind-0".into()), query: Query::default() };
    let owner = Owner::new();
    owner.with(|| app(shown, Signal::stored(address), None).html().to_text())
}

fn indicator(criterion: &mut Criterion) {
    let Ok(words) = Catalog::parse(include_str!("../src/words/en.json")) else { return };
    let words = Arc::new(words);
    for n in [20, 5_000] {
        let bytes = feed(n).into_bytes();
        let text = page(&bytes, &words);
        assert!(text.contains("Measure 0") && text.contains("<svg"), "the page is drawn");
        criterion.bench_function(
            &format!("page of an indicator, {n} in the feed ({} kB)", bytes.len() / 1000),
            |bencher| {
                bencher.iter(|| page(black_box(&bytes), &words));
            },
        );
    }
}

criterion_group!(benches, indicator);
criterion_main!(benches);
