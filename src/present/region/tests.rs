use super::*;
use crate::present::testing::{READING, Small};

/// The page over two coalitions: the usual one, and one with these changes in its measure.
#[track_caller]
fn check(change: &[(&str, &str)], expect: impl FnOnce(RegionPage)) {
    let (path, text) = READING.iter().copied().find(|(path, _)| path.starts_with("indicators/")).unwrap();
    let mut other = text.to_owned();
    for (old, new) in change {
        assert!(other.contains(old), "{old} is not in {text}");
        other = other.replace(old, new);
    }
    let with =
        READING.iter().map(|(known, text)| if *known == path { (path, other.as_str()) } else { (*known, *text) });
    let (one, two) = (Small::new(&READING), Small::new(&with.collect::<Vec<_>>()));
    let members = [&one, &two].map(|small| Member { context: small.context("en") });
    expect(region_page(members[0].context.words, "", &members));
}

#[test]
fn the_same_definition_is_put_side_by_side() {
    check(&[], |page| {
        let rows: Vec<_> = page.shared[0].rows.iter().map(|row| row.coalition.href.as_str()).collect();
        assert_eq!((page.shared.len(), rows), (1, vec!["/indicators/ind-reading/"; 2]));
        assert_eq!((page.apart, page.nothing), (Vec::new(), None));
        assert!(page.shared[0].rows.iter().all(|row| row.verdict.is_some() && !row.latest.is_empty()));
    });
}

#[test]
fn another_name_is_no_hindrance() {
    check(&[("\"title\": \"", "\"title\": \"So to say: ")], |page| {
        assert_eq!((page.shared.len(), page.apart.len()), (1, 0));
    });
}

#[test]
fn what_is_counted_differently_is_not_put_together() {
    for (change, why) in [
        (("\"definition\": \"", "\"definition\": \"Only this year: "), "They differ in the definition."),
        (("\"direction\": \"increase\"", "\"direction\": \"none\""), "They differ in which way is better."),
    ] {
        check(&[change], |page| {
            assert_eq!((page.shared.len(), page.apart.len()), (0, 1));
            assert_eq!(page.apart[0].why, why);
            assert_eq!(page.apart[0].rows.len(), 2);
            assert!(page.nothing.is_some());
        });
    }
}

#[test]
fn one_coalition_shares_nothing_with_itself() {
    let small = Small::new(&READING);
    let page = region_page(small.context("en").words, "Our valley", &[Member { context: small.context("en") }]);
    assert_eq!((page.title.as_str(), page.shared.len(), page.apart.len()), ("Our valley", 0, 0));
    assert_eq!(page.coalitions[0].counts[0], ("Goals".to_owned(), "2".to_owned()));
}

#[test]
fn its_card_names_the_coalitions() {
    check(&[], |page| {
        let words = Small::new(&[]);
        let card = crate::present::card::region_card(words.context("en").words, &page, "https://a.example/all/");
        let said = (card.coalition.as_str(), card.title.as_str(), card.address.as_str(), card.sample.as_deref());
        let expected = ("Valley Together and Valley Together", "Coalitions side by side", "a.example/all", None);
        assert_eq!(said, expected);
        assert_eq!(card.says, page.lead);
    });
}
