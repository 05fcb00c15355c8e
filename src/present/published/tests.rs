use super::*;
use crate::feed::diff::diff;
use crate::feed::history::Version;
use crate::present::testing::{READING, Small};

const SERIES: &str = "series/ind-reading.csv";

fn small(series: &str, indicator: (&str, &str)) -> Small {
    let indicator = READING[0].1.replace(indicator.0, indicator.1);
    Small::new(&[(READING[0].0, &indicator), (SERIES, series)])
}

/// The reading indicator after these versions of its table and an edit of its record, one each month.
fn versions(all: &[(&str, (&str, &str))]) -> (Small, History) {
    let smalls: Vec<Small> = all.iter().map(|(series, edit)| small(series, *edit)).collect();
    let version = |(at, small): (usize, &Small)| Version {
        on: Date::parse(&format!("2026-0{}-04", at + 1)).unwrap(),
        commit: format!("c{at}"),
        changes: at
            .checked_sub(1)
            .map_or(Vec::new(), |before| diff(smalls[before].context("en").feed, small.context("en").feed)),
        left_out: 0,
    };
    let list = smalls.iter().enumerate().map(version).rev().collect();
    let history = History::new(list, true, 0);
    let (series, edit) = all.last().unwrap();
    (small(series, *edit).known(&history), history)
}

const AS_IT_WAS: (&str, &str) = ("", "");
const FIRST: &str = "period,value,status\n2022,50.4,final\n2023,52,final\n";
const LONGER: &str = "period,value,status\n2022,50.4,final\n2023,52,final\n2024,56.2,provisional\n";
const REVISED: &str = "period,value,status\n2022,50.4,final\n2023,53.5,final\n2024,56.9,final\n";
const WITHHELD: &str = "period,value,status\n2022,50.4,final\n2023,,suppressed\n2024,56.9,final\n";

/// What the page says: the sentence above, then the tables row by row.
#[track_caller]
fn check(lang: &str, all: &[(&str, (&str, &str))], lead: &str, expected: &[&str]) -> Published {
    let (small, history) = versions(all);
    let page = published(&small.context(lang), &history, "ind-reading").unwrap();
    let cell = |cell: &PublishedCell| match &cell.mark {
        Some(mark) => format!("{} [{mark}]", cell.text),
        None => cell.text.clone(),
    };
    let row =
        |row: &PublishedRow| format!("{} | {}", row.period, row.cells.iter().map(cell).collect::<Vec<_>>().join(" | "));
    let mut said: Vec<String> = Vec::new();
    for table in &page.tables {
        said.push(format!("{}: {}", table.whom.text, table.days.join(" | ")));
        said.extend(table.rows.iter().map(row));
    }
    assert_eq!((page.lead.as_str(), said), (lead, expected.iter().map(|line| (*line).to_owned()).collect()));
    page
}

#[test]
fn each_day_has_its_figures_and_changes_are_said_in_words() {
    let all = [(FIRST, AS_IT_WAS), (LONGER, AS_IT_WAS), (REVISED, AS_IT_WAS)];
    let lines = [
        "Everybody: As published on 4 March 2026 | As published on 4 February 2026 | As published on 4 January 2026",
        "2024 | 56.9 [revised] | 56.2 [new] | – not yet published",
        "2023 | 53.5 [revised] | 52.0 | 52.0",
        "2022 | 50.4 | 50.4 | 50.4",
    ];
    let lead = "2 of 3 figures were revised; the largest by 1.5 points, on 4 March 2026.";
    let page = check("en", &all, lead, &lines);
    assert_eq!(
        page.notes.last().unwrap(),
        "The history is complete: it begins with the first version, 4 January 2026."
    );
    let lines = [
        "Todas las personas: Publicado el 4 de febrero de 2026 | Publicado el 4 de enero de 2026",
        "2024 | 56,2 [nuevo] | – aún no publicado",
        "2023 | 52,0 | 52,0",
        "2022 | 50,4 | 50,4",
    ];
    check("es", &all[..2], "Ninguna cifra publicada se ha revisado desde entonces.", &lines);
}

#[test]
fn what_is_withheld_is_said_without_its_value() {
    let lines = [
        "Everybody: As published on 4 February 2026 | As published on 4 January 2026",
        "2024 | 56.9 | 56.9",
        "2023 | withheld: too few people to publish [changed] | withheld later",
        "2022 | 50.4 | 50.4",
    ];
    let all = [(REVISED, AS_IT_WAS), (WITHHELD, AS_IT_WAS)];
    check("en", &all, "No figure that was published has been revised since.", &lines);
}

#[test]
fn what_was_taken_out_is_not_said_to_come() {
    let lines = [
        "Everybody: As published on 4 February 2026 | As published on 4 January 2026",
        "2024 | – no longer published [changed] | withheld later",
        "2023 | 52.0 | 52.0",
        "2022 | 50.4 | 50.4",
    ];
    let all = [(LONGER, AS_IT_WAS), (FIRST, AS_IT_WAS)];
    check("en", &all, "No figure that was published has been revised since.", &lines);
}

#[test]
fn digits_that_tell_two_values_apart_are_shown() {
    let finer = REVISED.replace("56.9", "56.94");
    let lines = [
        "Everybody: As published on 4 February 2026 | As published on 4 January 2026",
        "2024 | 56.94 [revised] | 56.9",
        "2023 | 53.5 | 53.5",
        "2022 | 50.4 | 50.4",
    ];
    let lead = "1 of 3 figures was revised, by less than a digit that is usually shown.";
    let all = [(REVISED, AS_IT_WAS), (&finer, AS_IT_WAS)];
    check("en", &all, lead, &lines);
    // As the language writes them.
    let (small, history) = versions(&all);
    let page = published(&small.context("es"), &history, "ind-reading").unwrap();
    assert_eq!(page.tables[0].rows[0].cells[0].text, "56,94");
}

#[test]
fn what_else_changed_is_listed_with_its_day() {
    let target = (
        "\"phase\": \"live\"",
        "\"phase\": \"live\", \"targets\": [{\"value\": 70, \"by\": \"2030\", \"kind\": \"aspiration\"}]",
    );
    let (small, history) = versions(&[(FIRST, AS_IT_WAS), (LONGER, target)]);
    let page = published(&small.context("en"), &history, "ind-reading").unwrap();
    let said: Vec<_> = page.others.iter().map(|other| (other.date.as_str(), other.lines.join(" "))).collect();
    assert_eq!(said, [("4 February 2026", "Target set: 70.0% by 2030.".to_owned())]);
}

#[test]
fn a_measure_without_earlier_figures_has_no_page() {
    let (small, history) = versions(&[(FIRST, AS_IT_WAS), (FIRST, ("Third graders.", "All third graders."))]);
    let context = small.context("en");
    assert_eq!((published(&context, &history, "ind-reading"), published_page(&context, "ind-reading")), (None, None));
    let (small, _) = versions(&[(FIRST, AS_IT_WAS), (LONGER, AS_IT_WAS)]);
    let page = published_page(&small.context("en"), "ind-reading").unwrap();
    assert_eq!(page.title, "Earlier published figures: Reading at grade level");
    assert_eq!(page.crumbs[1].href, "/indicators/ind-reading/");
}

/// A row of the table: period, value, status, the days between which it stood, and what is said of these.
struct Row {
    period: String,
    value: String,
    status: String,
    on: String,
    until: String,
    or_before: bool,
    withheld_later: bool,
}

fn rows(small: &Small, history: &History) -> Vec<Row> {
    let context = small.context("en");
    let table = vintages_csv(&context, history, &context.feed.indicators[0]).unwrap();
    let mut lines = table.split("\r\n").filter(|line| !line.is_empty());
    let columns: Vec<&str> = lines.next().unwrap().split(',').collect();
    let row = |line: &str| {
        // No text of this feed holds a comma.
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells.len(), columns.len(), "{line}");
        let cell = |name: &str| cells[columns.iter().position(|column| *column == name).unwrap()].to_owned();
        assert_eq!((cell("indicator").as_str(), cell("place").as_str()), ("ind-reading", ""));
        Row {
            period: cell("period"),
            value: cell("value"),
            status: cell("status"),
            on: cell("published_on"),
            until: cell("replaced_on"),
            or_before: cell("or_before").parse().unwrap(),
            withheld_later: cell("withheld_later").parse().unwrap(),
        }
    };
    lines.map(row).collect()
}

/// The table in short: what stood, since when, until when.
#[track_caller]
fn check_vintages(all: &[(&str, (&str, &str))], complete: bool, expected: &[&str]) {
    let (small, mut history) = versions(all);
    history.complete = complete;
    let said = |row: Row| {
        let (before, hidden) =
            (if row.or_before { "≤" } else { "" }, if row.withheld_later { "withheld later" } else { "" });
        format!("{} {}{hidden} {}: {before}{} {}", row.period, row.value, row.status, row.on, row.until)
    };
    let found: Vec<String> = rows(&small, &history).into_iter().map(said).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_table_has_each_figure_with_the_days_between_which_it_stood() {
    let all = [(FIRST, AS_IT_WAS), (LONGER, AS_IT_WAS), (REVISED, AS_IT_WAS)];
    let rows = [
        "2022 50.4 final: 2026-01-04 ",
        "2023 52 final: 2026-01-04 2026-03-04",
        "2023 53.5 final: 2026-03-04 ",
        "2024 56.2 provisional: 2026-02-04 2026-03-04",
        "2024 56.9 final: 2026-03-04 ",
    ];
    check_vintages(&all, true, &rows);
}

#[test]
fn where_the_history_begins_a_figure_may_be_older() {
    let rows = ["2022 50.4 final: ≤2026-01-04 ", "2023 52 final: ≤2026-01-04 ", "2024 56.2 provisional: 2026-02-04 "];
    check_vintages(&[(FIRST, AS_IT_WAS), (LONGER, AS_IT_WAS)], false, &rows);
}

#[test]
fn the_table_repeats_nothing_that_was_withheld_or_taken_out() {
    let hidden = "2023 withheld later final: 2026-01-04 2026-02-04";
    let rows =
        ["2022 50.4 final: 2026-01-04 ", hidden, "2023  suppressed: 2026-02-04 ", "2024 56.9 final: 2026-01-04 "];
    check_vintages(&[(REVISED, AS_IT_WAS), (WITHHELD, AS_IT_WAS)], true, &rows);
    // What comes back is said from that day on.
    let again = "2023  suppressed: 2026-02-04 2026-03-04";
    let rows = [rows[0], hidden, again, "2023 52 final: 2026-03-04 ", rows[3], "2024 56.2 provisional: 2026-03-04 "];
    let rows = rows.map(|row| row.replace("56.9 final: 2026-01-04 ", "56.9 final: 2026-01-04 2026-03-04"));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    check_vintages(&[(REVISED, AS_IT_WAS), (WITHHELD, AS_IT_WAS), (LONGER, AS_IT_WAS)], true, &rows);
    let gone = [
        "2022 50.4 final: 2026-01-04 ",
        "2023 52 final: 2026-01-04 ",
        "2024 withheld later provisional: 2026-01-04 2026-02-04",
    ];
    check_vintages(&[(LONGER, AS_IT_WAS), (FIRST, AS_IT_WAS)], true, &gone);
}

#[test]
fn the_table_is_offered_where_earlier_figures_are_known() {
    let offered = |all: &[(&str, (&str, &str))]| {
        let (small, history) = versions(all);
        let context = small.context("en");
        let table = vintages_csv(&context, &history, &context.feed.indicators[0]);
        let page = published(&context, &history, "ind-reading").map(|page| page.more[0].href.clone());
        let list = crate::present::data::data_page(&context).tables[0].vintages.clone();
        assert_eq!((page.as_ref(), table.is_some()), (list.as_ref(), list.is_some()));
        list
    };
    assert_eq!(offered(&[(FIRST, AS_IT_WAS)]), None);
    let there = "/data/indicators/ind-reading.vintages.csv";
    assert_eq!(offered(&[(FIRST, AS_IT_WAS), (LONGER, AS_IT_WAS)]).as_deref(), Some(there));
}

#[test]
fn page_and_table_say_the_same_of_every_day() {
    let all = [FIRST, LONGER, WITHHELD, REVISED, FIRST, REVISED].map(|series| (series, AS_IT_WAS));
    for last in 2..=all.len() {
        let (small, history) = versions(&all[..last]);
        let page = published(&small.context("en"), &history, "ind-reading").unwrap();
        let rows = rows(&small, &history);
        let table = &page.tables[0];
        assert_eq!(table.days.len(), last);
        for row in &table.rows {
            for (cell, month) in row.cells.iter().zip((1..=last).rev()) {
                let day = format!("2026-0{month}-04");
                let standing: Vec<&Row> = rows
                    .iter()
                    .filter(|one| {
                        one.period == row.period && one.on <= day && (one.until.is_empty() || day < one.until)
                    })
                    .collect();
                let was_there = rows.iter().any(|one| one.period == row.period && one.on < day);
                let expected = match standing.as_slice() {
                    [] if was_there => "– no longer published".to_owned(),
                    [] => "– not yet published".to_owned(),
                    [one] if one.withheld_later => "withheld later".to_owned(),
                    [one] if one.value.is_empty() => "withheld: too few people to publish".to_owned(),
                    [one] => format!("{:.1}", one.value.parse::<f64>().unwrap()),
                    more => panic!("{} rows for {} on {day}", more.len(), row.period),
                };
                assert_eq!((cell.text.as_str(), day.as_str()), (expected.as_str(), day.as_str()), "{}", row.period);
            }
        }
    }
}
