use super::*;
use crate::present::testing::Small;

/// Votes, cost, stage and more fields of one proposal.
type Entry<'a> = (&'a str, &'a str, &'a str);

/// A round with these fields and proposals.
#[track_caller]
fn check(cycle: &str, entries: &[Entry<'_>], expect: impl FnOnce(BudgetPage)) {
    let known = |name: &str, value: &str| {
        if cycle.contains(&format!("\"{name}\"")) { String::new() } else { format!(", {value}") }
    };
    let voted = entries.iter().any(|(_, _, fields)| fields.contains("\"votes\""));
    let cycle = format!(
        r#"{{"id": "pb-east", "title": "Eastside decides", "currency": "USD"{}{}{}{}{}{cycle}}}"#,
        if voted { known("ballots", r#""ballots": 1312"#) } else { String::new() },
        known("money", r#""money": 1000"#),
        known("phases", r#""phases": [{"kind": "vote", "from": "2025-05", "to": "2025-05"}]"#),
        known("vote_type", r#""vote_type": "approval""#),
        known("allocation_rule", r#""allocation_rule": "greedy""#),
    );
    let files: Vec<(String, String)> = entries
        .iter()
        .map(|(id, stage, fields)| {
            let reason = if fields.contains("stage_reason") { "" } else { r#", "stage_reason": "Because""# };
            let record =
                format!(r#"{{"id": "{id}", "cycle": "pb-east", "title": "{id}", "stage": "{stage}"{reason}{fields}}}"#);
            (format!("budget_proposals/{id}.json"), record)
        })
        .collect();
    let mut records = vec![("budget_cycles/pb-east.json", cycle.as_str())];
    records.extend(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let small = Small::new(&records);
    expect(budget_page(&small.context("en"), "pb-east").unwrap());
}

fn said(terms: &[Term]) -> Vec<String> {
    terms.iter().map(|term| format!("{}: {}", term.label.text, term.says.text)).collect()
}

const LIGHTS: Entry<'_> = ("pp-lights", "in_delivery", r#", "cost_estimated": 600, "votes": 90, "spent": 100"#);
const RACKS: Entry<'_> = (
    "pp-racks",
    "done",
    r#", "cost_estimated": 300, "cost_final": 280, "votes": 50,
    "delivery": [{"on": "2025-09-10", "note": "Racks", "state": "done"}]"#,
);
const MURAL: Entry<'_> = ("pp-mural", "not_funded", r#", "cost_estimated": 400, "votes": 40"#);
const POOL: Entry<'_> = ("pp-pool", "not_taken_forward", r#", "cost_estimated": 9000, "stage_reason": "Too dear""#);

#[test]
fn the_title_tells_a_budget_from_the_process_of_its_name() {
    check("", &[LIGHTS], |page| {
        assert!(page.head.title.starts_with("Budget: Eastside decides"), "{}", page.head.title);
        assert_eq!(page.title.text, "Eastside decides");
    });
}

#[test]
fn the_ballot_has_a_line_below_which_nothing_was_chosen() {
    check("", &[MURAL, RACKS, POOL, LIGHTS], |page| {
        let ballot = page.ballot.unwrap();
        let rows = ballot.rows.iter().map(|row| format!("{} {} {} {}", row.place, row.id, row.votes, row.cost));
        let expected = ["1 pp-lights 90 $600", "2 pp-racks 50 $280 (estimate: $300)", "3 pp-mural 40 $400"];
        assert_eq!(rows.collect::<Vec<_>>(), expected);
        let cut = "Below this line: not chosen. $900 given above it, $100 left";
        assert_eq!((ballot.cut, ballot.mixed), (Some((2, cut.to_owned())), None));
        assert_eq!(page.ideas.iter().map(|idea| idea.reason.text.as_str()).collect::<Vec<_>>(), ["Too dear"]);
    });
}

#[test]
fn a_rule_that_passes_over_votes_is_explained() {
    let dear = ("pp-dear", "not_funded", r#", "cost_estimated": 900, "votes": 80"#);
    check("", &[LIGHTS, dear, RACKS], |page| {
        let ballot = page.ballot.unwrap();
        assert_eq!(
            ballot.rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(),
            ["pp-lights", "pp-racks", "pp-dear"]
        );
        let says = "1 project below the line had more votes than one above it, but cost more than what was left.";
        assert_eq!(ballot.mixed.as_deref(), Some(says));
    });
}

#[test]
fn the_rule_stands_beside_the_result() {
    let fields =
        r#", "max_choices": 5, "ballots": 1312, "eligible": {"text": "All aged 11 and over", "estimate": 8100}"#;
    check(fields, &[LIGHTS], |page| {
        let expected = [
            "How people vote: Approval: name the projects you want",
            "Most choices on a ballot: 5",
            "How votes become a choice: In order of votes, from the top, as long as the money lasts",
            "Who may vote: All aged 11 and over",
            "Who did: 1,312 of about 8,100: 16 in 100",
        ];
        assert_eq!(said(&page.rule), expected);
    });
    check("", &[("pp-a", "funded", r#", "cost_estimated": 10"#)], |page| {
        assert_eq!(said(&page.rule)[3], "Who did: Ballots are not counted, or the number is not published.");
    });
}

#[test]
fn a_panel_needs_no_votes() {
    let chosen = ("pp-a", "funded", r#", "cost_estimated": 10"#);
    let other = ("pp-b", "not_funded", "");
    check(r#", "vote_type": "none", "allocation_rule": "panel""#, &[other, chosen], |page| {
        assert_eq!(said(&page.rule).len(), 2);
        let ballot = page.ballot.unwrap();
        assert!(!ballot.has_votes && !ballot.has_points);
        assert_eq!((ballot.rows[0].id.as_str(), ballot.rows[1].cost.as_str()), ("pp-a", "Not said"));
        assert_eq!(ballot.cut.unwrap().0, 1);
        assert_eq!(ballot.mixed, None);
    });
}

#[test]
fn money_is_one_sum_in_sentence_bar_and_table() {
    check("", &[LIGHTS, RACKS, MURAL], |page| {
        assert_eq!(page.money.says, "2 projects use $900 of $1,000; $100 is left.");
        let rows: Vec<_> = page.money.rows.iter().map(|row| format!("{}: {}", row.label, row.amount)).collect();
        let expected =
            ["Money to decide on: $1,000", "Given to chosen projects: $900", "Spent so far: $380", "Left: $100"];
        assert_eq!(rows, expected);
        let widths: Vec<_> = page.money.bar.iter().map(|(_, stretch)| stretch.width).collect();
        assert_eq!(widths, [38.0, 52.0, 10.0]);
        assert!(page.money.notes.is_empty());
    });
}

#[test]
fn what_nobody_said_of_money_is_said() {
    let silent = ("pp-silent", "funded", "");
    check(r#", "money": 500, "extra_funding_note": "The ward adds the rest""#, &[LIGHTS, silent], |page| {
        assert_eq!(page.money.says, "2 projects use $600, $100 more than the $500 there was.");
        let notes: Vec<_> = page.money.notes.iter().map(|note| note.text.as_str()).collect();
        let expected = [
            "For 1 chosen project nobody has said what it costs; it is not in the sum.",
            "For 1 of 2 chosen projects nobody has said what has been spent.",
            "The ward adds the rest",
        ];
        assert_eq!(notes, expected);
    });
}

#[test]
fn delivery_says_the_share_that_is_done_and_how_long_it_took() {
    let lights = (
        "pp-lights",
        "in_delivery",
        r#", "cost_estimated": 600, "votes": 90, "delivery": [
        {"on": "2026-04", "note": "Lamps", "state": "planned"}, {"on": "2025-08", "note": "Plan", "state": "done"}]"#,
    );
    let stopped = ("pp-stopped", "stopped", r#", "cost_estimated": 10, "votes": 60"#);
    check("", &[lights, RACKS, stopped], |page| {
        let delivery = page.delivery.unwrap();
        assert_eq!(delivery.says, "1 of 3 chosen projects is done.");
        assert_eq!(delivery.took, "It took 4 months from the vote until it was done.");
        assert_eq!(
            delivery.silent.as_deref(),
            Some("For 1 chosen project nobody has said what happened after the vote.")
        );
        let project = &delivery.projects[0];
        assert_eq!(project.title.href, "/budgets/pb-east/#pp-lights");
        let steps: Vec<_> =
            project.steps.iter().map(|step| format!("{} {} {}", step.state.word, step.title.text, step.when)).collect();
        assert_eq!(steps, ["Done Plan August 2025", "Late Lamps due April 2026"]);
        let chosen = "3 projects were chosen with $1,000 to decide on: 1 done, 1 being done, 0 not begun, 1 given up.";
        assert_eq!(page.says, chosen);
    });
}

#[test]
fn the_middle_of_two_is_between_them() {
    let bench = ("pp-bench", "done", r#", "votes": 45, "delivery": [{"on": "2026-02", "note": "B", "state": "done"}]"#);
    let lost = ("pp-lost", "done", r#", "votes": 44"#);
    check("", &[RACKS, bench, lost], |page| {
        let took = "Half of them took 6.5 months or less from the vote until done (known for 2 of 3 done).";
        assert_eq!(page.delivery.unwrap().took, took);
    });
}

#[test]
fn a_round_that_has_only_begun_says_so() {
    let idea = ("pp-idea", "idea", "");
    check(r#", "phases": [{"kind": "ideas", "from": "2026-11", "to": "2027-01"}]"#, &[idea], |page| {
        assert_eq!(page.now, "Bring an idea until January 2027.");
        assert_eq!(page.money.says, "There is $1,000 to decide on. Nothing has been chosen yet.");
        assert!(page.ballot.is_none() && page.delivery.is_none());
        assert_eq!(page.ideas_says, "1 idea came in. 1 is not on the ballot; here is why.");
        assert_eq!(page.phases[0].state.sign, Sign::Running);
    });
    check("", &[], |page| assert_eq!(page.says, "Nothing has been chosen yet."));
}

#[test]
fn an_unknown_round_has_no_page() {
    assert!(budget_page(&Small::new(&[]).context("en"), "pb-none").is_none());
}
