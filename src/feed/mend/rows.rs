//! The rows of a table in order, each as it was written.

use super::Edit;
use crate::feed::period::Period;

/// Dimension, group, place, period.
type Key = (String, String, String, Period);

/// The edit that sorts the rows below the first line. `None` if a row cannot be placed.
pub(super) fn sorted(text: &str) -> Option<Edit> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = csv::ByteRecord::new();
    if !reader.read_byte_record(&mut record).ok()? {
        return None;
    }
    let columns: Vec<String> = record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
    let first = usize::try_from(reader.position().byte()).ok()?;
    let mut rows: Vec<(Key, &str)> = Vec::new();
    let mut start = first;
    while reader.read_byte_record(&mut record).ok()? {
        let end = usize::try_from(reader.position().byte()).ok()?;
        let row = text.get(start..end)?.trim_start_matches(['\r', '\n']);
        start = end;
        if record.iter().all(|cell| cell.trim_ascii().is_empty()) {
            continue;
        }
        let cell = |name: &str| {
            let at = columns.iter().position(|column| column == name);
            let cell = at.and_then(|at| record.get(at)).and_then(|cell| std::str::from_utf8(cell).ok());
            cell.unwrap_or_default().trim().to_owned()
        };
        let period = Period::parse(&cell("period")).ok()?;
        rows.push(((cell("dimension"), cell("group"), cell("geography"), period), row));
    }
    crate::sorted::sort_by(&mut rows, |a, b| a.0.cmp(&b.0));
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let text_of = |row: &str| format!("{}{end}", row.trim_end_matches(['\r', '\n']));
    let sorted: String = rows.iter().map(|(_, row)| text_of(row)).collect();
    let begin = first + (text.len() - first - text.get(first..)?.trim_start_matches(['\r', '\n']).len());
    Some(Edit::new(begin, text.len(), sorted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut bytes = text.as_bytes().to_vec();
        sorted(text).unwrap().apply(&mut bytes);
        assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    }

    #[test]
    fn rows_move_as_they_are_written() {
        check("period,value\n2024, 1\n2023,\"2\"\n", "period,value\n2023,\"2\"\n2024, 1\n");
        check("period,value\r\n2024,1\r\n\r\n2023,2", "period,value\r\n2023,2\r\n2024,1\r\n");
        check(
            "period,value,note\n2024,1,\"two\nlines\"\n2023,2,\n",
            "period,value,note\n2023,2,\n2024,1,\"two\nlines\"\n",
        );
        check(
            "group,dimension,period,value\nlow,dim-a,2023,1\n,,2024,2\n,,2023,3\n",
            "group,dimension,period,value\n,,2023,3\n,,2024,2\nlow,dim-a,2023,1\n",
        );
    }
}
