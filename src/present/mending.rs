//! At the end of every page: where to say that something is wrong, and for editors the files in git that it is made of.

use super::{Context, Link, Phrase};
use crate::feed::Text;
use crate::feed::id::Kind;
use crate::feed::records::Story;
use crate::feed::records::coalition::{Contact, ContactKind, Repository, RepositoryHost};
use crate::routes::{Address, Page, encode_strictly};
use crate::words::say;

/// What stands at the end of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mending {
    pub label: String,
    /// To the first contact that needs no account.
    pub report: Link,
    /// Says whom the links below are for.
    pub editors: String,
    /// To the files of the page's records, where the coalition has said in which repository they are.
    pub edits: Vec<Link>,
}

/// The end of the page at an address.
pub fn mending(context: &Context<'_>, address: &Address) -> Mending {
    let words = context.words;
    Mending {
        label: say!(words, "mending-label"),
        report: report(context, address),
        editors: say!(words, "mending-editors"),
        edits: edits(context, &address.page),
    }
}

/// A telephone or an e-mail asks for no account; the list of contacts stands at the foot of every page.
fn report(context: &Context<'_>, address: &Address) -> Link {
    let words = context.words;
    let open = |contact: &&Contact| matches!(contact.kind, ContactKind::Phone | ContactKind::Email);
    let to = |label: String, href: String| Link { label: label.into(), href };
    match context.feed.coalition.contacts.iter().find(open) {
        Some(contact) if contact.kind == ContactKind::Email => {
            let page = context.site.absolute(&context.site.href(address));
            let subject = encode_strictly(&say!(words, "mending-subject", page = page));
            to(say!(words, "mending-report"), format!("mailto:{}?subject={subject}", contact.value.as_str()))
        }
        Some(contact) => {
            let value = contact.value.as_str();
            let digits: String = value.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            to(say!(words, "mending-report-phone", phone = value), format!("tel:{digits}"))
        }
        None => to(say!(words, "mending-report"), "#foot-ask".to_owned()),
    }
}

fn edits(context: &Context<'_>, page: &Page) -> Vec<Link> {
    let feed = context.feed;
    let Some(files) = feed.coalition.repository.as_ref().and_then(Files::of) else { return Vec::new() };
    let words = context.words;
    let link = |label: Phrase, href: String| Link { label, href };
    let this = |kind: Kind, id: &str| link(say!(words, "mending-record").into(), files.record(kind, id));
    let other = |kind: Kind, id: &str, title: &Text| link(context.text(title), files.record(kind, id));
    match page {
        Page::Overview | Page::About => vec![link(say!(words, "mending-coalition").into(), files.coalition())],
        Page::Goal(id) => {
            let strategies =
                feed.strategies.iter().filter(|strategy| strategy.goals.iter().any(|goal| goal.as_str() == id));
            let strategies = strategies.map(|one| other(Kind::Strategy, one.id.as_str(), &one.title));
            std::iter::once(this(Kind::Goal, id)).chain(strategies).collect()
        }
        Page::Indicator(id) => {
            let Some(indicator) = feed.indicators.iter().find(|indicator| indicator.id.as_str() == id) else {
                return Vec::new();
            };
            let figures = link(say!(words, "mending-figures").into(), files.series(id));
            let story = |story: &Story| {
                let label = say!(words, "mending-story", date = context.date(story.as_of));
                link(label.into(), files.record(Kind::Story, story.id.as_str()))
            };
            let sources = indicator.source.iter().filter_map(|source| feed.source(source));
            let sources = sources.map(|source| other(Kind::Source, source.id.as_str(), &source.title));
            let first = [this(Kind::Indicator, id), figures].into_iter();
            first.chain(feed.stories_of(&indicator.id).map(story)).chain(sources).collect()
        }
        Page::Activity(id) => vec![this(Kind::Activity, id)],
        Page::Partner(id) => vec![this(Kind::Partner, id)],
        Page::News => feed.updates.iter().map(|one| other(Kind::Update, one.id.as_str(), &one.title)).collect(),
        Page::Events => feed.events.iter().map(|one| other(Kind::Event, one.id.as_str(), &one.title)).collect(),
        Page::Engagement(id) => vec![this(Kind::Engagement, id)],
        Page::TakePart => {
            let heard = feed.feedback.iter().map(|one| other(Kind::Feedback, one.id.as_str(), &one.you_said));
            heard.chain(feed.needs.iter().map(|one| other(Kind::Need, one.id.as_str(), &one.text))).collect()
        }
        Page::Promises => {
            let made = feed.commitments.iter().map(|one| other(Kind::Commitment, one.id.as_str(), &one.text));
            made.chain(feed.decisions.iter().map(|one| other(Kind::Decision, one.id.as_str(), &one.title))).collect()
        }
        _ => Vec::new(),
    }
}

/// Where the files of the feed can be edited in a browser.
struct Files {
    /// Up to and with the branch; ends with `/`.
    beginning: String,
    /// A folder of files, or one file for all.
    path: String,
}

impl Files {
    /// `None` for a host whose addresses nobody has told us.
    fn of(repository: &Repository) -> Option<Self> {
        let url = repository.url.as_str().trim_end_matches('/').trim_end_matches(".git");
        let host = url.split("//").nth(1)?.split('/').next()?;
        let step = match repository.host.or_else(|| known(host))? {
            RepositoryHost::Github => "edit",
            RepositoryHost::Gitlab => "-/edit",
            RepositoryHost::Forgejo => "_edit",
        };
        let branch = repository.branch.as_deref().unwrap_or("main");
        let path = repository.path.as_deref().unwrap_or_default().trim_matches('/');
        Some(Self { beginning: format!("{url}/{step}/{}/", encoded(branch)), path: encoded(path) })
    }

    fn file(&self, name: &str) -> String {
        let Self { beginning, path } = self;
        match path.as_str() {
            path if path.ends_with(".json") => format!("{beginning}{path}"),
            "" => format!("{beginning}{name}"),
            path => format!("{beginning}{path}/{name}"),
        }
    }

    fn coalition(&self) -> String {
        self.file("coalition.json")
    }

    fn record(&self, kind: Kind, id: &str) -> String {
        self.file(&format!("{}/{id}.json", kind.list()))
    }

    fn series(&self, indicator: &str) -> String {
        self.file(&format!("series/{indicator}.csv"))
    }
}

/// The kind of the hosts that everybody knows.
fn known(host: &str) -> Option<RepositoryHost> {
    match host.trim_start_matches("www.") {
        "github.com" => Some(RepositoryHost::Github),
        "codeberg.org" => Some(RepositoryHost::Forgejo),
        host if host == "gitlab.com" || host.starts_with("gitlab.") => Some(RepositoryHost::Gitlab),
        _ => None,
    }
}

/// A path of names, each written so that it can stand in an address.
fn encoded(path: &str) -> String {
    path.split('/').map(encode_strictly).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::{READING, Small};
    use crate::routes::Query;

    const COALITION: &str = r#"{"schema_version": "1.0.0", "id": "valley", "name": "Valley", "plain_summary": "Two.",
        "vision": "Every child reads.", "geography": "geo-valley", "population": "All", "default_locale": "en",
        "locales": ["en", "es"], "disclosure": {"min_count": 10, "min_denominator": 30, "zero_ok": true},
        "contacts": [CONTACTS], "license": "CC0-1.0" REPOSITORY}"#;

    #[track_caller]
    fn check(contacts: &str, repository: &str, page: Page, expected: &[&str]) {
        let coalition = COALITION.replace("CONTACTS", contacts).replace("REPOSITORY", repository);
        let small = Small::new(&[("coalition.json", &coalition), READING[0], READING[1]]);
        let address = Address { lang: "en".into(), page, query: Query::default() };
        let Mending { report, edits, .. } = mending(&small.context("en"), &address);
        let found: Vec<_> =
            [report].into_iter().chain(edits).map(|l| format!("{}: {}", l.label.text, l.href)).collect();
        assert_eq!(found, expected);
    }

    const PHONE: &str =
        r#"{"kind": "web", "value": "https://example.org/ask"}, {"kind": "phone", "value": "+1 555-0100"}"#;
    const CALL: &str = "Something wrong here? Call +1 555-0100: tel:+15550100";

    #[test]
    fn a_mistake_is_reported_without_an_account() {
        check(PHONE, "", Page::News, &[CALL]);
        let mail = r#"{"kind": "email", "value": "desk@example.org"}"#;
        let says = "Report a mistake: mailto:desk@example.org?subject=Mistake%20on%20%2Fgoals%2Fgoal-read%2F";
        check(mail, "", Page::Goal("goal-read".into()), &[says]);
        check(r#"{"kind": "address", "value": "1 Main Street"}"#, "", Page::About, &["Report a mistake: #foot-ask"]);
    }

    #[test]
    fn every_record_leads_to_its_file() {
        let github = r#", "repository": {"url": "https://github.com/valley/data", "path": "feed/"}"#;
        let reading = Page::Indicator("ind-reading".into());
        let at = "https://github.com/valley/data/edit/main/feed";
        check(
            PHONE,
            github,
            reading.clone(),
            &[
                CALL,
                &format!("This record: {at}/indicators/ind-reading.json"),
                &format!("Its figures: {at}/series/ind-reading.csv"),
                &format!("School test: {at}/sources/src-test.json"),
            ],
        );
        let gitlab = r#", "repository": {"url": "https://gitlab.example.org/a/b.git", "branch": "next year"}"#;
        let at = "https://gitlab.example.org/a/b/-/edit/next%20year";
        check(
            PHONE,
            gitlab,
            Page::Partner("par-circle".into()),
            &[CALL, &format!("This record: {at}/partners/par-circle.json")],
        );
        let single =
            r#", "repository": {"url": "https://git.example.org/x", "host": "forgejo", "path": "data/feed.json"}"#;
        let at = "https://git.example.org/x/_edit/main/data/feed.json";
        check(PHONE, single, Page::Overview, &[CALL, &format!("The coalition: {at}")]);
        let unknown = r#", "repository": {"url": "https://git.example.org/x"}"#;
        check(PHONE, unknown, reading, &[CALL]);
    }
}
