//! My page as a text: what the browser keeps and the file that a reader takes away are the same.
//!
//! It is read with the parser that the feed is read with, and by hand: fields that are not known are passed over, and
//! what has another form than expected makes the whole unreadable, so that nothing is lost by half.

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::{CollectOptions, parse_to_ast};

use super::{Follow, LONGEST, MOST_BYTES, MOST_FOLLOWED, MOST_GOALS, MOST_STEPS, Mark, Mine, OwnGoal, OwnStep, Seen};
use crate::feed::json::STRICT;

/// Most marks of one visit.
const MOST_MARKS: usize = 2000;
/// The form of the text.
const FORM: &str = "commonweal-my-page 1";

/// What a text holds; `None` if it is too large or is none of ours.
pub fn read(text: &str) -> Option<Mine> {
    // A deep nest would be a deep recursion. Ours is five deep.
    if text.len() > MOST_BYTES || too_deep(text) {
        return None;
    }
    let parsed = parse_to_ast(text, &CollectOptions::default(), &STRICT).ok()?;
    let Some(Value::Object(root)) = &parsed.value else { return None };
    if string(root, "form")? != FORM {
        return None;
    }
    Some(Mine {
        follows: list(root, "follows", MOST_FOLLOWED, follow)?,
        goals: list(root, "goals", MOST_GOALS, goal)?,
        broken: string(root, "broken"),
    })
}

fn too_deep(text: &str) -> bool {
    let (mut depth, mut inside, mut escaped) = (0_i32, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => inside = !inside,
            b'{' | b'[' if !inside => depth += 1,
            b'}' | b']' if !inside => depth -= 1,
            _ => {}
        }
        if depth > 8 {
            return true;
        }
    }
    false
}

fn find<'o, 'v>(object: &'o Object<'v>, name: &str) -> Option<&'o Value<'v>> {
    object.properties.iter().find(|property| property.name.as_str() == name).map(|property| &property.value)
}

fn string(object: &Object<'_>, name: &str) -> Option<String> {
    match find(object, name) {
        Some(Value::StringLit(text)) => Some(text.value.to_string()),
        _ => None,
    }
}

/// A text of the reader's, not without end.
fn short(object: &Object<'_>, name: &str) -> Option<String> {
    string(object, name).map(|text| text.chars().take(LONGEST).collect())
}

/// A list that is not there is empty; one entry that cannot be read makes the list unreadable.
fn list<T>(object: &Object<'_>, name: &str, most: usize, read: fn(&Object<'_>) -> Option<T>) -> Option<Vec<T>> {
    let entries = match find(object, name) {
        None => return Some(Vec::new()),
        Some(Value::Array(array)) => &array.elements,
        Some(_) => return None,
    };
    let mut found = Vec::new();
    for entry in entries.iter().take(most) {
        let Value::Object(entry) = entry else { return None };
        found.push(read(entry)?);
    }
    Some(found)
}

fn follow(object: &Object<'_>) -> Option<Follow> {
    let latest = match find(object, "latest") {
        Some(Value::Object(latest)) => seen(latest)?,
        _ => return None,
    };
    let before = match find(object, "before") {
        Some(Value::Object(before)) => Some(seen(before)?),
        _ => None,
    };
    Some(Follow { id: short(object, "id")?, latest, before })
}

fn seen(object: &Object<'_>) -> Option<Seen> {
    Some(Seen { on: short(object, "on")?, marks: list(object, "marks", MOST_MARKS, mark)? })
}

fn mark(object: &Object<'_>) -> Option<Mark> {
    Some(Mark { of: short(object, "of")?, state: short(object, "state")?, text: short(object, "text")? })
}

fn goal(object: &Object<'_>) -> Option<OwnGoal> {
    Some(OwnGoal { text: short(object, "text")?, steps: list(object, "steps", MOST_STEPS, step)? })
}

fn step(object: &Object<'_>) -> Option<OwnStep> {
    let done = matches!(find(object, "done"), Some(Value::BooleanLit(literal)) if literal.value);
    Some(OwnStep { text: short(object, "text")?, done })
}

impl Mine {
    /// The text that [`read`] reads.
    pub fn written(&self) -> String {
        let mut out = String::from("{\"form\":");
        quote(FORM, &mut out);
        entries(",\n\"follows\":", &self.follows, &mut out, |follow, out| {
            named("{\"id\":", &follow.id, out);
            seen_written(",\"latest\":", &follow.latest, out);
            if let Some(before) = &follow.before {
                seen_written(",\"before\":", before, out);
            }
            out.push('}');
        });
        entries(",\n\"goals\":", &self.goals, &mut out, |goal, out| {
            named("{\"text\":", &goal.text, out);
            entries(",\"steps\":", &goal.steps, out, |step, out| {
                named("{\"text\":", &step.text, out);
                out.push_str(if step.done { ",\"done\":true}" } else { ",\"done\":false}" });
            });
            out.push('}');
        });
        if let Some(broken) = &self.broken {
            named(",\n\"broken\":", broken, &mut out);
        }
        out.push_str("}\n");
        out
    }
}

fn seen_written(name: &str, seen: &Seen, out: &mut String) {
    out.push_str(name);
    named("{\"on\":", &seen.on, out);
    entries(",\"marks\":", &seen.marks, out, |mark, out| {
        named("{\"of\":", &mark.of, out);
        named(",\"state\":", &mark.state, out);
        named(",\"text\":", &mark.text, out);
        out.push('}');
    });
    out.push('}');
}

fn entries<T>(name: &str, all: &[T], out: &mut String, write: fn(&T, &mut String)) {
    out.push_str(name);
    out.push('[');
    for (at, one) in all.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push('\n');
        write(one, out);
    }
    out.push(']');
}

fn named(name: &str, text: &str, out: &mut String) {
    out.push_str(name);
    quote(text, out);
}

/// A text between quotes.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c < ' ' => {
                const HEX: [char; 16] =
                    ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
                let code = c as usize;
                out.push_str("\\u00");
                out.push(HEX[code / 16]);
                out.push(HEX[code % 16]);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
