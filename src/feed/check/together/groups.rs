//! Work groups.

use super::super::Check;
use super::super::records::order;
use crate::feed::finding::quoted;
use crate::feed::read::{Draft, Placed};
use crate::feed::records::WorkGroup;
use crate::feed::records::workgroup::{Sector, WorkGroupKind};
use crate::feed::rule::Rule;

pub(super) fn check(draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    for group in &draft.workgroups {
        members(group, check);
        seats(group, check);
    }
}

fn members(group: &Placed<'_, '_, WorkGroup>, check: &mut Check<'_>) {
    let record = &group.record;
    for (index, member) in record.members.iter().enumerate() {
        let place = || group.at(&format!("members/{index}/until"));
        order(member.since, member.until, "since", "until", place, check);
    }
    let today = check.today;
    let sits = |id: &str| {
        let mut own = record.members.iter().filter(|member| member.partner.as_str() == id);
        own.any(|member| member.until.is_none_or(|until| until.last() >= today))
    };
    for (index, chair) in record.chairs.iter().enumerate().filter(|(_, chair)| !sits(chair.as_str())) {
        check.report(
            Rule::ChairOutside,
            group.at(&format!("chairs/{index}")),
            format!("{} leads this work group, but is no member of it.", quoted(chair.as_str())),
            "Add it to \"members\", or take it out of \"chairs\".",
        );
    }
}

fn seats(group: &Placed<'_, '_, WorkGroup>, check: &mut Check<'_>) {
    let record = &group.record;
    for (index, seats) in record.seats.iter().enumerate() {
        if let Some(residents) = seats.resident_count.filter(|residents| *residents > seats.count) {
            check.report(
                Rule::OutsideLimits,
                group.at(&format!("seats/{index}/resident_count")),
                format!("{residents} residents cannot sit on {} seats.", seats.count),
                "Correct one of the two numbers.",
            );
        }
    }
    let speaks = matches!(record.kind, WorkGroupKind::ResidentCouncil | WorkGroupKind::Steering);
    let residents = record
        .seats
        .iter()
        .any(|seats| seats.resident_count.unwrap_or(0) > 0 || seats.sector == Sector::Residents && seats.count > 0);
    if speaks && !residents {
        let message = match record.kind {
            WorkGroupKind::Steering => "This group leads the whole, and no seat of it is known to be a resident's.",
            _ => "This is a council of residents, and no seat of it is known to be a resident's.",
        };
        let fix = "Add \"seats\": [{\"sector\": \"residents\", \"count\": …}], or \"resident_count\" to other seats.";
        check.report(Rule::NoResidents, group.at("kind"), message, fix);
    }
}
