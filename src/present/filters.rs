//! Lists that can be searched and narrowed down, with all state in the address.

use super::list::from_the_top;
use super::{Context, Phrase};
use crate::routes::{Page, Query};
use crate::words::{fold, say};

/// A group of filter links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    pub title: String,
    pub options: Vec<FilterOption>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterOption {
    pub label: Phrase,
    pub href: String,
    /// How many records the link leads to.
    pub count: usize,
    pub current: bool,
}

/// One thing that a list can be narrowed down by.
pub(super) struct Facet<'a, T> {
    /// Its name in the address.
    pub name: &'static str,
    pub title: String,
    /// Words and value of each choice.
    pub options: Vec<(Phrase, &'a str)>,
    /// Whether a record has a value.
    pub has: Has<'a, T>,
}

/// Tells whether a record has a value.
type Has<'a, T> = Box<dyn Fn(&T, &str) -> bool + 'a>;

/// The filters of a list, and the records that the query leaves, in their order.
pub(super) fn narrow<'r, T>(
    context: &Context<'_>,
    page: &Page,
    query: &Query,
    facets: &[Facet<'_, T>],
    records: Vec<&'r T>,
    texts: impl Fn(&T) -> Vec<String>,
) -> (Vec<Filter>, Vec<&'r T>) {
    let wanted = Words::new(query.get("q").unwrap_or_default());
    let mut counts: Vec<Vec<usize>> = facets.iter().map(|facet| vec![0; facet.options.len() + 1]).collect();
    let mut divides = vec![false; facets.len()];
    let mut chosen = Vec::new();
    // One walk over the records: a link counts what would be there if only its own facet were changed, so a record
    // counts for a facet as long as no other one refuses it.
    for record in records {
        let found = wanted.are_in(|| texts(record));
        let refused: Vec<usize> = facets
            .iter()
            .enumerate()
            .filter(|(_, facet)| query.get(facet.name).is_some_and(|value| !(facet.has)(record, value)))
            .map(|(at, _)| at)
            .collect();
        for (at, facet) in facets.iter().enumerate() {
            let counted = found && refused.iter().all(|other| *other == at);
            counts[at][0] += usize::from(counted);
            for (n, (_, value)) in facet.options.iter().enumerate() {
                let has = (facet.has)(record, value);
                divides[at] |= !has;
                counts[at][n + 1] += usize::from(has && counted);
            }
        }
        if found && refused.is_empty() {
            chosen.push(record);
        }
    }
    let filters = facets.iter().zip(&counts).zip(divides);
    // A facet that all records share tells nothing apart; it stays if it has been chosen, so that it can be left again.
    let shown = filters.filter(|((facet, _), divides)| *divides || query.get(facet.name).is_some());
    let filters = shown.map(|((facet, counts), _)| filter(context, page, query, facet, counts)).collect();
    (filters, chosen)
}

fn filter<T>(context: &Context<'_>, page: &Page, query: &Query, facet: &Facet<'_, T>, counts: &[usize]) -> Filter {
    let all = (Phrase::from(say!(context.words, "filter-all")), "");
    let query = from_the_top(query);
    let options =
        std::iter::once(all).chain(facet.options.iter().cloned()).zip(counts).map(|((label, value), count)| {
            FilterOption {
                label,
                count: *count,
                current: query.get(facet.name).unwrap_or_default() == value,
                href: context.href_with(page, &query.with(facet.name, value)),
            }
        });
    Filter { title: facet.title.clone(), options: options.collect() }
}

/// The words of a search, folded.
struct Words(Vec<String>);

impl Words {
    fn new(text: &str) -> Self {
        Self(fold(text).split_whitespace().map(str::to_owned).collect())
    }

    /// Whether every word stands somewhere in the texts. They are made only if there is something to look for.
    fn are_in(&self, texts: impl FnOnce() -> Vec<String>) -> bool {
        if self.0.is_empty() {
            return true;
        }
        let haystack = fold(&texts().join(" "));
        self.0.iter().all(|word| haystack.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    /// Fruit: name, colour, taste.
    type Fruit = (&'static str, &'static str, &'static str);

    const FRUIT: [Fruit; 4] = [
        ("Lemon", "yellow", "sour"),
        ("Banana", "yellow", "sweet"),
        ("Açaí", "blue", "sour"),
        ("Plum", "blue", "sweet"),
    ];

    /// The chosen names, and each filter as "value count" with a star at the current one.
    #[track_caller]
    fn check(query: &str, names: &[&str], filters: &[&str]) {
        let small = Small::new(&[]);
        let facet = |name, has: fn(&Fruit, &str) -> bool, options: [&'static str; 2]| Facet {
            name,
            title: name.to_owned(),
            options: options.map(|option| (option.to_owned().into(), option)).to_vec(),
            has: Box::new(has),
        };
        let facets = [
            facet("colour", |fruit, value| fruit.1 == value, ["yellow", "blue"]),
            facet("taste", |fruit, value| fruit.2 == value, ["sour", "sweet"]),
            facet("kind", |_, value| value == "fruit", ["fruit", "fruit"]),
        ];
        let records = FRUIT.iter().collect();
        let texts = |fruit: &Fruit| vec![fruit.0.to_owned()];
        let (found, chosen) =
            narrow(&small.context("en"), &Page::Activities, &Query::parse(query), &facets, records, texts);
        assert_eq!(chosen.iter().map(|fruit| fruit.0).collect::<Vec<_>>(), names);
        let said = found.iter().map(|filter| {
            let option = |option: &FilterOption| {
                format!("{} {}{}", option.label.text, option.count, if option.current { "*" } else { "" })
            };
            filter.options.iter().map(option).collect::<Vec<_>>().join(", ")
        });
        assert_eq!(said.collect::<Vec<_>>(), filters);
    }

    #[test]
    fn nothing_chosen_leaves_all() {
        check("", &["Lemon", "Banana", "Açaí", "Plum"], &["All 4*, yellow 2, blue 2", "All 4*, sour 2, sweet 2"]);
    }

    #[test]
    fn a_link_counts_what_it_leads_to() {
        check("colour=yellow", &["Lemon", "Banana"], &["All 4, yellow 2*, blue 2", "All 2*, sour 1, sweet 1"]);
        check("colour=yellow&taste=sour", &["Lemon"], &["All 2, yellow 1*, blue 1", "All 2, sour 1*, sweet 1"]);
    }

    #[test]
    fn a_search_counts_too() {
        check("q=acai", &["Açaí"], &["All 1*, yellow 0, blue 1", "All 1*, sour 1, sweet 0"]);
        check("q=plum+em", &[], &["All 0*, yellow 0, blue 0", "All 0*, sour 0, sweet 0"]);
    }

    #[test]
    fn unknown_values_leave_nothing_and_a_way_back() {
        check("colour=red", &[], &["All 4, yellow 2, blue 2", "All 0*, sour 0, sweet 0"]);
        let way_back = "All 4, fruit 4*, fruit 4*";
        check(
            "kind=fruit",
            &["Lemon", "Banana", "Açaí", "Plum"],
            &["All 4*, yellow 2, blue 2", "All 4*, sour 2, sweet 2", way_back],
        );
    }
}
