//! Strict JSON with positions. Every looseness of the parser is switched off; its errors become sentences.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};

use super::finding::{Finding, quoted, sentence};
use super::record::takes;
use super::rule::Rule;
use super::source::SourceText;

/// Deepest nesting of lists and objects in a feed.
const MAX_DEPTH: usize = 16;

/// JSON and nothing more.
pub(crate) const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Parses one file, or reports the one thing that keeps it from being JSON.
pub(super) fn parse<'a>(source: &SourceText<'a>, findings: &mut Vec<Finding>) -> Option<Value<'a>> {
    let text = source.text;
    let mut report = |rule, start: usize, end: usize, message: String, fix: &str| {
        findings.push(Finding::new(rule, source.place(start, end), message, fix));
    };
    let Some(first) = text.find(|c: char| !c.is_ascii_whitespace()) else {
        report(Rule::NotJson, 0, 1, "The file is empty.".into(), "Put a record into it, or delete the file.");
        return None;
    };
    match text.as_bytes()[first] {
        b'{' | b'[' => {}
        b'<' => {
            let fix =
                "Check the address: a sign-in page, an error page or the wrong file was sent in place of the feed.";
            report(Rule::NotJson, first, first + 1, "This is a web page, not a feed.".into(), fix);
            return None;
        }
        _ => {
            let message = sentence!(
                "A feed begins with {{, this file begins with {}.",
                quoted(&text[first..first + char_len(text, first)])
            );
            report(Rule::NotJson, first, first + 1, message, "Check that this is the right file.");
            return None;
        }
    }
    if let Some(offset) = too_deep(text) {
        let message = sentence!("Lists and objects are nested more than {MAX_DEPTH} deep here.");
        report(
            Rule::TooLarge,
            offset,
            offset + 1,
            message,
            "A record needs far less: look for a bracket that is never closed.",
        );
        return None;
    }
    let parsed = parse_to_ast(text, &CollectOptions::default(), &STRICT);
    let is_first = |start: usize| parsed.as_ref().err().is_none_or(|error| start < error.range().start);
    let open = if crate::SPEAKS { over_the_line(text) } else { None };
    if let Some((start, end)) = open.filter(|(start, _)| is_first(*start)) {
        let (message, fix) = NEVER_CLOSED;
        report(Rule::JsonSyntax, start, end, message.into(), fix);
        return None;
    }
    match parsed {
        Ok(parsed) => {
            if crate::SPEAKS {
                parsed.value.iter().for_each(|root| lossy(root, source, findings));
            }
            parsed.value
        }
        Err(_) if !crate::SPEAKS => {
            report(Rule::JsonSyntax, 0, 0, String::new(), "");
            None
        }
        Err(error) => {
            let (start, end, message, fix) = explain(text, &error);
            report(Rule::JsonSyntax, start, end, message, fix);
            None
        }
    }
}

/// Reports numbers that programs would change. Nesting is limited, so that it may call itself.
fn lossy(node: &Value<'_>, source: &SourceText<'_>, findings: &mut Vec<Finding>) {
    match node {
        Value::NumberLit(literal) => {
            let loss = super::number::loss(literal.value).filter(|_| takes(findings, Rule::LossyNumber.severity()));
            if let Some((message, fix)) = loss {
                let place = source.place(literal.range.start, literal.range.end);
                findings.push(Finding::new(Rule::LossyNumber, place, message, fix));
            }
        }
        Value::Object(object) => object.properties.iter().for_each(|field| lossy(&field.value, source, findings)),
        Value::Array(array) => array.elements.iter().for_each(|item| lossy(item, source, findings)),
        Value::StringLit(_) | Value::BooleanLit(_) | Value::NullKeyword(_) => {}
    }
}

/// The offset of the first bracket that opens one level too many. A scan without recursion: it must not matter how
/// hostile the text is.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut in_string, mut escaped) = (0usize, false, false);
    for (offset, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Some(offset);
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

const NEVER_CLOSED: (&str, &str) = (
    "A text is opened with \" and never closed.",
    "Put the closing quote at the text's end; a line break inside a text is written \\n.",
);

/// The first text that does not end in its line, up to the line's end. The parser would take all up to the next quote
/// for the text, and find fault with what follows.
fn over_the_line(text: &str) -> Option<(usize, usize)> {
    let (mut opened, mut escaped) = (None, false);
    for (offset, byte) in text.bytes().enumerate() {
        match (opened, byte) {
            (Some(start), b'\n' | b'\r') => return Some((start, offset)),
            (Some(_), _) if escaped => escaped = false,
            (Some(_), b'\\') => escaped = true,
            (Some(_), b'"') => opened = None,
            (None, b'"') => opened = Some(offset),
            _ => {}
        }
    }
    None
}

fn char_len(text: &str, offset: usize) -> usize {
    text[offset..].chars().next().map_or(0, char::len_utf8)
}

/// Start, end, sentence and fix for a parse error.
fn explain(text: &str, error: &ParseError) -> (usize, usize, String, &'static str) {
    use ParseErrorKind as Kind;
    let range = error.range();
    let (start, end) = (range.start.min(text.len()), range.end.min(text.len()));
    let ended = text[end..].trim_start().is_empty();
    let found = text.get(start..).and_then(|rest| rest.chars().next());
    if let Some(curly @ ('“' | '”' | '‘' | '’')) = found {
        let message = sentence!("Curly quotes ({curly}) cannot stand around names and texts.");
        return (start, end, message, "Use straight quotes: \".");
    }
    let said = |message: &str| message.to_owned();
    let (message, fix) = match error.kind() {
        Kind::TrailingCommasNotAllowed => (said("There is a comma after the last item."), "Delete the comma."),
        Kind::CommentsNotAllowed => {
            (said("JSON has no comments."), "Delete the comment, or move it to a field whose name starts with x_.")
        }
        Kind::SingleQuotedStringsNotAllowed => {
            (said("Single quotes cannot stand around names and texts."), "Use straight double quotes: \".")
        }
        Kind::HexadecimalNumbersNotAllowed => {
            (said("Numbers are written in decimal digits."), "Write the decimal number.")
        }
        Kind::UnaryPlusNumbersNotAllowed => (said("A number does not begin with a plus sign."), "Delete the +."),
        Kind::BareDecimalPointNumbersNotAllowed => {
            (said("A decimal point needs a digit on both sides."), "Put one there, as in 0.5 and 5.0.")
        }
        Kind::ExpectedComma => (said("A comma is missing here."), "Put a comma between the two items."),
        Kind::ExpectedColonAfterObjectKey => (
            said("A colon is missing after the field's name."),
            "Write the name in quotes, then a colon, then the value.",
        ),
        Kind::ExpectedStringObjectProperty => {
            (said("A field's name stands in straight double quotes."), "Put the name in quotes.")
        }
        Kind::UnexpectedCloseBrace | Kind::UnexpectedCloseBracket | Kind::UnexpectedComma
            if text.get(..start).is_some_and(|before| before.trim_end().ends_with(':')) =>
        {
            (said("A field has a name and a colon, but no value."), "Write the value after the colon, or null.")
        }
        Kind::ExpectedObjectValue => {
            (said("A field has a name and a colon, but no value."), "Write the value after the colon, or null.")
        }
        Kind::MultipleRootJsonValues => (
            said("The file goes on after its closing bracket."),
            "Delete what stands after it, or look for a } too many.",
        ),
        Kind::String(ParseStringErrorKind::UnterminatedStringLiteral) => (said(NEVER_CLOSED.0), NEVER_CLOSED.1),
        Kind::String(_) => (
            said("A text holds an escape that JSON does not know, or a bare line break."),
            "Write a backslash as \\\\ and a line break as \\n.",
        ),
        Kind::UnterminatedObject | Kind::UnterminatedArray if ended || found.is_none() => {
            return (
                text.trim_end().len().saturating_sub(1),
                text.trim_end().len(),
                said("The file ends too early: a bracket is still open."),
                "Take a complete copy of the file, or close the open } or ].",
            );
        }
        Kind::UnterminatedObject => (said("This object is never closed."), "Put the missing } at its end."),
        Kind::UnterminatedArray => (said("This list is never closed."), "Put the missing ] at its end."),
        Kind::UnexpectedCloseBrace | Kind::UnexpectedCloseBracket => (
            said("There is a closing bracket too many, or of the wrong kind."),
            "Compare it with the bracket that it should close.",
        ),
        Kind::UnexpectedComma => (said("There is a comma too many."), "Delete one."),
        _ if ended && found.is_none() => (said("The file ends too early."), "Take a complete copy of the file."),
        _ => {
            let word: String = text
                .get(start..)
                .unwrap_or_default()
                .chars()
                .take_while(|c| !c.is_whitespace() && !",]}".contains(*c))
                .collect();
            if matches!(word.trim_start_matches('-'), "NaN" | "Infinity") {
                return (
                    start,
                    end,
                    said("NaN and Infinity are no numbers in JSON."),
                    "Write null and say in the note why there is no value.",
                );
            }
            (
                sentence!("{} cannot stand here.", quoted(&word)),
                "Texts stand in straight double quotes; besides them there are numbers, true, false and null.",
            )
        }
    };
    (start, end, message, fix)
}

/// The name of a kind of value, as in "you wrote a text".
pub(super) fn kind_of(value: &Value<'_>) -> &'static str {
    match value {
        Value::StringLit(_) => "a text",
        Value::NumberLit(_) => "a number",
        Value::BooleanLit(_) => "true or false",
        Value::Object(_) => "an object in { }",
        Value::Array(_) => "a list in [ ]",
        Value::NullKeyword(_) => "null",
    }
}

/// The value at a path of names and indexes separated by `/`, or the deepest one on the way to it.
pub(super) fn at<'n, 'a>(root: &'n Value<'a>, path: &str) -> &'n Value<'a> {
    let mut node = root;
    for step in path.split('/').filter(|step| !step.is_empty()) {
        let next = match node {
            Value::Object(object) => object.properties.iter().find(|p| p.name.as_str() == step).map(|p| &p.value),
            Value::Array(array) => step.parse::<usize>().ok().and_then(|n| array.elements.get(n)),
            _ => None,
        };
        match next {
            Some(found) => node = found,
            None => break,
        }
    }
    node
}

/// Start and end of a value; of an object or a list, only its opening bracket, so that a finding points at one line.
pub(super) fn span(value: &Value<'_>) -> (usize, usize) {
    let range = value.range();
    match value {
        Value::Object(_) | Value::Array(_) => (range.start, range.start + 1),
        _ => (range.start, range.end),
    }
}

#[cfg(test)]
mod tests {
    use super::super::source::SourceFile;
    use super::*;

    fn sentences(text: &str) -> Vec<String> {
        let file = SourceFile::new("f", text);
        let mut findings = Vec::new();
        if let Some(source) = file.text(crate::feed::number::by_std, &mut findings) {
            parse(&source, &mut findings);
        }
        findings
            .iter()
            .map(|f| format!("{}:{} {} {}", f.place.line, f.place.column, f.rule.code(), f.message))
            .collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(sentences(text), [expected], "{text}");
    }

    #[test]
    fn slips_of_the_pen_have_their_own_sentence() {
        check("{\"a\": 1,}", "1:8 F003 There is a comma after the last item.");
        check("{\"a\": 1\n \"b\": 2}", "1:8 F003 A comma is missing here.");
        check("{\n \"a\": \"one,\n \"b\": 2\n}", "2:7 F003 A text is opened with \" and never closed.");
        check("{\"a\": \"one\r\ntwo\"}", "1:7 F003 A text is opened with \" and never closed.");
        check("{“a”: 1}", "1:2 F003 Curly quotes (“) cannot stand around names and texts.");
        check("{'a': 1}", "1:2 F003 Single quotes cannot stand around names and texts.");
        check("{\"a\": NaN}", "1:7 F003 NaN and Infinity are no numbers in JSON.");
        check("{\"a\": 1} // x", "1:10 F003 JSON has no comments.");
        check("{\"a\": .5}", "1:7 F003 A decimal point needs a digit on both sides.");
        check("{\"a\": yes}", "1:7 F003 \"yes\" cannot stand here.");
        check("{\"a\": 1}}", "1:9 F003 The file goes on after its closing bracket.");
        check("{a: 1}", "1:2 F003 A field's name stands in straight double quotes.");
        check("{\"a\" 1}", "1:6 F003 A colon is missing after the field's name.");
        check("{\"a\": }", "1:7 F003 A field has a name and a colon, but no value.");
    }

    #[test]
    fn other_files_are_named() {
        check("", "1:1 F016 The file is empty.");
        check(" \n<!doctype html>", "2:1 F016 This is a web page, not a feed.");
        check("period,value\n", "1:1 F016 A feed begins with {, this file begins with \"p\".");
    }

    #[test]
    fn hostile_depth_is_cheap() {
        check(&"[".repeat(5 * 1024 * 1024), "1:17 F007 Lists and objects are nested more than 16 deep here.");
        assert!(sentences(&format!("{}{}", "[".repeat(16), "]".repeat(16))).is_empty());
        assert!(sentences("{\"a\": \"[[[[[[[[[[[[[[[[[[[[[[[\\\"[[[\"}").is_empty());
    }

    #[test]
    fn every_proper_prefix_is_refused_in_one_sentence() {
        let whole = r#"{"coalition": {"name": "Ñ \u00e9 \"x\"", "n": [1, -2.5e3, true, null]}, "x": {}}"#;
        for end in 0..whole.len() {
            let file = SourceFile::new("f", &whole.as_bytes()[..end]);
            let mut findings = Vec::new();
            if let Some(source) = file.text(crate::feed::number::by_std, &mut findings) {
                assert!(parse(&source, &mut findings).is_none(), "{end}");
            }
            assert_eq!(findings.len(), 1, "cut at {end}: {findings:?}");
        }
    }
}
