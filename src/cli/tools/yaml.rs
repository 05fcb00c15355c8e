//! YAML in block style, for files that people read: only what the generated files need.

use serde_json::Value;

/// A value as YAML, with a line end. Texts are in double quotes as in JSON, which YAML reads the same way; words without
/// anything special stand bare.
pub(super) fn yaml(value: &Value) -> String {
    let mut out = String::new();
    block(value, 0, &mut out);
    out
}

fn block(value: &Value, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            for (index, (name, value)) in fields.iter().enumerate() {
                if index > 0 {
                    out.push_str(&indent);
                }
                out.push_str(&scalar(&Value::String(name.clone())));
                out.push(':');
                below(value, depth, out);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push_str(&indent);
                }
                out.push_str("- ");
                match item {
                    Value::Object(_) | Value::Array(_) if !is_empty(item) => block(item, depth + 1, out),
                    _ => line(item, out),
                }
            }
        }
        _ => line(value, out),
    }
}

/// What follows a name and its colon.
fn below(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::Object(_) | Value::Array(_) if !is_empty(value) => {
            out.push('\n');
            out.push_str(&"  ".repeat(depth + 1));
            block(value, depth + 1, out);
        }
        _ => {
            out.push(' ');
            line(value, out);
        }
    }
}

fn line(value: &Value, out: &mut String) {
    out.push_str(&scalar(value));
    out.push('\n');
}

fn is_empty(value: &Value) -> bool {
    value.as_object().is_some_and(serde_json::Map::is_empty) || value.as_array().is_some_and(Vec::is_empty)
}

/// Words that YAML 1.1 or 1.2 takes for something else than a text.
const SPECIAL: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => {
            let word = text.starts_with(|c: char| c.is_ascii_alphabetic())
                && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-/".contains(&b))
                && !SPECIAL.contains(&text.to_ascii_lowercase().as_str());
            if word { text.clone() } else { Value::String(text.clone()).to_string() }
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(value: Value, expected: &str) {
        assert_eq!(yaml(&value), expected);
        let read: BackAgain = serde_saphyr::from_str(expected).unwrap();
        assert_eq!(read.0, value);
    }

    /// serde_json's own `Value` reads any format.
    #[derive(serde::Deserialize)]
    struct BackAgain(Value);

    #[test]
    fn maps_and_lists_stand_in_blocks() {
        check(
            json!({"a": {"b": [1, {"c": "d", "e": true}, ["x"]]}, "f": [], "g": {}}),
            "a:\n  b:\n    - 1\n    - c: d\n      e: true\n    - - x\nf: []\ng: {}\n",
        );
    }

    #[test]
    fn a_text_that_looks_like_something_else_is_quoted() {
        check(
            json!(["no", "NO", "null", "1", "2024-05", "a: b", "# x", "", "it's", "ñ", "a\nb", "{x}", "~"]),
            "- \"no\"\n- \"NO\"\n- \"null\"\n- \"1\"\n- \"2024-05\"\n- \"a: b\"\n- \"# x\"\n- \"\"\n- \"it's\"\n- \"ñ\"\n- \"a\\nb\"\n- \"{x}\"\n- \"~\"\n",
        );
    }
}
