//! What the tests share: the sample matter and the programs under test.

pub mod sample;
