//! A list for each record, all in one allocation.

/// A list for each record.
#[derive(Debug)]
pub(in crate::matching) struct Lists<T> {
    ends: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { ends: Vec::new(), items: Vec::new() }
    }
}

impl<T> Lists<T> {
    /// Adds to the list of the record that is being taken in.
    pub(in crate::matching) fn add(&mut self, item: T) {
        self.items.push(item);
    }

    /// Ends the list of the record that is being taken in.
    pub(in crate::matching) fn close(&mut self) {
        self.ends.push(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
    }

    pub(in crate::matching) fn len(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    /// The list of a record; empty when there is no such record.
    pub(in crate::matching) fn of(&self, record: u32) -> &[T] {
        let at = record as usize;
        let Some(end) = self.ends.get(at) else { return &[] };
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.items.get(start as usize..*end as usize).unwrap_or_default()
    }
}
