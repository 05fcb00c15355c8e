//! The rules of the check: stable codes, severities and titles here; why each is there, how to follow it and an example
//! in one file for each group.
//!
//! A code is never used again for something else. Its letter: F file, R references, T time, V values, D groups and
//! disclosure, X text, links and people, U upkeep.

mod file;
mod groups;
mod links;
pub mod page;
mod people;
mod references;
mod text;
mod time;
mod together;
mod upkeep;
mod values;
mod versions;

use std::fmt;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The page would be wrong or unsafe: nothing is built.
    Error,
    /// Probably a mistake; a person must look.
    Warning,
    /// Good to know.
    Notice,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "notice",
        })
    }
}

macro_rules! rules {
    ($($Name:ident $code:literal $severity:ident $title:literal,)*) => {
        /// One rule of the check.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $(#[doc = $title] $Name,)* }

        impl Rule {
            /// All rules, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$Name,)*];

            /// Its code, such as `F001`.
            pub fn code(self) -> &'static str {
                match self { $(Self::$Name => $code,)* }
            }

            /// How much its findings weigh, where the check does not say otherwise.
            pub fn severity(self) -> Severity {
                match self { $(Self::$Name => Severity::$severity,)* }
            }

            /// What holds where the rule is kept, as a sentence without its full stop.
            pub fn title(self) -> &'static str {
                match self { $(Self::$Name => $title,)* }
            }
        }
    };
}

rules! {
    NotUtf8 "F001" Error "A file is saved as UTF-8",
    ByteOrderMark "F002" Warning "A file does not start with an invisible mark",
    JsonSyntax "F003" Error "A JSON file follows the rules of JSON",
    ConflictMarker "F005" Error "A file holds no git conflict marks",
    DuplicateKey "F006" Error "A field is written once",
    TooLarge "F007" Error "Files, nesting and lists stay within the limits",
    MisspeltField "F008" Error "A field is not a near miss of a known one",
    MissingField "F009" Error "Required fields are there",
    WrongType "F010" Error "A field holds the kind of value it is meant for",
    TooNew "F011" Error "The feed's version is one this program knows",
    BadId "F012" Error "Ids are well formed, unique and equal to the file name",
    LossyNumber "F013" Warning "A number has no more digits than programs keep",
    UnknownField "F014" Warning "A field is one this program knows",
    CsvStructure "F015" Error "A table of observations has the known columns",
    NotJson "F016" Error "A feed is not another kind of file",
    UnknownFile "F017" Warning "A file in the feed's folder is read",
    MissingFile "F018" Error "The feed has its coalition record",
    WaiverRefused "F019" Error "What is an error or protects people is not waived",
    WaiverExpired "F020" Warning "A waiver has not passed its last day",
    WaiverUnused "F021" Notice "A waiver has a finding to waive",
    DeadReference "R101" Error "A reference leads to a record of the right kind",
    GoalUnmeasured "R103" Warning "An active goal has a live indicator",
    IdlePartner "R104" Notice "A partner has a part in something",
    Cycle "R106" Error "Records do not contain themselves",
    LookAlike "R107" Warning "Names can be told apart",
    EndBeforeStart "R108" Error "An end is not before its start",
    CoverageShrank "R109" Warning "Values that were published are still there",
    LevelMixed "R110" Error "Population indicators and programme measures stay apart",
    ReasonMissing "R111" Error "What ended, stopped or was replaced says why",
    AskOfNobody "R112" Warning "Who asks for something names who is asked",
    SameStoryDate "R113" Error "The stories of one indicator have different dates",
    GoalWithoutActivity "R114" Warning "An active goal has an activity",
    TooManyIndicators "R115" Warning "Indicators are few enough to be read",
    RecordGone "R117" Warning "Records that were published are still there",
    PromiseUnshown "R118" Error "A promise that is called kept shows it",
    NothingPromised "R119" Error "Residents who are asked know what they can count on",
    OutcomeMissing "R120" Error "What came of a process is said once it is reported",
    OnlineOnly "R121" Warning "Residents can take part without the internet",
    NoResidents "R122" Warning "Residents sit where the whole is led",
    ChairOutside "R123" Warning "Who leads a work group is a member of it",
    MergedElsewhere "R124" Error "A proposal is merged into another one of its cycle",
    DuplicatePeriod "T201" Error "A series has one value for each period, group and place",
    OutOfOrder "T202" Warning "Observations are sorted",
    ImpossibleDate "T203" Error "Dates and periods exist in the calendar",
    UnclearDate "T204" Error "Dates and periods are written in one known way",
    MixedPeriods "T205" Error "A series keeps to the indicator's kind of period",
    FutureValue "T206" Error "What has been measured or done is not in the future",
    FarAway "T207" Warning "Years are ones that a coalition speaks of",
    Gap "T209" Notice "A series has no hole that nobody explains",
    UnmarkedBreak "T210" Warning "A new way of counting is marked in the series",
    VerdictWithoutFigures "T211" Notice "A verdict that people give rests on figures",
    HistoryChanged "T212" Warning "A past value changes with a correction",
    TargetDate "T214" Error "A target's date lies after its baseline",
    BreakAfterBaseline "T215" Warning "The baseline can be compared with the latest figure",
    StageOrder "T216" Warning "Stages begin in their order",
    OutsideLimits "V301" Error "A value lies within its limits",
    FractionForPercent "V302" Warning "Percent are written as percent",
    BelowZero "V303" Error "Counts, shares and money are not below zero",
    NotWhole "V304" Error "Counts are whole numbers",
    Jump "V305" Warning "A value is not ten times the one before",
    PowerOfTen "V306" Warning "A value has not slipped by a hundred or a thousand",
    Outlier "V307" Notice "A change is like the others of its line",
    DigitsSwapped "V308" Warning "A value is not the one before with two digits swapped",
    TargetWrongSide "V309" Warning "A target lies on the wanted side of the baseline",
    InterimTarget "V312" Warning "Interim targets lie on the way to the target",
    IntervalBounds "V314" Error "An interval holds its value and says its level",
    SameValues "V315" Notice "Values are no placeholder and no copy",
    StandIn "V316" Warning "No number stands for a missing value",
    TooPrecise "V317" Notice "A share is no more precise than its sample",
    NotTheQuotient "V318" Error "A value is what its numerator and denominator give",
    TotalOutside "V319" Warning "A whole lies between its groups",
    NearTheQuotient "V321" Warning "A value is close to what its numerator and denominator give",
    RangeBounds "V322" Error "A wanted range has a low end below its high end",
    BaselineUnusable "V323" Error "The baseline period has a final, published value",
    UnitIncomplete "V324" Error "A unit says what it needs to be read",
    NoUncertainty "V325" Warning "A sample says how sure it is",
    TargetMoved "V326" Warning "A target that changes stays on record",
    OverBudget "V327" Error "What is chosen costs no more than there is",
    VotesDoNotFit "V328" Error "Votes fit the ballots",
    OverSpent "V329" Warning "No more is spent than the final cost",
    RevisionUnclear "V330" Error "A revision says the value before, and the day",
    GroupSum "D401" Warning "Groups that are everybody add up to the whole",
    ShareSum "D402" Warning "Shares of groups fit the share of the whole",
    SmallCount "D403" Error "Small counts of people are not published",
    SmallBase "D404" Error "Rates over very few people are not published",
    Recoverable "D405" Error "A withheld value cannot be worked out",
    GroupLookAlike "D406" Warning "A group has one name",
    GroupStops "D407" Notice "A group does not stop while the others go on",
    SuppressedValue "D408" Error "A withheld observation holds no numbers",
    NoConsent "D409" Error "Residents have agreed that their words and their part are published",
    WithheldLater "D410" Notice "What is withheld has not been published before",
    UnsafeLink "X501" Error "Links are of a safe kind",
    PlainHttp "X502" Warning "Links are encrypted",
    OddHost "X503" Warning "A link shows where it leads",
    Markup "X504" Warning "Text is plain, without HTML or Markdown",
    HiddenCharacter "X505" Error "Text holds no invisible control characters",
    StrayBlank "X506" Warning "Text holds no stray blanks and no look-alike letters",
    EmailInText "X507" Error "Public text holds no e-mail address",
    PhoneInText "X508" Warning "Public text holds no telephone number",
    PersonAndNeed "X509" Notice "Nothing private is told about a named person",
    AltMissing "X510" Error "A picture has a text for people who cannot see it",
    EmptyAlt "X511" Warning "A picture's text says what it shows",
    SourceUnclear "X512" Warning "An official source has an address and a licence",
    LongTitle "X514" Notice "Titles and summaries are short, and say different things",
    LongSentence "X515" Notice "Sentences are short enough to be read at once",
    Shouting "X516" Notice "Text does not shout, and abbreviations are explained",
    WrongScript "X517" Warning "A text is written in the script of its language",
    Label "X518" Notice "Words put people before their situation",
    CausalClaim "X519" Notice "What changed in a population is not claimed as one's own work",
    SignAlone "X520" Notice "A sign or a colour does not stand in place of a word",
    Untranslated "X521" Warning "Texts are there in every language of the site",
    SampleMixed "X522" Warning "Invented figures are marked as such, in the whole feed",
    BirthDate "X523" Warning "Public text holds no date of birth",
    IdentityNumber "X524" Error "Public text holds no number of an identity paper",
    HomeAddress "X525" Warning "Public text does not say where a person lives",
    ManyQuotes "X526" Warning "A theme has few quotes",
    LateFigure "U601" Warning "A figure comes when it is due",
    TargetPast "U602" Warning "A target whose date has passed has a successor",
    ActivityPastEnd "U603" Warning "An activity past its end is not called active",
    MilestonePast "U604" Warning "A milestone past its date says how it stands",
    ReviewPast "U605" Warning "A pilot past its review has a verdict",
    OldStory "U606" Notice "The story of a headline indicator knows its newest figures",
    RetiredInUse "U607" Warning "What is live does not rest on what is retired",
    PromisePast "U608" Warning "A promise past its day says how it stands",
    EngagementPast "U609" Warning "A process past its days says how it stands",
    Unanswered "U610" Warning "Who said something has an answer",
    DecisionPast "U611" Warning "A decision past its review has been looked at again",
    NeedPast "U612" Warning "A need past its day is not called open",
}

/// What rules are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    File,
    References,
    Time,
    Values,
    Groups,
    Text,
    Links,
    People,
    Together,
    Upkeep,
    Versions,
}

impl Group {
    pub const ALL: &[Self] = &[
        Self::File,
        Self::References,
        Self::Time,
        Self::Values,
        Self::Groups,
        Self::Text,
        Self::Links,
        Self::People,
        Self::Together,
        Self::Upkeep,
        Self::Versions,
    ];

    /// Its name in the documentation.
    pub fn title(self) -> &'static str {
        match self {
            Self::File => "Files and fields",
            Self::References => "References and records",
            Self::Time => "Time",
            Self::Values => "Values",
            Self::Groups => "Groups and disclosure",
            Self::Text => "Text",
            Self::Links => "Links",
            Self::People => "People",
            Self::Together => "What people do together",
            Self::Upkeep => "Upkeep",
            Self::Versions => "Between two versions",
        }
    }

    /// Its rules, in the order of their codes.
    pub fn rules(self) -> &'static [Explanation] {
        match self {
            Self::File => file::RULES,
            Self::References => references::RULES,
            Self::Time => time::RULES,
            Self::Values => values::RULES,
            Self::Groups => groups::RULES,
            Self::Text => text::RULES,
            Self::Links => links::RULES,
            Self::People => people::RULES,
            Self::Together => together::RULES,
            Self::Upkeep => upkeep::RULES,
            Self::Versions => versions::RULES,
        }
    }
}

/// What a person wants to know about a rule before obeying it. Never read by the app of the published site.
#[derive(Debug)]
pub struct Explanation {
    pub rule: Rule,
    /// What a reader of the site would suffer without the rule.
    pub why: &'static str,
    /// What to do, as one action or a choice of actions.
    pub fix: &'static str,
    pub example: Example,
}

/// A feed that breaks a rule, and one that nearly does: as edits of the small clean feed of the tests, which runs them.
#[derive(Debug)]
pub struct Example {
    pub form: Form,
    pub bad: &'static [Edit],
    pub good: &'static [Edit],
}

/// The file in the folder form, the text to find (it is there exactly once), the text to put there. Nothing to find
/// stands for a whole file. `⟦` and `⟧` mark where the finding has to be; `␦` stands for a byte that is not UTF-8.
pub type Edit = (&'static str, &'static str, &'static str);

/// In which source form an example holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Both,
    Folder,
    File,
    /// Both, compared with the small clean feed as the version before.
    Since,
}

impl Rule {
    /// The group and what is to be known of the rule.
    pub fn explained(self) -> Option<(Group, &'static Explanation)> {
        let mut all = Group::ALL.iter().flat_map(|group| group.rules().iter().map(move |rule| (*group, rule)));
        all.find(|(_, explanation)| explanation.rule == self)
    }

    /// The rule with this code, in capital or small letters.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.code().eq_ignore_ascii_case(code))
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;

    #[test]
    fn codes_are_unique_and_sorted_by_group() {
        let mut codes: Vec<_> = Rule::ALL.iter().map(|rule| rule.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Rule::ALL.len());
    }
}
