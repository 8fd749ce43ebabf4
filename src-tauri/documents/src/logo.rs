//! The logo: from a PNG file to plain samples that a page can carry.

use png::{ColorType, Decoder, Limits, Transformations};

use crate::Error;

/// No logo needs more samples than this; a file that claims more is refused.
const MOST_SAMPLES: u32 = 4_000_000;

/// A picture without transparency, eight bits a sample, row by row.
#[derive(Debug)]
pub struct Picture {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Three samples a point instead of one.
    pub coloured: bool,
    /// The samples.
    pub samples: Vec<u8>,
}

/// Reads a PNG file and lays it on white paper.
pub fn decode(file: &[u8]) -> Result<Picture, Error> {
    let limits = Limits { bytes: 64 << 20 };
    let mut decoder = Decoder::new_with_limits(std::io::Cursor::new(file), limits);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|_| Error::Logo)?;
    let (width, height) = reader.info().size();
    if width
        .checked_mul(height)
        .is_none_or(|it| it == 0 || it > MOST_SAMPLES)
    {
        return Err(Error::Logo);
    }
    let mut raw = vec![0; reader.output_buffer_size().ok_or(Error::Logo)?];
    let frame = reader.next_frame(&mut raw).map_err(|_| Error::Logo)?;
    raw.truncate(frame.buffer_size());
    let points: Vec<[u8; 3]> = match frame.color_type {
        ColorType::Grayscale => raw.iter().map(|&it| [it; 3]).collect(),
        ColorType::GrayscaleAlpha => raw
            .as_chunks::<2>()
            .0
            .iter()
            .map(|&[it, alpha]| [on_white(it, alpha); 3])
            .collect(),
        ColorType::Rgb => raw.as_chunks::<3>().0.to_vec(),
        ColorType::Rgba => {
            let lay = |&[r, g, b, alpha]: &[u8; 4]| [r, g, b].map(|it| on_white(it, alpha));
            raw.as_chunks::<4>().0.iter().map(lay).collect()
        }
        ColorType::Indexed => return Err(Error::Logo),
    };
    let coloured = points.iter().any(|[r, g, b]| r != g || g != b);
    let samples = if coloured {
        points.concat()
    } else {
        points.iter().map(|point| point[0]).collect()
    };
    Ok(Picture {
        width,
        height,
        coloured,
        samples,
    })
}

fn on_white(sample: u8, alpha: u8) -> u8 {
    let (sample, alpha) = (u32::from(sample), u32::from(alpha));
    ((sample * alpha + 255 * (255 - alpha)) / 255) as u8
}

/// Stores the file as text beside the paper's other facts.
pub mod base64 {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    /// Bytes to text.
    pub fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&STANDARD.encode(bytes))
    }

    /// Text to bytes.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        STANDARD
            .decode(String::deserialize(from)?)
            .map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of two points in a row.
    fn png(color: ColorType, samples: &[u8]) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, 2, 1);
        encoder.set_color(color);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(samples).unwrap();
        writer.finish().unwrap();
        file
    }

    #[test]
    fn what_is_transparent_becomes_paper() {
        let picture = decode(&png(ColorType::Rgba, &[0, 0, 0, 0, 0, 0, 0, 255])).unwrap();
        assert_eq!((picture.coloured, picture.samples), (false, vec![255, 0]));
        let picture = decode(&png(ColorType::GrayscaleAlpha, &[0, 51, 0, 255])).unwrap();
        assert_eq!(picture.samples, [204, 0]);
    }

    #[test]
    fn colours_stay() {
        let picture = decode(&png(ColorType::Rgb, &[1, 2, 3, 4, 5, 6])).unwrap();
        assert_eq!(
            (picture.coloured, picture.samples),
            (true, vec![1, 2, 3, 4, 5, 6])
        );
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let whole = png(ColorType::Rgb, &[1, 2, 3, 4, 5, 6]);
        for file in [&[][..], b"GIF89a", &whole[..40], &whole[..whole.len() / 2]] {
            assert!(matches!(decode(file), Err(Error::Logo)));
        }
    }
}
