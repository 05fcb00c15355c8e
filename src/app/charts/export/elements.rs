//! The elements of a picture, one by one, as a file can hold them.

use std::fmt::Write;

use super::{Attributes, Sheet, elements_of, px, reads_from_right};
use crate::app::charts::ink::look;
use crate::app::html::{Element, Html, Part};

/// The box that positions within it count from.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// What 100 percent are, in px.
    pub width: f64,
    pub height: f64,
    /// Px for one unit across. Down, a unit is always a px.
    pub stretch: f64,
}

/// Whether a file takes over an attribute; everything else belongs to the page.
#[rustfmt::skip]
fn is_kept(name: &str) -> bool {
    matches!(name, "cx" | "cy" | "d" | "dx" | "dy" | "fill" | "fill-opacity" | "height" | "id" | "opacity"
        | "patternTransform" | "patternUnits" | "points" | "r" | "rx" | "ry" | "stroke" | "stroke-dasharray"
        | "stroke-opacity" | "stroke-width" | "text-anchor" | "transform" | "unicode-bidi" | "width" | "x" | "x1"
        | "x2" | "y" | "y1" | "y2")
}

impl Sheet {
    pub(super) fn inside(&mut self, html: &Html, room: Room) {
        for element in elements_of(html) {
            self.element(element, room);
        }
    }

    fn element(&mut self, element: &Element, room: Room) {
        let class = element.attribute("class").unwrap_or_default();
        let hidden = look(element.tag(), class, self.theme).contains(&("display", "none"));
        // Of two labels for two layouts, the file shows that of the wide one.
        if hidden || class.split_ascii_whitespace().any(|class| class == "n") {
            return;
        }
        match element.tag() {
            "svg" => self.boxed(element, room),
            "text" => self.label(element, room),
            tag @ ("g" | "defs" | "pattern") => {
                self.open(tag, &self.attributes(element, room), ">\n");
                self.inside(element.children(), room);
                // Writing to a string cannot fail.
                let _ = writeln!(self.out, "</{tag}>");
            }
            tag @ ("circle" | "ellipse" | "line" | "path" | "polygon" | "polyline" | "rect") => {
                self.open(tag, &self.attributes(element, room), "/>\n");
            }
            // A link around marks.
            "a" => self.inside(element.children(), room),
            // Names and descriptions of parts, and what only lives on a page.
            _ => {}
        }
    }

    /// A box within the picture: moved, stretched across, or both.
    fn boxed(&mut self, element: &Element, room: Room) {
        let at = |name, whole, unit| element.attribute(name).and_then(|value| length(value, whole, unit));
        let (x, y) = (at("x", room.width, room.stretch), at("y", room.height, 1.));
        let (x, y) = (x.unwrap_or_default(), y.unwrap_or_default());
        let width = at("width", room.width, room.stretch).unwrap_or(room.width);
        let height = at("height", room.height, 1.).unwrap_or(room.height);
        let view = element.attribute("viewBox").and_then(|view| number(view.split(' ').nth(2)?));
        let stretch = view.filter(|units| *units > 0.).map_or(room.stretch, |units| width / units);
        let at = format!("translate({} {})", px(x), px(y));
        let moved = if x == 0. && y == 0. { None } else { Some(("transform", at)) };
        self.open("g", moved.as_slice(), ">\n");
        self.inside(element.children(), Room { width, height, stretch });
        self.out.push_str("</g>\n");
    }

    /// A text and, before it, its halo. A halo as outline of the text itself would hide the letters wherever
    /// `paint-order` is unknown.
    fn label(&mut self, element: &Element, room: Room) {
        let mut attributes = self.attributes(element, room);
        add_up(&mut attributes, "x", "dx");
        add_up(&mut attributes, "y", "dy");
        let (mut halo, plain): (Attributes, Attributes) =
            attributes.into_iter().partition(|(name, _)| name.starts_with("stroke"));
        let outline = halo.iter().find(|(name, value)| *name == "stroke" && value != "none");
        if let Some(outline) = outline.map(|(_, value)| value.clone()) {
            halo.push(("fill", outline));
            halo.push(("aria-hidden", "true".to_owned()));
            let shape = plain.iter().filter(|(name, _)| *name != "fill").cloned();
            self.words(element, &shape.chain(halo).collect::<Attributes>());
        }
        self.words(element, &plain);
    }

    fn words(&mut self, element: &Element, attributes: &Attributes) {
        self.open("text", attributes, ">");
        let text = text_of(element.children());
        self.text(&text, reads_from_right(&text));
        self.out.push_str("</text>\n");
    }

    /// The element's own attributes in px, and those that its classes stand for, which are the stronger ones.
    fn attributes(&self, element: &Element, room: Room) -> Attributes {
        let look = look(element.tag(), element.attribute("class").unwrap_or_default(), self.theme);
        let styled = |name: &str| look.iter().find(|(found, _)| *found == name).map(|(_, value)| *value);
        let mut attributes: Attributes = Vec::new();
        let own = element.attributes().filter(|(name, _)| is_kept(name) && styled(name).is_none());
        for (name, value) in own {
            let value = match name {
                "x" | "x1" | "x2" | "cx" | "width" => length(value, room.width, room.stretch).map(px),
                "y" | "y1" | "y2" | "cy" | "height" => length(value, room.height, 1.).map(px),
                "dx" | "dy" | "r" | "rx" | "ry" => number(value).map(px),
                "d" | "points" if room.stretch != 1. => Some(stretched(value, room.stretch).unwrap_or_else(|| {
                    attributes.push(("transform", format!("scale({} 1)", px(room.stretch))));
                    attributes.extend(styled("vector-effect").map(|effect| ("vector-effect", effect.to_owned())));
                    value.to_owned()
                })),
                _ => Some(value.to_owned()),
            };
            attributes.extend(value.map(|value| (name, value)));
        }
        for &(name, value) in &look {
            match name {
                "vector-effect" => {}
                "fill" | "stroke" => attributes.push((name, value.get(..7).unwrap_or(value).to_owned())),
                "fill-opacity" | "stroke-opacity" => {}
                name if self.font.contains(&(name, value)) => {}
                name => attributes.push((name, value.to_owned())),
            }
        }
        for (paint, name) in [("fill", "fill-opacity"), ("stroke", "stroke-opacity")] {
            let alpha = styled(paint).and_then(|colour| u8::from_str_radix(colour.get(7..9)?, 16).ok());
            let opacity = styled(name).and_then(number);
            if alpha.is_some() || opacity.is_some() {
                let opacity = opacity.unwrap_or(1.) * f64::from(alpha.unwrap_or(u8::MAX)) / f64::from(u8::MAX);
                attributes.push((name, px(opacity)));
            }
        }
        attributes
    }
}

/// All text within, without the elements around it.
pub(super) fn text_of(html: &Html) -> String {
    html.parts()
        .map(|part| match part {
            Part::Text(text) => text.to_owned(),
            Part::Element(element) => text_of(element.children()),
        })
        .collect()
}

pub(super) fn number(text: &str) -> Option<f64> {
    // Positions are written without exponents, and with two decimals at most: whole numbers hold their digits exactly.
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let scale = fraction.bytes().fold(1., |scale, _| scale * 10.);
    let digits: i64 = format!("{whole}{fraction}").parse().ok()?;
    Some(digits as f64 / scale)
}

/// A length in px: percent of the whole, or units.
fn length(text: &str, whole: f64, unit: f64) -> Option<f64> {
    match text.strip_suffix('%') {
        Some(percent) => number(percent).map(|percent| percent / 100. * whole),
        None => number(text).map(|units| units * unit),
    }
}

/// Adds the offset of a text to its position.
fn add_up(attributes: &mut Attributes, position: &str, offset: &str) {
    let value = |name: &str| attributes.iter().find(|(found, _)| *found == name).and_then(|(_, value)| number(value));
    if let (Some(at), Some(by)) = (value(position), value(offset)) {
        attributes.retain(|(name, _)| *name != offset);
        for (_, value) in attributes.iter_mut().filter(|(name, _)| *name == position) {
            *value = px(at + by);
        }
    }
}

/// A path with its positions across multiplied. None for all but the commands that charts use.
fn stretched(path: &str, by: f64) -> Option<String> {
    let mut out = String::new();
    let mut rest = path;
    while let Some(command) = rest.chars().next() {
        if !"MLHVCSQTZ".contains(command) {
            // What no path begins with: the points of a polygon, an arc, a relative position.
            return None;
        }
        let after = &rest[1..];
        let end = after.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(after.len());
        out.push(command);
        for (index, text) in after[..end].split([' ', ',']).filter(|text| !text.is_empty()).enumerate() {
            let across = command == 'H' || (command != 'V' && index % 2 == 0);
            let value = number(text)? * if across { by } else { 1. };
            if index > 0 {
                out.push(' ');
            }
            out.push_str(&px(value));
        }
        rest = &after[end..];
    }
    Some(out)
}
