//! All files that a program can fetch, for programs: address, media type, language, what it is, which record it is about.

use serde_json::{Value, json};

use super::address::{absolute, languages, newest, said};
use super::{Material, license};
use crate::present::data;
use crate::present::record::name;
use crate::routes::{DataFile, Form};

/// Version of the file. A new first number means that a program has to look again.
const VERSION: &str = "1.0";

/// The index.
///
/// # Errors
/// A sentence if the site has no language.
pub(super) fn index(material: &Material<'_>) -> Result<Value, String> {
    let context = material.context(None)?;
    let coalition = &context.feed.coalition;
    let file = |file: DataFile| {
        let path = context.site.to(&file.path);
        said(json!({
            "form": file.form.name(),
            "path": file.path,
            "url": absolute(context, &path),
            "media_type": file.form.media_type(),
            "language": file.lang,
            "record": file.of,
            "title": file.of.as_deref().and_then(|id| name(context, id)).map(|name| name.text),
        }))
    };
    let form = |form: Form| {
        let says = data::says(context, form);
        json!({"form": form.name(), "media_type": form.media_type(), "title": says.name, "about": says.text})
    };
    let files = |form: &Form| form.files(context.feed, context.site);
    Ok(said(json!({
        "version": VERSION,
        "sample": coalition.sample,
        "coalition": {"id": coalition.id.as_str(), "name": languages(context, &coalition.name)},
        "home": context.site.home(),
        "license": said(json!({"name": coalition.license, "url": license::address(&coalition.license)})),
        "as_of": context.today.to_string(),
        "feed": said(json!({
            "schema_version": coalition.schema_version,
            "revision": material.history.versions.first().map(|version| version.commit.clone()),
            "revised_on": newest(material.history).map(|day| day.to_string()),
        })),
        "languages": context.site.languages(),
        "forms": Form::ALL.into_iter().filter(|one| !files(one).is_empty()).map(form).collect::<Vec<_>>(),
        "files": Form::ALL.iter().flat_map(files).map(file).collect::<Vec<_>>(),
    })))
}
