//! The figure of an indicator: picture, table or downloads, and the walk through its figures.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::renderer::types::Event;

use super::table::table;
use crate::app::charts::{Caption, Theme, line_figure, multiples_figure, ring, rows_figure, shares_figure, svg_file};
use crate::app::html::{Html, Piece, el, live, svg};
use crate::app::parts::said;
use crate::app::{File, Hands, use_query, use_shown};
use crate::present::indicator::{ChartPart, Choices, Downloads, Figure, Picture, Show, Stop, ViewLink, shown_csv};
use crate::words::{Catalog, Direction, say};

/// The part of the page that the address's state decides.
pub fn part_view(part: ChartPart, id: String) -> impl Piece {
    let ChartPart { figure, not_measured, choices, switch, show } = part;
    match figure {
        Some(figure) => {
            (choices.into_iter().map(links).collect::<Html>(), figure_view(figure, show, id), links(switch).html())
                .html()
        }
        None => el("h2").attr("id", "chart").class("fig__say").child(not_measured).html(),
    }
}

/// A row of links to other views.
fn links(choices: Choices) -> impl Piece {
    let Choices { name, label, items } = choices;
    let link = |(at, view): (usize, ViewLink)| {
        let current = view.current.then_some("true");
        el("a")
            .attr("id", format!("{name}-{at}"))
            .attr("href", view.href)
            .attr("aria-current", current)
            .lang(view.label.lang)
            .child(view.label.text)
    };
    el("nav")
        .class("tools needs-script")
        .attr("aria-label", label)
        .child(items.into_iter().enumerate().map(link).collect::<Html>())
}

fn figure_view(figure: Figure, show: Show, id: String) -> Html {
    let words = use_shown().words;
    let Figure { title, says, subtitle, description, picture, stops, table: data, show_table, downloads } = figure;
    // A picture is named by what it finds.
    let name = downloads.headline.clone();
    let head = el("figcaption")
        .class("fig__head")
        .child(match says {
            Some(says) => (
                el("h2").attr("id", "chart").class("fig__say").child(says),
                el("p").class("fig__title").child(said(title)),
            )
                .html(),
            None => el("h2").attr("id", "chart").class("fig__title").child(said(title)).html(),
        })
        .child(el("p").class("meta").child(subtitle));
    let content = match show {
        Show::Picture => {
            let walk = Walk::new(stops);
            let over = walk.overlay(&picture);
            (
                el("div").class("stage").child(picture_view(picture, name, description, "curve")).child(over),
                walk.control(&words),
                el("details")
                    .class("more without-script")
                    .child(el("summary").child(show_table))
                    .child(table(data, &words)),
            )
                .html()
        }
        Show::Table => table(data, &words).html(),
        Show::Downloads => downloads_view(downloads, id, &words).html(),
    };
    el("figure").class("fig").child(head).child(content).html()
}

/// The picture alone.
pub fn picture_view(picture: Picture, title: String, description: String, id: &'static str) -> Html {
    match picture {
        Picture::Line(chart) => line_figure(*chart, title, description, id).html(),
        Picture::Rows(chart) => rows_figure(chart, title, description, id).html(),
        Picture::Multiples(chart) => multiples_figure(chart, title, description, id).html(),
        Picture::Shares(chart) => shares_figure(chart, title, description, id).html(),
    }
}

/// The picture with its words as an SVG file. Files are light: they go onto paper and into documents.
pub fn file_of(figure: Figure, words: &Catalog) -> String {
    let Figure { title, subtitle, description, picture, downloads, .. } = figure;
    let caption = Caption {
        headline: downloads.headline,
        subtitle: format!("{}. {subtitle}", title.text),
        notes: downloads.imprint,
        description: description.clone(),
        lang: words.lang().to_owned(),
        right_to_left: words.dir() == Direction::Rtl,
    };
    svg_file(&picture_view(picture, title.text, description, "file"), &caption, Theme::Light)
}

/// Which figure the reader stands at. Nowhere at first: then the picture is bare, and the last figure is said.
struct Walk {
    stops: Arc<Vec<Stop>>,
    at: RwSignal<Option<usize>>,
}

impl Walk {
    fn new(stops: Vec<Stop>) -> Self {
        Self { stops: Arc::new(stops), at: RwSignal::new(None) }
    }

    /// The rings around the figures of the stop, and the areas that a pointer or a finger meets, in a layer of the same
    /// size as the picture. Natively nobody points at anything.
    fn overlay(&self, picture: &Picture) -> Option<Html> {
        let (stops, at) = (self.stops.clone(), self.at);
        let (class, height) = match picture {
            Picture::Line(chart) => ("plot stage__over", chart.height),
            Picture::Rows(chart) => ("rows stage__over", chart.height),
            Picture::Shares(chart) => ("rows rows--full stage__over", chart.height),
            Picture::Multiples(_) => return None,
        };
        use_context::<Hands>()?;
        let areas = stops.iter().map(|stop| stop.area).collect();
        let rings = live(move || {
            let stop = at.get().and_then(|at| stops.get(at).cloned());
            stop.map(|stop| ring::rings(stop.rule, stop.marks))
        });
        let areas = ring::areas(areas, move |stop| at.set(stop));
        let layer = svg("svg").attr("height", height).attr("aria-hidden", "true").attr("focusable", "false");
        Some(el("div").class(class).attr("dir", "ltr").child(layer.child(rings).child(areas)).html())
    }

    /// One slider walks through all figures: by arrow keys, by finger, and spoken by screen readers.
    fn control(&self, words: &Catalog) -> Option<Html> {
        let (stops, at) = (self.stops.clone(), self.at);
        let last = stops.len().checked_sub(1)?;
        let first = stops.get(last).map_or(String::new(), |stop| stop.says.clone());
        let says = move || stops.get(at.get().unwrap_or(last)).map_or(String::new(), |stop| stop.says.clone());
        let moved = move |event: Event| at.set(event_target_value(&event).parse().ok());
        let slider = el("input")
            .attr("id", "walk")
            .attr("type", "range")
            .attr("min", "0")
            .attr("max", last.to_string())
            .attr("value", last.to_string())
            .attr("autocomplete", "off")
            .attr("aria-valuetext", first)
            .property("value", move || at.get().unwrap_or(last).to_string())
            .property("ariaValueText", says.clone())
            .on("input", moved);
        let walk = el("div")
            .class("walk needs-script")
            .child(el("label").attr("for", "walk").child(say!(words, "walk-label")))
            .child(el("div").class("walk__way").attr("dir", "ltr").child(slider))
            .child(el("output").attr("for", "walk").attr("aria-live", "off").child(live(says)));
        Some(walk.html())
    }
}

/// What can be taken away. Each thing is made when it is asked for, from the view that is shown.
fn downloads_view(downloads: Downloads, id: String, words: &Catalog) -> impl Piece {
    let Downloads { name, all, cite, .. } = downloads;
    let hands = use_context::<Hands>();
    let shown = use_shown();
    let query = use_query();
    let done = RwSignal::new(None::<usize>);
    let button = |label: String, act: Box<dyn Fn(Hands) + Send>| {
        let press = move |_: Event| {
            if let Some(hands) = hands {
                act(hands);
            }
        };
        el("li").child(el("button").attr("type", "button").class("button").on("click", press).child(label))
    };
    let csv = {
        let (shown, id, name) = (shown.clone(), id.clone(), name.clone());
        move |hands: Hands| {
            let text = query.with_untracked(|query| shown_csv(&shown.context(), &id, query));
            (hands.save)(File::Table { name: format!("{name}.csv"), text: text.unwrap_or_default() });
        }
    };
    let picture = move || {
        let part = query.with_untracked(|query| {
            crate::present::indicator::chart_part(&shown.context(), &id, query).and_then(|part| part.figure)
        });
        part.map_or(String::new(), |figure| file_of(figure, &shown.words))
    };
    let (svg, png) = (picture.clone(), picture);
    let (svg_name, png_name) = (format!("{name}.svg"), format!("{name}.png"));
    let (copied, refused) = (say!(words, "copied"), say!(words, "copy-refused"));
    let told = move |went: bool| done.set(Some(usize::from(went)));
    let copy = move |what: Option<String>| move |hands: Hands| (hands.copy)(what.clone(), Box::new(told));
    let status = move || done.get().map(|went| if went == 1 { copied.clone() } else { refused.clone() });
    el("div")
        .class("take")
        .child(
            el("ul")
                .class("take__all")
                .attr("role", "list")
                .child(button(say!(words, "download-shown"), Box::new(csv)))
                .child(el("li").child(
                    el("a").class("button").attr("href", all).attr("download", "").child(say!(words, "download-all")),
                ))
                .child(button(
                    say!(words, "download-svg"),
                    Box::new(move |hands| (hands.save)(File::Svg { name: svg_name.clone(), text: svg() })),
                ))
                .child(button(
                    say!(words, "download-png"),
                    Box::new(move |hands| (hands.save)(File::Png { name: png_name.clone(), svg: png() })),
                ))
                .child(button(say!(words, "copy-link"), Box::new(copy(None))))
                .child(button(say!(words, "copy-cite"), Box::new(copy(Some(cite.clone()))))),
        )
        .child(el("p").class("take__cite").child(cite))
        .child(el("p").class("meta").attr("role", "status").child(live(status)))
}
