//! `commonweal import csv`, through the program: sheets of many shapes into the small feed of the tests. Each is imported,
//! with the lines that change, or refused, with row, column and reason.

// Helpers of tests may stop a test in the plainest way; clippy allows it by itself only inside the tests.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use chrono::NaiveDate;
use commonweal::feed::series::Series;
use commonweal::feed::{FeedSource, SourceFile, read};
use commonweal::present::Context;
use commonweal::present::csv::indicator_csv;
use commonweal::routes::Site;
use commonweal::words::Catalog;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// File in the folder form, the text to find there, the text to put.
type Edit<'e> = (&'e str, &'e str, &'e str);

/// A copy of the small feed as a folder, with edits. Nothing to find stands for the whole file.
fn folder(root: &Path, edits: &[Edit<'_>]) -> PathBuf {
    let (from, to) = (fixtures().join("small"), root.join("feed"));
    for kind in fs::read_dir(&from).unwrap().map(|entry| entry.unwrap().path()) {
        if kind.is_file() {
            fs::create_dir_all(&to).unwrap();
            fs::copy(&kind, to.join(kind.file_name().unwrap())).unwrap();
            continue;
        }
        let folder = to.join(kind.file_name().unwrap());
        fs::create_dir_all(&folder).unwrap();
        for file in fs::read_dir(&kind).unwrap().map(|entry| entry.unwrap().path()) {
            fs::copy(&file, folder.join(file.file_name().unwrap())).unwrap();
        }
    }
    for (path, find, put) in edits {
        let path = to.join(path);
        let text = fs::read_to_string(&path).unwrap_or_default();
        assert!(find.is_empty() || text.matches(find).count() == 1, "{find} is not in {} once", path.display());
        let text = if find.is_empty() { (*put).to_owned() } else { text.replace(find, put) };
        fs::write(&path, text).unwrap();
    }
    to
}

/// Exit code and output of an import.
fn import(sheet: &Path, indicator: &str, feed: &Path, more: &[&str]) -> (i32, String) {
    let arguments = ["import", "csv", sheet.to_str().unwrap(), "--indicator", indicator];
    let where_and_when = ["--feed", feed.to_str().unwrap(), "--as-of", "2026-11-22"];
    let mut command = Command::new(env!("CARGO_BIN_EXE_commonweal"));
    let output = command.args(arguments).args(where_and_when).args(more).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout) + &text(&output.stderr))
}

fn series_file(feed: &Path, indicator: &str) -> String {
    fs::read_to_string(feed.join(format!("series/{indicator}.csv"))).unwrap_or_default()
}

/// The series of a feed as the reader has them.
fn series(feed: &Path) -> Option<Vec<Series>> {
    let file = |path: &Path, name: String| SourceFile::new(name, fs::read(path).unwrap());
    let source = if feed.is_file() {
        FeedSource::File(file(feed, "feed.json".to_owned()))
    } else {
        let folders = fs::read_dir(feed).unwrap().map(|entry| entry.unwrap().path());
        let files = folders.flat_map(|path| match path.is_dir() {
            true => fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()).collect(),
            false => vec![path],
        });
        let name = |path: &Path| path.strip_prefix(feed).unwrap().to_string_lossy().replace('\\', "/");
        FeedSource::Folder(files.map(|path| file(&path, name(&path))).collect())
    };
    read(&source, NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()).feed.map(|feed| feed.series)
}

struct Case<'c> {
    sheet: &'c str,
    indicator: &'c str,
    edits: &'c [Edit<'c>],
    arguments: &'c [&'c str],
}

const READING: Case<'_> = Case { sheet: "", indicator: "ind-reading", edits: &[], arguments: &[] };
const VISITS: Case<'_> = Case { indicator: "ind-visits", ..READING };

impl Case<'_> {
    /// The sheet is imported: lines of the series that go (`-`) and come (`+`), and lines of the output.
    #[track_caller]
    fn imports(&self, changes: &[&str], said: &[&str]) {
        let root = tempfile::tempdir().unwrap();
        let (feed, sheet) = (folder(root.path(), self.edits), fixtures().join("csv").join(self.sheet));
        let before = series_file(&feed, self.indicator);
        let (code, preview) = import(&sheet, self.indicator, &feed, self.arguments);
        assert_eq!(
            (code, series_file(&feed, self.indicator)),
            (0, before.clone()),
            "the preview of {}\n{preview}",
            self.sheet
        );
        let (code, output) = import(&sheet, self.indicator, &feed, &[self.arguments, &["--write"]].concat());
        assert_eq!(code, 0, "{}\n{output}", self.sheet);
        let after = series_file(&feed, self.indicator);
        let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
        let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("-{line}"));
        let come = new.iter().filter(|line| !old.contains(line)).map(|line| format!("+{line}"));
        assert_eq!(gone.chain(come).collect::<Vec<_>>(), changes, "{}\n{output}", self.sheet);
        for line in said {
            assert!(
                preview.lines().any(|found| found.trim() == *line),
                "{} does not say: {line}\n{preview}",
                self.sheet
            );
        }
        let again = import(&sheet, self.indicator, &feed, &[self.arguments, &["--write"]].concat());
        assert_eq!(series_file(&feed, self.indicator), after, "a second import of {}\n{}", self.sheet, again.1);
        if self.edits.is_empty() {
            let single = root.path().join("small.json");
            fs::copy(fixtures().join("small.json"), &single).unwrap();
            let (code, output) = import(&sheet, self.indicator, &single, &[self.arguments, &["--write"]].concat());
            assert_eq!(code, 0, "{} into a single file\n{output}", self.sheet);
            assert!(series(&single).is_some());
            assert_eq!(series(&single), series(&feed), "{}", self.sheet);
        }
    }

    /// The sheet is refused, for these reasons, and nothing is written.
    #[track_caller]
    fn refuses(&self, said: &[&str]) {
        let root = tempfile::tempdir().unwrap();
        let (feed, sheet) = (folder(root.path(), self.edits), fixtures().join("csv").join(self.sheet));
        let before = series_file(&feed, self.indicator);
        let (code, output) = import(&sheet, self.indicator, &feed, &[self.arguments, &["--write"]].concat());
        assert_eq!((code, series_file(&feed, self.indicator)), (1, before), "{}\n{output}", self.sheet);
        for line in said {
            assert!(
                output.lines().any(|found| found.trim().starts_with(line)),
                "{} does not say: {line}\n{output}",
                self.sheet
            );
        }
        let refusals = output.lines().filter(|line| line.trim().starts_with("row ") && line.contains(": "));
        for line in refusals.filter(|line| line.contains(", column ")) {
            let why = line.split_once(": ").map_or("", |(_, why)| why);
            assert!(why.ends_with('.') && why.chars().count() <= 240, "{line}");
        }
    }
}

#[test]
fn a_long_table_adds_and_corrects() {
    Case { sheet: "long.csv", ..READING }.imports(
        &[
            "-2023,,,,54.0,49.0,59.0,,216,400,final,\"Counted in May, at school\"",
            "+2023,,,,54.2,49.0,59.0,,216,400,final,\"Counted in May, at school\"",
            "+2024,,,,55.1,,,,,,provisional,",
        ],
        &[
            "Would be added (1):",
            "2024, everybody: value 55.1, status \"provisional\" (row 3)",
            "Would be corrected, and readers have seen the old figure (1):",
            "2023, everybody: value 54 -> 54.2 (row 2)",
            "Tell them: add an update of the kind \"correction\" about ind-reading.",
            "Nothing was written. Add --write to write it.",
        ],
    );
}

#[test]
fn excel_with_semicolons_and_decimal_commas() {
    Case { sheet: "excel-semicolons.csv", ..READING }.imports(
        &["+2024,,,,55.1,50.1,60.1,,,,,"],
        &["row 1 \"Reading, in spring\": above the table", "Left as they are: 1."],
    );
}

#[test]
fn excel_unicode_text() {
    Case { sheet: "excel-unicode.txt", ..READING }
        .imports(&["+2024,geo-east,,,51.5,,,,,,,", "+2024,geo-west,,,59.5,,,,,,,"], &["\"East\" is geo-east"]);
}

#[test]
fn windows_1252_in_spanish() {
    let spanish =
        [("geographies/geo-east.json", "\"name\": \"East\"", "\"name\": {\"en\": \"East\", \"es\": \"Este\"}")];
    Case { sheet: "windows-1252.txt", edits: &spanish, ..READING }
        .imports(&["+2024,geo-east,,,51.5,,,,,,,Contado en otoño"], &["\"Este\" is geo-east"]);
}

#[test]
fn titles_units_and_notes_are_left_out() {
    Case { sheet: "titles-and-notes.csv", ..READING }.imports(
        &["+2024,,,,55.4,,,,,,,", "+2024,geo-east,,,51.5,,,,,,,", "+2024,geo-west,,,59.5,,,,,,,"],
        &[
            "row 1 \"Children who read well\": above the table",
            "row 5 \"%\": units",
            "row 13 \"Source: reading office\": below the figures",
            "row 6, column C: \"(1)\"",
            "row 7, column C: \"*\"",
            "\"Total\" is everybody",
        ],
    );
}

#[test]
fn periods_across() {
    Case { sheet: "periods-across.csv", ..READING }.imports(
        &[
            "+2024,,,,55.4,,,,,,,",
            "+2022,geo-east,,,49.5,,,,,,,",
            "+2024,geo-east,,,51.5,,,,,,,",
            "+2022,geo-west,,,57,,,,,,,",
            "+2024,geo-west,,,59.5,,,,,,,",
        ],
        &[
            "E \"Change\" is left out: reckoned from the other figures",
            "\"The valley\" is everybody",
            "Left as they are: 4.",
        ],
    );
}

#[test]
fn groups_across() {
    Case { sheet: "groups-across.csv", ..READING }.imports(
        &["+2024,,,,55.4,,,,,,,", "+2024,,dim-age,old,61,,,,,,,", "+2024,,dim-age,young,49.5,,,,,,,"],
        &["D \"SIX AND SEVEN\" is value for dim-age/young", "Left as they are: 3."],
    );
}

#[test]
fn merged_cells_of_a_header() {
    Case { sheet: "merged-header.csv", ..READING }.imports(
        &["+2024,geo-east,,,51.5,,,,,,,\"Counted in May, at school\"", "+2024,geo-west,,,59.5,,,,,,,"],
        &["D \"Value\" is value of 2024", "E \"Note\" is note of 2024"],
    );
}

#[test]
fn merged_cells_of_names() {
    Case { sheet: "merged-rows.csv", ..READING }.imports(
        &[
            "+2022,geo-east,,,49.5,,,,,,,",
            "+2024,geo-east,,,51.5,,,,,,,",
            "+2022,geo-west,,,57,,,,,,,",
            "+2024,geo-west,,,59.5,,,,,,,",
        ],
        &["Blank names stand for the name above them, as merged cells do."],
    );
    Case { sheet: "blank-or-merged.csv", ..READING }
        .refuses(&["row 3, column A: The blank may mean everybody, or the same as above."]);
}

#[test]
fn signs_become_a_status_and_never_a_number() {
    Case { sheet: "signs.csv", ..READING }.imports(
        &[
            "+2020,geo-east,,,,,,,,,suppressed,",
            "+2021,geo-east,,,,,,,,,missing,",
            "+2022,geo-east,,,,,,,,,missing,",
            "+2024,geo-east,,,,,,,,,missing,",
            "+2020,geo-west,,,,,,,,,suppressed,",
            "+2021,geo-west,,,,,,,,,missing,",
            "+2022,geo-west,,,,,,,,,suppressed,",
            "+2024,geo-west,,,59.5,,,,,,,",
        ],
        &["\"<10\" is suppressed (once)", "\"#N/A\" is missing (once)"],
    );
}

#[test]
fn thousands_parted_by_blanks_of_all_kinds() {
    Case { sheet: "thousands.csv", ..VISITS }
        .imports(&["+2022-Q3,1234,", "+2022-Q4,1456,", "+2023-Q1,12345,"], &["\"Q3 2022\" is 2022-Q3"]);
}

#[test]
fn thousands_or_decimals_is_a_question() {
    let case = Case { sheet: "thousands-or-decimals.csv", ..VISITS };
    case.refuses(&["row 2, column B, \"1,234\": Are these thousands or decimals?"]);
    Case { arguments: &["--decimal", "point"], ..case }.imports(&["+2022-Q3,1234,", "+2022-Q4,1456,"], &[]);
    Case { sheet: "two-marks.csv", ..READING }
        .refuses(&["row 3, column B, \"55.1\": Here stands another decimal mark than in row 2, column B (\"54,2\")."]);
}

#[test]
fn unknown_names_are_refused_with_the_nearest() {
    let case = Case { sheet: "unknown-names.csv", ..READING };
    case.refuses(&[
        "row 3, column B, \"Wset\": It is no place of the feed. The nearest is \"West\" (geo-west).",
        "row 4, column B, \"Riverside Mills\": It is no place of the feed. Correct it, or add it to the feed first.",
        "Nothing was written. Mend what was refused, or add --partial to import the rest.",
    ]);
    let root = tempfile::tempdir().unwrap();
    let feed = folder(root.path(), &[]);
    let (code, _) = import(&fixtures().join("csv/unknown-names.csv"), "ind-reading", &feed, &["--write", "--partial"]);
    assert_eq!(code, 0);
    assert!(series_file(&feed, "ind-reading").contains("\n2024,geo-east,,,51.5,"));
}

#[test]
fn unknown_columns_are_a_question_that_map_answers() {
    let case = Case { sheet: "unknown-column.csv", ..READING };
    case.refuses(&["row 1, column B, \"School type\": This column is not understood. Say what it is with --map \"School type=FIELD\""]);
    Case { arguments: &["--map", "School type=ignore"], ..case }
        .refuses(&["row 2, column C: Row 3 has another figure", "row 3, column C: Row 2 has another figure"]);
}

#[test]
fn formulas_and_errors_of_the_spreadsheet_are_refused() {
    Case { sheet: "formula.csv", ..READING }.refuses(&[
        "row 3, column B, \"=1+1\": It is a formula.",
        "row 4, column B, \"#DIV/0!\": It is an error of the spreadsheet.",
    ]);
}

/// The indicator counted by another kind of period, without figures and baseline.
fn counted_by(kind: &str) -> [(&'static str, &'static str, String); 3] {
    [
        ("indicators/ind-reading.json", "\"period_type\": \"year\"", format!("\"period_type\": \"{kind}\"")),
        ("indicators/ind-reading.json", "  \"baseline\": { \"period\": \"2021\" },\n", String::new()),
        ("series/ind-reading.csv", "", "period,value\n".to_owned()),
    ]
}

#[test]
fn school_years_and_financial_years() {
    let edits = counted_by("school_year");
    let edits: Vec<Edit<'_>> = edits.iter().map(|(path, find, put)| (*path, *find, put.as_str())).collect();
    let case = Case { sheet: "school-years.csv", edits: &edits, ..READING };
    case.refuses(&[
        "row 5, column A: \"2024\" is no school year, which the indicator is counted by. Write it as 2022-23.",
    ]);
    Case { arguments: &["--partial"], ..case }
        .imports(&["+SY2021,50.5", "+SY2022,51.5", "+SY2023,52.5"], &["\"2022/2023\" is SY2022"]);
    let edits = counted_by("financial_year");
    let edits: Vec<Edit<'_>> = edits.iter().map(|(path, find, put)| (*path, *find, put.as_str())).collect();
    Case { sheet: "financial-years.csv", edits: &edits, ..READING }.imports(&["+FY2021,50.5", "+FY2022,51.5"], &[]);
}

#[test]
fn months_and_dates_of_spreadsheets() {
    let edits = counted_by("month");
    let edits: Vec<Edit<'_>> = edits.iter().map(|(path, find, put)| (*path, *find, put.as_str())).collect();
    let case = Case { sheet: "months.csv", edits: &edits, ..READING };
    case.refuses(&["row 6, column A: \"2023-05-17\" is no month, which the indicator is counted by."]);
    Case { arguments: &["--partial"], ..case }.imports(
        &["+2023-01,50.5", "+2023-02,51.5", "+2023-03,52.5", "+2023-04,53.5"],
        &["\"44958\" is 2023-02", "\"abril 2023\" is 2023-04"],
    );
}

#[test]
fn totals_below_the_figures_are_left_out() {
    Case { sheet: "totals.csv", ..VISITS }.imports(
        &["+2022-Q3,140,", "+2022-Q4,150,"],
        &["row 4 \"Total\": reckoned from the other rows", "row 5 \"Average\": reckoned from the other rows"],
    );
}

#[test]
fn money_with_signs_and_brackets() {
    let unit = [(
        "indicators/ind-visits.json",
        "\"kind\": \"count\", \"decimals\": 0",
        "\"kind\": \"currency\", \"currency\": \"USD\", \"signed\": true, \"decimals\": 2",
    )];
    let case = Case { sheet: "money.csv", edits: &unit, ..VISITS };
    case.refuses(&["row 4, column B, \"€7\": It has the currency sign €, which is not the indicator's unit."]);
    Case { arguments: &["--partial"], ..case }.imports(&["+2022-Q3,1234.5,", "+2022-Q4,-5,"], &[]);
}

#[test]
fn what_the_feed_withholds_is_not_published() {
    let withheld = [
        (
            "series/ind-reading.csv",
            "2023,geo-east,,,50.0,,,,100,200,final,",
            "2023,geo-east,,,,,,,,,suppressed,Too few",
        ),
        ("series/ind-reading.csv", "2023,geo-west,,,58.0,,,,116,200,final,", "2023,geo-west,,,,,,,,,withheld,"),
    ];
    Case { sheet: "withheld.csv", edits: &withheld, ..READING }.refuses(&[
        "row 2, column C: The feed withholds this figure",
        "row 3, column C: The feed withholds this figure",
    ]);
}

#[test]
fn two_figures_for_one_observation_are_refused() {
    Case { sheet: "two-figures.csv", ..READING }
        .refuses(&["row 2, column B: Row 3 has another figure", "row 3, column B: Row 2 has another figure"]);
}

#[test]
fn words_that_change_the_figures_are_refused() {
    Case { sheet: "in-thousands.csv", ..VISITS }
        .refuses(&["row 1, column A, \"Visits (in thousands)\": The figures seem to be in thousands"]);
    Case { sheet: "headings.csv", ..READING }.refuses(&[
        "row 2, column A, \"East\": It stands alone between the figures.",
        "row 4, column A, \"West\": It stands alone between the figures.",
    ]);
    Case { sheet: "shares-of-one.csv", ..READING }
        .refuses(&["Every figure lies between 0 and 1, but the indicator counts percent."]);
}

#[test]
fn the_columns_of_the_feed_itself() {
    Case { sheet: "own-columns.csv", ..READING }
        .imports(&["+2024,geo-east,dim-age,old,52.5,,,,,,provisional,=2 classes"], &["Left as they are: 2."]);
}

#[test]
fn figures_that_break_the_feed_are_shown_and_not_kept() {
    let root = tempfile::tempdir().unwrap();
    let sheet = root.path().join("sheet.csv");
    fs::write(&sheet, "Year,Value\n2022,52\n2024,551\n").unwrap();
    let feed = folder(root.path(), &[]);
    let before = series_file(&feed, "ind-reading");
    let (code, output) = import(&sheet, "ind-reading", &feed, &["--write", "--partial"]);
    assert_eq!((code, series_file(&feed, "ind-reading")), (1, before), "{output}");
    assert!(output.contains("With these figures the feed would have new errors (1):"), "{output}");
    assert!(
        output.contains("series/ind-reading.csv:5:9: error[V301] 551 percent cannot be right. Did you mean 55.1?"),
        "{output}"
    );
}

#[test]
fn a_new_indicator_gets_its_first_figures() {
    let root = tempfile::tempdir().unwrap();
    let sheet = root.path().join("sheet.csv");
    fs::write(&sheet, "Year,Value\n2021,50.5\n2022,51\n").unwrap();
    let feed = folder(root.path(), &[]);
    fs::remove_file(feed.join("series/ind-reading.csv")).unwrap();
    assert!(series(&feed).is_none(), "the baseline is missing");
    let (code, output) = import(&sheet, "ind-reading", &feed, &["--write"]);
    assert_eq!(code, 0, "{output}");
    let header = "period,geography,dimension,group,value,lower,upper,se,numerator,denominator,status,note";
    assert_eq!(series_file(&feed, "ind-reading"), format!("{header}\n2021,,,,50.5,,,,,,,\n2022,,,,51,,,,,,,\n"));
    assert!(series(&feed).is_some());
}

/// The table that readers download, read by the same feed.
#[test]
fn an_exported_table_leaves_the_file_as_it_is() {
    let root = tempfile::tempdir().unwrap();
    let words = Catalog::parse(include_str!("../src/words/en.json")).unwrap();
    let site = Site::new("/", vec!["en".into(), "es".into()]);
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let single = root.path().join("feed.json");
    let sample = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/millbrook/feed.json")).unwrap();
    let reading = read(&FeedSource::File(SourceFile::new("feed.json", sample.clone())), today);
    let feed = reading.feed.unwrap();
    fs::write(&single, &sample).unwrap();
    let context = Context { feed: &feed, words: &words, site: &site, today, draft: None };
    for indicator in feed.indicators.iter().filter(|indicator| feed.series_of(&indicator.id).is_some()) {
        let sheet = root.path().join("exported.csv");
        fs::write(&sheet, indicator_csv(&context, indicator)).unwrap();
        let (code, output) = import(&sheet, indicator.id.as_str(), &single, &["--write"]);
        assert_eq!(code, 0, "{output}");
        assert!(output.ends_with("Nothing was written. The feed says the same.\n"), "{output}");
        assert!(fs::read(&single).unwrap() == sample, "{}", indicator.id);
    }
}

#[test]
fn hostile_sheets_end_quickly_with_a_sentence() {
    let root = tempfile::tempdir().unwrap();
    let feed = folder(root.path(), &[]);
    let mib = 1024 * 1024;
    let wide = |row: &str, times: usize| format!("Year,Value\n{}", row.repeat(times)).into_bytes();
    let sparse = format!("{}x\n", ",".repeat(1990)).repeat(1_200).into_bytes();
    let sheets: [(&str, Vec<u8>, &str); 9] = [
        ("quotes", vec![b'"'; 5 * mib], "row 1, column A: The cell has more than 10000 characters."),
        ("odd quotes", vec![b'"'; 5 * mib - 1], "row 1, column A: A quote is opened here and never closed."),
        ("columns", vec![b','; 1_000_000], "row 1: The row has more cells than a spreadsheet can hold."),
        ("columns with cells", "1,".repeat(1_000_000).into_bytes(), "row 1: The row has more cells"),
        ("zeros", b"Year,Value\n2024,\0\0\n".to_vec(), "Row 2 holds a NUL character"),
        ("too large", vec![b'1'; 5 * mib + 1], "the limit is 5 MiB"),
        ("noise", (0..mib).map(|n| (n * n % 251) as u8).collect(), "is not understood"),
        ("empty columns", sparse, "No header was found"),
        ("unknown names", wide("2024,about nothing\n", 20_000), "and 19975 more; --all lists them."),
    ];
    for (name, bytes, said) in sheets {
        let sheet = root.path().join("sheet.csv");
        fs::write(&sheet, bytes).unwrap();
        let start = Instant::now();
        let (code, output) = import(&sheet, "ind-reading", &feed, &["--write"]);
        assert_eq!(
            (code, output.contains(said)),
            (1, true),
            "{name}: {}",
            output.chars().take(500).collect::<String>()
        );
        // A fault here takes hours: a slow machine is none.
        assert!(start.elapsed().as_secs() < 600, "{name} took {:?}", start.elapsed());
    }
}

#[test]
fn what_cannot_be_done_is_a_sentence() {
    let root = tempfile::tempdir().unwrap();
    let feed = folder(root.path(), &[]);
    let sheet = fixtures().join("csv/long.csv");
    let (code, output) = import(&sheet, "ind-redaing", &feed, &[]);
    assert_eq!(
        (code, output.contains("no indicator \"ind-redaing\". The nearest is \"ind-reading\"")),
        (2, true),
        "{output}"
    );
    let (code, output) = import(Path::new("not-there.csv"), "ind-reading", &feed, &[]);
    assert_eq!((code, output.contains("not-there.csv cannot be read")), (2, true), "{output}");
    let (code, output) = import(&sheet, "ind-reading", &feed, &["--map", "Value=valeu"]);
    assert_eq!((code, output.contains("\"valeu\" is no field.")), (2, true), "{output}");
}
