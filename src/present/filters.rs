//! Lists that can be searched and narrowed down, with all state in the address.

use std::sync::OnceLock;

use super::list::{Asked, from_the_top};
use super::{Context, Phrase};
use crate::routes::{Page, Query};
use crate::sorted::sort_by;
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

/// Whether anything is chosen. The first option of a filter takes the choice away.
pub fn is_narrowed(filters: &[Filter]) -> bool {
    filters.iter().any(|filter| filter.options.first().is_some_and(|all| !all.current))
}

/// What a list is narrowed down by, worked out once: thousands of records are not judged anew at every key.
pub struct ListIndex {
    /// Places in the feed's list, in the order of the page.
    order: Vec<usize>,
    facets: Vec<Facet>,
    /// The words of each record, folded; made when something is searched for first.
    texts: OnceLock<Vec<String>>,
}

/// One thing that a list can be narrowed down by.
pub(super) struct Facet {
    /// Its name in the address.
    name: &'static str,
    title: String,
    /// Words and value of each choice.
    options: Vec<(Phrase, String)>,
    /// Of each record, in the order of the page, the places of the options that it has.
    of: Vec<Vec<usize>>,
    /// How many of the options, from the first, are offered. The others are shown once they are chosen, to be left again:
    /// they come from links of other pages.
    offered: usize,
}

impl Facet {
    /// `values`: what each record has, in the order of the page. A value that is no option counts for nothing.
    pub(super) fn new(
        name: &'static str,
        title: String,
        options: Vec<(Phrase, &str)>,
        values: &mut dyn Iterator<Item = Vec<&str>>,
    ) -> Self {
        let mut known: Vec<(&str, usize)> = options.iter().enumerate().map(|(at, (_, value))| (*value, at)).collect();
        sort_by(&mut known, |a, b| a.0.cmp(b.0));
        let place = |value: &str| {
            let found = known.binary_search_by(|(known, _)| (*known).cmp(value)).ok()?;
            known.get(found).map(|(_, at)| *at)
        };
        let of = values.map(|values| {
            let mut places: Vec<usize> = values.into_iter().filter_map(place).collect();
            sort_by(&mut places, Ord::cmp);
            places.dedup();
            places
        });
        let of = of.collect();
        let options: Vec<_> = options.into_iter().map(|(label, value)| (label, value.to_owned())).collect();
        Self { name, title, offered: options.len(), options, of }
    }

    /// Offers only the first options.
    pub(super) fn offering(self, offered: usize) -> Self {
        Self { offered, ..self }
    }

    /// The option that a query asks for; one that there is not, if it asks for something unknown.
    fn chosen(&self, query: &Query) -> Option<usize> {
        let value = query.get(self.name)?;
        Some(self.options.iter().position(|(_, known)| known == value).unwrap_or(usize::MAX))
    }

    fn lets_through(&self, row: usize, chosen: Option<usize>) -> bool {
        chosen.is_none_or(|chosen| self.of.get(row).is_some_and(|options| options.contains(&chosen)))
    }

    /// Whether some records have what others have not. What all share tells nothing apart.
    fn divides(&self) -> bool {
        let has = |options: &Vec<usize>| options.iter().filter(|option| **option < self.offered).count();
        self.of.iter().any(|options| has(options) < self.offered)
    }
}

impl ListIndex {
    /// `order`: places in the feed's list, in the order of the page and of the facets.
    pub(super) fn new(order: Vec<usize>, facets: Vec<Facet>) -> Self {
        Self { order, facets, texts: OnceLock::new() }
    }

    /// How many records there are.
    pub(super) fn len(&self) -> usize {
        self.order.len()
    }

    /// The filters of a list, and the records of the feed's list that the query leaves, in the order of the page.
    pub(super) fn narrow<'r, T>(
        &self,
        context: &Context<'_>,
        page: &Page,
        asked: Asked<'_>,
        list: &'r [T],
        texts: impl Fn(&T) -> Vec<String>,
    ) -> (Vec<Filter>, Vec<&'r T>) {
        let texts = |at: usize| list.get(at).map(&texts).unwrap_or_default();
        let (filters, chosen) = self.left(context, page, asked, &texts);
        (filters, chosen.into_iter().filter_map(|at| list.get(at)).collect())
    }

    /// The filters, and the places of the records that are left in the feed's list. Once for all kinds of records: each
    /// further copy would cost the readers' programs a kilobyte.
    fn left(
        &self,
        context: &Context<'_>,
        page: &Page,
        Asked { query, hasty }: Asked<'_>,
        texts: &dyn Fn(usize) -> Vec<String>,
    ) -> (Vec<Filter>, Vec<usize>) {
        let wanted = fold(query.get("q").unwrap_or_default());
        let wanted: Vec<&str> = wanted.split_whitespace().collect();
        let texts = || self.texts.get_or_init(|| self.order.iter().map(|at| fold(&texts(*at).join(" "))).collect());
        let is_found = |row: usize| {
            let text = || texts().get(row).map(String::as_str).unwrap_or_default();
            wanted.iter().all(|word| text().contains(word))
        };
        let chosen = |rows: Vec<usize>| rows.into_iter().filter_map(|row| self.order.get(row).copied()).collect();
        if hasty {
            return (Vec::new(), chosen(self.rows(query, &is_found)));
        }
        let (counts, rows) = self.count(query, &is_found);
        let filters = self.facets.iter().zip(&counts).filter(|(facet, _)| match query.get(facet.name) {
            // What has been chosen stays, so that it can be left again.
            Some(_) => true,
            None => facet.divides(),
        });
        let filters = filters.map(|(facet, counts)| facet.filter(context, page, query, counts)).collect();
        (filters, chosen(rows))
    }

    /// The rows that are left, where nobody asks how many there would be otherwise.
    fn rows(&self, query: &Query, is_found: &dyn Fn(usize) -> bool) -> Vec<usize> {
        let chosen = self.facets.iter().map(|facet| (facet, facet.chosen(query)));
        let chosen: Vec<_> = chosen.filter(|(_, chosen)| chosen.is_some()).collect();
        let is_left = |row: &usize| chosen.iter().all(|(facet, chosen)| facet.lets_through(*row, *chosen));
        (0..self.order.len()).filter(is_left).filter(|row| is_found(*row)).collect()
    }

    /// For each facet, how many records there would be without a choice and with each of its options; and the rows that
    /// are left. A link counts what would be there if only its own facet were changed, so a record counts for a facet as
    /// long as no other one refuses it.
    fn count(&self, query: &Query, is_found: &dyn Fn(usize) -> bool) -> (Vec<Vec<usize>>, Vec<usize>) {
        let chosen: Vec<Option<usize>> = self.facets.iter().map(|facet| facet.chosen(query)).collect();
        let mut counts: Vec<Vec<usize>> = self.facets.iter().map(|facet| vec![0; facet.options.len() + 1]).collect();
        let mut rows = Vec::new();
        for row in (0..self.order.len()).filter(|row| is_found(*row)) {
            let refuses = |(_, (facet, chosen)): &(usize, (&Facet, &Option<usize>))| !facet.lets_through(row, **chosen);
            let mut refused = self.facets.iter().zip(&chosen).enumerate().filter(refuses).map(|(at, _)| at);
            let (first, second) = (refused.next(), refused.next());
            if second.is_some() {
                continue;
            }
            if first.is_none() {
                rows.push(row);
            }
            let counted = self.facets.iter().zip(&mut counts).enumerate();
            for (_, (facet, counts)) in counted.filter(|(at, _)| first.is_none_or(|first| first == *at)) {
                let options = facet.of.get(row).into_iter().flatten().map(|option| option + 1);
                for place in std::iter::once(0).chain(options) {
                    if let Some(count) = counts.get_mut(place) {
                        *count += 1;
                    }
                }
            }
        }
        (counts, rows)
    }
}

impl Facet {
    fn filter(&self, context: &Context<'_>, page: &Page, query: &Query, counts: &[usize]) -> Filter {
        let all = (Phrase::from(say!(context.words, "filter-all")), String::new());
        let query = from_the_top(query);
        let current = query.get(self.name).unwrap_or_default();
        // The first one takes the choice away.
        let is_shown = |at: usize, value: &str| at <= self.offered || current == value;
        let options = std::iter::once(&all).chain(&self.options).zip(counts).enumerate();
        let options =
            options.filter(|(at, ((_, value), _))| is_shown(*at, value)).map(|(_, ((label, value), count))| {
                FilterOption {
                    label: label.clone(),
                    count: *count,
                    current: current == value,
                    href: context.href_with(page, &query.with(self.name, value)),
                }
            });
        Filter { title: self.title.clone(), options: options.collect() }
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
        // The page shows the last one first.
        let order = vec![3, 0, 1, 2];
        let records: Vec<&Fruit> = order.iter().map(|at| &FRUIT[*at]).collect();
        let facet = |name, values: fn(&'static Fruit) -> Vec<&'static str>, options: &[&'static str]| {
            let options = options.iter().map(|option| ((*option).to_owned().into(), *option)).collect();
            Facet::new(name, name.to_owned(), options, &mut records.iter().map(|fruit| values(fruit)))
        };
        let facets = vec![
            facet("colour", |fruit| vec![fruit.1], &["yellow", "blue"]),
            facet("taste", |fruit| vec![fruit.2, fruit.2, "unknown"], &["sour", "sweet"]),
            facet("kind", |_| vec!["fruit"], &["fruit"]),
            facet("stall", |fruit| vec![fruit.1], &["blue", "yellow"]).offering(0),
            facet("shop", |fruit| vec![fruit.1, "any"], &["any", "yellow", "blue"]).offering(1),
        ];
        let index = ListIndex::new(order, facets);
        let texts = |fruit: &Fruit| vec![fruit.0.to_owned()];
        let (found, chosen) =
            index.narrow(&small.context("en"), &Page::Activities, (&Query::parse(query)).into(), &FRUIT, texts);
        assert_eq!(chosen.iter().map(|fruit| fruit.0).collect::<Vec<_>>(), names);
        let asks = |name: &&str| Query::parse(query).get(name).is_some();
        assert_eq!(is_narrowed(&found), ["colour", "taste", "kind", "stall", "shop"].iter().any(asks), "{query}");
        // Who is typing gets the same records without filters.
        let hasty = Asked { query: &Query::parse(query), hasty: true };
        let of_hasty = index.narrow(&small.context("en"), &Page::Activities, hasty, &FRUIT, texts);
        assert_eq!((of_hasty.0, of_hasty.1), (Vec::new(), chosen));
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
        check("", &["Plum", "Lemon", "Banana", "Açaí"], &["All 4*, yellow 2, blue 2", "All 4*, sour 2, sweet 2"]);
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
    fn what_only_links_choose_is_offered_to_be_left() {
        check(
            "stall=blue",
            &["Plum", "Açaí"],
            &["All 2*, yellow 0, blue 2", "All 2*, sour 1, sweet 1", "All 4, blue 2*"],
        );
        check("stall=none", &[], &["All 0*, yellow 0, blue 0", "All 0*, sour 0, sweet 0", "All 4"]);
        check(
            "shop=blue",
            &["Plum", "Açaí"],
            &["All 2*, yellow 0, blue 2", "All 2*, sour 1, sweet 1", "All 4, any 4, blue 2*"],
        );
    }

    #[test]
    fn unknown_values_leave_nothing_and_a_way_back() {
        check("colour=red", &[], &["All 4, yellow 2, blue 2", "All 0*, sour 0, sweet 0"]);
        let way_back = "All 4, fruit 4*";
        check(
            "kind=fruit",
            &["Plum", "Lemon", "Banana", "Açaí"],
            &["All 4*, yellow 2, blue 2", "All 4*, sour 2, sweet 2", way_back],
        );
    }
}
