//! What programs read: all files of all forms.

use std::sync::Arc;

use super::site::BuiltSite;
use crate::cli::app_files::File;
use crate::cli::edition::Edition;
use crate::cli::formats;
use crate::routes::Form;

/// Adds all of it to a site.
///
/// # Errors
/// A sentence if the site has no language.
pub(super) fn add(site: &mut BuiltSite, edition: &Arc<Edition>, feed_json: &Arc<[u8]>) -> Result<(), String> {
    let (_, first) = edition.languages.first().ok_or("The site has no language.")?;
    for file in Form::ALL.iter().flat_map(|form| form.files(&first.feed, &first.site)) {
        let (edition, feed_json) = (edition.clone(), feed_json.clone());
        site.add_later(move |_| {
            let bytes = edition.with_material(&feed_json, |material| formats::write(material, &file))?;
            Ok(vec![File { path: file.path, bytes }])
        });
    }
    Ok(())
}
