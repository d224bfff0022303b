//! Spreads independent windows over the processor's cores, one single-threaded run each.

use std::{
    num::NonZero,
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use crate::network::Lane;

/// One lane per core, started when first needed.
#[derive(Default)]
pub(crate) struct Workers {
    lanes: OnceLock<Vec<Lane>>,
    /// Most lanes; one per core without it.
    limit: Option<NonZero<usize>>,
}

impl Workers {
    /// Workers on at most `limit` cores.
    #[cfg(test)]
    pub fn at_most(limit: usize) -> Self {
        Self { lanes: OnceLock::new(), limit: NonZero::new(limit) }
    }

    fn lanes(&self) -> &[Lane] {
        self.lanes.get_or_init(|| {
            let cores = thread::available_parallelism().map_or(1, NonZero::get);
            let count = self.limit.map_or(cores, NonZero::get);
            (0..count).map(|_| Lane::new()).collect()
        })
    }

    /// Computes `work(i, lane)` for every `i` below `count`; results stand in the order of `i` whoever computed them.
    pub fn map<T: Send + Sync>(&self, count: usize, work: impl Fn(usize, &Lane) -> T + Sync) -> Vec<T> {
        let slots: Vec<OnceLock<T>> = (0..count).map(|_| OnceLock::new()).collect();
        let next = AtomicUsize::new(0);
        let take_turns = |lane: &Lane| {
            loop {
                let i = next.fetch_add(1, Ordering::Relaxed);
                let Some(slot) = slots.get(i) else { return };
                // Each number is handed out once, so the slot is free.
                let _ = slot.set(work(i, lane));
            }
        };
        thread::scope(|scope| {
            for lane in self.lanes().iter().take(count) {
                scope.spawn(|| take_turns(lane));
            }
        });
        slots.into_iter().filter_map(OnceLock::into_inner).collect()
    }
}
