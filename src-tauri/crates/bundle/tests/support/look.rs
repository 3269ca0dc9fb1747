//! A rendered page as a reader sees it.

use joinder_bundle::preview;

/// Pixels of one page, in shares of its width and height from the top left corner.
pub struct Page {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 3]>,
}

impl Page {
    /// Draws page `number`, from 1.
    pub fn of(bundle: &[u8], number: usize) -> Self {
        let png = preview(bundle, number - 1, 600).unwrap();
        let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut bytes).unwrap();
        let channels = frame.color_type.samples();
        let pixels = bytes
            .chunks(channels)
            .map(|p| if channels < 3 { [p[0]; 3] } else { [p[0], p[1], p[2]] })
            .collect();
        Self { width: frame.width as usize, height: frame.height as usize, pixels }
    }

    pub fn landscape(&self) -> bool {
        self.width > self.height
    }

    /// The colour at a point.
    pub fn at(&self, x: f32, y: f32) -> [u8; 3] {
        let column = (x * self.width as f32) as usize;
        let row = (y * self.height as f32) as usize;
        self.pixels[row * self.width + column]
    }

    pub fn dark_at(&self, x: f32, y: f32) -> bool {
        self.at(x, y).iter().all(|channel| *channel < 100)
    }

    /// Whether anything dark lies in an area.
    pub fn ink_in(&self, x: std::ops::Range<f32>, y: std::ops::Range<f32>) -> bool {
        let columns = (x.start * self.width as f32) as usize..(x.end * self.width as f32) as usize;
        let rows = (y.start * self.height as f32) as usize..(y.end * self.height as f32) as usize;
        rows.into_iter().any(|row| {
            columns.clone().any(|column| self.pixels[row * self.width + column].iter().all(|c| *c < 128))
        })
    }
}
