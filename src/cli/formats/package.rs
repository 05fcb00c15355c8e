//! The whole feed as tables in one zip (Frictionless Data Package, version 2), with the feed itself beside them.
//!
//! The bytes depend on the feed alone: files stand in a fixed order and carry no time.

mod cells;
mod tables;

use std::io::{Cursor, Write as _};

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use self::tables::Table;
use super::address::{absolute, newest, said};
use super::{Material, license, pretty};
use crate::feed::schema::FILE_NAME;
use crate::feed::write;
use crate::present::Context;
use crate::routes::Page;
use crate::words::say;

const PROFILES: &str = "https://datapackage.org/profiles/2.0";

/// The zip.
///
/// # Errors
/// A sentence if it cannot be packed.
pub(super) fn package(material: &Material<'_>) -> Result<Vec<u8>, String> {
    let context = material.context(None)?;
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut resources = Vec::new();
    for table in tables::tables(context) {
        resources.push(resource(&table));
        files.push((table.path(), table.csv));
    }
    // Whole, also where it is published in parts.
    let feed =
        write::feed_json(context.feed, FILE_NAME).map_err(|why| format!("The feed cannot be written: {why}."))?;
    resources.push(json!({
        "$schema": format!("{PROFILES}/dataresource.json"),
        "name": "feed",
        "path": FEED,
        "title": "The feed as it is published, in one file",
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        "bytes": feed.len(),
        "hash": hash(&feed),
    }));
    files.push((FEED.to_owned(), feed));
    files.insert(0, ("datapackage.json".to_owned(), pretty(&descriptor(material, context, resources))?));
    packed(&files)
}

const FEED: &str = "feed.json";

fn packed(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, String> {
    let unpackable = |why: String| format!("The zip cannot be written: {why}.");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The first day that a zip knows. A time of its own would make two builds of the same feed differ.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default()).unix_permissions(0o644);
    for (path, bytes) in files {
        zip.start_file(path.as_str(), options).map_err(|why| unpackable(why.to_string()))?;
        zip.write_all(bytes).map_err(|why| unpackable(why.to_string()))?;
    }
    zip.finish().map(Cursor::into_inner).map_err(|why| unpackable(why.to_string()))
}

fn descriptor(material: &Material<'_>, context: &Context<'_>, resources: Vec<Value>) -> Value {
    let coalition = &context.feed.coalition;
    let name = context.plain(&coalition.name);
    let about = context.plain(&coalition.plain_summary);
    let about = match coalition.sample {
        true => format!("{} {about}", say!(context.words, "sample-strip", name = name.clone())),
        false => about,
    };
    let sources: Vec<Value> = context
        .feed
        .sources
        .iter()
        .map(|source| {
            let web = source.url.as_ref().filter(|url| url.as_str().starts_with("http"));
            said(json!({"title": context.plain(&source.title), "path": web.map(|url| url.as_str())}))
        })
        .collect();
    said(json!({
        "$schema": format!("{PROFILES}/datapackage.json"),
        "name": coalition.id.as_str(),
        "title": say!(context.words, "catalog-title", name = name.clone()),
        "description": about,
        "sample": coalition.sample,
        "homepage": absolute(context, &context.href(&Page::Overview)),
        "version": newest(material.history).map(|day| day.to_string()),
        "as_of": context.today.to_string(),
        "languages": context.site.languages(),
        "licenses": [licence(&coalition.license)],
        "contributors": [said(json!({
            "title": name,
            "path": absolute(context, &context.href(&Page::Overview)),
            "roles": ["publisher"],
        }))],
        "sources": (!sources.is_empty()).then_some(sources),
        "resources": resources,
    }))
}

/// A licence needs a name without blanks. One that is written in words has them as its title.
fn licence(license: &str) -> Value {
    let is_name = license.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
    match is_name {
        true => said(json!({"name": license, "path": license::address(license)})),
        false => json!({"name": "other", "title": license}),
    }
}

fn resource(table: &Table) -> Value {
    let keys: Vec<Value> = table
        .references
        .iter()
        .map(|reference| {
            json!({
                "fields": reference.fields,
                "reference": {"resource": reference.table, "fields": reference.to},
            })
        })
        .collect();
    json!({
        "$schema": format!("{PROFILES}/dataresource.json"),
        "name": table.name,
        "type": "table",
        "path": table.path(),
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": table.csv.len(),
        "hash": hash(&table.csv),
        "schema": said(json!({
            "$schema": format!("{PROFILES}/tableschema.json"),
            "fields": table.columns.iter().map(cells::Column::field).collect::<Vec<_>>(),
            "missingValues": [""],
            "primaryKey": (!table.key.is_empty()).then_some(&table.key),
            "foreignKeys": (!keys.is_empty()).then_some(keys),
        })),
    })
}

fn hash(bytes: &[u8]) -> String {
    let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{digest}")
}
