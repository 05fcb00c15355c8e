//! The frame around every page, and the choice of the page.

use leptos::prelude::*;

use super::parts::{link_to, said};
use super::{Hands, Shown, pages};
use crate::app::html::{Html, Piece, el, live};
use crate::present::frame::{ContactLine, Foot, Frame, Language, NavItem, SampleStrip, frame};
use crate::present::{Link, PageModel, page};
use crate::routes::{Address, Page};

/// The whole site: shows the page of an address and follows it.
pub fn app(shown: Shown, address: Signal<Address>, hands: Option<Hands>) -> impl Piece {
    provide_context(shown.clone());
    provide_context(address);
    if let Some(hands) = hands {
        provide_context(hands);
    }
    let which = Memo::new(move |_| address.with(|address| address.page.clone()));
    let below = address.with_untracked(|address| frame(&shown.context(), address)).foot;
    let around = shown.clone();
    (
        super::parts::sprite(),
        live(move || address.with(|address| head_of_page(frame(&around.context(), address)))),
        el("main").attr("id", "main").add(live(move || {
            let model = which.with(|which| page(&shown.context(), which));
            if let Some(hands) = hands {
                hands.arrived.run(model.head().title.clone());
            }
            page_view(model)
        })),
        foot(below),
    )
}

fn page_view(model: PageModel) -> Html {
    match model {
        PageModel::Overview(page) => pages::overview::overview_view(*page).html(),
        PageModel::Goal(page) => pages::goal::goal_view(*page).html(),
        PageModel::List(page) => match page.page {
            Page::Activities => pages::activities::activities_view(*page),
            Page::Partners => pages::partners::partners_view(*page),
            _ => pages::indicators::indicators_view(*page),
        },
        PageModel::Indicator(page) => pages::indicator::indicator_view(*page).html(),
        PageModel::Activity(page) => pages::activity::activity_view(*page).html(),
        PageModel::Partner(page) => pages::partner::partner_view(*page).html(),
        PageModel::News(page) => pages::news::news_view(*page).html(),
        PageModel::Events(page) => pages::events::events_view(*page).html(),
        PageModel::Method(page) => pages::method::method_view(*page).html(),
        PageModel::Data(page) => pages::data::data_view(*page).html(),
        PageModel::About(page) => pages::about::about_view(*page).html(),
        PageModel::Accessibility(page) => pages::accessibility::accessibility_view(*page).html(),
        PageModel::NotFound(page) => pages::not_found::not_found_view(*page).html(),
    }
}

fn head_of_page(frame: Frame) -> impl Piece {
    (
        el("a").class("skip").attr("href", "#main").add(frame.skip),
        frame.sample.map(sample),
        el("header").class("masthead").add(
            el("div")
                .class("wrap masthead__in")
                .add(
                    el("a")
                        .class("brand")
                        .attr("href", frame.brand.href)
                        .add(super::parts::brand_mark())
                        .add(el("span").class("brand__name").add(said(frame.brand.label))),
                )
                .add(languages(frame.languages_label, frame.languages))
                .add(
                    el("nav")
                        .class("mainnav")
                        .attr("aria-label", frame.nav_label)
                        .add(el("ul").attr("role", "list").add(frame.nav.into_iter().map(nav_item).collect::<Html>())),
                ),
        ),
    )
}

fn sample(strip: SampleStrip) -> impl Piece {
    el("aside").class("sample").attr("aria-label", strip.label.clone()).add(el("p").class("wrap").add(strip.says))
}

fn languages(label: String, languages: Vec<Language>) -> impl Piece {
    let item = |language: Language| {
        let current = language.current.then_some("true");
        // A whole page load: only the reader's own language file is ever fetched.
        el("li").add(
            el("a")
                .attr("href", language.href)
                .attr("hreflang", language.tag.clone())
                .attr("lang", language.tag)
                .attr("aria-current", current)
                .add(language.name),
        )
    };
    (!languages.is_empty()).then(|| {
        el("nav")
            .class("languages")
            .attr("aria-label", label)
            .add(el("ul").attr("role", "list").add(languages.into_iter().map(item).collect::<Html>()))
    })
}

fn nav_item(item: NavItem) -> impl Piece {
    el("li").add(el("a").attr("href", item.href).attr("aria-current", item.current.aria()).add(item.label))
}

fn foot(foot: Foot) -> impl Piece {
    let links = |links: Vec<Link>| {
        let item = |link: Link| el("li").add(link_to(link));
        el("ul").attr("role", "list").add(links.into_iter().map(item).collect::<Html>())
    };
    let files =
        foot.data_links.into_iter().map(|link| el("li").add(el("a").attr("href", link.href).add(link.label.text)));
    el("footer").class("foot").add(
        el("div")
            .class("wrap foot__in")
            .add(
                el("section")
                    .attr("aria-labelledby", "foot-about")
                    .add(el("h2").attr("id", "foot-about").add(foot.about_title))
                    .add(foot.about.into_iter().map(|text| el("p").add(said(text))).collect::<Html>())
                    .add(links(foot.about_links)),
            )
            .add(
                el("section")
                    .attr("aria-labelledby", "foot-data")
                    .add(el("h2").attr("id", "foot-data").add(foot.data_title))
                    .add(el("ul").attr("role", "list").add(files.collect::<Html>())),
            )
            .add(
                el("section")
                    .attr("aria-labelledby", "foot-ask")
                    .add(el("h2").attr("id", "foot-ask").add(foot.ask_title))
                    .add(contacts(foot.contacts)),
            )
            .add(el("div").class("foot__tools needs-script").add(themes(foot.theme_title, foot.theme)))
            .add(el("p").class("foot__legal").add(foot.legal)),
    )
}

/// Ways to reach a person, the first one first.
pub fn contacts(contacts: Vec<ContactLine>) -> impl Piece {
    let line = |contact: ContactLine| {
        let value = match contact.href {
            Some(href) => el("a").class("tel").attr("href", href).add(contact.value).html(),
            None => el("span").add(contact.value).html(),
        };
        el("li").add(contact.label.map(|label| (said(label), ": "))).add(value)
    };
    el("ul").attr("role", "list").add(contacts.into_iter().map(line).collect::<Html>())
}

fn themes(title: String, [system, light, dark]: [String; 3]) -> impl Piece {
    let hands = use_context::<Hands>();
    let option = |id: &'static str, value: &'static str, label: String| {
        let choose = move |_| {
            if let Some(hands) = hands {
                hands.keep_theme.run(value.to_owned());
            }
        };
        el("label")
            .add(
                el("input")
                    .attr("type", "radio")
                    .attr("name", "theme")
                    .attr("id", id)
                    .attr("value", value)
                    .on("change", choose),
            )
            .add(label)
    };
    el("fieldset")
        .class("appearance")
        .add(el("legend").add(title))
        .add(option("theme-system", "", system))
        .add(option("theme-light", "light", light))
        .add(option("theme-dark", "dark", dark))
}
