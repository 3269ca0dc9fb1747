//! What the tests share: the sample matter and the program under test.

pub mod archive;
pub mod program;
pub mod sample;
pub mod sealed;
