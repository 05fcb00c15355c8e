//! From an SVG file to a PNG file.

use std::sync::Arc;

use super::palette::{Indexed, indexed};
use super::reuse::KEYWORD;
use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter, PixelDimensions, Unit};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, ID, Source};
use resvg::usvg::{FontResolver, Options, Tree};
use sha2::{Digest as _, Sha256};

/// The font that has the letters of most languages. What it lacks is looked for in the others.
const FAMILY: &str = "Noto Sans";
/// Px of a page in a metre.
const PX_IN_METRE: f32 = 96. / 0.0254;
/// How hard the packing tries, from 1 to 9. Above this, charts get hardly smaller and take much longer.
const EFFORT: u8 = 6;

/// What decides how a picture is drawn, besides its SVG file and the fonts.
const MADE_BY: [&str; 3] = [include_str!("png.rs"), include_str!("palette.rs"), include_str!("../../../Cargo.lock")];

/// Draws pictures.
pub(super) struct Pen {
    options: Options<'static>,
    /// Of fonts and program.
    made_by: Sha256,
}

impl Pen {
    /// A pen with these fonts; `None` if none of them can be read.
    pub(super) fn new(fonts: &[Vec<u8>]) -> Option<Self> {
        let mut known = Database::new();
        let mut made_by = Sha256::new();
        MADE_BY.iter().for_each(|text| made_by.update(text));
        for font in fonts {
            made_by.update(font);
            known.load_font_source(Source::Binary(Arc::new(font.clone())));
        }
        if known.is_empty() {
            return None;
        }
        // Whatever a style sheet asks for: the app carries one family, so that all machines draw the same.
        known.set_serif_family(FAMILY);
        known.set_sans_serif_family(FAMILY);
        let font_resolver = FontResolver { select_fallback: Box::new(fallback), ..FontResolver::default() };
        Some(Self {
            options: Options {
                font_family: FAMILY.to_owned(),
                fontdb: Arc::new(known),
                font_resolver,
                ..Options::default()
            },
            made_by,
        })
    }

    /// What a picture is made from, in short: the same for two pictures only if their files are the same.
    pub(super) fn source(&self, svg: &str, scale: f32) -> String {
        let made_from = self.made_by.clone().chain_update(scale.to_be_bytes()).chain_update(svg).finalize();
        made_from.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }

    /// The PNG file of an SVG file of this program, `scale` pixels for each px, which says its `source`. What is behind its
    /// paper is lost: the picture is opaque. `None` for a text that is no SVG file, or a picture of no or of an enormous
    /// size.
    pub(super) fn drawn(&self, svg: &str, scale: f32, source: &str) -> Option<Vec<u8>> {
        let tree = Tree::from_str(svg, &self.options).ok()?;
        let size = tree.size().to_int_size().scale_by(scale)?;
        let mut pixels = Pixmap::new(size.width(), size.height())?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        packed(&pixels, scale, source).ok()
    }
}

/// The next font to try for a letter that those in use lack: one of the same weight before the others.
fn fallback(_: char, used: &[ID], known: &mut Arc<Database>) -> Option<ID> {
    let weight = used.first().and_then(|id| known.face(*id)).map(|face| face.weight);
    let unused = || known.faces().filter(|face| !used.contains(&face.id));
    let same = unused().find(|face| Some(face.weight) == weight);
    same.or_else(|| unused().next()).map(|face| face.id)
}

/// The file. It says how many pixels a metre has, so that a document places it in the size it was made for.
fn packed(pixels: &Pixmap, scale: f32, source: &str) -> Result<Vec<u8>, png::EncodingError> {
    let Indexed { palette, places } = indexed(pixels.pixels().iter().map(|at| [at.red(), at.green(), at.blue()]));
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    // Neighbours in a palette have nothing in common that a filter could take out.
    encoder.set_filter(Filter::NoFilter);
    encoder.set_deflate_compression(DeflateCompression::Level(EFFORT));
    let density = (PX_IN_METRE * scale).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: density, yppu: density, unit: Unit::Meter }));
    encoder.add_text_chunk(KEYWORD.to_owned(), source.to_owned())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&places)?;
    writer.finish()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use resvg::tiny_skia::Color;

    use super::super::reuse::is_of;
    use super::*;

    #[track_caller]
    fn check(scale: f32, dots_in_metre: u32) {
        let mut pixels = Pixmap::new(300, 20).unwrap();
        pixels.fill(Color::from_rgba8(250, 248, 241, 255));
        pixels.pixels_mut()[301] = Color::from_rgba8(29, 63, 168, 255).premultiply().to_color_u8();
        let file = packed(&pixels, scale, "0123abcd").unwrap();
        assert!(is_of(&file, "0123abcd") && !is_of(&file, "0123abce"));
        let mut decoder = png::Decoder::new(std::io::Cursor::new(&file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let dims = reader.info().pixel_dims.unwrap();
        assert_eq!((dims.xppu, dims.yppu), (dots_in_metre, dots_in_metre));
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut bytes).unwrap();
        assert_eq!((frame.width, frame.height, frame.color_type), (300, 20, ColorType::Rgb));
        assert_eq!(&bytes[..3], [250, 248, 241]);
        assert_eq!(&bytes[301 * 3..302 * 3], [29, 63, 168]);
        assert!(file.len() < 600, "{} bytes", file.len());
    }

    #[test]
    fn a_file_has_the_pixels_and_says_how_dense_they_are() {
        check(1., 3780);
        check(2., 7559);
    }

    #[test]
    fn without_a_font_there_is_no_pen() {
        assert!(Pen::new(&[]).is_none());
        assert!(Pen::new(&[b"no font".to_vec()]).is_none());
    }
}
