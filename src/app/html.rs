//! Elements: what views give.
//!
//! Views say `el("p").class("meta").child(text)`. Every view has the same few types, so that a new one adds only its own
//! calls to the app. Leptos' `view!` was used first: it makes a type for every element, and the same pages weighed 40 kB
//! more (packed). What lives, still lives through Leptos: see [`live`].

use std::borrow::Cow;

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::types::{Element as DomElement, Event, Node as DomNode, Placeholder};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

const SVG: &str = "http://www.w3.org/2000/svg";
/// Elements that have no end.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "wbr"];

/// Pieces of a page, side by side.
#[derive(Default)]
pub struct Html(Vec<Node>);

enum Node {
    Text(Cow<'static, str>),
    Element(Element),
    Live(Drawing),
}

/// What draws a part anew. Of one type for all parts, so that what follows signals is in the app once.
type Drawing = Box<dyn Fn() -> Html + Send>;

/// What follows the signals that it has read: a part of the page, or a property, which has no part. Of one type, too.
type Alive = RenderEffect<Option<Built>>;

/// One element with what is in it. Behind a pointer: every call of a view hands its element on, and moving a pointer
/// takes less of the app than moving the whole.
pub struct Element(Box<Parts>);

/// Names and values.
pub type Attributes = Vec<(&'static str, Cow<'static, str>)>;

struct Parts {
    tag: &'static str,
    svg: bool,
    attributes: Attributes,
    children: Html,
    listeners: Vec<(&'static str, Handler)>,
    properties: Vec<(&'static str, Follower)>,
}

/// One of the pieces, for those who walk through them.
pub enum Part<'a> {
    Text(&'a str),
    Element(&'a Element),
}

type Handler = Box<dyn FnMut(Event) + Send>;
type Follower = Box<dyn Fn() -> String + Send>;

/// An element of HTML.
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        svg: false,
        attributes: Vec::new(),
        children: Html::default(),
        listeners: Vec::new(),
        properties: Vec::new(),
    }))
}

/// An element of a picture.
pub fn svg(tag: &'static str) -> Element {
    let mut element = el(tag);
    element.0.svg = true;
    element
}

/// A part that is drawn anew whenever a signal that it reads changes.
pub fn live<P: Piece>(draw: impl Fn() -> P + Send + 'static) -> Html {
    Html(vec![Node::Live(Box::new(move || draw().html()))])
}

fn follow(draw: Drawing) -> Alive {
    RenderEffect::new(move |before: Option<Option<Built>>| match before.flatten() {
        Some(mut built) => {
            draw().rebuild(&mut built);
            Some(built)
        }
        None => Some(draw().build()),
    })
}

impl Element {
    #[must_use]
    pub fn class(self, class: impl Value) -> Self {
        self.attr("class", class)
    }

    /// An attribute; none is written for `None`.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl Value) -> Self {
        if let Some(value) = value.value() {
            self.0.attributes.push((name, value));
        }
        self
    }

    /// Puts something in, after what is there.
    #[must_use]
    pub fn child(mut self, piece: impl Piece) -> Self {
        piece.put(&mut self.0.children);
        self
    }

    /// Calls a function at an event. Natively nothing is ever called.
    #[must_use]
    pub fn on(mut self, event: &'static str, handler: impl FnMut(Event) + Send + 'static) -> Self {
        self.0.listeners.push((event, Box::new(handler)));
        self
    }

    /// A property that follows the signals it reads, such as the text of a field.
    #[must_use]
    pub fn property(mut self, name: &'static str, value: impl Fn() -> String + Send + 'static) -> Self {
        self.0.properties.push((name, Box::new(value)));
        self
    }

    pub fn tag(&self) -> &'static str {
        self.0.tag
    }

    pub fn attributes(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.attributes.iter().map(|(name, value)| (*name, value.as_ref()))
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes().find(|(found, _)| *found == name).map(|(_, value)| value)
    }

    pub fn children(&self) -> &Html {
        &self.0.children
    }

    fn build(self, kept: &mut Vec<Kept>) -> DomElement {
        let element = Rndr::create_element(self.0.tag, self.0.svg.then_some(SVG));
        for (name, value) in self.0.attributes {
            Rndr::set_attribute(&element, name, &value);
        }
        for (event, handler) in self.0.listeners {
            kept.push(Kept::Listener { _handler: Rndr::add_event_listener(&element, event, handler) });
        }
        for node in self.0.children.0 {
            match node {
                Node::Text(text) => Rndr::insert_node(&element, &Rndr::create_text_node(&text), None),
                Node::Element(child) => Rndr::insert_node(&element, &child.build(kept), None),
                Node::Live(draw) => {
                    let mut part = follow(draw);
                    part.mount(&element, None);
                    kept.push(Kept::Live { _part: part });
                }
            }
        }
        for (name, value) in self.0.properties {
            let element = element.clone();
            let part = RenderEffect::new(move |_| {
                Rndr::set_property(&element, name, &value().into());
                None
            });
            kept.push(Kept::Live { _part: part });
        }
        element
    }

    fn write(self, out: &mut String) {
        out.push('<');
        out.push_str(self.0.tag);
        for (name, value) in &self.0.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, out);
            out.push('"');
        }
        out.push('>');
        if !VOID.contains(&self.0.tag) {
            self.0.children.write(out);
            out.push_str("</");
            out.push_str(self.0.tag);
            out.push('>');
        }
    }
}

impl Html {
    /// The text of these pieces in a page.
    pub fn to_text(self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    /// The pieces in their order. What lives is left out: it has no elements until it is on a page.
    pub fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        self.0.iter().filter_map(|node| match node {
            Node::Text(text) => Some(Part::Text(text)),
            Node::Element(element) => Some(Part::Element(element)),
            Node::Live(_) => None,
        })
    }

    /// The same pieces with their attributes changed by a function that is told the element's name. What lives is drawn
    /// once, as it is now.
    #[must_use]
    pub fn with_attributes(self, change: &mut dyn FnMut(&str, &mut Attributes)) -> Self {
        let mut changed = Self::default();
        for node in self.0 {
            match node {
                Node::Text(text) => changed.0.push(Node::Text(text)),
                Node::Element(mut element) => {
                    change(element.0.tag, &mut element.0.attributes);
                    element.0.children = std::mem::take(&mut element.0.children).with_attributes(change);
                    changed.0.push(Node::Element(element));
                }
                Node::Live(draw) => changed.0.append(&mut draw().with_attributes(change).0),
            }
        }
        changed
    }

    fn write(self, out: &mut String) {
        for node in self.0 {
            match node {
                Node::Text(text) => escape(&text, out),
                Node::Element(element) => element.write(out),
                Node::Live(draw) => draw().write(out),
            }
        }
    }
}

/// Text as it stands between tags and in attributes, of HTML as of XML.
pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

/// What can be put into an element.
pub trait Piece: Sized {
    fn put(self, html: &mut Html);

    /// As a value of one type, for the arms of a `match`.
    fn html(self) -> Html {
        let mut html = Html::default();
        self.put(&mut html);
        html
    }
}

impl Piece for Html {
    fn put(mut self, html: &mut Html) {
        html.0.append(&mut self.0);
    }
}

impl Piece for Element {
    fn put(self, html: &mut Html) {
        html.0.push(Node::Element(self));
    }
}

impl Piece for &'static str {
    fn put(self, html: &mut Html) {
        html.0.push(Node::Text(self.into()));
    }
}

impl Piece for usize {
    fn put(self, html: &mut Html) {
        self.to_string().put(html);
    }
}

impl Piece for () {
    fn put(self, _: &mut Html) {}
}

impl Piece for String {
    fn put(self, html: &mut Html) {
        html.0.push(Node::Text(self.into()));
    }
}

impl<P: Piece> Piece for Option<P> {
    fn put(self, html: &mut Html) {
        if let Some(piece) = self {
            piece.put(html);
        }
    }
}

impl<P: Piece> Piece for Vec<P> {
    fn put(self, html: &mut Html) {
        self.into_iter().for_each(|piece| piece.put(html));
    }
}

impl<P: Piece> FromIterator<P> for Html {
    fn from_iter<I: IntoIterator<Item = P>>(pieces: I) -> Self {
        let mut html = Self::default();
        pieces.into_iter().for_each(|piece| piece.put(&mut html));
        html
    }
}

macro_rules! tuples {
    ($(($($P:ident $at:tt),*))*) => {$(
        impl<$($P: Piece),*> Piece for ($($P,)*) {
            fn put(self, html: &mut Html) {
                $(self.$at.put(html);)*
            }
        }
    )*};
}
tuples! {
    (A 0, B 1)
    (A 0, B 1, C 2)
    (A 0, B 1, C 2, D 3)
    (A 0, B 1, C 2, D 3, E 4)
    (A 0, B 1, C 2, D 3, E 4, F 5)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13)
}

/// What an attribute can be set to.
pub trait Value {
    fn value(self) -> Option<Cow<'static, str>>;
}

impl Value for &'static str {
    fn value(self) -> Option<Cow<'static, str>> {
        Some(self.into())
    }
}

impl Value for String {
    fn value(self) -> Option<Cow<'static, str>> {
        Some(self.into())
    }
}

impl Value for f64 {
    fn value(self) -> Option<Cow<'static, str>> {
        Some(self.to_string().into())
    }
}

impl<V: Value> Value for Option<V> {
    fn value(self) -> Option<Cow<'static, str>> {
        self.and_then(Value::value)
    }
}

/// What an element needs as long as it is on the page. Dropping it ends it.
enum Kept {
    Listener { _handler: RemoveEventHandler<DomElement> },
    Live { _part: Alive },
}

enum Top {
    Node(DomNode),
    Live(Alive),
}

/// Pieces that have been built.
pub struct Built {
    top: Vec<Top>,
    _kept: Vec<Kept>,
    /// Where the pieces end; also where they are while there are none.
    end: Placeholder,
}

impl Render for Html {
    type State = Built;

    fn build(self) -> Built {
        let mut kept = Vec::new();
        let top = self.0.into_iter().map(|node| match node {
            Node::Text(text) => Top::Node(Rndr::create_text_node(&text).into()),
            Node::Element(element) => Top::Node(element.build(&mut kept).into()),
            Node::Live(draw) => Top::Live(follow(draw)),
        });
        let top = top.collect();
        Built { top, _kept: kept, end: Rndr::create_placeholder() }
    }

    /// In place of what was there: views are drawn anew, not compared.
    fn rebuild(self, state: &mut Built) {
        let mut built = self.build();
        Rndr::mount_before(&mut built, &state.end);
        state.unmount();
        *state = built;
    }
}

impl Mountable for Built {
    fn unmount(&mut self) {
        for top in &mut self.top {
            match top {
                Top::Node(node) => Rndr::remove(node),
                Top::Live(part) => part.unmount(),
            }
        }
        Rndr::remove(&self.end);
    }

    fn mount(&mut self, parent: &DomElement, marker: Option<&DomNode>) {
        for top in &mut self.top {
            match top {
                Top::Node(node) => Rndr::insert_node(parent, node, marker),
                Top::Live(part) => part.mount(parent, marker),
            }
        }
        Rndr::insert_node(parent, &self.end, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let first = match self.top.first() {
            Some(Top::Node(node)) => node,
            Some(Top::Live(part)) => return part.insert_before_this(child),
            None => &self.end,
        };
        first.insert_before_this(child)
    }

    fn elements(&self) -> Vec<DomElement> {
        Vec::new()
    }
}

no_attrs!(Html);

impl RenderHtml for Html {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, out: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {
        self.write(out);
    }

    /// The app replaces pages and takes none over; see ARCHITECTURE.md.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Built {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(piece: impl Piece, text: &str) {
        assert_eq!(piece.html().to_text(), text);
    }

    #[test]
    fn elements_are_written_as_html() {
        let list = el("ul").class("plain").child(vec![el("li").child("a"), el("li").child(String::from("b"))]);
        check(list, r#"<ul class="plain"><li>a</li><li>b</li></ul>"#);
        check((el("br"), el("input").attr("type", "search"), el("p")), r#"<br><input type="search"><p></p>"#);
        check(
            svg("circle").attr("r", 2.5).attr("cx", Some("4%")).class(None::<&str>),
            r#"<circle r="2.5" cx="4%"></circle>"#,
        );
    }

    #[test]
    fn texts_cannot_become_markup() {
        let text = r#"<img src=x onerror="alert(1)"> & more"#;
        let safe = "&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; more";
        check(el("p").attr("title", text).child(text), &format!(r#"<p title="{safe}">{safe}</p>"#));
    }

    #[test]
    fn what_is_not_there_leaves_no_trace() {
        check((None::<String>, Vec::<Element>::new(), Html::default()), "");
        check(["a", "b"].into_iter().collect::<Html>(), "ab");
    }

    #[test]
    fn pieces_can_be_walked_through() {
        let html = (el("p").attr("id", "a").child("one").child(svg("svg")), live(|| "two")).html();
        let Some(Part::Element(p)) = html.parts().next() else { panic!("no element") };
        assert_eq!((p.tag(), p.attribute("id"), p.attribute("class"), html.parts().count()), ("p", Some("a"), None, 1));
        assert!(matches!(p.children().parts().next(), Some(Part::Text("one"))));
    }

    #[test]
    fn live_parts_are_in_the_text() {
        let owner = Owner::new();
        owner.with(|| {
            let name = RwSignal::new("one");
            check(el("p").child(live(move || name.get())), "<p>one</p>");
        });
    }
}
