//! The look of marks and texts as presentation attributes, for pictures that leave the page and its style sheets.
//!
//! The build script reads it from `style/`, which alone knows colours: see `build/ink.rs`.

// LOOKS: one line for each selector, the later the stronger, such as `.grid;stroke=#day|#night;stroke-width=1`.
// PAPER: the background of the page by day and by night. PADDING: classes that leave room left and right, in px.
// ROLES: colours by the names of their tokens, without the dashes before them.
include!(concat!(env!("OUT_DIR"), "/ink.rs"));

/// Which of the two sets of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

impl Theme {
    /// The background of the page.
    pub fn paper(self) -> &'static str {
        PAPER[usize::from(self == Self::Dark)]
    }
}

/// The colour of a role such as `text-soft`, for pictures that are no charts; `None` if the style knows no such role.
pub fn role(name: &str, theme: Theme) -> Option<&'static str> {
    ROLES.iter().find(|(known, _)| *known == name).map(|(_, pair)| pair[usize::from(theme == Theme::Dark)])
}

/// Room left and right of what is in an element of these classes, in the wide layout and in px.
pub fn padding(classes: &str) -> Option<[f64; 2]> {
    let of = |class: &str| PADDING.iter().find(|(known, ..)| *known == class).map(|(_, start, end)| [*start, *end]);
    classes.split_ascii_whitespace().find_map(of)
}

/// The attributes that the style gives to an element of these classes, each once.
pub fn look(tag: &str, classes: &str, theme: Theme) -> Vec<(&'static str, &'static str)> {
    let mut attributes: Vec<(&str, &str)> = Vec::new();
    for line in LOOKS.lines() {
        let mut parts = line.split(';');
        let selector = parts.next().unwrap_or_default();
        let (wanted, class) = selector.split_once('.').unwrap_or((selector, ""));
        let matches = (wanted.is_empty() || wanted == tag)
            && (class.is_empty() || classes.split_ascii_whitespace().any(|found| found == class));
        for (name, value) in parts.filter(|_| matches).filter_map(|part| part.split_once('=')) {
            let (light, dark) = value.split_once('|').unwrap_or((value, value));
            attributes.retain(|(old, _)| *old != name);
            attributes.push((name, if theme == Theme::Light { light } else { dark }));
        }
    }
    attributes
}
