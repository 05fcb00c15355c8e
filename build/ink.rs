//! Ink: how the marks of a chart look, as presentation attributes of SVG, read from the style sheets.
//!
//! The build script writes the result into the program, so that a picture can leave the page without its style sheet.
//! This reads the CSS that this project writes, not all CSS: what it does not know it leaves out, and a colour that it
//! cannot resolve is an error. Tests read the style sheets through this file too.

use std::collections::BTreeMap;
use std::fmt::Write;

/// A value by day and by night.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub light: String,
    pub dark: String,
}

/// What one selector gives to the elements it matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// A tag, a class with its dot, or both: `text`, `.grid`, `text.strong`.
    pub selector: String,
    pub attributes: Vec<(String, Pair)>,
}

/// Everything that pictures take from the style sheets.
#[derive(Clone, Debug, PartialEq)]
pub struct Ink {
    /// Looks by rising weight: what comes later wins.
    pub looks: Vec<Look>,
    /// Background of the page.
    pub paper: Pair,
    /// Classes that leave room left and right of a picture, in px.
    pub padding: Vec<(String, f64, f64)>,
    /// Colours by the names of their roles, such as `text-soft`, in the order of these names.
    pub roles: Vec<(String, Pair)>,
}

/// Colours, which have to be resolved.
const PAINTS: [&str; 2] = ["fill", "stroke"];
/// Lengths, which become px.
const LENGTHS: [&str; 5] = ["font-size", "letter-spacing", "stroke-dasharray", "stroke-dashoffset", "stroke-width"];
/// Words and numbers, which stay as they are.
const WORDS: [&str; 16] = [
    "display",
    "dominant-baseline",
    "fill-opacity",
    "fill-rule",
    "font-family",
    "font-style",
    "font-weight",
    "opacity",
    "shape-rendering",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "text-anchor",
    "vector-effect",
    "visibility",
];
/// More replacements than any value needs. A token that names itself would go on for ever.
const MOST_REPLACEMENTS: usize = 50;
const PX_IN_REM: f64 = 16.;

type Tokens = BTreeMap<String, String>;

/// Reads the tokens and the rules of the charts. The error is a sentence that says what cannot be resolved.
pub fn read(tokens: &str, charts: &str) -> Result<Ink, String> {
    let tokens: Tokens = rules(tokens)?
        .into_iter()
        .filter(|rule| rule.selectors == ":root")
        .flat_map(|rule| rule.declarations)
        .filter(|(name, _)| name.starts_with("--"))
        .collect();
    let paper = pair("fill", "var(--bg)", &tokens)?;
    let (mut looks, mut padding) = (Vec::new(), Vec::new());
    for rule in rules(charts)? {
        for selector in rule.selectors.split(',') {
            let Some((weight, selector)) = flat(selector) else { continue };
            let mut attributes = Vec::new();
            for (name, value) in &rule.declarations {
                let problem = |error: String| format!("style/charts.css, {selector}, {name}: {error}");
                for (name, value) in expand(name, value).map_err(problem)? {
                    attributes.push((name.to_owned(), pair(name, &value, &tokens).map_err(problem)?));
                }
                if let (Some(class), "padding-inline") = (selector.strip_prefix('.'), name.as_str()) {
                    padding.extend(two_lengths(value).map(|(start, end)| (class.to_owned(), start, end)));
                }
            }
            if !attributes.is_empty() {
                looks.push((weight, Look { selector, attributes }));
            }
        }
    }
    if !padding.iter().any(|(class, ..)| class == "plot") {
        return Err("style/charts.css: .plot needs `padding-inline` with two lengths in rem or px".into());
    }
    // The sort is stable: of equal weights, the later rule wins.
    looks.sort_by_key(|(weight, _)| *weight);
    // Pigments have no role: they are plain colours.
    let is_role = |value: &str| value.starts_with("var(") || value.starts_with("light-dark(");
    let roles = tokens.iter().filter(|(_, value)| is_role(value)).filter_map(|(name, value)| {
        Some((name.trim_start_matches('-').to_owned(), pair("fill", value, &tokens).ok()?))
    });
    let roles = roles.collect();
    Ok(Ink { looks: looks.into_iter().map(|(_, look)| look).collect(), paper, padding, roles })
}

/// The ink as Rust, to be included: constants, with one line for each look in `LOOKS`.
pub fn as_rust(ink: &Ink) -> String {
    let mut looks = String::new();
    for look in &ink.looks {
        looks.push_str(&look.selector);
        for (name, Pair { light, dark }) in &look.attributes {
            let value = if light == dark { light.clone() } else { format!("{light}|{dark}") };
            // Writing to a string cannot fail.
            let _ = write!(looks, ";{name}={value}");
        }
        looks.push('\n');
    }
    let Ink { paper: Pair { light, dark }, padding, roles, .. } = ink;
    let roles: Vec<(&str, [&str; 2])> =
        roles.iter().map(|(name, Pair { light, dark })| (name.as_str(), [light.as_str(), dark.as_str()])).collect();
    format!(
        "const LOOKS: &str = {looks:?};\n\
         const PAPER: [&str; 2] = [{light:?}, {dark:?}];\n\
         const PADDING: &[(&str, f64, f64)] = &{padding:?};\n\
         const ROLES: &[(&str, [&str; 2])] = &{roles:?};\n"
    )
}

struct Rule {
    selectors: String,
    declarations: Vec<(String, String)>,
}

/// The rules outside of media and container queries, in their order.
fn rules(css: &str) -> Result<Vec<Rule>, String> {
    let css: String = css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, after)| after)).collect();
    let mut found = Vec::new();
    let mut rest = css.as_str();
    while let Some(at) = rest.find(['{', '}', ';']) {
        let (before, after) = (rest[..at].trim(), &rest[at + 1..]);
        // The end of a layer, a statement, or the start of a layer: what follows is looked at in turn.
        if !rest[at..].starts_with('{') || before.starts_with("@layer") {
            rest = after;
            continue;
        }
        let end = end_of_block(after).ok_or_else(|| format!("the block of `{before}` has no end"))?;
        let body = &after[..end];
        rest = &after[end + 1..];
        if before.starts_with('@') {
            continue;
        }
        if body.contains('{') {
            return Err(format!("`{before}` holds a rule; rules of charts are flat"));
        }
        let declaration = |line: &str| {
            let (name, value) = line.split_once(':')?;
            Some((name.trim().to_owned(), value.split_whitespace().collect::<Vec<_>>().join(" ")))
        };
        found.push(Rule {
            selectors: before.split_whitespace().collect::<Vec<_>>().join(" "),
            declarations: body.split(';').filter_map(declaration).collect(),
        });
    }
    Ok(found)
}

/// Where the block ends whose start has been read.
fn end_of_block(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.bytes().position(|byte| {
        depth += i32::from(byte == b'{') - i32::from(byte == b'}');
        depth < 0
    })
}

/// Weight and short form of a selector that looks at one element only. `svg text` says no more than `text` does here.
fn flat(selector: &str) -> Option<((usize, usize), String)> {
    let selector = selector.trim();
    let short = selector.strip_prefix("svg ").unwrap_or(selector);
    let (tag, class) = short.split_once('.').unwrap_or((short, ""));
    let is_name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    let tags = usize::from(short != selector) + usize::from(!tag.is_empty());
    let flat = is_name(tag) && is_name(class) && !short.is_empty() && !short.ends_with('.');
    flat.then(|| ((usize::from(!class.is_empty()), tags), short.to_owned()))
}

/// The attributes that a declaration stands for. None if SVG has no such attribute.
fn expand(name: &str, value: &str) -> Result<Vec<(&'static str, String)>, String> {
    if name == "font" {
        let (start, rest) = value.split_once('/').ok_or("a font needs weight, size / line height, and family")?;
        let (weight, size) = start.trim().rsplit_once(' ').ok_or("a font needs a weight before its size")?;
        let (_, family) = rest.trim().split_once(' ').ok_or("a font needs a family after its line height")?;
        return Ok(vec![("font-weight", weight.into()), ("font-size", size.into()), ("font-family", family.into())]);
    }
    // Of all values of `display`, a picture knows only the one that hides.
    if name == "display" && value != "none" {
        return Ok(Vec::new());
    }
    let known = PAINTS.into_iter().chain(LENGTHS).chain(WORDS).find(|known| *known == name);
    Ok(known.into_iter().map(|known| (known, value.to_owned())).collect())
}

fn pair(name: &str, value: &str, tokens: &Tokens) -> Result<Pair, String> {
    let finished = |dark| {
        let value = resolved(value, tokens, dark)?;
        if PAINTS.contains(&name) {
            paint(&value)
        } else if LENGTHS.contains(&name) {
            Ok(value.split(' ').map(px).collect::<Result<Vec<_>, _>>()?.join(" "))
        } else if name == "font-family" {
            Ok(plain_fonts(&value))
        } else if name == "font-weight" {
            Ok(full_weight(value))
        } else if value.contains('(') {
            Err(format!("`{value}` needs a browser to be worked out"))
        } else {
            Ok(value)
        }
    };
    Ok(Pair { light: finished(false)?, dark: finished(true)? })
}

/// Replaces `var()`, `light-dark()` and `clamp()` until none is left.
fn resolved(value: &str, tokens: &Tokens, dark: bool) -> Result<String, String> {
    let mut value = value.to_owned();
    for _ in 0..MOST_REPLACEMENTS {
        let calls = ["var(", "light-dark(", "clamp("];
        let Some((start, call)) = calls.into_iter().filter_map(|call| Some((value.find(call)?, call))).min() else {
            return Ok(value);
        };
        let inside = &value[start + call.len()..];
        let end = end_of_arguments(inside).ok_or_else(|| format!("`{value}` lacks a closing bracket"))?;
        let arguments = arguments(&inside[..end]);
        let argument = |index: usize| arguments.get(index).map(|argument| argument.trim().to_owned());
        let name = argument(0).unwrap_or_default();
        let replacement = match call {
            "var(" => tokens.get(&name).cloned().or(argument(1)).ok_or(format!("no token is called `{name}`"))?,
            "light-dark(" => argument(usize::from(dark)).ok_or(format!("`{value}` lacks its second colour"))?,
            // A picture is as wide as a wide page: there the largest size holds.
            _ => argument(2).ok_or(format!("`{value}` lacks its largest size"))?,
        };
        let whole = start..start + call.len() + end + 1;
        value.replace_range(whole, &replacement);
    }
    Err(format!("`{value}` names itself"))
}

fn end_of_arguments(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.bytes().position(|byte| {
        depth += i32::from(byte == b'(') - i32::from(byte == b')');
        depth < 0
    })
}

/// Splits at the commas that stand in no brackets.
fn arguments(text: &str) -> Vec<&str> {
    let mut depth = 0;
    text.split(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        c == ',' && depth == 0
    })
    .collect()
}

/// A colour as a picture can hold it: `#` and six digits, or eight if it lets something through.
fn paint(value: &str) -> Result<String, String> {
    let digits = value.strip_prefix('#').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    match digits {
        Some(digits) if matches!(digits.len(), 6 | 8) => Ok(value.to_ascii_lowercase()),
        Some(digits) if matches!(digits.len(), 3 | 4) => {
            Ok(digits.to_ascii_lowercase().chars().fold("#".to_owned(), |all, digit| format!("{all}{digit}{digit}")))
        }
        _ if matches!(value, "none" | "transparent") => Ok("none".to_owned()),
        _ => Err(format!("`{value}` is no colour that a picture can hold; name a token of style/tokens.css")),
    }
}

/// A length in px, without the unit.
fn px(length: &str) -> Result<String, String> {
    let (number, factor) = match length {
        "none" | "normal" => return Ok(length.to_owned()),
        _ if length.ends_with("rem") => (length.trim_end_matches("rem"), PX_IN_REM),
        _ => (length.trim_end_matches("px"), 1.),
    };
    let number: f64 = number.parse().map_err(|_| format!("`{length}` is no length in px or rem"))?;
    Ok((number * factor).to_string())
}

fn two_lengths(value: &str) -> Option<(f64, f64)> {
    let (start, end) = value.split_once(' ')?;
    Some((px(start).ok()?.parse().ok()?, px(end).ok()?.parse().ok()?))
}

/// Fonts by name and by kind. Names that only a browser understands are left out.
fn plain_fonts(value: &str) -> String {
    let names = value.split(',').map(str::trim);
    let plain = names.filter(|name| !name.starts_with('-') && !name.starts_with("ui-") && !name.contains("System"));
    plain.collect::<Vec<_>>().join(", ").replace('"', "'")
}

/// Weights between the hundreds are unknown to most programs that draw pictures.
fn full_weight(value: String) -> String {
    value.parse::<f64>().map_or(value, |weight| ((weight / 100.).round() * 100.).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = "
        @layer a, b;
        @layer tokens {
          :root { --day: #AbC; --night: #11223344; --bg: light-dark(var(--day), var(--night)); --self: var(--self); }
          @media (forced-colors: active) { :root { --day: Canvas; } }
        }";
    const PLOT: &str = ".plot { padding-inline: 1rem 20px; }";

    /// The table that this rule gives.
    #[track_caller]
    fn check(rule: &str, table: &str) {
        let ink = read(TOKENS, &format!("@layer charts {{ {rule} {PLOT} }}")).unwrap();
        let rust = as_rust(&ink);
        let looks = rust.lines().next().unwrap().trim_start_matches("const LOOKS: &str = \"").trim_end_matches("\";");
        assert_eq!(looks.replace("\\n", "\n").trim_end(), table);
    }

    #[track_caller]
    fn check_error(rule: &str, part: &str) {
        let error = read(TOKENS, &format!("{rule} {PLOT}")).unwrap_err();
        assert!(error.contains(part), "{error}");
    }

    #[test]
    fn roles_are_the_colours_that_are_made_of_others() {
        let ink = read(TOKENS, PLOT).unwrap();
        let pair = Pair { light: "#aabbcc".into(), dark: "#11223344".into() };
        assert_eq!(ink.roles, [("bg".to_owned(), pair)]);
    }

    #[test]
    fn colours_are_resolved_for_day_and_night() {
        check(".a { fill: var(--bg); stroke: none }", ".a;fill=#aabbcc|#11223344;stroke=none");
        check(".a { fill: transparent; stroke: var(--none, #012) }", ".a;fill=none;stroke=#001122");
    }

    #[test]
    fn lengths_become_px() {
        check(".a { stroke-width: 0.125rem; stroke-dasharray: 2px 5 }", ".a;stroke-width=2;stroke-dasharray=2 5");
        check(".a { font-size: clamp(1rem, 1rem + 2vw, 2rem) }", ".a;font-size=32");
    }

    #[test]
    fn a_font_is_taken_apart() {
        check(
            "svg text { font: 400 13px / 1 \"Some Sans\", -apple-system, BlinkMacSystemFont, sans-serif }",
            "text;font-weight=400;font-size=13;font-family='Some Sans', sans-serif",
        );
    }

    #[test]
    fn weights_become_hundreds() {
        check(".a { font-weight: 650 } .b { font-weight: bold }", ".a;font-weight=700\n.b;font-weight=bold");
    }

    #[test]
    fn what_is_no_attribute_is_left_out() {
        check(
            ".a { display: block; inline-size: 100%; background: red; paint-order: stroke } .b { opacity: 0.5 }",
            ".b;opacity=0.5",
        );
        check(".a { display: none }", ".a;display=none");
    }

    #[test]
    fn queries_and_selectors_of_several_elements_are_left_out() {
        check("@container (max-width: 48rem) { .a { opacity: 0 } } .a .b { opacity: 0 } .c:hover { opacity: 0 }", "");
        check("/* .a { opacity: 0 } */ .a,\n.b { opacity: 1 }", ".a;opacity=1\n.b;opacity=1");
    }

    #[test]
    fn the_heavier_selector_comes_last() {
        check(
            "svg text.b { opacity: 0.3 } .b { opacity: 0.2 } svg text { opacity: 0.1 } .a { opacity: 0.4 }",
            "text;opacity=0.1\n.b;opacity=0.2\n.a;opacity=0.4\ntext.b;opacity=0.3",
        );
    }

    #[test]
    fn what_cannot_be_resolved_is_said() {
        check_error(".a { fill: CanvasText }", ".a, fill: `CanvasText` is no colour");
        check_error(".a { fill: var(--nobody) }", "no token is called `--nobody`");
        check_error(".a { stroke: var(--self) }", "names itself");
        check_error(".a { stroke: color-mix(in srgb, red, blue) }", "is no colour");
        check_error(".a { stroke-width: 2em }", "`2em` is no length");
        check_error(".a { opacity: calc(1 / 2) }", "needs a browser");
        check_error(".a { font: inherit }", "a font needs");
        check_error(".a { fill: #0000", "has no end");
        check_error(".a { .b { fill: #000 } }", "rules of charts are flat");
    }

    #[test]
    fn paper_and_padding_are_found() {
        let ink = read(TOKENS, PLOT).unwrap();
        assert_eq!((ink.paper.light.as_str(), ink.padding), ("#aabbcc", vec![("plot".to_owned(), 16., 20.)]));
        assert!(read(TOKENS, ".a { opacity: 1 }").unwrap_err().contains(".plot"));
        assert!(read("", PLOT).unwrap_err().contains("--bg"));
    }
}
