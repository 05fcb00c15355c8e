//! Shares of a whole: one bar a row, always as wide as the plot, cut into its parts.
//!
//! A bar is drawn only if all its parts are known. With one missing, the others' shares are not known either, and to
//! leave it out would draw it as zero.

use super::labels::{Anchor, Label, TextStyle, join};
use super::reading::Reading;
use super::room::{self, INDENT, LINE, ROOMS, Room, write_at_start};
use super::round;
use super::text::{TEXT_SIZE, wrap};
use super::track::Tone;

/// One bar, such as the latest period.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareRow {
    pub name: String,
    /// From left to right. A part keeps its colour, so each row has the same parts in the same order.
    pub parts: Vec<Part>,
    /// Why there is no bar, in words. Only shown if a part has no figure, or all are zero.
    pub missing: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub name: String,
    /// The share in words, such as "12%".
    pub label: String,
    /// The amount, in any unit. A negative one counts as missing.
    pub reading: Reading,
    /// A judgement, whose colour the part then has in place of that of its series.
    pub tone: Option<Tone>,
}

/// Geometry of shares. Across in percent, down in px.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShareChart {
    /// There are no rows. Everything else is empty then.
    pub empty: bool,
    pub height: f64,
    pub segments: Vec<Segment>,
    /// Bars that are not drawn: middle and height in px of the hatched bands in their place.
    pub bands: Vec<(f64, f64)>,
    /// Texts on the segments, in the colour for text on a fill.
    pub inside: Vec<Label>,
    /// Texts on paper.
    pub labels: Vec<Label>,
    /// From segments to texts below them.
    pub leaders: Vec<Leader>,
    /// The middle of each part, row by row, in the order of the input: (percent, px). None where no bar is drawn.
    pub stops: Vec<Option<(f64, f64)>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    pub x: f64,
    pub width: f64,
    /// The middle, in px.
    pub y: f64,
    /// The place of the part in its row. The first four have a colour, the rest are gray.
    pub series: usize,
    pub tone: Option<Tone>,
    /// The figure may still change.
    pub is_open: bool,
}

/// An upright line from a segment to its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Leader {
    pub x: f64,
    pub from: f64,
    pub to: f64,
    /// In the wide layout only, or in the narrow one.
    pub is_wide: bool,
}

/// Height of a bar in px.
pub const BAR: f64 = 28.;
/// Between two segments, in percent: one px at the narrowest.
const GAP: f64 = 0.5;
/// What is not zero can be seen: at least this share of the largest part.
const LEAST: f64 = 0.004;
/// All gaps of a bar together take no more than this, in percent.
const MOST_GAPS: f64 = 15.;
const BETWEEN: f64 = 12.;
/// Lines of text below a bar.
const LANES: usize = 4;

/// Lays out bars of shares.
pub fn shares(rows: &[ShareRow]) -> ShareChart {
    let mut chart = ShareChart { empty: rows.is_empty(), ..ShareChart::default() };
    let mut labels = [Vec::new(), Vec::new()];
    let mut inside = [Vec::new(), Vec::new()];
    let mut y = 0.;
    for row in rows {
        y = write_at_start(&mut labels, &row.name, TextStyle::Value, (y, 1.)) + 4.;
        let Some(spans) = spans(&row.parts) else {
            let first = y + 6.;
            let end = write_at_start(&mut labels, &row.missing, TextStyle::Plain, (first, 0.5)).max(first + LINE) + 6.;
            chart.bands.push((round((y + end) / 2.), round(end - y)));
            chart.stops.extend(row.parts.iter().map(|_| None));
            y = end + BETWEEN;
            continue;
        };
        let middle = round(y + BAR / 2.);
        for (series, (part, &(x, width))) in row.parts.iter().zip(&spans).enumerate() {
            chart.stops.push(Some((round(x + width / 2.), middle)));
            // Zero is a figure, but has no width.
            if width > 0. {
                let is_open = part.reading.is_open();
                chart.segments.push(Segment { x, width, y: middle, series, tone: part.tone, is_open });
            }
        }
        let mut lanes = 0;
        for ((room, labels), inside) in ROOMS.map(Room::full).iter().zip(&mut labels).zip(&mut inside) {
            let drawn = row.parts.iter().zip(&spans).filter(|(_, span)| span.1 > 0.);
            let drawn: Vec<(&Part, f64, f64)> = drawn.map(|(part, span)| (part, span.0, span.1)).collect();
            let fits = |text: &str, width: f64| {
                let width = width / 100. * room.plot - 2. * INDENT;
                TextStyle::Value.width(text) <= width.min(room.width())
            };
            let below: Vec<(f64, &Part)> = drawn
                .iter()
                .filter(|(part, _, width)| !fits(&said(part), *width))
                .map(|(part, x, width)| (x + width / 2., *part))
                .collect();
            // Around their leaders if all have room so, else left of them, as steps.
            let around = beneath(&below, room, false);
            let steps = beneath(&below, room, true);
            let texts = if steps.len() > around.len() { steps } else { around };
            for &(part, x, width) in &drawn {
                let is_below = texts.iter().any(|text| std::ptr::eq(text.part, part));
                let text = if fits(&said(part), width) { said(part) } else { part.label.clone() };
                if !is_below && fits(&text, width) && !text.is_empty() {
                    inside.push(room.label(text, TextStyle::Value, (x, INDENT, Anchor::Start), middle - LINE / 2.));
                }
            }
            let top = y + BAR;
            for Below { text, x, anchor, lane, .. } in texts {
                let line = top + 6. + lane as f64 * LINE;
                labels.push(room.label(text, TextStyle::Value, (x, 0., anchor), line));
                let is_wide = room.layout == ROOMS[1].layout;
                chart.leaders.push(Leader { x: round(x), from: round(top), to: round(line + 2.), is_wide });
                lanes = lanes.max(lane + 1);
            }
        }
        y += BAR + if lanes > 0 { lanes as f64 * LINE + 6. } else { 0. } + BETWEEN;
    }
    chart.height = round((y - BETWEEN).max(0.));
    chart.labels = joined(labels);
    chart.inside = joined(inside);
    chart
}

fn joined([narrow, wide]: [Vec<Label>; 2]) -> Vec<Label> {
    join(wide, narrow)
}

/// Start and width of each part in percent, with paper between those that have a width. None if they are not all
/// known, or are nothing together.
fn spans(parts: &[Part]) -> Option<Vec<(f64, f64)>> {
    let known = |part: &Part| part.reading.value().filter(|value| *value >= 0.);
    let values: Vec<f64> = parts.iter().map(known).collect::<Option<_>>()?;
    let largest = values.iter().copied().fold(0., f64::max);
    // As shares of the largest: the sum of the largest numbers would overflow.
    let least = |share: f64| if share > 0. { share.max(LEAST) } else { share };
    let shares: Vec<f64> = values.iter().map(|value| least(value / largest)).collect();
    let sum: f64 = shares.iter().sum();
    if !(sum.is_finite() && sum > 0.) {
        return None;
    }
    let n_gaps = shares.iter().filter(|share| **share > 0.).count() - 1;
    let gap = if n_gaps == 0 { 0. } else { GAP.min(MOST_GAPS / n_gaps as f64) };
    let room = 100. - gap * n_gaps as f64;
    let mut x = 0.;
    let span = |share: &f64| {
        let (from, width) = (x, share / sum * room);
        x += width + if *share > 0. { gap } else { 0. };
        // The last one's gap is not there.
        let (from, to) = (round(from.min(100.)), round((from + width).min(100.)));
        (from, round(to - from))
    };
    Some(shares.iter().map(span).collect())
}

fn said(part: &Part) -> String {
    format!("{} {}", part.name, part.label)
}

/// A text below a bar.
struct Below<'a> {
    part: &'a Part,
    text: String,
    /// Of its leader, in percent.
    x: f64,
    anchor: Anchor,
    lane: usize,
    /// In px at the narrowest.
    left: f64,
    right: f64,
    leader: f64,
}

/// Texts below a bar, as many as fit. From left to right, each takes the first line in which it meets neither a text
/// nor a leader. As `steps` they end at their leaders, so that the next leader passes them.
fn beneath<'a>(parts: &[(f64, &'a Part)], room: &Room, steps: bool) -> Vec<Below<'a>> {
    let mut taken: Vec<Below<'a>> = Vec::new();
    for &(x, part) in parts {
        // A long name is cut, a share is not.
        let for_name = room.width() - TextStyle::Value.width(&part.label) - 8.;
        let name = wrap(std::slice::from_ref(&part.name), for_name, TEXT_SIZE, 1).pop().unwrap_or_default();
        let text = said(&Part { name, ..part.clone() });
        let width = TextStyle::Value.width(&text);
        let leader = x / 100. * room.plot;
        let sides = if steps { [Anchor::End, Anchor::Middle, Anchor::Start] } else { room::ANCHORS };
        let held = sides.into_iter().filter(|&anchor| room.holds(x, 0., anchor, width));
        let held: Vec<Anchor> = held.take(if steps { 1 } else { room::ANCHORS.len() }).collect();
        let mut places = (0..LANES).flat_map(|lane| held.iter().map(move |anchor| (lane, *anchor)));
        let free = places.find(|&(lane, anchor)| {
            let (left, right) = room.span(x, 0., anchor, width);
            // Side by side, or one's leader through the other's text.
            let meets = |other: &Below<'_>| {
                (other.lane == lane && left < other.right + 8. && other.left < right + 8.)
                    || (other.lane < lane && other.left - 4. < leader && leader < other.right + 4.)
                    || (other.lane > lane && left - 4. < other.leader && other.leader < right + 4.)
            };
            !taken.iter().any(meets)
        });
        if let Some((lane, anchor)) = free {
            let (left, right) = room.span(x, 0., anchor, width);
            taken.push(Below { part, text, x, anchor, lane, left, right, leader });
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::super::reading::{Absence, PointMark};
    use super::super::room::faults;
    use super::*;

    fn part(name: &str, value: f64) -> Part {
        Part { name: name.into(), label: format!("{value:.0}%"), reading: Reading::of(value), tone: None }
    }

    fn row(values: &[f64]) -> ShareRow {
        let parts = values.iter().enumerate().map(|(n, value)| part(&format!("Part {n}"), *value)).collect();
        ShareRow { name: "2025".into(), parts, missing: "Not all are known".into() }
    }

    /// Compares a part of the chart, and asserts what holds of every chart.
    #[track_caller]
    fn check<T: PartialEq + std::fmt::Debug>(rows: &[ShareRow], part: impl Fn(&ShareChart) -> T, expected: T) {
        let chart = shares(rows);
        assert_eq!(part(&chart), expected);
        let text = format!("{chart:?}");
        assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
        let labels: Vec<Label> = chart.labels.iter().chain(&chart.inside).cloned().collect();
        assert_eq!(faults(&labels, chart.height, ROOMS.map(Room::full)), Vec::<String>::new());
        assert_eq!(chart.stops.len(), rows.iter().map(|row| row.parts.len()).sum::<usize>());
        for bar in chart.segments.chunk_by(|a, b| a.y == b.y) {
            let width: f64 = bar.iter().map(|segment| segment.width).sum();
            let gaps: f64 = bar.windows(2).map(|pair| pair[1].x - pair[0].x - pair[0].width).sum();
            assert!((width + gaps - 100.).abs() < 0.02 * bar.len() as f64, "{width} and {gaps}");
            assert!(bar.windows(2).all(|pair| pair[1].x - pair[0].x - pair[0].width > 0.1), "{bar:?}");
        }
    }

    fn spans_of(chart: &ShareChart) -> Vec<(f64, f64)> {
        chart.segments.iter().map(|segment| (segment.x, segment.width)).collect()
    }

    #[test]
    fn parts_fill_the_width_less_gaps() {
        check(&[row(&[25., 75.])], spans_of, vec![(0., 24.88), (25.38, 74.62)]);
        check(&[row(&[7.])], spans_of, vec![(0., 100.)]);
        check(&[row(&[1., 1., 2.])], |chart| chart.stops[2], Some((75.25, 34.)));
    }

    #[test]
    fn no_rows_draw_nothing() {
        check(&[], Clone::clone, ShareChart { empty: true, ..ShareChart::default() });
    }

    #[test]
    fn with_a_missing_part_the_bar_says_why() {
        for value in [f64::NAN, f64::INFINITY, -3.] {
            check(&[row(&[30., value])], |chart| (chart.segments.len(), chart.bands.len()), (0, 1));
        }
        let mut silent = row(&[30., 70.]);
        silent.parts[1].reading = Reading::Absent(Absence::Suppressed);
        check(&[silent.clone()], |chart| chart.stops.clone(), vec![None, None]);
        let reason = |chart: &ShareChart| chart.labels.iter().any(|label| label.text == "Not all are known");
        check(&[row(&[30., 70.]), silent], reason, true);
        check(&[row(&[30., 70.])], reason, false);
    }

    #[test]
    fn nothing_at_all_has_no_shares() {
        check(&[row(&[0., 0.])], |chart| (chart.segments.len(), chart.bands.len()), (0, 1));
        check(&[row(&[])], |chart| (chart.segments.len(), chart.bands.len()), (0, 1));
    }

    #[test]
    fn zero_is_a_figure_without_a_width() {
        check(&[row(&[50., 0., 50.])], |chart| chart.segments.iter().map(|it| it.series).collect(), vec![0, 2]);
        check(&[row(&[50., 0., 50.])], |chart| chart.stops.iter().all(Option::is_some), true);
        check(&[row(&[50., 50., 0.])], |chart| chart.stops[2], Some((100., 34.)));
    }

    #[test]
    fn huge_and_tiny_parts() {
        check(&[row(&[1e308, 1e308])], |chart| chart.segments[0].width, 49.75);
        check(&[row(&[1e-9, 3e-9])], |chart| chart.segments[0].width, 24.88);
        check(&[row(&[1e12, 1e-9])], |chart| chart.segments[1].width, 0.4);
    }

    #[test]
    fn a_text_stands_inside_or_below_with_a_leader() {
        let inside = |chart: &ShareChart| chart.inside.iter().map(|it| it.text.clone()).collect::<Vec<_>>();
        check(&[row(&[50., 50.])], inside, vec!["Part 0 50%".to_string(), "Part 1 50%".to_string()]);
        check(&[row(&[97., 3.])], |chart| chart.leaders.len(), 2);
        check(&[row(&[97., 3.])], |chart| chart.stops[1].map(|it| it.0) == Some(chart.leaders[0].x), true);
    }

    #[test]
    fn what_is_too_narrow_for_its_name_has_the_name_below() {
        let below = |chart: &ShareChart| chart.labels.iter().filter(|it| it.text == "Part 1 14%").count();
        check(&[row(&[86., 14.])], below, 1);
    }

    #[test]
    fn rows_stand_below_each_other() {
        check(&[row(&[50., 50.]), row(&[40., 60.])], |chart| chart.segments[2].y - chart.segments[0].y, 60.);
    }

    #[test]
    fn open_parts_and_tones_are_kept() {
        let mut bar = row(&[50., 50.]);
        bar.parts[0].reading = Reading::Known { value: 50., interval: None, mark: PointMark::Estimated };
        bar.parts[1].tone = Some(Tone::Good);
        let marks = |chart: &ShareChart| chart.segments.iter().map(|it| (it.is_open, it.tone)).collect::<Vec<_>>();
        check(&[bar], marks, vec![(true, None), (false, Some(Tone::Good))]);
    }

    #[test]
    fn sixty_parts_and_sixty_rows() {
        let many: Vec<f64> = (1..=60).map(f64::from).collect();
        check(&[row(&many)], |chart| chart.segments.len(), 60);
        check(&vec![row(&[20., 30., 50.]); 60], |chart| chart.segments.len(), 180);
    }

    #[test]
    fn long_and_arabic_names() {
        let mut bar = row(&[20., 5., 75.]);
        bar.parts[0].name = "A part whose name goes on for longer than any plot has room for ".repeat(2);
        bar.parts[1].name = "بالحافلة إلى المدرسة".into();
        bar.name = bar.parts[0].name.repeat(3);
        check(&[bar], |chart| chart.segments.len(), 3);
    }

    #[test]
    fn whatever_the_parts_texts_neither_collide_nor_leave_the_picture() {
        let mut seed = 7_u32;
        let mut throw = |sides: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) % sides
        };
        for _ in 0..200 {
            let rows: Vec<ShareRow> = (0..1 + throw(3))
                .map(|_| {
                    let mut bar = row(&(0..throw(9)).map(|_| f64::from(throw(100))).collect::<Vec<_>>());
                    bar.parts.iter_mut().for_each(|part| part.name = part.name.repeat(1 + throw(4) as usize));
                    bar
                })
                .collect();
            check(&rows, |chart| chart.empty, false);
        }
    }
}
