//! The frame around every page, and the choice of the page.

use leptos::prelude::*;

use super::follow::Own;
use super::parts::{link_to, said};
use super::{Hands, PAUSE, Shown, pages};
use crate::app::html::{Element, Html, Piece, el, live};
use crate::present::frame::{ContactLine, DraftStrip, Foot, Frame, Language, NavItem, SampleStrip, frame};
use crate::present::mending::{Mending, mending};
use crate::present::{Link, PageModel, page};
use crate::routes::{Address, Page};
use crate::{BUILDS, CHANGES, COALITION, FIGURES, TOGETHER, WHOLE};

/// The whole site: shows the page of an address and follows it.
pub fn app(shown: Shown, address: Signal<Address>, hands: Option<Hands>) -> impl Piece {
    (super::parts::sprite(), site(shown, address, hands))
}

/// The same without the icons that its pages point to, for a file that holds many pages and the icons once.
pub fn site(shown: Shown, address: Signal<Address>, hands: Option<Hands>) -> impl Piece {
    provide_context(shown.clone());
    provide_context(address);
    if let Some(hands) = hands {
        provide_context(hands);
    }
    if let Some(hands) = hands.filter(|_| shown.draft.is_none()) {
        provide_context(Own::new(hands));
    }
    let which = Memo::new(move |_| address.with(|address| address.page.clone()));
    let below = address.with_untracked(|address| frame(&shown.context(), address)).foot;
    let (around, end) = (shown.clone(), shown.clone());
    // The links around the page name its address, and follow once it stands still.
    let settled = RwSignal::new(address.get_untracked());
    (
        live(move || settle(address.get(), address, settled)),
        live(move || settled.with(|address| head_of_page(frame(&around.context(), address)))),
        el("main").attr("id", "main").child(live(move || {
            let model = which.with(|which| page(&shown.context(), which));
            if let Some(hands) = hands {
                hands.arrived.run(model.head().title.clone());
            }
            page_view(model)
        })),
        live(move || settled.with(|address| mending_view(mending(&end.context(), address)))),
        foot(below),
    )
}

/// Lets `settled` follow the address: to another page at once, to another state of the same page after a pause.
fn settle(now: Address, address: Signal<Address>, settled: RwSignal<Address>) {
    let before = settled.get_untracked();
    if (&before.page, &before.lang) != (&now.page, &now.lang) {
        settled.set(now);
    } else if before != now {
        let follow = move || {
            if address.try_get_untracked().as_ref() == Some(&now) {
                settled.set(now);
            }
        };
        set_timeout(follow, PAUSE);
    }
}

fn page_view(model: PageModel) -> Html {
    match model {
        PageModel::Overview(page) if FIGURES => pages::overview::overview_view(*page).html(),
        PageModel::Goal(page) if TOGETHER => pages::goal::goal_view(*page).html(),
        PageModel::List(page) => match page.page {
            Page::Activities if TOGETHER => pages::activities::activities_view(*page),
            Page::Partners if TOGETHER => pages::partners::partners_view(*page),
            _ if FIGURES => pages::indicators::indicators_view(*page),
            _ => Html::default(),
        },
        PageModel::Indicator(page) if FIGURES => pages::indicator::indicator_view(*page).html(),
        PageModel::Published(page) if BUILDS => pages::published::published_view(*page).html(),
        PageModel::Activity(page) if TOGETHER => pages::activity::activity_view(*page).html(),
        PageModel::Partner(page) if TOGETHER => pages::partner::partner_view(*page).html(),
        PageModel::News(page) if TOGETHER => pages::news::news_view(*page).html(),
        PageModel::Changes(page) if CHANGES => pages::changes::changes_view(*page).html(),
        PageModel::Events(page) if TOGETHER => pages::events::events_view(*page).html(),
        PageModel::TakePart(page) if TOGETHER => pages::take_part::take_part_view(*page).html(),
        PageModel::Engagement(page) if TOGETHER => pages::engagement::engagement_view(*page).html(),
        PageModel::Promises(page) if TOGETHER => pages::promises::promises_view(*page).html(),
        PageModel::WhoDoesWhat(page) if COALITION => pages::who_does_what::who_does_what_view(*page).html(),
        PageModel::HowWeWork(page) if COALITION => pages::how_we_work::how_we_work_view(*page).html(),
        PageModel::Portfolio(page) if COALITION => pages::portfolio::portfolio_view(*page).html(),
        PageModel::Budget(page) if TOGETHER => pages::budget::budget_view(*page).html(),
        PageModel::Places(page) if COALITION => pages::places::places_view(*page).html(),
        PageModel::Place(page) if COALITION => pages::place::place_view(*page).html(),
        PageModel::Mine(page) if COALITION => pages::mine::mine_view(*page).html(),
        PageModel::Sheet(page) if COALITION => pages::sheet::sheet_view(*page).html(),
        PageModel::Present(page) if COALITION => pages::slides::slides_view(*page).html(),
        PageModel::Glossary(page) if COALITION => pages::glossary::glossary_view(*page).html(),
        PageModel::Search(page) if COALITION => pages::search::search_view(*page).html(),
        PageModel::Review(page) if COALITION => pages::review::review_view(*page).html(),
        PageModel::Method(page) if WHOLE => pages::method::method_view(*page).html(),
        PageModel::Data(page) if WHOLE => pages::data::data_view(*page).html(),
        PageModel::About(page) if WHOLE => pages::about::about_view(*page).html(),
        PageModel::Accessibility(page) if WHOLE => pages::accessibility::accessibility_view(*page).html(),
        PageModel::Preview(page) if WHOLE => pages::preview::preview_view(*page).html(),
        PageModel::NotFound(page) => pages::not_found::not_found_view(*page).html(),
        // Never made by a program that does not carry the page.
        _ => Html::default(),
    }
}

fn head_of_page(frame: Frame) -> impl Piece {
    (
        el("a").class("skip").attr("href", "#main").child(frame.skip),
        frame.sample.map(sample),
        frame.draft.filter(|_| WHOLE).map(draft),
        el("header").class("masthead").child(
            el("div")
                .class("wrap masthead__in")
                .child(
                    el("a")
                        .class("brand")
                        .attr("href", frame.brand.href)
                        .child(super::parts::brand_mark())
                        .child(el("span").class("brand__name").child(said(frame.brand.label))),
                )
                .child(nav_link(frame.search).class("find"))
                .child(languages(frame.languages_label, frame.languages))
                .child(
                    el("nav").class("mainnav").attr("aria-label", frame.nav_label).child(
                        el("ul").attr("role", "list").child(frame.nav.into_iter().map(nav_item).collect::<Html>()),
                    ),
                ),
        ),
    )
}

fn sample(strip: SampleStrip) -> impl Piece {
    el("aside").class("sample").attr("aria-label", strip.label.clone()).child(el("p").class("wrap").child(strip.says))
}

fn draft(strip: DraftStrip) -> impl Piece {
    let says = el("p").class("wrap").child(strip.says).child(" ").child(link_to(strip.findings));
    el("aside").class("sample sample--draft").attr("aria-label", strip.label).child(says)
}

/// The same page in other languages; nothing for one language.
pub fn languages(label: String, languages: Vec<Language>) -> impl Piece {
    let item = |language: Language| {
        let current = language.current.then_some("true");
        // A whole page load: only the reader's own language file is ever fetched.
        el("li").child(
            el("a")
                .attr("href", language.href)
                .attr("hreflang", language.tag.clone())
                .attr("lang", language.tag)
                .attr("aria-current", current)
                .child(language.name),
        )
    };
    (!languages.is_empty()).then(|| {
        el("nav")
            .class("languages")
            .attr("aria-label", label)
            .child(el("ul").attr("role", "list").child(languages.into_iter().map(item).collect::<Html>()))
    })
}

/// Where to say that something is wrong, and the files that a page is made of.
fn mending_view(mending: Mending) -> impl Piece {
    let item = |link: Link| el("li").child(link_to(link));
    let edits = (!mending.edits.is_empty()).then(|| {
        el("details").class("more").child(el("summary").child(mending.editors)).child(
            el("ul").class("plain").attr("role", "list").child(mending.edits.into_iter().map(item).collect::<Html>()),
        )
    });
    el("aside")
        .class("wrap mending")
        .attr("aria-label", mending.label)
        .child(
            el("ul")
                .class("plain")
                .attr("role", "list")
                .child(mending.changed.into_iter().chain(mending.reports).map(item).collect::<Html>()),
        )
        .child(edits)
}

fn nav_item(item: NavItem) -> impl Piece {
    el("li").child(nav_link(item))
}

fn nav_link(item: NavItem) -> Element {
    el("a").attr("href", item.href).attr("aria-current", item.current.aria()).child(item.label)
}

fn foot(foot: Foot) -> impl Piece {
    let links = |links: Vec<Link>| {
        let item = |link: Link| el("li").child(link_to(link));
        el("ul").attr("role", "list").child(links.into_iter().map(item).collect::<Html>())
    };
    let files =
        foot.data_links.into_iter().map(|link| el("li").child(el("a").attr("href", link.href).child(link.label.text)));
    el("footer").class("foot").child(
        el("div")
            .class("wrap foot__in")
            .child(
                el("section")
                    .attr("aria-labelledby", "foot-about")
                    .child(el("h2").attr("id", "foot-about").child(foot.about_title))
                    .child(foot.about.into_iter().map(|text| el("p").child(said(text))).collect::<Html>())
                    .child(links(foot.about_links)),
            )
            .child(
                el("section")
                    .attr("aria-labelledby", "foot-data")
                    .child(el("h2").attr("id", "foot-data").child(foot.data_title))
                    .child(el("ul").attr("role", "list").child(files.collect::<Html>())),
            )
            .child(
                el("section")
                    .attr("aria-labelledby", "foot-ask")
                    .child(el("h2").attr("id", "foot-ask").child(foot.ask_title))
                    .child(contacts(foot.contacts)),
            )
            .child(el("div").class("foot__tools needs-script").child(themes(foot.theme_title, foot.theme)))
            .child(el("p").class("foot__legal").child(foot.legal)),
    )
}

/// Ways to reach a person, the first one first.
pub fn contacts(contacts: Vec<ContactLine>) -> impl Piece {
    let line = |contact: ContactLine| {
        let value = match contact.href {
            Some(href) => el("a").class("tel").attr("href", href).child(contact.value).html(),
            None => el("span").child(contact.value).html(),
        };
        el("li").child(contact.label.map(|label| (said(label), ": "))).child(value)
    };
    el("ul").attr("role", "list").child(contacts.into_iter().map(line).collect::<Html>())
}

fn themes(title: String, [system, light, dark]: [String; 3]) -> impl Piece {
    let hands = use_context::<Hands>();
    let option = |id: &'static str, value: &'static str, label: String| {
        let choose = move |_| {
            if let Some(hands) = hands {
                (hands.keep_theme)(value);
            }
        };
        el("label")
            .child(
                el("input")
                    .attr("type", "radio")
                    .attr("name", "theme")
                    .attr("id", id)
                    .attr("value", value)
                    .on("change", choose),
            )
            .child(label)
    };
    el("fieldset")
        .class("appearance")
        .child(el("legend").child(title))
        .child(option("theme-system", "", system))
        .child(option("theme-light", "light", light))
        .child(option("theme-dark", "dark", dark))
}
