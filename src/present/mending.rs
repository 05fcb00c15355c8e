//! At the end of every page: when it was last changed, where to say that something is wrong, and for editors the files in
//! git that it is made of.

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
    /// When the page's record was last changed; leads to all changes.
    pub changed: Option<Link>,
    /// Ways to say that something is wrong: those that need no account first.
    pub reports: Vec<Link>,
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
        changed: changed(context, &address.page),
        reports: reports(context, address),
        editors: say!(words, "mending-editors"),
        edits: edits(context, &address.page),
    }
}

/// Of a record that has not changed, since when that is known.
fn changed(context: &Context<'_>, page: &Page) -> Option<Link> {
    let (since, on) = context.feed.changed_on(record(page)?)?;
    let label = match on {
        Some(on) => say!(context.words, "mending-changed", on = context.date(on)),
        None => say!(context.words, "mending-unchanged", on = context.date(since)),
    };
    Some(Link { label: label.into(), href: context.href(&Page::Changes) })
}

/// A telephone or an e-mail asks for no account, nor does a form; the list of contacts stands at the foot of every page.
/// An issue comes last: it asks for an account, and everybody can read who wrote it.
fn reports(context: &Context<'_>, address: &Address) -> Vec<Link> {
    let words = context.words;
    let coalition = &context.feed.coalition;
    let about = About::of(context, address);
    let to = |label: String, href: String| Link { label: label.into(), href };
    let open = |contact: &&Contact| matches!(contact.kind, ContactKind::Phone | ContactKind::Email);
    let first = match coalition.contacts.iter().find(open) {
        Some(contact) if contact.kind == ContactKind::Email => {
            let (subject, body) = (encode_strictly(&about.subject(context)), about.body(context, "\r\n"));
            let (to_whom, body) = (contact.value.as_str(), encode_strictly(&body));
            to(say!(words, "mending-report"), format!("mailto:{to_whom}?subject={subject}&body={body}"))
        }
        Some(contact) => {
            let value = contact.value.as_str();
            let digits: String = value.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            to(say!(words, "mending-report-phone", phone = value), format!("tel:{digits}"))
        }
        None => to(say!(words, "mending-report"), "#foot-ask".to_owned()),
    };
    let form = coalition.report_form.as_ref().map(|form| to(say!(words, "mending-form"), about.form(form.as_str())));
    let issue = coalition.repository.as_ref().and_then(|repository| about.issue(context, repository));
    let issue = issue.map(|href| to(say!(words, "mending-issue"), href));
    [Some(first), form, issue].into_iter().flatten().collect()
}

/// What a report is about: the record of a page, if it has one, and the page's full address.
struct About<'a> {
    record: Option<&'a str>,
    page: String,
}

impl<'a> About<'a> {
    fn of(context: &Context<'_>, address: &'a Address) -> Self {
        Self { record: record(&address.page), page: context.site.absolute(&context.site.href(address)) }
    }

    fn subject(&self, context: &Context<'_>) -> String {
        say!(context.words, "mending-subject", page = self.record.unwrap_or(&self.page))
    }

    /// Room to write, then what the report is about.
    fn body(&self, context: &Context<'_>, end: &str) -> String {
        let words = context.words;
        let page = say!(words, "mending-body-page", page = self.page.as_str());
        let record = self.record.map(|record| say!(words, "mending-body-record", record = record));
        let lines = [Some(say!(words, "mending-body")), Some(String::new()), Some(page), record];
        lines.into_iter().flatten().collect::<Vec<_>>().join(end)
    }

    /// An outside form, told what it is about. What stands in its address already stays.
    fn form(&self, form: &str) -> String {
        let (rest, part) = form.split_once('#').map_or((form, None), |(rest, part)| (rest, Some(part)));
        let mut href = rest.to_owned();
        let named = [self.record.map(|record| ("record", record)), Some(("page", self.page.as_str()))];
        for (name, value) in named.into_iter().flatten() {
            if !href.ends_with(['?', '&']) {
                href.push(if href.contains('?') { '&' } else { '?' });
            }
            href.push_str(name);
            href.push('=');
            href.push_str(&encode_strictly(value));
        }
        if let Some(part) = part {
            href.push('#');
            href.push_str(part);
        }
        href
    }

    /// A new issue, filled in. `None` for a host whose addresses nobody has told us.
    fn issue(&self, context: &Context<'_>, repository: &Repository) -> Option<String> {
        let (url, host) = hosted(repository)?;
        let (path, title, body) = match host {
            RepositoryHost::Github | RepositoryHost::Forgejo => ("issues/new", "title", "body"),
            RepositoryHost::Gitlab => ("-/issues/new", "issue[title]", "issue[description]"),
        };
        let [title, body] = [title, body].map(encode_strictly);
        let (subject, text) = (encode_strictly(&self.subject(context)), encode_strictly(&self.body(context, "\n")));
        Some(format!("{url}/{path}?{title}={subject}&{body}={text}"))
    }
}

/// The record that a page is about, if it is about one.
pub(super) fn record(page: &Page) -> Option<&str> {
    match page {
        Page::Goal(id) | Page::Sheet(id) | Page::Indicator(id) | Page::Activity(id) | Page::Partner(id) => Some(id),
        Page::Engagement(id) | Page::Budget(id) | Page::Place(id) | Page::Published(id) => Some(id),
        _ => None,
    }
}

fn edits(context: &Context<'_>, page: &Page) -> Vec<Link> {
    let feed = context.feed;
    let Some(files) = feed.coalition.repository.as_ref().and_then(Files::of) else { return Vec::new() };
    let words = context.words;
    let link = |label: Phrase, href: String| Link { label, href };
    let this = |kind: Kind, id: &str| link(say!(words, "mending-record").into(), files.record(kind, id));
    let other = |kind: Kind, id: &str, title: &Text| link(context.text(title), files.record(kind, id));
    macro_rules! all {
        ($list:ident $kind:ident $name:ident) => {
            feed.$list.iter().map(|one| other(Kind::$kind, one.id.as_str(), &one.$name))
        };
    }
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
        Page::News => all!(updates Update title).collect(),
        Page::Events => all!(events Event title).collect(),
        Page::TakePart => {
            let rest = all!(feedback Feedback you_said).chain(all!(needs Need text));
            all!(engagements Engagement title).chain(rest).collect()
        }
        Page::Engagement(id) => vec![this(Kind::Engagement, id)],
        Page::Promises => all!(commitments Commitment text).chain(all!(decisions Decision title)).collect(),
        Page::HowWeWork => all!(workgroups WorkGroup title).chain(all!(strategies Strategy title)).collect(),
        Page::Budget(id) => {
            let proposals = feed.budget_proposals.iter().filter(|proposal| proposal.cycle.as_str() == id);
            let proposals = proposals.map(|one| other(Kind::BudgetProposal, one.id.as_str(), &one.title));
            std::iter::once(this(Kind::BudgetCycle, id)).chain(proposals).collect()
        }
        Page::Places => all!(geographies Geography name).collect(),
        Page::Place(id) => vec![this(Kind::Geography, id)],
        Page::Glossary => all!(terms Term term).collect(),
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
        let (url, host) = hosted(repository)?;
        let step = match host {
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

/// A repository's address, and what runs there.
fn hosted(repository: &Repository) -> Option<(&str, RepositoryHost)> {
    let url = repository.url.as_str().trim_end_matches('/').trim_end_matches(".git");
    let host = url.split("//").nth(1)?.split('/').next()?;
    Some((url, repository.host.or_else(|| known(host))?))
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
    fn check(contacts: &str, more: &str, page: Page, expected: &[&str]) {
        check_in(&[], contacts, more, page, expected);
    }

    #[track_caller]
    fn check_in(records: &[(&str, &str)], contacts: &str, more: &str, page: Page, expected: &[&str]) {
        let coalition = COALITION.replace("CONTACTS", contacts).replace("REPOSITORY", more);
        let own = [("coalition.json", coalition.as_str()), READING[0], READING[1]];
        let small = Small::new(&[&own[..], records].concat());
        let address = Address { lang: "en".into(), page, query: Query::default() };
        let Mending { changed, reports, edits, .. } = mending(&small.context("en"), &address);
        let found: Vec<_> = changed
            .into_iter()
            .chain(reports)
            .chain(edits)
            .map(|link| format!("{}: {}", link.label.text, link.href))
            .collect();
        assert_eq!(found, expected);
    }

    const PHONE: &str =
        r#"{"kind": "web", "value": "https://example.org/ask"}, {"kind": "phone", "value": "+1 555-0100"}"#;
    const CALL: &str = "Something wrong here? Call +1 555-0100: tel:+15550100";
    const OPEN: &str = "Open an issue (needs an account; your name will be public): ";
    /// What is asked, and the page, as it stands in an address.
    const ASKED: &str = "What%20is%20wrong%3F";

    #[test]
    fn a_mistake_is_reported_without_an_account() {
        check(PHONE, "", Page::News, &[CALL]);
        let mail = r#"{"kind": "email", "value": "desk@example.org"}"#;
        let says = format!(
            "Report a mistake: mailto:desk@example.org?subject=Mistake%20on%20goal-read&body={ASKED}%0D%0A%0D%0A\
             Page%3A%20%2Fgoals%2Fgoal-read%2F%0D%0ARecord%3A%20goal-read"
        );
        check(mail, "", Page::Goal("goal-read".into()), &[&says]);
        check(r#"{"kind": "address", "value": "1 Main Street"}"#, "", Page::About, &["Report a mistake: #foot-ask"]);
    }

    #[test]
    fn an_outside_form_is_told_what_it_is_about() {
        let form = |form: &str| format!(r#", "report_form": "{form}""#);
        let goal = || Page::Goal("goal-read".into());
        let about = "record=goal-read&page=%2Fgoals%2Fgoal-read%2F";
        let expected = format!("Fill in a form: https://f.example.org/r?{about}");
        check(PHONE, &form("https://f.example.org/r"), goal(), &[CALL, &expected]);
        let expected = format!("Fill in a form: https://f.example.org/r?lang=en&{about}#top");
        check(PHONE, &form("https://f.example.org/r?lang=en#top"), goal(), &[CALL, &expected]);
        let expected = "Fill in a form: https://f.example.org/r?page=%2Fnews%2F";
        check(PHONE, &form("https://f.example.org/r?"), Page::News, &[CALL, expected]);
    }

    #[test]
    fn an_issue_comes_last_and_says_what_it_asks_for() {
        let at = "https://git.example.org/a/b";
        let on = |host: &str| {
            format!(r#", "report_form": "https://f.example.org/r", "repository": {{"url": "{at}", "host": "{host}"}}"#)
        };
        let form = "Fill in a form: https://f.example.org/r?page=%2Fdata%2F";
        let (title, body) = ("Mistake%20on%20%2Fdata%2F", format!("{ASKED}%0A%0APage%3A%20%2Fdata%2F"));
        for host in ["github", "forgejo"] {
            let issue = format!("{OPEN}{at}/issues/new?title={title}&body={body}");
            check(PHONE, &on(host), Page::Data, &[CALL, form, &issue]);
        }
        let issue = format!("{OPEN}{at}/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}");
        check(PHONE, &on("gitlab"), Page::Data, &[CALL, form, &issue]);
    }

    /// The issue of a record's page, as GitHub's and Forgejo's addresses have it.
    fn issue(new: &str, path: &str, record: &str) -> String {
        let page = encode_strictly(path);
        format!("{OPEN}{new}?title=Mistake%20on%20{record}&body={ASKED}%0A%0APage%3A%20{page}%0ARecord%3A%20{record}")
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
                &issue("https://github.com/valley/data/issues/new", "/indicators/ind-reading/", "ind-reading"),
                &format!("This record: {at}/indicators/ind-reading.json"),
                &format!("Its figures: {at}/series/ind-reading.csv"),
                &format!("School test: {at}/sources/src-test.json"),
            ],
        );
        let single =
            r#", "repository": {"url": "https://git.example.org/x", "host": "forgejo", "path": "data/feed.json"}"#;
        let at = "https://git.example.org/x/_edit/main/data/feed.json";
        let new = "https://git.example.org/x/issues/new";
        let about = issue(new, "/places/geo-valley/", "geo-valley");
        check(PHONE, single, Page::Place("geo-valley".into()), &[CALL, &about, &format!("This record: {at}")]);
        let unknown = r#", "repository": {"url": "https://git.example.org/x"}"#;
        check(PHONE, unknown, reading, &[CALL]);
    }

    #[test]
    fn a_branch_with_a_blank_is_encoded() {
        let coalition = r#", "repository": {"url": "https://gitlab.example.org/a/b.git", "branch": "next year"}"#;
        let coalition = COALITION.replace("CONTACTS", PHONE).replace("REPOSITORY", coalition);
        let small = Small::new(&[("coalition.json", &coalition), READING[0], READING[1]]);
        let edits = edits(&small.context("en"), &Page::Partner("par-circle".into()));
        let found: Vec<_> = edits.into_iter().map(|link| link.href).collect();
        assert_eq!(found, ["https://gitlab.example.org/a/b/-/edit/next%20year/partners/par-circle.json"]);
    }

    #[test]
    fn a_budget_names_its_proposals_and_a_glossary_its_terms() {
        let records = [
            (
                "budget_cycles/pb-1.json",
                r#"{"id": "pb-1", "title": "Small works", "money": 100, "currency": "EUR",
                    "phases": [{"kind": "vote", "from": "2024"}], "vote_type": "approval", "allocation_rule": "greedy"}"#,
            ),
            (
                "budget_proposals/pb-1-a.json",
                r#"{"id": "pb-1-a", "cycle": "pb-1", "title": "Benches", "stage": "on_ballot"}"#,
            ),
        ];
        let github = r#", "repository": {"url": "https://github.com/v/d"}"#;
        let at = "https://github.com/v/d/edit/main";
        check_in(
            &records,
            PHONE,
            github,
            Page::Budget("pb-1".into()),
            &[
                CALL,
                &issue("https://github.com/v/d/issues/new", "/budgets/pb-1/", "pb-1"),
                &format!("This record: {at}/budget_cycles/pb-1.json"),
                &format!("Benches: {at}/budget_proposals/pb-1-a.json"),
            ],
        );
    }
}
