//! The frame around every page, and the choice of the page.

use leptos::prelude::*;

use super::parts::{LinkTo, Said};
use super::{Hands, Shown, pages};
use crate::present::frame::{ContactLine, Foot, Frame, Language, NavItem, SampleStrip, frame};
use crate::present::{Link, PageModel, page};
use crate::routes::{Address, Page};

/// The whole site: shows the page of an address and follows it.
#[component]
pub fn App(
    /// What pages are made from.
    shown: Shown,
    /// Where the reader is.
    #[prop(into)]
    address: Signal<Address>,
    /// What the browser does for the views.
    #[prop(optional)]
    hands: Option<Hands>,
) -> impl IntoView {
    provide_context(shown.clone());
    provide_context(address);
    if let Some(hands) = hands {
        provide_context(hands);
    }
    let which = Memo::new(move |_| address.with(|address| address.page.clone()));
    let below = address.with_untracked(|address| frame(&shown.context(), address)).foot;
    let around = shown.clone();
    view! {
        {super::parts::sprite()}
        {move || address.with(|address| head_of_page(frame(&around.context(), address)))}
        <main id="main">
            {move || {
                let model = which.with(|which| page(&shown.context(), which));
                if let Some(hands) = hands {
                    hands.arrived.run(model.head().title.clone());
                }
                page_view(model)
            }}
        </main>
        {foot(below)}
    }
}

fn page_view(model: PageModel) -> AnyView {
    match model {
        PageModel::Overview(page) => {
            pages::overview::OverviewView(pages::overview::OverviewViewProps { page: *page }).into_any()
        }
        PageModel::Goal(page) => pages::goal::GoalView(pages::goal::GoalViewProps { page: *page }).into_any(),
        PageModel::List(page) => match page.page {
            Page::Activities => pages::activities::activities_view(*page),
            Page::Partners => pages::partners::partners_view(*page),
            _ => pages::indicators::indicators_view(*page),
        },
        PageModel::Indicator(page) => {
            pages::indicator::IndicatorView(pages::indicator::IndicatorViewProps { page: *page }).into_any()
        }
        PageModel::Activity(page) => {
            pages::activity::ActivityView(pages::activity::ActivityViewProps { page: *page }).into_any()
        }
        PageModel::Partner(page) => {
            pages::partner::PartnerView(pages::partner::PartnerViewProps { page: *page }).into_any()
        }
        PageModel::News(page) => pages::news::NewsView(pages::news::NewsViewProps { page: *page }).into_any(),
        PageModel::Events(page) => pages::events::EventsView(pages::events::EventsViewProps { page: *page }).into_any(),
        PageModel::Method(page) => pages::method::MethodView(pages::method::MethodViewProps { page: *page }).into_any(),
        PageModel::Data(page) => pages::data::DataView(pages::data::DataViewProps { page: *page }).into_any(),
        PageModel::About(page) => pages::about::AboutView(pages::about::AboutViewProps { page: *page }).into_any(),
        PageModel::Accessibility(page) => {
            pages::accessibility::AccessibilityView(pages::accessibility::AccessibilityViewProps { page: *page })
                .into_any()
        }
        PageModel::NotFound(page) => {
            pages::not_found::NotFoundView(pages::not_found::NotFoundViewProps { page: *page }).into_any()
        }
    }
}

fn head_of_page(frame: Frame) -> impl IntoView {
    view! {
        <a class="skip" href="#main">{frame.skip}</a>
        {frame.sample.map(sample)}
        <header class="masthead">
            <div class="wrap masthead__in">
                <a class="brand" href=frame.brand.href>
                    {super::parts::brand_mark()}
                    <span class="brand__name"><Said phrase=frame.brand.label/></span>
                </a>
                {languages(frame.languages_label, frame.languages)}
                <nav class="mainnav" aria-label=frame.nav_label>
                    <ul role="list">{frame.nav.into_iter().map(nav_item).collect_view()}</ul>
                </nav>
            </div>
        </header>
    }
}

fn sample(strip: SampleStrip) -> impl IntoView {
    view! {
        <aside class="sample" aria-label=strip.label.clone()>
            <p class="wrap">{strip.says}</p>
        </aside>
    }
}

fn languages(label: String, languages: Vec<Language>) -> impl IntoView {
    let item = |language: Language| {
        let current = language.current.then_some("true");
        // A whole page load: only the reader's own language file is ever fetched.
        view! {
            <li>
                <a href=language.href hreflang=language.tag.clone() lang=language.tag aria-current=current>
                    {language.name}
                </a>
            </li>
        }
    };
    (!languages.is_empty()).then(|| {
        view! {
            <nav class="languages" aria-label=label>
                <ul role="list">{languages.into_iter().map(item).collect_view()}</ul>
            </nav>
        }
    })
}

fn nav_item(item: NavItem) -> impl IntoView {
    view! { <li><a href=item.href aria-current=item.current.aria()>{item.label}</a></li> }
}

fn foot(foot: Foot) -> impl IntoView {
    let links = |links: Vec<Link>| {
        let item = |link: Link| view! { <li><LinkTo link=link/></li> };
        view! { <ul role="list">{links.into_iter().map(item).collect_view()}</ul> }
    };
    let files = foot.data_links.into_iter().map(|link| view! { <li><a href=link.href>{link.label.text}</a></li> });
    view! {
        <footer class="foot">
            <div class="wrap foot__in">
                <section aria-labelledby="foot-about">
                    <h2 id="foot-about">{foot.about_title}</h2>
                    {foot.about.into_iter().map(|text| view! { <p><Said phrase=text/></p> }).collect_view()}
                    {links(foot.about_links)}
                </section>
                <section aria-labelledby="foot-data">
                    <h2 id="foot-data">{foot.data_title}</h2>
                    <ul role="list">{files.collect_view()}</ul>
                </section>
                <section aria-labelledby="foot-ask">
                    <h2 id="foot-ask">{foot.ask_title}</h2>
                    {contacts(foot.contacts)}
                </section>
                <div class="foot__tools needs-script">{themes(foot.theme_title, foot.theme)}</div>
                <p class="foot__legal">{foot.legal}</p>
            </div>
        </footer>
    }
}

/// Ways to reach a person, the first one first.
pub fn contacts(contacts: Vec<ContactLine>) -> impl IntoView {
    let line = |contact: ContactLine| {
        let value = match contact.href {
            Some(href) => view! { <a class="tel" href=href>{contact.value}</a> }.into_any(),
            None => view! { <span>{contact.value}</span> }.into_any(),
        };
        view! { <li>{contact.label.map(|label| view! { <Said phrase=label/> ": " })} {value}</li> }
    };
    view! { <ul role="list">{contacts.into_iter().map(line).collect_view()}</ul> }
}

fn themes(title: String, [system, light, dark]: [String; 3]) -> impl IntoView {
    let hands = use_context::<Hands>();
    let option = |id: &'static str, value: &'static str, label: String| {
        let choose = move |_| {
            if let Some(hands) = hands {
                hands.keep_theme.run(value.to_owned());
            }
        };
        view! {
            <label><input type="radio" name="theme" id=id value=value on:change=choose/> {label}</label>
        }
    };
    view! {
        <fieldset class="appearance">
            <legend>{title}</legend>
            {option("theme-system", "", system)}
            {option("theme-light", "light", light)}
            {option("theme-dark", "dark", dark)}
        </fieldset>
    }
}
