//! What programs read: the feed, its schema, a table for each indicator, calendars.

use super::host;
use super::site::BuiltSite;
use crate::app::Shown;
use crate::cli::app_files::File;
use crate::cli::formats::calendar;
use crate::feed::schema::schema;
use crate::present::csv::indicator_csv;
use crate::routes;

/// Adds all of it to a site.
///
/// # Errors
/// A sentence if the schema cannot be written.
pub(super) fn add(site: &mut BuiltSite, shown: &Shown, published: Vec<u8>) -> Result<(), String> {
    let context = shown.context();
    site.add(routes::FEED_FILE.into(), published);
    let schema = serde_json::to_vec_pretty(&schema()).map_err(|why| format!("The schema cannot be written: {why}."))?;
    site.add(routes::SCHEMA_FILE.into(), schema);
    for at in 0..shown.feed.indicators.len() {
        let shown = shown.clone();
        site.add_later(move || {
            let indicator = shown.feed.indicators.get(at).filter(|one| shown.feed.series_of(&one.id).is_some());
            let file = indicator.map(|indicator| File {
                path: routes::indicator_csv_file(indicator.id.as_str()),
                bytes: indicator_csv(&shown.context(), indicator).into_bytes(),
            });
            file.into_iter().collect()
        });
    }
    let host = host(&shown.feed);
    let events: Vec<_> = shown.feed.events.iter().collect();
    site.add(routes::CALENDAR_FILE.into(), calendar::calendar(&context, &events, &host).into_bytes());
    for event in events {
        let file = routes::event_calendar_file(event.id.as_str());
        site.add(file, calendar::calendar(&context, &[event], &host).into_bytes());
    }
    Ok(())
}
