//! A picture as a file of its own: SVG that looks as on the page, without the page's style sheet.
//!
//! It is made from the elements that the page shows, so the two cannot differ. Classes become attributes, percent
//! becomes px, boxes within the picture become plain groups: Inkscape, LibreOffice and Word know little of the rest.

mod elements;
#[cfg(test)]
mod tests;

use std::fmt::Write;

use super::ink::{Theme, look, padding};
use crate::app::html::{Element, Html, Part, escape};
use crate::chart::text::wrap;
use elements::Room;

/// Width of the file in px. With its margins and those of the plot, the labels have a width that they were laid out
/// for.
const WIDTH: f64 = 1080.;
const MARGIN: f64 = 32.;
/// Between the texts and the picture, and between one picture and the next.
const GAP: f64 = 20.;
/// Between headline and subtitle.
const SMALL_GAP: f64 = 4.;
/// Small multiples in a row of a file, and the room between them.
const PANELS: f64 = 3.;
const PANEL_GAP: f64 = 32.;
/// How much wider the letters of a panel's name are than those of charts.
const BOLDER: f64 = 1.1;
/// More lines than any sentence needs.
const MOST_LINES: usize = 12;

/// What is said around a picture, as finished texts. An empty text takes no room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// What the picture shows, in one sentence.
    pub headline: String,
    /// What is counted, in which unit, where and when.
    pub subtitle: String,
    /// Small lines below: source, licence, date of the data, address; and first of all if the data are invented.
    pub notes: Vec<String>,
    /// The picture in words, for those who do not see it.
    pub description: String,
    /// The language of these texts, such as "en".
    pub lang: String,
    /// That language is written from right to left.
    pub right_to_left: bool,
}

/// A kind of text around the picture: classes, size and height of a line in px, and how much wider its letters may be
/// than those of charts.
struct Lettering(&'static str, f64, f64, f64);

const HEADLINE: Lettering = Lettering("fig__say lbl", 26., 33., 1.1);
const SUBTITLE: Lettering = Lettering("", 15., 22., 1.);
const NOTE: Lettering = Lettering("", 13., 19., 1.);

/// A standalone SVG file of a picture in the wide layout. `picture` is what a chart view gives: its `svg` elements
/// are drawn one below the other, each as high as its `height`; elements of HTML around them are not. Characters that
/// XML forbids are left out.
pub fn svg_file(picture: &Html, caption: &Caption, theme: Theme) -> String {
    let mut sheet = Sheet::new(theme, caption.right_to_left);
    sheet.lines(&caption.headline, &HEADLINE);
    sheet.y += SMALL_GAP;
    sheet.lines(&caption.subtitle, &SUBTITLE);
    sheet.pictures(picture, [0., 0.]);
    sheet.y += GAP;
    for note in &caption.notes {
        sheet.lines(note, &NOTE);
    }
    sheet.finished(caption)
}

/// The marks of a picture alone, `width` px wide, as elements that can stand in another SVG file.
pub fn bare_picture(picture: &Html, width: f64, theme: Theme) -> String {
    let mut sheet = Sheet::new(theme, false);
    for element in elements_of(picture) {
        let height = element.attribute("height").and_then(elements::number).unwrap_or_default();
        sheet.inside(element.children(), Room { width, height, stretch: 1. });
    }
    sheet.out
}

/// A file while it is written.
struct Sheet {
    theme: Theme,
    right_to_left: bool,
    /// The font that all texts have unless they say otherwise.
    font: Vec<(&'static str, &'static str)>,
    out: String,
    /// Where the next part begins.
    y: f64,
}

type Attributes = Vec<(&'static str, String)>;

impl Sheet {
    fn new(theme: Theme, right_to_left: bool) -> Self {
        let font = look("text", "", theme).into_iter().filter(|(name, _)| name.starts_with("font-")).collect();
        Self { theme, right_to_left, font, out: String::new(), y: MARGIN }
    }

    /// Writes a text, wrapped, and moves on.
    fn lines(&mut self, text: &str, &Lettering(class, size, height, wider): &Lettering) {
        let from_right = reads_from_right(text);
        for line in wrap(&[allowed(text)], (WIDTH - 2. * MARGIN) / wider, size, MOST_LINES) {
            self.y += height;
            let mut attributes: Attributes = Vec::new();
            // Left and right are meant as such: programs disagree about what "start" is in a text from right to left.
            if self.right_to_left {
                attributes.extend([("x", px(WIDTH - MARGIN)), ("text-anchor", "end".to_owned())]);
            } else {
                attributes.push(("x", px(MARGIN)));
            }
            attributes.extend([("y", px(self.y - height * 0.3)), ("unicode-bidi", "plaintext".to_owned())]);
            for (name, value) in look("text", class, self.theme) {
                match name {
                    "font-size" => attributes.push((name, px(size))),
                    name if name.starts_with("stroke") || self.font.contains(&(name, value)) => {}
                    name => attributes.push((name, value.to_owned())),
                }
            }
            self.open("text", &attributes, ">");
            self.text(&line, from_right);
            self.out.push_str("</text>\n");
        }
    }

    /// Draws the pictures that are somewhere among these pieces, one below the other.
    fn pictures(&mut self, html: &Html, room: [f64; 2]) {
        for element in elements_of(html) {
            let height = element.attribute("height").and_then(elements::number).filter(|height| *height > 0.);
            match (element.tag(), height) {
                ("svg", Some(height)) => {
                    let [start, end] = room;
                    self.y += GAP;
                    let at = format!("translate({} {})", px(MARGIN + start), px(self.y));
                    self.open("g", &[("transform", at)], ">\n");
                    let room = Room { width: WIDTH - 2. * MARGIN - start - end, height, stretch: 1. };
                    self.inside(element.children(), room);
                    self.out.push_str("</g>\n");
                    self.y += height;
                }
                // An icon, which stands beside a word.
                ("svg", None) => {}
                _ => {
                    let class = element.attribute("class").unwrap_or_default();
                    if class == "multiples" {
                        self.panels(element.children());
                    } else {
                        self.pictures(element.children(), padding(class).unwrap_or(room));
                    }
                }
            }
        }
    }

    /// Draws small multiples side by side, each with the texts above and below its picture.
    fn panels(&mut self, html: &Html) {
        let across = (WIDTH - 2. * MARGIN - (PANELS - 1.) * PANEL_GAP) / PANELS;
        let panels: Vec<&Element> = elements_of(html).collect();
        for row in panels.chunks(PANELS as usize) {
            self.y += GAP;
            let top = self.y;
            let mut foot = top;
            for (column, panel) in (0..).zip(row) {
                let x = MARGIN + f64::from(column) * (across + PANEL_GAP);
                self.y = top;
                self.panel(panel.children(), x, across);
                foot = foot.max(self.y);
            }
            self.y = foot;
        }
    }

    fn panel(&mut self, html: &Html, x: f64, width: f64) {
        for element in elements_of(html) {
            let height = element.attribute("height").and_then(elements::number);
            match (element.tag(), height) {
                ("svg", Some(height)) => {
                    self.open("g", &[("transform", format!("translate({} {})", px(x), px(self.y)))], ">\n");
                    self.inside(element.children(), Room { width, height, stretch: 1. });
                    self.out.push_str("</g>\n");
                    self.y += height;
                }
                _ => {
                    let text = elements::text_of(element.children());
                    for line in wrap(&[allowed(&text)], width / BOLDER, NOTE.1, MOST_LINES) {
                        self.y += NOTE.2;
                        let class = if element.attribute("class") == Some("mult__h") { "strong" } else { "" };
                        let mut attributes: Attributes = vec![("x", px(x)), ("y", px(self.y - 5.))];
                        let look = look("text", class, self.theme).into_iter();
                        attributes.extend(
                            look.filter(|(name, _)| !name.starts_with("stroke"))
                                .map(|(name, value)| (name, value.to_owned())),
                        );
                        self.open("text", &attributes, ">");
                        let from_right = reads_from_right(&line);
                        self.text(&line, from_right);
                        self.out.push_str("</text>\n");
                    }
                }
            }
        }
    }

    fn open(&mut self, tag: &str, attributes: &[(&'static str, String)], end: &str) {
        self.out.push('<');
        self.out.push_str(tag);
        for (at, (name, value)) in attributes.iter().enumerate() {
            // XML takes no attribute twice.
            if attributes[..at].iter().any(|(before, _)| before == name) {
                continue;
            }
            // Writing to a string cannot fail.
            let _ = write!(self.out, " {name}=\"");
            escape(&allowed(value), &mut self.out);
            self.out.push('"');
        }
        self.out.push_str(end);
    }

    /// A text of one direction. Programs that know nothing of `unicode-bidi` still obey the marks around it, and a line
    /// without any letter follows its text.
    fn text(&mut self, text: &str, from_right: bool) {
        self.out.push_str(if from_right { "\u{202b}" } else { "" });
        escape(&allowed(text), &mut self.out);
        self.out.push_str(if from_right { "\u{202c}" } else { "" });
    }

    fn finished(self, caption: &Caption) -> String {
        let (width, height) = (px(WIDTH), px(self.y + MARGIN));
        let Self { theme, font, out: body, .. } = self;
        let mut sheet =
            Self { out: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), ..Self::new(theme, false) };
        let mut attributes: Attributes = vec![
            ("xmlns", "http://www.w3.org/2000/svg".to_owned()),
            ("width", width.clone()),
            ("height", height.clone()),
            ("viewBox", format!("0 0 {width} {height}")),
            ("role", "img".to_owned()),
        ];
        if !caption.lang.is_empty() {
            attributes.push(("xml:lang", caption.lang.clone()));
        }
        attributes.extend(font.into_iter().map(|(name, value)| (name, value.to_owned())));
        sheet.open("svg", &attributes, ">\n");
        for (tag, text) in [("title", &caption.headline), ("desc", &caption.description)] {
            sheet.open(tag, &[], ">");
            escape(&allowed(text), &mut sheet.out);
            let _ = writeln!(sheet.out, "</{tag}>");
        }
        let paper = [("width", width), ("height", height), ("fill", theme.paper().to_owned())];
        sheet.open("rect", &paper, "/>\n");
        sheet.out.push_str(&body);
        sheet.out.push_str("</svg>\n");
        sheet.out
    }
}

fn elements_of(html: &Html) -> impl Iterator<Item = &Element> {
    html.parts().filter_map(|part| match part {
        Part::Element(element) => Some(element),
        Part::Text(_) => None,
    })
}

fn px(value: f64) -> String {
    crate::chart::round(value).to_string()
}

/// The text without what no XML file may hold.
fn allowed(text: &str) -> String {
    let forbidden = |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(|c| !forbidden(*c)).collect()
}

/// Whether the first letter belongs to a script that is written from right to left.
pub fn reads_from_right(text: &str) -> bool {
    // Digits and signs have no direction of their own, those of Arabic and Persian neither.
    let weak = |c: char| matches!(c, '\u{660}'..='\u{66c}' | '\u{6f0}'..='\u{6f9}' | '\u{2000}'..='\u{2bff}');
    let first = text.chars().find(|&c| c.is_ascii_alphabetic() || (c >= 'À' && !weak(c)));
    first.is_some_and(|c| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}
