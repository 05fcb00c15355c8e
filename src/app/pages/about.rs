//! Who the coalition is.

use leptos::prelude::*;

use super::method::{terms, text_head};
use crate::app::parts::{Band, Said};
use crate::app::shell::contacts;
use crate::app::use_shown;
use crate::present::about::AboutPage;
use crate::words::say;

/// The page about the coalition.
#[component]
pub fn AboutView(
    /// What it says.
    page: AboutPage,
) -> impl IntoView {
    let words = use_shown().words;
    view! {
        {text_head(page.title, page.summary)}
        <Band id="vision" title=say!(words, "about-vision")>
            <p class="stand"><Said phrase=page.vision/></p>
        </Band>
        {page.problem.map(|problem| view! {
            <Band id="problem" title=say!(words, "about-problem")><p><Said phrase=problem/></p></Band>
        })}
        <Band id="who" title=say!(words, "about-who")>{terms(page.terms)}</Band>
        {page.sample.map(|sample| view! {
            <Band id="sample" title=say!(words, "sample-label")><p>{sample}</p></Band>
        })}
        <Band id="data" title=say!(words, "about-data")>{terms(page.data)}</Band>
        <Band id="ask" title=say!(words, "about-ask")>{contacts(page.contacts)}</Band>
    }
}
