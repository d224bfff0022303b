//! How far long work has come, told to whoever shows it.

/// Is told how far long work has come. Implementations must not fail and should return at once.
pub trait Progress: Sync {
    /// A stage begins: what is done ("reading articles"), and how many steps it has.
    fn begin(&self, stage: &str, steps: usize);
    /// So many steps of the stage are done in all.
    fn reached(&self, done: usize);
}

/// Tells nobody.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &str, _: usize) {}
    fn reached(&self, _: usize) {}
}
