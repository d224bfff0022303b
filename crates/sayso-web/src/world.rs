//! The clock, waiting and chance of this machine, for fetching addresses.

use std::{
    collections::hash_map::RandomState,
    hash::{BuildHasher as _, Hasher as _},
    time::Duration,
};

use jiff::Timestamp;
use sayso_capture::fetch::Surroundings;

/// What a fetcher takes from the world around it.
#[derive(Clone, Copy, Debug)]
pub struct World;

impl Surroundings for World {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn wait(&self, time: Duration) {
        std::thread::sleep(time);
    }

    fn chance(&self) -> f64 {
        // Each new state has keys of its own, taken from the system's random numbers.
        let bits = RandomState::new().build_hasher().finish() >> 11;
        bits as f64 / (1_u64 << 53) as f64
    }
}
