//! A feed that has been checked.

use crate::sorted::sort_by;

use super::date::Date;
use super::id::{
    ActivityId, BudgetCycleId, BudgetProposalId, CommitmentId, DecisionId, DimensionId, EngagementId, EventId,
    FeedbackId, GeographyId, GoalId, IndicatorId, Kind, NeedId, PartnerId, SourceId, StoryId, StrategyId, TermId,
    UpdateId, WorkGroupId,
};
use super::records::{
    Activity, BudgetCycle, BudgetProposal, Coalition, Commitment, Decision, Dimension, Engagement, Event, Feedback,
    Geography, Goal, Indicator, Need, Partner, Source, Story, Strategy, Term, Update, WorkGroup,
};
use super::series::Series;

/// A record that stands in one of the feed's lists.
pub trait Record {
    const KIND: Kind;
    type Id;
    fn id(&self) -> &Self::Id;
    fn id_text(&self) -> &str;
}

/// When records were changed, as far as the history of the feed is known. Only a build knows it, and writes it into what it
/// publishes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changed {
    /// The day on which the known history begins. Empty if nothing is known.
    pub since: String,
    /// By the ids of records, in their order: the day of the last change since then. A record that is not named has not
    /// changed.
    pub records: Vec<(String, String)>,
    /// By the ids of indicators, in their order: the last change of figures whose earlier versions have a page.
    pub figures: Vec<(String, String)>,
}

/// What is written for an id, in a list in the order of ids.
fn written_for<'l>(list: &'l [(String, String)], id: &str) -> Option<&'l str> {
    let at = list.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok()?;
    list.get(at).map(|(_, text)| text.as_str())
}

/// The day that is written for an id.
fn day_of(list: &[(String, String)], id: &str) -> Option<Date> {
    Date::parse(written_for(list, id)?).ok()
}

/// Where records are, by id. A sorted list takes less of the app than a map of hashes.
#[derive(Clone, Debug, PartialEq)]
struct Index(Vec<(String, Kind, usize)>);

impl Index {
    fn of(mut entries: Vec<(String, Kind, usize)>) -> Self {
        sort_by(&mut entries, |a, b| a.0.cmp(&b.0));
        Self(entries)
    }

    fn get(&self, id: &str) -> Option<(Kind, usize)> {
        let place = self.0.binary_search_by(|(known, ..)| known.as_str().cmp(id)).ok()?;
        self.0.get(place).map(|(_, kind, at)| (*kind, *at))
    }
}

/// Everything that has to be said once for each list of records goes through here.
macro_rules! for_each_list {
    ($then:ident) => {
        $then! {
            goals goal Goal GoalId;
            strategies strategy Strategy StrategyId;
            indicators indicator Indicator IndicatorId;
            sources source Source SourceId;
            dimensions dimension Dimension DimensionId;
            geographies geography Geography GeographyId;
            partners partner Partner PartnerId;
            activities activity Activity ActivityId;
            stories story Story StoryId;
            updates update Update UpdateId;
            events event Event EventId;
            workgroups workgroup WorkGroup WorkGroupId;
            commitments commitment Commitment CommitmentId;
            engagements engagement Engagement EngagementId;
            feedback feedback_theme Feedback FeedbackId;
            decisions decision Decision DecisionId;
            budget_cycles budget_cycle BudgetCycle BudgetCycleId;
            budget_proposals budget_proposal BudgetProposal BudgetProposalId;
            needs need Need NeedId;
            terms term Term TermId;
        }
    };
}
pub(crate) use for_each_list;

macro_rules! model {
    ($($list:ident $one:ident $Record:ident $Id:ident;)*) => {
        /// A coalition's data. It exists only after checking: every reference leads somewhere, every date is real,
        /// every number is within its limits.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Feed {
            pub coalition: Coalition,
            $(pub $list: Vec<$Record>,)*
            pub series: Vec<Series>,
            index: Index,
            /// By the indicator's id.
            series_index: Index,
            /// Not if it is only what one page is made of.
            whole: bool,
            /// When records were changed.
            changed: Changed,
            /// How indicators stand whose line is told in short, by their ids in order.
            verdicts: Vec<(String, String)>,
        }

        impl Feed {
            /// Only the reader makes feeds, after the check found no error.
            #[allow(clippy::too_many_arguments, reason = "one for each list, made by a macro")]
            pub(super) fn new(coalition: Coalition, $($list: Vec<$Record>,)* series: Vec<Series>) -> Self {
                let mut index = Vec::new();
                $(for (at, record) in $list.iter().enumerate() {
                    index.push((record.id_text().to_owned(), <$Record as Record>::KIND, at));
                })*
                let series_index = (series.iter().enumerate())
                    .map(|(at, series)| (series.indicator.to_string(), Kind::Indicator, at))
                    .collect();
                let (index, series_index) = (Index::of(index), Index::of(series_index));
                Self { coalition, $($list,)* series, index, series_index, whole: true, changed: Changed::default(), verdicts: Vec::new() }
            }

            $(
                #[doc = concat!("The ", stringify!($one), " with this id.")]
                pub fn $one(&self, id: &$Id) -> Option<&$Record> {
                    match self.index.get(id.as_str()) {
                        Some((<$Record as Record>::KIND, at)) => self.$list.get(at),
                        _ => None,
                    }
                }
            )*
        }

        $(impl Record for $Record {
            const KIND: Kind = $Id::KIND;
            type Id = $Id;

            fn id(&self) -> &$Id {
                &self.id
            }

            fn id_text(&self) -> &str {
                self.id.as_str()
            }
        })*
    };
}
for_each_list!(model);

impl Feed {
    /// Whether it is the whole feed, and not a share of it, whose references may lead out of it.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// The same records, known to be a share of a feed, in which these indicators are told in short.
    pub(super) fn into_share(self, mut verdicts: Vec<(String, String)>) -> Self {
        sort_by(&mut verdicts, Ord::cmp);
        Self { whole: false, verdicts, ..self }
    }

    /// The code of how an indicator stood when its feed was published. `None` unless it is told in short: then there is
    /// less of its line than it takes to judge.
    pub fn verdict_of(&self, id: &IndicatorId) -> Option<&str> {
        written_for(&self.verdicts, id.as_str())
    }

    /// All of these, with the ids of the indicators.
    pub(super) fn verdicts(&self) -> &[(String, String)] {
        &self.verdicts
    }

    /// The same feed with what is known of its changes.
    #[must_use]
    pub(super) fn with_changed(self, mut changed: Changed) -> Self {
        for list in [&mut changed.records, &mut changed.figures] {
            sort_by(list, Ord::cmp);
        }
        Self { changed, ..self }
    }

    /// What is known of changes of its records.
    pub fn changed(&self) -> &Changed {
        &self.changed
    }

    /// The day since when the history is known, and the last change of a record since then. `None` if nothing is known.
    pub fn changed_on(&self, id: &str) -> Option<(Date, Option<Date>)> {
        Some((Date::parse(&self.changed.since).ok()?, day_of(&self.changed.records, id)))
    }

    /// The last change of an indicator's figures, if there is a page that shows the earlier ones.
    pub fn figures_changed_on(&self, id: &str) -> Option<Date> {
        day_of(&self.changed.figures, id)
    }

    /// The kind of the record with this id, and where it stands in the list of its kind.
    pub fn find(&self, id: &str) -> Option<(Kind, usize)> {
        self.index.get(id)
    }

    /// The kind of the record with this id.
    pub fn kind_of(&self, id: &str) -> Option<Kind> {
        self.find(id).map(|(kind, _)| kind)
    }

    /// Where a record stands in its list.
    pub fn place_of<R: Record>(&self, record: &R) -> Option<usize> {
        self.index.get(record.id_text()).filter(|(kind, _)| *kind == R::KIND).map(|(_, at)| at)
    }

    /// The observations of an indicator, if it has any.
    pub fn series_of(&self, indicator: &IndicatorId) -> Option<&Series> {
        self.series_index.get(indicator.as_str()).and_then(|(_, at)| self.series.get(at))
    }

    /// The indicators that speak for a goal, in the feed's order.
    pub fn indicators_of<'f>(&'f self, goal: &'f GoalId) -> impl Iterator<Item = &'f Indicator> {
        self.indicators.iter().filter(move |indicator| indicator.goals.contains(goal))
    }

    /// The stories of an indicator, in the feed's order.
    pub fn stories_of<'f>(&'f self, indicator: &'f IndicatorId) -> impl Iterator<Item = &'f Story> {
        self.stories.iter().filter(move |story| story.indicator == *indicator)
    }

    /// The activities that serve a goal.
    pub fn activities_of<'f>(&'f self, goal: &'f GoalId) -> impl Iterator<Item = &'f Activity> {
        self.activities.iter().filter(move |activity| activity.goals.contains(goal))
    }

    /// The activities that a partner leads or takes part in.
    pub fn activities_with<'f>(&'f self, partner: &'f PartnerId) -> impl Iterator<Item = &'f Activity> {
        self.activities.iter().filter(move |activity| {
            activity.lead == *partner || activity.partners.iter().any(|role| role.partner == *partner)
        })
    }
}
