//! What an import says: what it understood, what would change, what it refused.

use std::path::Path;

use super::facts::{Decimal, Facts};
use super::grid::Grid;
use super::layout::Layout;
use super::merge::{Edit, Kind, Plan};
use super::number::DecimalMark;
use super::refusal::{Refusal, letters};
use crate::feed::Finding;
use crate::feed::finding::quoted;
use crate::feed::records::Indicator;
use crate::feed::series::Scope;

/// Most lines of one kind in the short report.
const MOST_LINES: usize = 25;

/// A sheet as it was understood.
pub(super) struct Understood {
    pub(super) encoding: &'static str,
    pub(super) grid: Grid,
    pub(super) layout: Layout,
    pub(super) facts: Facts,
}

/// Whose figures are reported.
pub(super) struct Report<'r> {
    pub(super) file: &'r Path,
    pub(super) indicator: &'r Indicator,
    /// Whether every line is listed.
    pub(super) all: bool,
}

impl Report<'_> {
    /// For a sheet of which nothing can be taken.
    pub(super) fn not_understood(&self, refused: &[Refusal]) -> String {
        let mut text = format!("{} is not understood, and nothing was changed:\n", self.file.display());
        self.list(&mut text, refused.iter().map(ToString::to_string));
        text
    }

    /// What was understood, and what would change or has changed.
    pub(super) fn text(&self, understood: &Understood, plan: &Plan, new: &[Finding], written: bool) -> String {
        let mut text = self.understood(understood);
        let kinds = [
            (Kind::New, "Added", "Would be added"),
            (Kind::Changed, "Changed", "Would be changed"),
            (
                Kind::Correction,
                "Corrected, and readers have seen the old figure",
                "Would be corrected, and readers have seen the old figure",
            ),
        ];
        for (kind, done, would) in kinds {
            let edits: Vec<&Edit> = plan.edits.iter().filter(|edit| edit.kind == kind).collect();
            if !edits.is_empty() {
                text.push_str(&format!("{} ({}):\n", if written { done } else { would }, edits.len()));
                self.list(&mut text, edits.iter().map(|edit| line(edit)));
            }
            if kind == Kind::Correction && !edits.is_empty() {
                text.push_str(&format!(
                    "  Tell them: add an update of the kind \"correction\" about {}.\n",
                    self.indicator.id
                ));
            }
        }
        text.push_str(&format!("Left as they are: {}.\n", plan.same));
        if !plan.refused.is_empty() {
            text.push_str(&format!("Refused ({}):\n", plan.refused.len()));
            self.list(&mut text, plan.refused.iter().map(ToString::to_string));
        }
        if !new.is_empty() {
            text.push_str(&format!("With these figures the feed would have new errors ({}):\n", new.len()));
            self.list(&mut text, new.iter().map(|finding| format!("{finding} {}", finding.fix)));
        }
        text
    }

    /// The last line: what was done, and what to do next.
    pub(super) fn end(&self, plan: &Plan, new: &[Finding], wanted: bool, written: bool, path: &str) -> String {
        if written {
            return format!("Written: {path}\n");
        }
        let next = match (plan.edits.is_empty(), new.is_empty(), plan.refused.is_empty(), wanted) {
            (_, false, ..) => "Mend the errors in the sheet, or the figures in the feed, and import again.",
            (_, _, false, true) => "Mend what was refused, or add --partial to import the rest.",
            (_, _, false, false) => "Mend what was refused; or add --write --partial to import the rest.",
            (true, ..) => "The feed says the same.",
            (false, .., false) => "Add --write to write it.",
            (false, .., true) => "",
        };
        format!("Nothing was written. {next}\n")
    }

    fn understood(&self, understood: &Understood) -> String {
        let Understood { encoding, grid, layout, facts } = understood;
        let separator = match grid.separator {
            ',' => "commas",
            ';' => "semicolons",
            '\t' => "tabs",
            _ => "bars",
        };
        let mark = |mark: DecimalMark| match mark {
            DecimalMark::Point => "decimal point",
            DecimalMark::Comma => "decimal comma",
        };
        let decimal = match facts.decimal {
            Decimal::NotNeeded => "whole numbers only".to_owned(),
            Decimal::Said(said) => format!("{}, as you said", mark(said)),
            Decimal::Own => "decimal point, as in the site's own tables".to_owned(),
            Decimal::Seen(seen, row, column) => {
                let cell = quoted(grid.cell(row, column));
                format!("{} ({cell} in row {}, column {})", mark(seen), row + 1, letters(column))
            }
        };
        let mut text = format!(
            "{} for {}: {encoding}, cells parted by {separator}, header in row {}, {decimal}.\nColumns:\n",
            self.file.display(),
            self.indicator.id,
            layout.header + 1,
        );
        let heads = layout.heads.iter().enumerate().filter_map(|(column, head)| Some((column, head.as_ref()?)));
        self.list(
            &mut text,
            heads.map(|(column, head)| {
                format!("{} {} is {}", letters(column), quoted(grid.cell(layout.header, column)), head.written())
            }),
        );
        let pairs = |names: &[(String, String)]| -> Vec<String> {
            names.iter().map(|(name, id)| format!("{} is {id}", quoted(name))).collect()
        };
        self.headed(&mut text, "Names", &pairs(&facts.names));
        let written: Vec<(String, String)> = facts
            .periods
            .iter()
            .map(|(cell, period)| (cell.clone(), period.to_string()))
            .filter(|(cell, period)| cell != period)
            .collect();
        self.headed(&mut text, "Periods", &pairs(&written));
        let marks: Vec<String> = facts
            .marks
            .iter()
            .map(|(cell, status, times)| {
                format!("{} is {} ({times} times)", quoted(cell), status.wire()).replace("(1 times)", "(once)")
            })
            .collect();
        self.headed(&mut text, "Signs in place of a number", &marks);
        let footnotes: Vec<String> = facts
            .footnotes
            .iter()
            .map(|(row, column, mark)| format!("row {}, column {}: {}", row + 1, letters(*column), quoted(mark)))
            .collect();
        self.headed(&mut text, "Marks of footnotes, left out", &footnotes);
        let left_out: Vec<String> = facts
            .left_out
            .iter()
            .map(|(row, why)| {
                let first = grid.rows[*row].iter().find(|cell| !cell.is_empty()).map_or("", String::as_str);
                format!("row {} {}: {why}", row + 1, quoted(first))
            })
            .collect();
        self.headed(&mut text, "Rows left out", &left_out);
        if facts.is_filled {
            text.push_str("Blank names stand for the name above them, as merged cells do.\n");
        }
        text
    }

    fn headed(&self, text: &mut String, head: &str, lines: &[String]) {
        if !lines.is_empty() {
            text.push_str(&format!("{head}:\n"));
            self.list(text, lines.iter().cloned());
        }
    }

    fn list(&self, text: &mut String, lines: impl Iterator<Item = String>) {
        let most = if self.all { usize::MAX } else { MOST_LINES };
        let mut more = 0;
        for (at, line) in lines.enumerate() {
            if at < most {
                text.push_str(&format!("  {line}\n"));
            } else {
                more += 1;
            }
        }
        if more > 0 {
            text.push_str(&format!("  and {more} more; --all lists them.\n"));
        }
    }
}

/// "2024, geo-east: value 50 -> 51, status final (row 7)".
fn line(edit: &Edit) -> String {
    let cells = edit.cells.iter().map(|cell| {
        let shown = |text: &str| match text {
            "" => "nothing".to_owned(),
            text if cell.field.is_number() => text.to_owned(),
            text => quoted(text),
        };
        match edit.kind {
            Kind::New => format!("{} {}", cell.field.name(), shown(&cell.new)),
            _ => format!("{} {} -> {}", cell.field.name(), shown(&cell.old), shown(&cell.new)),
        }
    });
    let cells: Vec<String> = cells.collect();
    format!("{}, {}: {} (row {})", edit.key.period, whom(&edit.scope), cells.join(", "), edit.row + 1)
}

fn whom(scope: &Scope) -> String {
    let groups = scope.groups.iter().map(|(dimension, group)| format!("{dimension}/{}", group.as_str()));
    let all: Vec<String> = groups.chain(scope.geography.as_ref().map(ToString::to_string)).collect();
    if all.is_empty() { "everybody".to_owned() } else { all.join(", ") }
}
