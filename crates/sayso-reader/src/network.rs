//! Runs one model on one window of pieces. Knows the runtime; nobody else in the crate does.

use std::sync::Arc;

use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool};
use rten_tensor::{NdTensor, prelude::*};

use crate::{error::ReaderError, shipped::Shipped};

/// Piece ids of the smallest run, which shows at loading whether a model has the right interface.
const PROBE: [i32; 3] = [0, 0, 0];

/// A loaded model with the inputs `ids` and `mask` [batch, piece] and one output.
pub(crate) struct Network {
    model: Model,
    ids: NodeId,
    mask: NodeId,
    output: NodeId,
}

/// One thread on which a network runs: the crate works in parallel over windows, never inside one.
#[derive(Clone)]
pub(crate) struct Lane(Arc<ThreadPool>);

impl Lane {
    /// Starts the thread.
    pub fn new() -> Self {
        Self(Arc::new(ThreadPool::with_num_threads(1)))
    }
}

impl Network {
    /// Loads a shipped model without copying its weights; `shape` is the output that [`PROBE`] must give.
    pub fn shipped(
        shipped: &Shipped,
        version: &str,
        output: &str,
        shape: &[usize],
    ) -> Result<Self, ReaderError> {
        let model = options()
            .external_data_static(shipped.weights_name, shipped.weights)
            .load_static_slice(shipped.graph)
            .map_err(|source| ReaderError::Load { version: version.to_owned(), source })?;
        Self::checked(model, version, output, shape)
    }

    /// Loads a model that stands whole in `bytes` (ONNX or rten).
    pub fn from_bytes(
        bytes: Vec<u8>,
        version: &str,
        output: &str,
        shape: &[usize],
    ) -> Result<Self, ReaderError> {
        let model = options()
            .load(bytes)
            .map_err(|source| ReaderError::Load { version: version.to_owned(), source })?;
        Self::checked(model, version, output, shape)
    }

    fn checked(model: Model, version: &str, output: &str, shape: &[usize]) -> Result<Self, ReaderError> {
        let other = |found: String| ReaderError::Interface {
            version: version.to_owned(),
            expected: format!("inputs ids and mask, output {output} {shape:?} for {} pieces", PROBE.len()),
            found,
        };
        let node = |name: &str| model.node_id(name).map_err(|e| other(e.to_string()));
        let (ids, mask, output) = (node("ids")?, node("mask")?, node(output)?);
        let network = Self { model, ids, mask, output };
        let found = network.try_run(&PROBE, &Lane::new()).map_err(|e| other(e.to_string()))?;
        if found.shape() != shape {
            return Err(other(format!("output {:?}", found.shape())));
        }
        Ok(network)
    }

    /// Runs the model on one window and gives the output's numbers in order; empty if the run fails.
    ///
    /// The window is the whole batch. Int8 models scale their activations by the largest in the batch, so a window that
    /// ran beside another would get other scores than alone.
    pub fn run(&self, ids: &[i32], lane: &Lane) -> Vec<f32> {
        // A model that passed the probe takes any window of the lengths that the crate makes.
        self.try_run(ids, lane).map(|output| output.into_data()).unwrap_or_default()
    }

    fn try_run(
        &self,
        ids: &[i32],
        lane: &Lane,
    ) -> Result<rten_tensor::Tensor<f32>, Box<dyn std::error::Error>> {
        // Axes: batch, piece.
        let shape = [1, ids.len()];
        let pieces = NdTensor::from_data(shape, ids.to_vec());
        let mask = NdTensor::from_data(shape, vec![1_i32; ids.len()]);
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(&lane.0)));
        let [output] = self.model.run_n(
            vec![(self.ids, pieces.into()), (self.mask, mask.into())],
            [self.output],
            Some(options),
        )?;
        Ok(output.try_into()?)
    }
}

fn options() -> ModelOptions {
    let mut options = ModelOptions::with_all_ops();
    // Packing the weights once costs milliseconds at loading; without it every window packs them again.
    options.prepack_weights(true);
    options
}
