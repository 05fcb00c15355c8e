use super::*;
use crate::app::html::{Piece, el, svg};

/// The file of this piece, which has to be an XML file. Some parts are in it, others are not.
#[track_caller]
fn check(piece: impl Piece, caption: &Caption, theme: Theme, contains: &[&str], lacks: &[&str]) {
    let file = svg_file(&piece.html(), caption, theme);
    if let Err(error) = roxmltree::Document::parse(&file) {
        panic!("{error}: {file}");
    }
    for part in contains {
        assert!(file.contains(part), "{part} is not in {file}");
    }
    for part in ["class=", "style=", "var(", "%", "NaN", "inf"].iter().chain(lacks) {
        assert!(!file.contains(part), "{part} is in {file}");
    }
}

#[track_caller]
fn check_inside(inside: impl Piece, contains: &[&str], lacks: &[&str]) {
    let piece = el("div").child(svg("svg").attr("height", 100.).child(inside));
    check(piece, &Caption::default(), Theme::Light, contains, lacks);
}

fn caption(headline: &str) -> Caption {
    Caption { headline: headline.into(), ..Caption::default() }
}

#[test]
fn nothing_at_all_is_a_file_still() {
    check((), &Caption::default(), Theme::Light, &["<title></title>", "viewBox=\"0 0 1080 88\""], &["<text", "<g"]);
}

#[test]
fn texts_around_the_picture_are_wrapped() {
    let notes = vec!["Source: Valley Schools".into(), String::new(), "CC BY 4.0".into()];
    let long = "Reading rose in all schools of the valley. ".repeat(4);
    let caption = Caption { notes, description: "It <rose>.".into(), lang: "en".into(), ..caption(&long) };
    let parts = ["<desc>It &lt;rose&gt;.</desc>", "xml:lang=\"en\"", ">Source: Valley Schools<", ">CC BY 4.0<"];
    check((), &caption, Theme::Light, &parts, &["stroke"]);
    let file = svg_file(&Html::default(), &caption, Theme::Light);
    assert_eq!(file.matches("<text").count(), 5, "{file}");
}

#[test]
fn texts_cannot_become_markup_and_lose_what_xml_forbids() {
    let text = "a\u{0}b\u{8}c\u{b}\u{1f}\u{ffff}\u{fffe} </text><script>alert(1)</script> & \"]]>\r\n";
    check(
        svg("svg").attr("height", 9.).child(svg("text").child(text)),
        &caption(text),
        Theme::Dark,
        &["abc &lt;/text"],
        &["<script"],
    );
    check_inside(svg("text").attr("id", "\u{0}\"><script>").child(text), &["id=\"&quot;&gt;"], &["<script"]);
}

#[test]
fn texts_from_right_to_left_stand_at_the_right() {
    let caption = Caption { right_to_left: true, ..caption("٦٠٪ يقرؤون (ربيع 2025)") };
    check(
        (),
        &caption,
        Theme::Light,
        &["x=\"1048\" text-anchor=\"end\"", ">\u{202b}٦٠٪ يقرؤون (ربيع 2025)\u{202c}<"],
        &[],
    );
    let wrapped = Caption { headline: "تلميذ ".repeat(20) + "(2025).", ..Caption::default() };
    check((), &wrapped, Theme::Light, &["(2025).\u{202c}<"], &[">(2025)."]);
    check_inside(svg("text").child("60 abc"), &[">60 abc<"], &["\u{202b}"]);
}

#[test]
fn colours_follow_the_theme() {
    let grid = || svg("svg").attr("height", 9.).child(svg("line").class("grid"));
    let [light, dark] = [Theme::Light, Theme::Dark].map(|theme| svg_file(&grid().html(), &Caption::default(), theme));
    assert_ne!(light, dark);
    assert!(light.contains(Theme::Light.paper()) && dark.contains(Theme::Dark.paper()), "{light} {dark}");
}

#[test]
fn percent_becomes_px() {
    let marks = (
        svg("circle").attr("cx", "50%").attr("cy", "50%").attr("r", "3"),
        svg("rect").attr("x", "10%").attr("width", "25%").attr("y", 1.).attr("height", "100%"),
    );
    check_inside(marks, &["cx=\"508\" cy=\"50\" r=\"3\"", "x=\"101.6\" width=\"254\" y=\"1\" height=\"100\""], &[]);
}

#[test]
fn a_plot_has_its_padding() {
    let plot = el("div").class("plot").child(svg("svg").attr("height", 9.).child(svg("line").attr("x1", "100%")));
    let [start, end] = padding("plot").unwrap();
    let parts = [format!("translate({} ", px(32. + start)), format!("x1=\"{}\"", px(1016. - start - end))];
    check(plot, &Caption::default(), Theme::Light, &parts.each_ref().map(String::as_str), &[]);
}

#[test]
fn stretched_boxes_become_groups() {
    let stretched = |inside: Element| {
        svg("svg")
            .attr("viewBox", "0 0 1000 100")
            .attr("height", 100.)
            .attr("preserveAspectRatio", "none")
            .child(inside)
    };
    let hist = |path: &'static str| stretched(svg("path").class("hist").attr("d", path));
    check_inside(
        hist("M0 5.5L500,20H1000V7Z"),
        &["d=\"M0 5.5L508 20H1016V7Z\"", "fill=\"none\""],
        &["vector-effect", "scale"],
    );
    let kept = ["d=\"M0 5l10 10\"", "transform=\"scale(1.02 1)\" vector-effect=\"non-scaling-stroke\""];
    check_inside(hist("M0 5l10 10"), &kept, &[]);
    check_inside(stretched(svg("line").attr("x1", "100").attr("x2", "100%")), &["x1=\"101.6\" x2=\"1016\""], &[]);
    check_inside(hist("Mé"), &["d=\"Mé\""], &[]);
}

#[test]
fn boxes_at_a_position_are_moved() {
    let rule = svg("svg").attr("x", "25%").attr("y", "4").child(svg("path").class("break").attr("d", "M-3 0L3 9"));
    check_inside(rule, &["<g transform=\"translate(254 4)\">", "d=\"M-3 0L3 9\""], &[]);
}

#[test]
fn a_text_has_its_halo_before_it() {
    let text = svg("text").class("w lbl").attr("x", "50%").attr("dx", -8.).attr("y", 9.).attr("dy", "4").child("one");
    let paper = Theme::Light.paper();
    let halo = format!("stroke=\"{paper}\" stroke-width=\"4\" stroke-linejoin=\"round\" fill=\"{paper}\" aria-hidden");
    check_inside(text, &["x=\"500\" y=\"13\"", &halo, ">one<"], &["dx=", "paint-order"]);
}

#[test]
fn only_the_wide_layout_is_shown() {
    let texts = (svg("text").class("w").child("wide"), svg("text").class("n strong").child("narrow"));
    check_inside(texts, &["wide"], &["narrow"]);
}

#[test]
fn what_belongs_to_the_page_stays_there() {
    let marks = (
        svg("a").attr("href", "goals").child(svg("circle").attr("r", "2").attr("tabindex", "0").attr("onclick", "x()")),
        svg("title").child("a name"),
        svg("foreignObject").child("a form"),
    );
    check_inside(marks, &["<circle r=\"2\""], &["<a", "tabindex", "onclick", "a name", "a form"]);
    check(
        el("p").child("words").child(svg("svg").child(svg("path"))),
        &caption(""),
        Theme::Light,
        &[],
        &["words", "path"],
    );
}

#[test]
fn colours_that_let_through_have_an_opacity() {
    let opacities = ["fill-opacity=\"0.12\"", "stroke-opacity=\"0.45\""];
    check_inside((svg("path").class("fan").attr("d", "M0 0"), svg("path").class("tgt-level")), &opacities, &[]);
}

#[test]
fn any_text_gives_a_file() {
    let mut state = 1_u32;
    let mut letter = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        // Every second letter is one of those that matter to XML; the others are from anywhere.
        let odd = ['<', '&', '"', '\'', ']', '>', '\u{0}', '\u{202e}', '\u{85}', '\n', ' ', '5', '.', '-'];
        let anywhere = char::from_u32(state >> 11).unwrap_or('\u{fffe}');
        if state & 0x400 == 0 { anywhere } else { odd[(state >> 16) as usize % odd.len()] }
    };
    for _ in 0..300 {
        let mut text = || (0..40).map(|_| letter()).collect::<String>();
        let path = svg("svg").attr("viewBox", text()).child(svg("path").attr("d", text()));
        let label = svg("text").attr("x", text()).attr("dx", text()).attr("id", text()).child(text());
        let caption = Caption {
            headline: text(),
            subtitle: text(),
            notes: vec![text()],
            description: text(),
            lang: text(),
            right_to_left: true,
        };
        let file = svg_file(&svg("svg").attr("height", 9.).child((path, label)).html(), &caption, Theme::Dark);
        if let Err(error) = roxmltree::Document::parse(&file) {
            panic!("{error}: {file:?}");
        }
    }
}

#[test]
fn no_attribute_stands_twice() {
    let mark = svg("path").class("fan").attr("id", "a").attr("id", "b").attr("fill-opacity", "1").attr("d", "");
    check_inside(mark, &["id=\"a\""], &["id=\"b\""]);
}

#[test]
fn odd_numbers_do_no_harm() {
    let marks = (
        svg("line").attr("x1", "NaN%").attr("x2", "1e999").attr("y1", "").attr("y2", f64::NAN),
        svg("svg").attr("viewBox", "0 0 0 0").attr("width", "x").child(svg("path").attr("d", "M1 1")),
    );
    check_inside(marks, &["<line/>", "d=\"M1 1\""], &[]);
    check(svg("svg").attr("height", f64::INFINITY).child("x"), &Caption::default(), Theme::Light, &[], &["<g"]);
}
