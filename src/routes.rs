//! Every address of the site, both ways: from a page to its address, and back.
//!
//! No other room writes a path. The site may live under any base path; languages other than the default have theirs
//! as first step: `/es/indicators/`.

mod files;

use crate::feed::{Feed, Record};
use crate::sorted::sort_by;

pub use files::{DataFile, Form, Lack, ROBOTS_FILE, SITEMAP_FILE, sitemap_part};

/// What an address shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    Overview,
    Goal(String),
    Indicators,
    Indicator(String),
    /// What was published of a measure on earlier days.
    Published(String),
    Activities,
    Activity(String),
    Partners,
    Partner(String),
    News,
    Changes,
    Events,
    /// Everything that can be found.
    Search,
    /// What residents are asked, what they said, and what came of it.
    TakePart,
    /// One process in which residents take part.
    Engagement(String),
    /// What was promised, and what was decided.
    Promises,
    /// Who does what for which goal, and where nobody does.
    WhoDoesWhat,
    /// Tables, seats, rules and the map of strategies.
    HowWeWork,
    /// How activities are run, over the whole agenda.
    Portfolio,
    /// One round of a participatory budget.
    Budget(String),
    Places,
    Place(String),
    /// Kept in the reader's own browser.
    Mine,
    /// A goal on one side of paper.
    Sheet(String),
    /// For a projector.
    Present,
    Glossary,
    Review,
    Method,
    Data,
    About,
    Accessibility,
    /// A draft that the reader chooses.
    Preview,
    /// A measure, a goal or an activity in a frame of another site.
    Embed(Box<Self>),
    NotFound,
}

impl Page {
    /// The path below base and language: empty, or steps that each end in `/`.
    pub fn path(&self) -> String {
        let one = |list: &str, id: &str| format!("{list}/{id}/");
        match self {
            Self::Overview => String::new(),
            Self::Goal(id) => one("goals", id),
            Self::Indicators => "indicators/".into(),
            Self::Indicator(id) => one("indicators", id),
            Self::Published(id) => format!("indicators/{id}/history/"),
            Self::Activities => "activities/".into(),
            Self::Activity(id) => one("activities", id),
            Self::Partners => "partners/".into(),
            Self::Partner(id) => one("partners", id),
            Self::News => "news/".into(),
            Self::Changes => "changes/".into(),
            Self::Events => "events/".into(),
            Self::Search => "search/".into(),
            Self::TakePart => "take-part/".into(),
            Self::Engagement(id) => one("take-part", id),
            Self::Promises => "promises/".into(),
            Self::WhoDoesWhat => "who-does-what/".into(),
            Self::HowWeWork => "how-we-work/".into(),
            Self::Portfolio => "portfolio/".into(),
            Self::Budget(id) => one("budgets", id),
            Self::Places => "places/".into(),
            Self::Place(id) => one("places", id),
            Self::Mine => "my-page/".into(),
            Self::Sheet(id) => format!("goals/{id}/sheet/"),
            Self::Present => "present/".into(),
            Self::Glossary => "glossary/".into(),
            Self::Review => "standing/".into(),
            Self::Method => "method/".into(),
            Self::Data => "data/".into(),
            Self::About => "about/".into(),
            Self::Accessibility => "accessibility/".into(),
            Self::Preview => "preview/".into(),
            Self::Embed(page) => format!("{EMBED}/{}", page.path()),
            Self::NotFound => "404.html".into(),
        }
    }

    fn parse(steps: &[&str]) -> Self {
        match steps {
            [] => Self::Overview,
            ["goals", id] => Self::Goal((*id).to_owned()),
            ["indicators"] => Self::Indicators,
            ["indicators", id] => Self::Indicator((*id).to_owned()),
            ["indicators", id, "history"] => Self::Published((*id).to_owned()),
            ["activities"] => Self::Activities,
            ["activities", id] => Self::Activity((*id).to_owned()),
            ["partners"] => Self::Partners,
            ["partners", id] => Self::Partner((*id).to_owned()),
            ["news"] => Self::News,
            ["changes"] => Self::Changes,
            ["events"] => Self::Events,
            ["search"] => Self::Search,
            ["take-part"] => Self::TakePart,
            ["take-part", id] => Self::Engagement((*id).to_owned()),
            ["promises"] => Self::Promises,
            ["who-does-what"] => Self::WhoDoesWhat,
            ["how-we-work"] => Self::HowWeWork,
            ["portfolio"] => Self::Portfolio,
            ["budgets", id] => Self::Budget((*id).to_owned()),
            ["places"] => Self::Places,
            ["places", id] => Self::Place((*id).to_owned()),
            ["my-page"] => Self::Mine,
            ["goals", id, "sheet"] => Self::Sheet((*id).to_owned()),
            ["present"] => Self::Present,
            ["glossary"] => Self::Glossary,
            ["standing"] => Self::Review,
            ["method"] => Self::Method,
            ["data"] => Self::Data,
            ["about"] => Self::About,
            ["accessibility"] => Self::Accessibility,
            ["preview"] => Self::Preview,
            _ => Self::NotFound,
        }
    }

    /// What other sites may show in a frame. Not among [`Self::all`]: nobody is to find these by themselves.
    pub fn embeds(feed: &Feed) -> impl Iterator<Item = Self> {
        let framed = |page: &Self| matches!(page, Self::Goal(_) | Self::Indicator(_) | Self::Activity(_));
        Self::all(feed).into_iter().filter(framed).map(|page| Self::Embed(Box::new(page)))
    }

    /// The page whose preview card this page shows. What is a view of something shows that thing's, and what is the same
    /// for every reader or for none shows the coalition's.
    #[must_use]
    pub fn card(&self) -> Self {
        match self {
            Self::Sheet(id) => Self::Goal(id.clone()),
            Self::Published(id) => Self::Indicator(id.clone()),
            Self::Embed(page) => page.card(),
            Self::Present | Self::Mine | Self::Preview | Self::Search | Self::NotFound => Self::Overview,
            page => page.clone(),
        }
    }

    /// Whether machines that search are told of this page. What our own search finds they find by themselves.
    pub fn is_for_crawlers(&self) -> bool {
        !matches!(self, Self::Search | Self::NotFound)
    }

    /// Every page that a feed has, without the one for unknown addresses.
    pub fn all(feed: &Feed) -> Vec<Self> {
        let mut pages =
            vec![Self::Overview, Self::Indicators, Self::Activities, Self::Partners, Self::News, Self::Events];
        pages.extend([Self::TakePart, Self::Promises, Self::WhoDoesWhat, Self::HowWeWork, Self::Portfolio]);
        pages.extend([Self::Places, Self::Mine, Self::Present, Self::Glossary]);
        pages.extend([Self::Changes, Self::Review, Self::Method, Self::Data, Self::About, Self::Accessibility]);
        pages.extend([Self::Preview, Self::Search]);
        pages.extend(feed.goals.iter().map(|goal| Self::Goal(goal.id_text().to_owned())));
        pages.extend(feed.indicators.iter().map(|indicator| Self::Indicator(indicator.id_text().to_owned())));
        pages.extend(feed.changed().figures.iter().map(|(id, _)| Self::Published(id.clone())));
        pages.extend(feed.activities.iter().map(|activity| Self::Activity(activity.id_text().to_owned())));
        pages.extend(feed.partners.iter().map(|partner| Self::Partner(partner.id_text().to_owned())));
        pages.extend(feed.engagements.iter().map(|engagement| Self::Engagement(engagement.id_text().to_owned())));
        pages.extend(feed.budget_cycles.iter().map(|cycle| Self::Budget(cycle.id_text().to_owned())));
        pages.extend(feed.geographies.iter().map(|place| Self::Place(place.id_text().to_owned())));
        pages.extend(feed.goals.iter().map(|goal| Self::Sheet(goal.id_text().to_owned())));
        pages
    }
}

/// The part of an address after `?`: names and values, each name once, in a fixed order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads `a=b&c=d`, percent signs and plus signs decoded. Of a name that is there twice, the last counts.
    pub fn parse(text: &str) -> Self {
        text.trim_start_matches('?')
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .fold(Self::default(), |query, (name, value)| query.with(&decode(name), &decode(value)))
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The query with this value; an empty value takes the name out.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut pairs: Vec<_> = self.0.iter().filter(|(known, _)| known != name).cloned().collect();
        if !value.is_empty() {
            pairs.push((name.to_owned(), value.to_owned()));
        }
        sort_by(&mut pairs, Ord::cmp);
        Self(pairs)
    }

    /// With its question mark; empty if there is nothing to say.
    pub fn written(&self) -> String {
        let pairs: Vec<_> = self.0.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A place on the site: language, page and state.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    pub lang: String,
    pub page: Page,
    pub query: Query,
}

/// Where the site lives, which languages it has, and how its feed is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Begins and ends with `/`.
    base: String,
    /// The default language first.
    languages: Vec<String>,
    /// Where the published site is, with scheme and host; ends with `/`.
    home: Option<String>,
    in_parts: bool,
}

impl Site {
    /// `base` gets the slashes it lacks. Without languages the site has English.
    pub fn new(base: &str, languages: Vec<String>) -> Self {
        let inner = base.trim_matches('/');
        let base = if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") };
        let languages = if languages.is_empty() { vec!["en".to_owned()] } else { languages };
        Self { base, languages, home: None, in_parts: false }
    }

    /// The same site, published at this address.
    #[must_use]
    pub fn at(self, home: &str) -> Self {
        Self { home: Some(format!("{}/", home.trim_end_matches('/'))), ..self }
    }

    /// The same site, its feed published in parts.
    #[must_use]
    pub fn in_parts(self) -> Self {
        Self { in_parts: true, ..self }
    }

    /// Whether the feed is published in parts, so that its file is only the entry to them.
    pub fn is_in_parts(&self) -> bool {
        self.in_parts
    }

    /// A path of this site as an address for the world; the path itself if nobody knows where the site is.
    pub fn absolute(&self, path: &str) -> String {
        match (&self.home, path.strip_prefix(&self.base)) {
            (Some(home), Some(rest)) => format!("{home}{rest}"),
            _ => path.to_owned(),
        }
    }

    pub fn base(&self) -> &str {
        &self.base
    }

    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    pub fn default_language(&self) -> &str {
        self.languages.first().map_or("en", String::as_str)
    }

    /// The address of a page, from the root of the host.
    pub fn href(&self, address: &Address) -> String {
        format!("{}{}", self.path(&address.lang, &address.page), address.query.written())
    }

    /// The address of a page without any state.
    pub fn path(&self, lang: &str, page: &Page) -> String {
        let (base, language) = (&self.base, self.language(lang));
        match page {
            // The language comes second, so that a host needs one rule for the frames of all languages.
            Page::Embed(page) => format!("{base}{EMBED}/{language}{}", page.path()),
            page => format!("{base}{language}{}", page.path()),
        }
    }

    /// The file that holds a page, relative to the site's folder.
    pub fn file(&self, lang: &str, page: &Page) -> String {
        let path = self.path(lang, page);
        let path = path.strip_prefix(&self.base).unwrap_or(&path);
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
    }

    /// What an address shows. A path outside the base, or one that nothing is known of, is not found.
    pub fn parse(&self, path: &str, query: &str) -> Address {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let inside = if path == self.base.trim_end_matches('/') { Some("") } else { path.strip_prefix(&self.base) };
        let steps: Vec<&str> = inside.unwrap_or("404.html").split('/').filter(|step| !step.is_empty()).collect();
        let (framed, steps) = match steps.split_first() {
            Some((&EMBED, rest)) => (true, rest),
            _ => (false, steps.as_slice()),
        };
        let (lang, steps) = match steps.split_first() {
            Some((first, rest)) if self.languages.iter().skip(1).any(|lang| lang == first) => (*first, rest),
            _ => (self.default_language(), steps),
        };
        let page = match Page::parse(steps) {
            page @ (Page::Goal(_) | Page::Indicator(_) | Page::Activity(_)) if framed => Page::Embed(Box::new(page)),
            _ if framed => Page::NotFound,
            page => page,
        };
        Address { lang: lang.to_owned(), page, query: Query::parse(query) }
    }

    /// The published feed.
    pub fn feed(&self) -> String {
        format!("{}{FEED_FILE}", self.base)
    }

    /// The versions of the feed and what they changed.
    pub fn changes(&self) -> String {
        format!("{}{CHANGES_FILE}", self.base)
    }

    /// News and changes in a language, for feed readers.
    pub fn news_feed(&self, lang: &str) -> String {
        format!("{}{}", self.base, self.news_feed_file(lang))
    }

    /// As [`Self::news_feed`], relative to the site's folder.
    fn news_feed_file(&self, lang: &str) -> String {
        if lang == self.default_language() { NEWS_FEED.to_owned() } else { format!("{lang}/{NEWS_FEED}") }
    }

    /// The schema of the feed.
    pub fn schema(&self) -> String {
        format!("{}{SCHEMA_FILE}", self.base)
    }

    /// An indicator's table of all observations.
    pub fn indicator_csv(&self, id: &str) -> String {
        format!("{}{}", self.base, indicator_csv_file(id))
    }

    /// What a region's page says, for programs.
    pub fn region(&self) -> String {
        self.to(REGION_FILE)
    }

    /// An indicator's chart as a file that is always current: `kind` is `svg` or `png`.
    pub fn picture(&self, lang: &str, id: &str, kind: &str) -> String {
        format!("{}{}", self.base, self.picture_file(lang, id, kind))
    }

    /// As [`Self::picture`], relative to the site's folder. The language comes after the first step, so that a host needs
    /// one rule for the pictures of all languages.
    pub fn picture_file(&self, lang: &str, id: &str, kind: &str) -> String {
        format!("{PICTURES}{}indicators/{id}.{kind}", self.language(lang))
    }

    /// The preview card of a page, 1200 x 630.
    pub fn card(&self, lang: &str, page: &Page) -> String {
        format!("{}{}", self.base, self.card_file(lang, page))
    }

    /// As [`Self::card`], relative to the site's folder.
    pub fn card_file(&self, lang: &str, page: &Page) -> String {
        let path = page.card().path();
        let name = if path.is_empty() { "overview" } else { path.trim_end_matches('/') };
        format!("{PICTURES}cards/{}{name}.png", self.language(lang))
    }

    /// The first step of the pages in a language; none for the default language.
    fn language(&self, lang: &str) -> String {
        if lang == self.default_language() { String::new() } else { format!("{lang}/") }
    }

    /// All events as a calendar, in a language.
    pub fn calendar(&self, lang: &str) -> String {
        self.to(&self.in_language(CALENDAR_FILE, lang))
    }

    /// One event as a calendar, in a language.
    pub fn event_calendar(&self, id: &str, lang: &str) -> String {
        self.to(&self.in_language(&event_calendar_file(id), lang))
    }

    /// Where the published site is; `None` if nobody knows.
    pub fn home(&self) -> Option<&str> {
        self.home.as_deref()
    }
}

/// First step of the pages that stand in frames of other sites.
const EMBED: &str = "embed";
/// The published feed, relative to the site's folder.
pub const FEED_FILE: &str = "data/feed.json";
/// The versions of the feed and what they changed.
pub const CHANGES_FILE: &str = "data/changes.json";
/// News and changes for feed readers, in each language's folder.
const NEWS_FEED: &str = "news.atom";
/// Its schema.
pub const SCHEMA_FILE: &str = "data/feed.schema.json";
/// All events.
const CALENDAR_FILE: &str = "data/events.ics";
/// Which coalitions there are below a region's page, and what they share.
pub const REGION_FILE: &str = "data/region.json";
/// Pictures that other sites, letters and documents show.
pub const PICTURES: &str = "pictures/";
/// Hashed files, for ever the same.
pub const ASSETS: &str = "assets/";
/// The parts of a large feed, hashed too.
pub const PARTS: &str = "data/parts/";

/// An indicator's table, relative to the site's folder.
fn indicator_csv_file(id: &str) -> String {
    format!("data/indicators/{id}.csv")
}

/// An event's calendar, relative to the site's folder.
fn event_calendar_file(id: &str) -> String {
    format!("data/events/{id}.ics")
}

fn encode(text: &str) -> String {
    encode_strictly(text).replace("%20", "+")
}

/// A text as one step of a path, or as a value in an address that is no form's: blanks are `%20`.
pub fn encode_strictly(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~*".contains(&byte);
    text.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            _ if plain(byte) => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
        out
    })
}

fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        let hex = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        match (bytes[at], hex.and_then(|hex| u8::from_str_radix(hex, 16).ok())) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 3;
                continue;
            }
            (b'+', _) => out.push(b' '),
            (byte, _) => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(base: &str) -> Site {
        Site::new(base, vec!["en".into(), "es".into()])
    }

    #[track_caller]
    fn check(base: &str, lang: &str, page: Page, path: &str, file: &str) {
        let site = site(base);
        assert_eq!(site.path(lang, &page), path);
        assert_eq!(site.file(lang, &page), file);
        let expected = Address { lang: lang.into(), page, query: Query::default() };
        assert_eq!(site.parse(path, ""), expected);
    }

    #[test]
    fn pages_have_addresses_both_ways() {
        check("/", "en", Page::Overview, "/", "index.html");
        check("/", "es", Page::Overview, "/es/", "es/index.html");
        check("/some/base", "en", Page::Overview, "/some/base/", "index.html");
        check(
            "/some/base/",
            "es",
            Page::Indicator("ind-a".into()),
            "/some/base/es/indicators/ind-a/",
            "es/indicators/ind-a/index.html",
        );
        check("", "en", Page::Goal("g1".into()), "/goals/g1/", "goals/g1/index.html");
        check("/", "en", Page::NotFound, "/404.html", "404.html");
        for page in [
            Page::Published("ind-a".into()),
            Page::Activities,
            Page::Partners,
            Page::News,
            Page::Changes,
            Page::Events,
            Page::Search,
            Page::TakePart,
            Page::Engagement("e1".into()),
            Page::Promises,
            Page::WhoDoesWhat,
            Page::HowWeWork,
            Page::Portfolio,
            Page::Budget("b1".into()),
            Page::Places,
            Page::Place("p1".into()),
            Page::Mine,
            Page::Sheet("g1".into()),
            Page::Present,
            Page::Glossary,
            Page::Method,
            Page::Data,
            Page::About,
            Page::Accessibility,
        ] {
            let path = format!("/{}", page.path());
            let file = format!("{}index.html", page.path());
            check("/", "en", page, &path, &file);
        }
    }

    #[test]
    fn pictures_of_all_languages_are_in_one_folder() {
        let site = site("/base/");
        assert_eq!(site.picture("en", "ind-a", "svg"), "/base/pictures/indicators/ind-a.svg");
        assert_eq!(site.picture("es", "ind-a", "png"), "/base/pictures/es/indicators/ind-a.png");
        assert_eq!(site.card("en", &Page::Overview), "/base/pictures/cards/overview.png");
        assert_eq!(site.card("es", &Page::Goal("g1".into())), "/base/pictures/cards/es/goals/g1.png");
    }

    #[test]
    fn frames_of_all_languages_are_in_one_folder() {
        let embed = |page| Page::Embed(Box::new(page));
        let page = embed(Page::Indicator("ind-a".into()));
        check("/base/", "en", page.clone(), "/base/embed/indicators/ind-a/", "embed/indicators/ind-a/index.html");
        check("/", "es", page, "/embed/es/indicators/ind-a/", "embed/es/indicators/ind-a/index.html");
        check("/", "es", embed(Page::Goal("g1".into())), "/embed/es/goals/g1/", "embed/es/goals/g1/index.html");
        for path in ["/embed/", "/embed/es/", "/embed/partners/p1/", "/es/embed/goals/g1/", "/embed/embed/goals/g1/"] {
            assert_eq!(site("/").parse(path, "").page, Page::NotFound, "{path}");
        }
    }

    #[test]
    fn views_of_one_thing_share_its_card() {
        let site = site("/");
        assert_eq!(site.card("en", &Page::Sheet("g1".into())), site.card("en", &Page::Goal("g1".into())));
        assert_eq!(site.card("en", &Page::Present), site.card("en", &Page::Overview));
        assert_ne!(site.card("en", &Page::Goal("x".into())), site.card("en", &Page::Activity("x".into())));
    }

    #[test]
    fn unknown_addresses_are_not_found() {
        for path in ["/nothing/", "/goals/", "/goals/a/b/", "/fr/", "/elsewhere", "//"] {
            let page = site("/").parse(path, "").page;
            assert_eq!(page == Page::NotFound, path != "//", "{path}");
        }
        assert_eq!(site("/base/").parse("/other/", "").page, Page::NotFound);
        assert_eq!(site("/base/").parse("/base", "").page, Page::Overview);
        assert_eq!(site("/").parse("/indicators", "").page, Page::Indicators);
        assert_eq!(site("/").parse("/index.html", "").page, Page::Overview);
    }

    #[test]
    fn absolute_addresses_need_a_home() {
        assert_eq!(site("/base/").absolute("/base/news/"), "/base/news/");
        assert_eq!(site("/base/").at("https://a.example/town").absolute("/base/news/"), "https://a.example/town/news/");
        assert_eq!(site("/").at("https://a.example/").absolute("/"), "https://a.example/");
    }

    #[test]
    fn queries_come_back() {
        let query = Query::parse("?q=caf%C3%A9+%26+t%C3%A9&goal=g1&goal=g2&x=");
        assert_eq!((query.get("q"), query.get("goal"), query.get("x")), (Some("café & té"), Some("g2"), None));
        assert_eq!(query.written(), "?goal=g2&q=caf%C3%A9+%26+t%C3%A9");
        assert_eq!(Query::parse(&query.written()), query);
        assert_eq!(query.with("goal", "").with("q", "").written(), "");
        assert_eq!(Query::parse("a=%zz&b=%").get("a"), Some("%zz"));
    }
}
