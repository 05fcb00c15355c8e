//! The rules of the check: stable codes, severities and titles.
//!
//! A code is never used again for something else. The letter names the group: F file, R references, T time,
//! V values, D groups and disclosure, X text, links and people.

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
            pub const ALL: &[Self] = &[$(Self::$Name,)*];

            pub fn code(self) -> &'static str {
                match self { $(Self::$Name => $code,)* }
            }

            pub fn severity(self) -> Severity {
                match self { $(Self::$Name => Severity::$severity,)* }
            }

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
    UnknownField "F014" Warning "A field is one this program knows",
    CsvStructure "F015" Error "A table of observations has the known columns",
    NotJson "F016" Error "A feed is not another kind of file",
    UnknownFile "F017" Warning "A file in the feed's folder is read",
    MissingFile "F018" Error "The feed has its coalition record",
    DeadReference "R101" Error "A reference leads to a record of the right kind",
    Cycle "R106" Error "Records do not contain themselves",
    EndBeforeStart "R108" Error "An end is not before its start",
    LevelMixed "R110" Error "Population indicators and programme measures stay apart",
    ReasonMissing "R111" Error "What ended, stopped or was replaced says why",
    AskOfNobody "R112" Warning "Who asks for something names who is asked",
    SameStoryDate "R113" Error "The stories of one indicator have different dates",
    DuplicatePeriod "T201" Error "A series has one value for each period, group and place",
    OutOfOrder "T202" Warning "Observations are sorted",
    ImpossibleDate "T203" Error "Dates and periods exist in the calendar",
    UnclearDate "T204" Error "Dates and periods are written in one known way",
    MixedPeriods "T205" Error "A series keeps to the indicator's kind of period",
    FutureValue "T206" Error "What has been measured or done is not in the future",
    TargetDate "T214" Error "A target's date lies after its baseline",
    OutsideLimits "V301" Error "A value lies within its limits",
    BelowZero "V303" Error "Counts, shares and money are not below zero",
    NotWhole "V304" Error "Counts are whole numbers",
    TargetWrongSide "V309" Warning "A target lies on the wanted side of the baseline",
    IntervalBounds "V314" Error "An interval holds its value and says its level",
    NotTheQuotient "V318" Error "A value is what its numerator and denominator give",
    NearTheQuotient "V321" Warning "A value is close to what its numerator and denominator give",
    RangeBounds "V322" Error "A wanted range has a low end below its high end",
    BaselineUnusable "V323" Error "The baseline period has a final, published value",
    UnitIncomplete "V324" Error "A unit says what it needs to be read",
    SmallCount "D403" Error "Small counts of people are not published",
    SmallBase "D404" Error "Rates over very few people are not published",
    Recoverable "D405" Error "A withheld value cannot be worked out",
    SuppressedValue "D408" Error "A withheld observation holds no numbers",
    NoConsent "D409" Error "Residents have agreed that their part in a story is published",
    UnsafeLink "X501" Error "Links are of a safe kind",
    PlainHttp "X502" Warning "Links are encrypted",
    HiddenCharacter "X505" Error "Text holds no invisible control characters",
    EmailInText "X507" Error "Public text holds no e-mail address",
    PhoneInText "X508" Warning "Public text holds no telephone number",
    AltMissing "X510" Error "A picture has a text for people who cannot see it",
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
