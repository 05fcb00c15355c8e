//! The coalition: who it is, for whom, and how its site behaves.

use jsonc_parser::ast::Value;

use crate::feed::finding::sentence;
use crate::feed::id::{GeographyId, IndicatorId, PartnerId};
use crate::feed::link::Link;
use crate::feed::record::{FromNode, OneOrMore, Reader, choice, record};
use crate::feed::rule::Rule;
use crate::feed::text::{LANGUAGE_PATTERN, Text, is_language, plain};

record! {
    /// The coalition itself. A feed has exactly one.
    pub struct Coalition ("the coalition") {
        /// Version of the feed's language, such as 1.0.0. The first number must be one that the program knows.
        schema_version: Version,
        /// The coalition's own short name in addresses.
        id: crate::feed::id::Name,
        /// The coalition's name.
        name: Text,
        /// One or two plain sentences: who works on what.
        plain_summary: Text,
        /// The common agenda in one sentence: what will be true.
        vision: Text,
        /// What is wrong today, for whom.
        problem_statement: Option<Text>,
        /// The area the coalition answers for.
        geography: GeographyId,
        /// For whom: "all children in …".
        population: Text,
        /// The partner that keeps the whole together.
        backbone: Option<PartnerId>,
        /// Language of every text that is a plain string.
        default_locale: Locale,
        /// Languages the site is offered in.
        locales: OneOrMore<Locale>,
        /// Which words the coalition uses for the five conditions.
        framework: Option<Framework>,
        /// Disclosure control: what is too small to publish.
        disclosure: Disclosure,
        /// Other ways of judging progress, to be shown beside this program's own.
        assessment: Option<AssessmentChoice>,
        /// Ways to reach a person. At least one that needs no account.
        contacts: OneOrMore<Contact>,
        /// A form on the web where readers can say that something is wrong, beside the contacts.
        report_form: Option<Link>,
        /// Where the feed is kept in git.
        repository: Option<Repository>,
        /// Address of the published site, for absolute addresses.
        site: Option<Link>,
        /// Licence of texts and data, as an SPDX identifier such as CC-BY-4.0.
        license: String,
        /// What the figures cannot be used for.
        disclaimer: Option<Text>,
        /// The few indicators that stand first, at most 12.
        headline_indicators: Vec<IndicatorId>,
        /// True for invented data: every page and export says so.
        sample: bool,
    }
}

record! {
    /// A framework and the coalition's own words for its parts.
    pub struct Framework ("the framework") {
        /// Which version of collective impact the words come from.
        version: FrameworkVersion,
        /// The coalition's own words on the site, in place of the usual ones.
        labels: Option<Labels>,
    }
}

record! {
    /// The coalition's own words. They rename what is on the screen, and nothing in the feed or in addresses.
    pub struct Labels ("the labels") {
        /// For "common agenda".
        common_agenda: Option<Text>,
        /// For "shared measurement".
        shared_measurement: Option<Text>,
        /// For "mutually reinforcing activities".
        mutually_reinforcing_activities: Option<Text>,
        /// For "continuous communication".
        continuous_communication: Option<Text>,
        /// For "backbone support".
        backbone_support: Option<Text>,
        /// For "measures", the list of indicators.
        measures: Option<Text>,
        /// For "activities".
        activities: Option<Text>,
        /// For "partners".
        partners: Option<Text>,
        /// For "take part".
        take_part: Option<Text>,
        /// For "promises".
        promises: Option<Text>,
    }
}

choice! {
    /// The published versions of collective impact.
    pub enum FrameworkVersion {
        /// The five conditions of collective impact, as first published in 2011.
        FiveConditions = "ci-2011",
        /// Collective Impact 3.0, with the community at the centre.
        ThreePointZero = "ci-3.0",
        /// The coalition's own words.
        Custom = "custom",
    }
}

record! {
    /// What is too small to publish. Limits can be raised, never lowered below these.
    pub struct Disclosure ("the disclosure rule") {
        /// Smallest count of people that is published; at least 10.
        min_count: u32,
        /// Smallest number of people a rate is published over; at least 30.
        min_denominator: u32,
        /// Whether a true zero may be published.
        zero_ok: bool,
    }
}

record! {
    /// How progress is judged. Status, pace, trend and gap are always given; this adds to them and replaces nothing.
    pub struct AssessmentChoice ("the assessment") {
        /// The methods to compare with.
        comparisons: OneOrMore<ComparisonMethod>,
    }
}

choice! {
    /// Methods of others.
    pub enum ComparisonMethod {
        /// Statistics Canada and Open SDG: the growth rate so far over the growth rate needed.
        GrowthRate = "growth_rate",
        /// The latest value as a percentage of the target.
        PercentOfTarget = "percent_of_target",
    }
}

record! {
    /// One way to reach a person.
    pub struct Contact ("a contact") {
        /// Which way.
        kind: ContactKind,
        /// The number, address, or link.
        value: ContactValue,
        /// Whose it is: "Library desk".
        label: Option<Text>,
    }
}

choice! {
    /// Ways to reach a person.
    pub enum ContactKind {
        /// A telephone number.
        Phone = "phone",
        /// An e-mail address.
        Email = "email",
        /// A place to go to or to write to.
        Address = "address",
        /// A page on the web, such as a form.
        Web = "web",
    }
}

record! {
    /// Where the feed is kept.
    pub struct Repository ("the repository") {
        /// Its web address.
        url: Link,
        /// The branch that is published; "main" if it is left out.
        branch: Option<String>,
        /// Where the feed is in it: a folder, or a file that ends in .json. Left out if it is at the top.
        path: Option<String>,
        /// What runs there, which decides the address where a file is edited. Left out for hosts that everybody knows.
        host: Option<RepositoryHost>,
    }
}

choice! {
    /// What a repository's host runs.
    pub enum RepositoryHost {
        /// GitHub.
        Github = "github",
        /// GitLab, also one of your own.
        Gitlab = "gitlab",
        /// Forgejo or Gitea, such as Codeberg.
        Forgejo = "forgejo",
    }
}

/// A contact's value: an office's, so it may hold a number or an address.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[schemars(inline)]
pub struct ContactValue(String);

impl ContactValue {
    /// `None` for a text that is empty or holds invisible characters.
    pub fn new(text: &str) -> Option<Self> {
        (!text.trim().is_empty() && crate::feed::text::hidden(text).is_none()).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromNode for ContactValue {
    fn example() -> String {
        "\"+1-555-0100\"".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        plain(node, reader).map(Self)
    }
}

/// A language tag as BCP 47 has it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Locale(String);

impl Locale {
    /// `None` if the text is no language tag.
    pub fn new(tag: &str) -> Option<Self> {
        is_language(tag).then(|| Self(tag.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromNode for Locale {
    fn example() -> String {
        "\"en\"".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        match node {
            Value::StringLit(literal) if is_language(&literal.value) => Some(Self(literal.value.to_string())),
            _ => {
                reader.wrong_type(node, "a language tag such as \"en\" or \"es\"");
                None
            }
        }
    }
}

impl schemars::JsonSchema for Locale {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Locale".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": LANGUAGE_PATTERN})
    }
}

/// The version of the feed's language: three numbers.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Version(String);

/// The version of the feed's language that this program writes; it reads every version with the same first number.
pub const SCHEMA_VERSION: &str = "1.0.0";
const MAJOR: u32 = 1;

impl Version {
    /// The version that this program writes.
    pub fn current() -> Self {
        Self(SCHEMA_VERSION.to_owned())
    }
}

impl FromNode for Version {
    fn example() -> String {
        "\"1.0.0\"".into()
    }

    fn from_node(node: &Value<'_>, reader: &mut Reader<'_, '_, '_>) -> Option<Self> {
        let text = match node {
            Value::StringLit(literal) => literal.value.as_ref(),
            _ => "",
        };
        let numbers: Option<Vec<u32>> = text.split('.').map(|part| part.parse().ok()).collect();
        match numbers.as_deref() {
            Some([MAJOR, _, _]) => Some(Self(text.to_owned())),
            Some([major, _, _]) if *major > MAJOR => {
                let message = sentence!("This feed is written in version {text}; this program knows version {MAJOR}.");
                reader.report(Rule::TooNew, node, message, "Use a newer program.");
                None
            }
            _ => {
                reader.wrong_type(node, &sentence!("the version of the feed's language, \"{SCHEMA_VERSION}\""));
                None
            }
        }
    }
}

impl schemars::JsonSchema for Version {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Version".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": "^1\\.[0-9]+\\.[0-9]+$"})
    }
}
