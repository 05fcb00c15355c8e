//! From a tree to text: two blanks of indent, one field and one item a line.

use super::tree::Tree;

/// A whole file, with a line break at its end.
pub(super) fn file(tree: &Tree) -> String {
    let mut out = String::new();
    write(tree, 0, &mut out);
    out.push('\n');
    out
}

/// A value inside a file, its further lines indented by `depth` steps.
pub(crate) fn inside(tree: &Tree, depth: usize) -> String {
    let mut out = String::new();
    write(tree, depth, &mut out);
    out
}

// No deeper than the reader lets files be nested.
fn write(tree: &Tree, depth: usize, out: &mut String) {
    match tree {
        Tree::Text { written, .. } | Tree::Bare(written) => out.push_str(written),
        Tree::List(items) => {
            between(('[', ']'), items.iter(), depth, out, |item, out| write(item, depth + 1, out));
        }
        Tree::Object(fields) => {
            between(('{', '}'), fields.iter(), depth, out, |field, out| {
                out.push_str(&field.written);
                out.push_str(": ");
                write(&field.value, depth + 1, out);
            });
        }
    }
}

fn between<T>(
    brackets: (char, char),
    items: impl ExactSizeIterator<Item = T>,
    depth: usize,
    out: &mut String,
    mut each: impl FnMut(T, &mut String),
) {
    out.push(brackets.0);
    let count = items.len();
    for (at, item) in items.enumerate() {
        line(depth + 1, out);
        each(item, out);
        if at + 1 < count {
            out.push(',');
        }
    }
    if count > 0 {
        line(depth, out);
    }
    out.push(brackets.1);
}

fn line(depth: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}
