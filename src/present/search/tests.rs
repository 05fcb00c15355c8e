//! Searches in a small index, whose entries are written out.

use super::*;
use crate::present::testing::Small;

fn entry(kind: Kind, path: &str, title: &str, context: &str, words: &str) -> Entry {
    let phrase = |text: &str| Phrase { text: text.into(), lang: None };
    Entry {
        kind: Some(kind),
        path: path.into(),
        title: phrase(title),
        context: phrase(context),
        words: fold::words_of(words).join(" "),
    }
}

fn index() -> Index {
    Index::new(vec![
        entry(Kind::Goal, "goal", "Every child reads well by third grade", "All schools", "books literacy lectura"),
        entry(Kind::Activity, "bus", "Night bus to the hospital", "County transit", "shuttle night shift"),
        entry(Kind::Activity, "pantry", "Despensa de alimentos", "Parroquia de San José", "food pantry comida"),
        entry(Kind::Activity, "garden", "Huerto comunitario de la niñez", "Escuela Águila", "vegetables busy business"),
        entry(Kind::Partner, "library", "County Library", "Public agency", "books reading rooms"),
        entry(Kind::Partner, "legal", "Tri-River Legal Aid", "Nonprofit", "eviction court library hours"),
        entry(Kind::Geography, "maktaba", "مكتبة الحي", "حي", "كتب قراءة"),
        entry(Kind::Term, "steward", "Steward", "Who answers for a figure", "responsable"),
    ])
}

/// The paths of what is found, in order. A `*` before the first: nothing has all words.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let index = index();
    let found = search(&index, text, SMALL);
    let mut paths: Vec<&str> = found.entries.iter().map(|at| index.entries()[*at].path.as_str()).collect();
    if !found.all && !paths.is_empty() {
        paths.insert(0, "*");
    }
    assert_eq!(paths, expected, "{text}");
}

#[test]
fn whole_words_come_before_beginnings_and_titles_before_the_rest() {
    check("bus", &["bus", "garden"]);
    check("library", &["library", "legal"]);
    check("rea", &["goal", "library"]);
    check("books", &["library", "goal"]);
    check("vict", &["legal"]);
    check("ct", &[]);
}

#[test]
fn all_words_have_to_fit() {
    check("county library", &["library"]);
    check("library county", &["library"]);
    check("night hospital", &["bus"]);
    check("by third grade: every child reads well!", &["goal"]);
}

#[test]
fn where_no_entry_has_all_words_those_come_that_have_most() {
    check("county library zebra", &["*", "library"]);
    check("zebra bus", &["*", "bus", "garden"]);
    check("zebra", &[]);
    check("", &[]);
    check(" ¿? ", &[]);
}

const SMALL: &str = "the a of to by where can i get s";

#[test]
fn small_words_are_passed_over() {
    check("where can I get books", &["library", "goal"]);
    check("the County’s library", &["library"]);
    // Alone they are words like others.
    check("to", &["bus"]);
}

#[test]
fn other_forms_of_a_word_are_found() {
    check("libraries", &["library", "legal"]);
    check("evicted", &["legal"]);
    check("hospitals", &["bus"]);
    check("shifts", &["bus"]);
    check("schooling", &["goal"]);
    check("vegetal", &["garden"]);
}

#[test]
fn slips_are_forgiven() {
    check("libary", &["library", "legal"]);
    check("librray", &["library", "legal"]);
    check("hopsital", &["bus"]);
    check("hopsitall", &["bus"]);
    // "County" would be two slips away.
    check("comunity", &["garden"]);
    check("dispensa", &["pantry"]);
    check("bsu", &[]);
    // While somebody types, of a beginning as well.
    check("hopsi", &["bus"]);
}

#[test]
fn a_word_that_is_spelled_right_is_no_slip() {
    // "hours" is a word here, though "house" would be near.
    check("hours", &["legal"]);
    // "books" is there, "bocks" is not.
    check("bocks", &["library", "goal"]);
}

#[test]
fn accents_may_be_left_out() {
    check("ninez", &["garden"]);
    check("NIÑEZ", &["garden"]);
    check("aguila", &["garden"]);
    check("san jose", &["pantry"]);
    check("san josé", &["pantry"]);
    check("alimetnos", &["pantry"]);
}

#[test]
fn arabic_is_found_however_it_is_written() {
    check("مكتبه", &["maktaba"]);
    check("مَكْتَبَة", &["maktaba"]);
    check("مكتية", &["maktaba"]);
    check("قراءه", &["maktaba"]);
    // With and without its article.
    check("المكتبة", &["maktaba"]);
    // A slip in the article itself.
    check("لاحي", &["maktaba"]);
    check("حي", &["maktaba"]);
}

#[test]
fn very_long_searches_are_cut() {
    check(&"a".repeat(5_000), &[]);
    check(&"county ".repeat(500), &["library", "bus"]);
    let many: Vec<String> = (0..50).map(|n| format!("w{n}x")).collect();
    check(&format!("library {}", many.join(" ")), &["*", "library", "legal"]);
}

#[track_caller]
fn check_marks(text: &str, title: &str, expected: &str) {
    let typed = search(&index(), text, SMALL).typed;
    let marked = mark::marked(title, &typed);
    let said: Vec<String> =
        marked.into_iter().map(|(text, found)| if found { format!("[{text}]") } else { text }).collect();
    assert_eq!(said.concat(), expected);
}

#[test]
fn what_fits_is_marked() {
    check_marks("bus", "Night bus, busy business", "Night [bus], [bus]y [bus]iness");
    check_marks("libary", "County Library", "County [Library]");
    check_marks("hours", "A house for hours", "A house for [hours]");
    check_marks("brar", "County Library", "County Li[brar]y");
    check_marks("ninez aguila", "La Niñez de Águila", "La [Niñez] de [Águila]");
    check_marks("strass", "Straße", "[Straß]e");
    check_marks("stras", "Straße", "[Straß]e");
    check_marks("مكتبه", "في مَكتبة الحي", "في [مَكتبة] الحي");
    check_marks("مكتبة", "في المكتبة", "في ال[مكتبة]");
    check_marks("zebra", "County Library", "County Library");
    check_marks("", "County Library", "County Library");
}

/// The results as somebody reads them.
#[track_caller]
fn check_results(query: &str, lang: &str, expected: &[&str]) {
    let small = Small::new(&[]);
    let found = results(&small.context(lang), &index(), &Query::parse(query));
    let mut said = vec![found.count];
    said.extend(found.note);
    said.extend(found.meant.map(|link| format!("{} -> {}", link.label.text, link.href)));
    for filter in found.filters {
        let option =
            |one: &FilterOption| format!("{} {}{}", one.label.text, one.count, if one.current { "*" } else { "" });
        said.push(format!("{}: {}", filter.title, filter.options.iter().map(option).collect::<Vec<_>>().join(", ")));
    }
    said.extend(found.rows.into_iter().map(|hit| format!("{} ({})", hit.href, hit.kind)));
    said.extend(found.lists.map(|lists| format!("{}: {}", lists.title.unwrap_or_default(), lists.lines.len())));
    assert_eq!(said, expected);
}

#[test]
fn results_are_counted_by_kind() {
    let kinds = "Kind: All 2*, Activities 1, Partners 1";
    check_results("q=county", "en", &["2 entries found", kinds, "/library (Partner)", "/bus (Activity)"]);
    let kinds = "Kind: All 2, Activities 1, Partners 1*";
    check_results("kind=partner&q=county", "en", &["1 entry found", kinds, "/library (Partner)"]);
    let kinds = "Kind: All 2, Goals 0*, Activities 1, Partners 1";
    check_results("kind=goal&q=county", "en", &["Nothing found", kinds]);
    check_results("q=huerto", "es", &["Se encontró 1 entrada", "/es/garden (Actividad)"]);
}

#[test]
fn without_words_it_says_what_can_be_found() {
    check_results("", "en", &["8 entries can be found", ": 5"]);
    check_results("q=+", "es", &["Se pueden encontrar 8 entradas", ": 5"]);
}

#[test]
fn what_is_not_found_leads_on() {
    let none =
        "Nothing has the words “zebra”. Check the spelling, try fewer words or other ones, or look through a list.";
    check_results("q=zebra", "en", &["Nothing found", none, "Look through a list: 5"]);
    let none = none.replace("zebra", "vegxxxbles");
    let meant = "Search for “vegetables” instead -> /search/?q=vegetables";
    check_results("q=vegxxxbles", "en", &["Nothing found", &none, meant, "Look through a list: 5"]);
}

#[test]
fn some_of_the_words_are_better_than_nothing() {
    let partly = "Nothing has all of these words. These entries have most of them.";
    let meant = "Search for “hospital vegetables” instead -> /search/?q=hospital+vegetables";
    check_results("q=night+hxxpital", "en", &["1 entry found", "/bus (Activity)"]);
    check_results("q=hospital+vegxxxbles", "en", &["1 entry found", partly, meant, "/bus (Activity)"]);
    check_results("q=night+hxxxital", "en", &["1 entry found", partly, "/bus (Activity)"]);
}

#[test]
fn many_results_have_pages_in_the_address() {
    let many = (0..45).map(|n| entry(Kind::Indicator, &format!("m{n}"), &format!("Measure {n}"), "", "")).collect();
    let index = Index::new(many);
    let small = Small::new(&[]);
    let context = small.context("en");
    let check = |query: &str, count: &str, first: &str, ways: [Option<&str>; 2]| {
        let found = results(&context, &index, &Query::parse(query));
        assert_eq!((found.count.as_str(), found.rows[0].href.as_str()), (count, first));
        let paging = found.paging.unwrap();
        let href = |link: Option<Link>| link.map(|link| link.href);
        assert_eq!([href(paging.previous), href(paging.next)], ways.map(|way| way.map(str::to_owned)));
    };
    let to = |query: &str| format!("/search/?{query}#list-count");
    let (one, two, three) = (to("q=measure"), to("page=2&q=measure"), to("page=3&q=measure"));
    check("q=measure", "45 entries found: 1 to 20 are shown", "/m0", [None, Some(&two)]);
    check("q=measure&page=2", "45 entries found: 21 to 40 are shown", "/m20", [Some(&one), Some(&three)]);
    check("q=measure&page=99", "45 entries found: 41 to 45 are shown", "/m40", [Some(&two), None]);
}
