//! `commonweal schema`.

use super::CLEAN;
use crate::feed::schema::schema;

pub(super) fn run() -> Result<u8, String> {
    let text =
        serde_json::to_string_pretty(&schema()).map_err(|why| format!("The schema cannot be written: {why}."))?;
    super::out(&format!("{text}\n"));
    Ok(CLEAN)
}
