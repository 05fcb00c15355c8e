//! A draft that an editor chooses. What is chosen is read by `browser/draft.rs`, which finds the fields by their ids.

use leptos::prelude::*;

use super::changes::changed;
use super::method::text_head;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{band, said};
use crate::app::{Hands, use_shown};
use crate::feed::Severity;
use crate::feed::finding::Line;
use crate::present::preview::{FileReport, Item, Outcomes, PreviewPage, Report};
use crate::words::{Catalog, say};

/// Where a single file is chosen.
pub const FILE_FIELD: &str = "draft-file";
/// Where a folder is chosen.
pub const FOLDER_FIELD: &str = "draft-folder";
/// Where files are dropped.
pub const DROP: &str = "draft-drop";
/// The heading that gets the focus when a draft has been read.
pub const RESULT: &str = "draft-result";

/// The page of a draft.
pub fn preview_view(page: PreviewPage) -> impl Piece {
    let words = use_shown().words;
    (
        text_head(page.title, page.lead.into()),
        band(
            "choose",
            say!(words, "preview-choose"),
            Some(say!(words, "preview-choose-note")),
            (
                el("p").class("without-script").child(say!(words, "preview-no-script")),
                el("div").class("drop needs-script").attr("id", DROP).child(fields(&words)),
            ),
        ),
        page.result.map(|result| match result {
            Outcomes::Refused { name, why } => refused(say!(words, "preview-refused", name = name), why).html(),
            Outcomes::Report(mut report) => {
                let differs = report.differs.take().map(|differs| {
                    let title = say!(words, "preview-differs");
                    band("differs", title, None, changed(differs.summary, differs.records))
                });
                (report_view(*report, &words), differs).html()
            }
        }),
    )
}

fn fields(words: &Catalog) -> impl Piece {
    let field = |id: &'static str, label: String| {
        let input = el("input").attr("type", "file").attr("id", id);
        let input = if id == FOLDER_FIELD {
            input.attr("webkitdirectory", "").attr("multiple", "")
        } else {
            input.attr("accept", ".json,.zip,application/json,application/zip")
        };
        el("div").class("drop__field").child(el("label").attr("for", id).child(label)).child(input)
    };
    (
        field(FILE_FIELD, say!(words, "preview-file")),
        field(FOLDER_FIELD, say!(words, "preview-folder")),
        el("p").class("drop__or").child(say!(words, "preview-drop")),
    )
}

fn refused(title: String, why: String) -> impl Piece {
    el("section")
        .class("wrap band")
        .attr("aria-labelledby", RESULT)
        .child(el("div").class("band__rail").child(heading(title)))
        .child(el("div").class("band__main").child(el("p").class("stand").child(why)))
}

fn heading(title: String) -> impl Piece {
    el("h2").attr("id", RESULT).attr("tabindex", "-1").class("label").child(title)
}

fn report_view(report: Report, words: &Catalog) -> impl Piece {
    let verdict = if report.good { "verdict" } else { "verdict verdict--bad" };
    let copy = (!report.copy.is_empty()).then(|| copy_button(report.copy, words));
    el("section")
        .class("wrap band")
        .attr("aria-labelledby", RESULT)
        .child(
            el("div")
                .class("band__rail")
                .child(heading(say!(words, "preview-check")))
                .child(el("p").class("meta").child(report.name)),
        )
        .child(
            el("div")
                .class("band__main")
                .child(el("p").class("stand").child(report.count))
                .child(el("p").class(verdict).child(report.verdict))
                .child(report.look.map(|link| {
                    el("p").child(el("a").class("button button--strong").attr("href", link.href).child(link.label.text))
                }))
                .child(report.files.into_iter().map(|file| file_view(file, words)).collect::<Html>())
                .child(report.more.map(|more| el("p").child(more)))
                .child(copy),
        )
}

fn file_view(file: FileReport, words: &Catalog) -> Html {
    (
        el("h3").class("findings__file").child(file.path),
        el("ol")
            .class("findings")
            .attr("role", "list")
            .child(file.findings.into_iter().map(|item| item_view(item, words)).collect::<Html>()),
    )
        .html()
}

fn item_view(item: Item, words: &Catalog) -> Html {
    let class = match item.severity {
        Severity::Error => "finding finding--error",
        Severity::Warning => "finding finding--warning",
        Severity::Notice => "finding",
    };
    let meta =
        el("p").class("meta").child(el("b").child(item.weight)).child(format!(" {} · {}", item.code, item.place));
    let fix = el("p").child(say!(words, "preview-fix")).child(" ").child(said(item.fix));
    let why = item.why.map(|why| {
        el("details")
            .class("finding__why")
            .child(el("summary").child(say!(words, "preview-why")))
            .child(el("p").child(said(why)))
    });
    let content = (meta, el("p").class("finding__says").child(said(item.message)), item.line.map(line_view), fix, why);
    el("li").class(class).child(content).html()
}

/// The line of the file, with the place marked.
fn line_view(line: Line) -> impl Piece {
    let code = el("code").attr("dir", "ltr").child(line.before).child(el("mark").child(line.marked)).child(line.after);
    el("pre").class("finding__line").child(code)
}

fn copy_button(text: String, words: &Catalog) -> impl Piece {
    let hands = use_context::<Hands>();
    let done = RwSignal::new(None::<bool>);
    let (copied, refused) = (say!(words, "preview-copied"), say!(words, "copy-refused"));
    let press = move |_| {
        if let Some(hands) = hands {
            (hands.copy)(Some(text.clone()), Box::new(move |went| done.set(Some(went))));
        }
    };
    let status = move || done.get().map(|went| if went { copied.clone() } else { refused.clone() });
    (
        el("p").child(
            el("button").attr("type", "button").class("button").on("click", press).child(say!(words, "preview-copy")),
        ),
        el("p").class("meta").attr("role", "status").child(crate::app::html::live(status)),
    )
}
