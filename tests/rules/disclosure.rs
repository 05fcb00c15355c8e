//! Small numbers, and what follows from the figures around a withheld one.

use std::cell::Cell;
use std::collections::HashMap;

use proptest::prelude::*;

use super::*;

cases! {
    a_handful_of_children_in_a_list: SmallCount in File,
        broken [("feed.json", "48.0], \"numerator\": [null, null, 96]", "4.5], \"numerator\": [null, null, ⟦9⟧]")],
        fine [("feed.json", "48.0], \"numerator\": [null, null, 96]", "5], \"numerator\": [null, null, 10]")];
    a_handful_of_children_that_a_share_gives_away: SmallCount in Folder,
        broken [("series/ind-reading.csv", "young,48.0,,,,96,200", "young,⟦4.5⟧,,,,,200")],
        fine [("series/ind-reading.csv", "young,48.0,,,,96,200", "young,5.0,,,,,200")];
    a_handful_of_visits: SmallCount in Folder,
        broken [("series/ind-visits.csv", "2022-Q2,118", "2022-Q2,⟦9⟧")],
        fine [("series/ind-visits.csv", "2022-Q2,118", "2022-Q2,0")];
    a_handful_of_visits_before_a_revision: SmallCount in Folder,
        broken [("series/ind-visits.csv", "", "period,value,was,revised\n2022-Q1,120,⟦9⟧,2023-03-04\n2022-Q2,118,,\n")],
        fine [("series/ind-visits.csv", "", "period,value,was,revised\n2022-Q1,120,10,2023-03-04\n2022-Q2,118,,\n")];
    a_withheld_value_that_says_what_it_was: SuppressedValue in Folder,
        broken [("series/ind-visits.csv", "", "period,value,status,was,revised\n2022-Q1,120,final,,\n2022-Q2,,suppressed,⟦118⟧,2023-03-04\n")],
        fine [("series/ind-visits.csv", "", "period,value,status,was,revised\n2022-Q1,120,final,,\n2022-Q2,,suppressed,,\n")];
    a_zero_that_may_not_be_said: SmallCount in Folder,
        broken [("coalition.json", "\"zero_ok\": true", "\"zero_ok\": false"), ("series/ind-visits.csv", "2022-Q2,118", "2022-Q2,⟦0⟧")],
        fine [("indicators/ind-visits.json", "\"kind\": \"count\"", "\"kind\": \"count\", \"things\": true"), ("series/ind-visits.csv", "2022-Q2,118", "2022-Q2,3")];
    a_source_that_is_stricter: SmallCount in Folder,
        broken [("sources/src-log.json", "\"publisher\"", "\"disclosure\": {\"min_count\": 119}, \"publisher\""), ("series/ind-visits.csv", "2022-Q2,118", "2022-Q2,⟦118⟧")],
        fine [("sources/src-log.json", "\"publisher\"", "\"disclosure\": {\"min_count\": 118}, \"publisher\"")];
    a_group_that_can_be_worked_out_in_a_list: Recoverable in File,
        broken [("feed.json", "48.0], \"numerator\": [null, null, 96], \"denominator\": [null, null, 200], \"status\": [null, null, \"final\"]", "null], \"status\": [null, null, ⟦\"suppressed\"⟧]")],
        fine [("feed.json", "\"exhaustive\": true", "\"exhaustive\": false"), ("feed.json", "48.0], \"numerator\": [null, null, 96], \"denominator\": [null, null, 200], \"status\": [null, null, \"final\"]", "null], \"status\": [null, null, \"suppressed\"]")];
    a_place_that_can_be_worked_out: Recoverable in Folder,
        broken [("series/ind-reading.csv", "geo-east,,,50.0,,,,100,200", "geo-east,,,54.7,,,,208,380"), ("series/ind-reading.csv", "geo-west,,,58.0,,,,116,200,final", "geo-west,,,,,,,,,⟦suppressed⟧")],
        fine [("series/ind-reading.csv", "geo-west,,,58.0,,,,116,200,final", "geo-west,,,,,,,,,suppressed")];
    a_withheld_value_that_is_there_in_a_list: SuppressedValue in File,
        broken [("feed.json", "\"value\": [120, 118], \"status\": [\"final\", \"final\"]", "\"value\": [120, ⟦3⟧], \"status\": [\"final\", \"suppressed\"]")],
        fine [("feed.json", "\"value\": [120, 118], \"status\": [\"final\", \"final\"]", "\"value\": [120, null], \"status\": [\"final\", \"suppressed\"]")];
    a_withheld_base_that_is_there: SuppressedValue in Folder,
        broken [("series/ind-reading.csv", "young,48.0,,,,96,200,final", "young,,,,,,⟦20⟧,suppressed"), ("series/ind-reading.csv", "old,60.0,,,,120,200,final", "old,,,,,,,suppressed")],
        fine [("series/ind-reading.csv", "2022,,,,52.0,47.0,57.0,,208,400,final", "2022,,,,,,,,,,missing")];
    all_but_a_handful: SmallCount in Folder,
        broken [("series/ind-reading.csv", "2023,,dim-age,young,48.0,,,,96,200,final,", "2023,,dim-age,young,97.5,,,,⟦195⟧,200,final,")],
        fine [("series/ind-reading.csv", "2023,,dim-age,young,48.0,,,,96,200,final,", "2023,,dim-age,young,95.0,,,,190,200,final,")];
    two_groups_that_are_a_handful_together: Recoverable in Folder,
        broken [("dimensions/dim-age.json", "    { \"id\": \"old\"", "    { \"id\": \"mid\", \"label\": \"Ten\" },\n    { \"id\": \"old\""), ("series/ind-visits.csv", "", "period,geography,dimension,group,value,status\n2022-Q1,,,,121,final\n2022-Q1,,dim-age,mid,115,final\n2022-Q1,,dim-age,old,,⟦suppressed⟧\n2022-Q1,,dim-age,young,,suppressed\n")],
        fine [("dimensions/dim-age.json", "    { \"id\": \"old\"", "    { \"id\": \"mid\", \"label\": \"Ten\" },\n    { \"id\": \"old\""), ("series/ind-visits.csv", "", "period,geography,dimension,group,value,status\n2022-Q1,,,,121,final\n2022-Q1,,dim-age,mid,111,final\n2022-Q1,,dim-age,old,,suppressed\n2022-Q1,,dim-age,young,,suppressed\n")];
    a_place_of_which_all_parts_are_known: Recoverable in Folder,
        broken [("geographies/geo-valley.json", "\"kind\": \"region\"", "\"kind\": \"region\", \"population\": { \"value\": 1000, \"year\": \"2025\" }"), ("geographies/geo-east.json", "\"kind\": \"neighbourhood\"", "\"kind\": \"neighbourhood\", \"population\": { \"value\": 600, \"year\": \"2025\" }"), ("geographies/geo-west.json", "\"kind\": \"neighbourhood\"", "\"kind\": \"neighbourhood\", \"population\": { \"value\": 405, \"year\": \"2025\" }"), ("series/ind-visits.csv", "", "period,geography,dimension,group,value,status\n2022-Q1,,,,121,final\n2022-Q1,geo-east,,,,⟦suppressed⟧\n2022-Q1,geo-west,,,71,final\n")],
        fine [("geographies/geo-valley.json", "\"kind\": \"region\"", "\"kind\": \"region\", \"population\": { \"value\": 1000, \"year\": \"2025\" }"), ("geographies/geo-east.json", "\"kind\": \"neighbourhood\"", "\"kind\": \"neighbourhood\", \"population\": { \"value\": 600, \"year\": \"2025\" }"), ("geographies/geo-west.json", "\"kind\": \"neighbourhood\"", "\"kind\": \"neighbourhood\", \"population\": { \"value\": 300, \"year\": \"2025\" }"), ("series/ind-visits.csv", "", "period,geography,dimension,group,value,status\n2022-Q1,,,,121,final\n2022-Q1,geo-east,,,,suppressed\n2022-Q1,geo-west,,,71,final\n")];
    a_group_of_a_place_that_follows_from_three_sums: Recoverable in Folder,
        broken [("geographies/geo-valley.json", "\"kind\": \"region\"", "\"kind\": \"region\", \"population\": { \"value\": 1000, \"year\": \"2025\" }"), ("geographies/geo-east.json", "\"kind\": \"neighbourhood\"", "\"kind\": \"neighbourhood\", \"population\": { \"value\": 600, \"year\": \"2025\" }"), ("geographies/geo-west.json", "\"kind\": \"neighbourhood\"", "\"kind\": \"neighbourhood\", \"population\": { \"value\": 405, \"year\": \"2025\" }"), ("series/ind-visits.csv", "", "period,geography,dimension,group,value,status\n2022-Q1,,,,121,final\n2022-Q1,geo-east,,,60,final\n2022-Q1,geo-west,,,61,final\n2022-Q1,,dim-age,old,70,final\n2022-Q1,geo-west,dim-age,old,40,final\n2022-Q1,,dim-age,young,51,final\n2022-Q1,geo-east,dim-age,young,,⟦suppressed⟧\n")],
        fine [("geographies/geo-valley.json", "\"kind\": \"region\"", "\"kind\": \"region\", \"population\": { \"value\": 1000, \"year\": \"2025\" }"), ("geographies/geo-east.json", "\"kind\": \"neighbourhood\"", "\"kind\": \"neighbourhood\", \"population\": { \"value\": 600, \"year\": \"2025\" }"), ("geographies/geo-west.json", "\"kind\": \"neighbourhood\"", "\"kind\": \"neighbourhood\", \"population\": { \"value\": 405, \"year\": \"2025\" }"), ("series/ind-visits.csv", "", "period,geography,dimension,group,value,status\n2022-Q1,,,,121,final\n2022-Q1,geo-east,,,60,final\n2022-Q1,geo-west,,,61,final\n2022-Q1,,dim-age,old,70,final\n2022-Q1,,dim-age,young,51,final\n2022-Q1,geo-east,dim-age,young,,suppressed\n")];
    a_place_two_levels_down: Recoverable in Folder,
        broken [("geographies/geo-valley.json", "\"kind\": \"region\"", "\"kind\": \"region\", \"population\": { \"value\": 1000, \"year\": \"2025\" }"), ("geographies/geo-east.json", "\"kind\": \"neighbourhood\"", "\"kind\": \"neighbourhood\", \"population\": { \"value\": 600, \"year\": \"2025\" }"), ("geographies/geo-west.json", "\"kind\": \"neighbourhood\"", "\"kind\": \"neighbourhood\", \"population\": { \"value\": 405, \"year\": \"2025\" }"), ("geographies/geo-hill.json", "", "{ \"id\": \"geo-hill\", \"kind\": \"neighbourhood\", \"parent\": \"geo-east\", \"name\": \"Hill\", \"population\": { \"value\": 250, \"year\": \"2025\" } }\n"), ("geographies/geo-lake.json", "", "{ \"id\": \"geo-lake\", \"kind\": \"neighbourhood\", \"parent\": \"geo-east\", \"name\": \"Lake\", \"population\": { \"value\": 350, \"year\": \"2025\" } }\n"), ("series/ind-visits.csv", "", "period,geography,dimension,group,value,status\n2022-Q1,,,,121,final\n2022-Q1,geo-hill,,,,⟦suppressed⟧\n2022-Q1,geo-lake,,,35,final\n2022-Q1,geo-west,,,61,final\n")],
        fine [("geographies/geo-valley.json", "\"kind\": \"region\"", "\"kind\": \"region\", \"population\": { \"value\": 1000, \"year\": \"2025\" }"), ("geographies/geo-east.json", "\"kind\": \"neighbourhood\"", "\"kind\": \"neighbourhood\", \"population\": { \"value\": 600, \"year\": \"2025\" }"), ("geographies/geo-west.json", "\"kind\": \"neighbourhood\"", "\"kind\": \"neighbourhood\", \"population\": { \"value\": 405, \"year\": \"2025\" }"), ("geographies/geo-hill.json", "", "{ \"id\": \"geo-hill\", \"kind\": \"neighbourhood\", \"parent\": \"geo-east\", \"name\": \"Hill\", \"population\": { \"value\": 250, \"year\": \"2025\" } }\n"), ("geographies/geo-lake.json", "", "{ \"id\": \"geo-lake\", \"kind\": \"neighbourhood\", \"parent\": \"geo-east\", \"name\": \"Lake\", \"population\": { \"value\": 350, \"year\": \"2025\" } }\n"), ("series/ind-visits.csv", "", "period,geography,dimension,group,value,status\n2022-Q1,,,,121,final\n2022-Q1,geo-hill,,,,suppressed\n2022-Q1,geo-lake,,,35,final\n")];
}

/// One cell of a table by age, by sex and by place: the number of the group, or nothing for the whole.
type Spot = (Option<usize>, Option<usize>, Option<usize>);

const AGES: [&str; 3] = ["mid", "old", "young"];
const SEXES: [&str; 2] = ["f", "m"];
const PLACES: [&str; 2] = ["geo-east", "geo-west"];

/// The cell itself and all wholes that it is a part of.
fn spots() -> impl Iterator<Item = Spot> {
    let with_whole = |count: usize| (0..count).map(Some).chain([None]);
    with_whole(AGES.len()).flat_map(move |age| {
        with_whole(SEXES.len()).flat_map(move |sex| with_whole(PLACES.len()).map(move |place| (age, sex, place)))
    })
}

/// Every whole with its parts.
fn sums() -> Vec<(Spot, Vec<Spot>)> {
    let mut sums = Vec::new();
    for whole @ (age, sex, place) in spots() {
        if age.is_none() {
            sums.push((whole, (0..AGES.len()).map(|age| (Some(age), sex, place)).collect()));
        }
        if sex.is_none() {
            sums.push((whole, (0..SEXES.len()).map(|sex| (age, Some(sex), place)).collect()));
        }
        if place.is_none() {
            sums.push((whole, (0..PLACES.len()).map(|place| (age, sex, Some(place))).collect()));
        }
    }
    sums
}

/// What a reader knows who takes sums from each other as long as that gives something new.
fn by_subtraction(mut known: HashMap<Spot, f64>) -> HashMap<Spot, f64> {
    let sums = sums();
    loop {
        let before = known.len();
        for (whole, parts) in &sums {
            let sum = |known: &HashMap<Spot, f64>| parts.iter().filter_map(|part| known.get(part)).sum::<f64>();
            let missing: Vec<&Spot> = parts.iter().filter(|part| !known.contains_key(*part)).collect();
            match (known.get(whole).copied(), missing.as_slice()) {
                (None, []) => _ = known.insert(*whole, sum(&known)),
                (Some(total), [one]) => _ = known.insert(**one, total - sum(&known)),
                _ => {}
            }
        }
        if known.len() == before {
            return known;
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    Published,
    Withheld,
    Absent,
}

fn is_inside(cell: Spot, whole: Spot) -> bool {
    let fits = |part: Option<usize>, of: Option<usize>| of.is_none() || part == of;
    fits(cell.0, whole.0) && fits(cell.1, whole.1) && fits(cell.2, whole.2)
}

/// Whether the check finds that something withheld can be worked out.
fn is_found(counts: &[(Spot, f64, State)]) -> bool {
    let mut table = "period,geography,dimension,group,value,status\n".to_owned();
    for ((age, sex, place), count, state) in counts {
        let dimensions = [age.map(|_| "dim-age"), sex.map(|_| "dim-sex")];
        let groups = [age.map(|age| AGES[age]), sex.map(|sex| SEXES[sex])];
        let joined = |parts: [Option<&str>; 2]| parts.into_iter().flatten().collect::<Vec<_>>().join("*");
        let place = place.map_or("", |place| PLACES[place]);
        let value = match state {
            State::Published => format!("{count},final"),
            State::Withheld => ",suppressed".to_owned(),
            State::Absent => continue,
        };
        table.push_str(&format!("2022-Q1,{place},{},{},{value}\n", joined(dimensions), joined(groups)));
    }
    let residents = |kind: &str, count: u32| {
        (
            format!("\"kind\": \"{kind}\""),
            format!("\"kind\": \"{kind}\", \"population\": {{ \"value\": {count}, \"year\": \"2025\" }}"),
        )
    };
    let (region, region_with) = residents("region", 1000);
    let (part, part_with) = residents("neighbourhood", 500);
    let sex = r#"{ "id": "dim-sex", "exhaustive": true, "label": "Sex", "groups": [{ "id": "f", "label": "Girls" }, { "id": "m", "label": "Boys" }] }"#;
    let mut files = base(true);
    edit(
        &mut files,
        &[
            ("geographies/geo-valley.json", &region, &region_with),
            ("geographies/geo-east.json", &part, &part_with),
            ("geographies/geo-west.json", &part, &part_with),
            (
                "dimensions/dim-age.json",
                "    { \"id\": \"old\"",
                "    { \"id\": \"mid\", \"label\": \"Ten\" },\n    { \"id\": \"old\"",
            ),
            ("dimensions/dim-sex.json", "", sex),
            ("series/ind-visits.csv", "", &table),
        ],
    );
    let reading = read(&source(files, true), today());
    reading.findings.iter().for_each(well_worded);
    let strange: Vec<_> =
        reading.findings.iter().filter(|finding| finding.is_error() && finding.rule != Rule::Recoverable).collect();
    assert!(strange.is_empty(), "{strange:#?}");
    reading.findings.iter().any(|finding| finding.rule == Rule::Recoverable)
}

#[test]
fn nothing_that_passes_can_be_worked_out_by_subtraction() {
    let cells = AGES.len() * SEXES.len() * PLACES.len();
    // How much is published differs from table to table: where little is, more can be withheld safely.
    let tables =
        (prop::collection::vec(10..90_u32, cells), 5..60_u32, prop::collection::vec(0..100_u32, spots().count()));
    let (passed, solved) = (Cell::new(0), Cell::new(0));
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let result = runner.run(&tables, |(numbers, share, dice)| {
        let states = dice.iter().map(|dice| match dice % 3 {
            _ if *dice < share => State::Published,
            0 => State::Withheld,
            _ => State::Absent,
        });
        let finest: Vec<Spot> =
            spots().filter(|(age, sex, place)| age.is_some() && sex.is_some() && place.is_some()).collect();
        let count = |spot| {
            finest
                .iter()
                .zip(&numbers)
                .filter(|(cell, _)| is_inside(**cell, spot))
                .map(|(_, n)| f64::from(*n))
                .sum::<f64>()
        };
        let table: Vec<_> = spots().zip(states).map(|(spot, state)| (spot, count(spot), state)).collect();
        let published =
            table.iter().filter(|(.., state)| *state == State::Published).map(|(spot, count, _)| (*spot, *count));
        let known = by_subtraction(published.collect());
        let leaks = table.iter().any(|(spot, _, state)| *state == State::Withheld && known.contains_key(spot));
        let found = is_found(&table);
        solved.set(solved.get() + usize::from(leaks));
        passed.set(passed.get() + usize::from(!found));
        prop_assert!(found || !leaks, "not found: {table:?}");
        Ok(())
    });
    result.unwrap();
    assert!(passed.get() > 20 && solved.get() > 20, "{} passed, {} leak", passed.get(), solved.get());
}
