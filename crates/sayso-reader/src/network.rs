//! Runs one model on one window of pieces. Knows the runtime; nobody else in the crate does.

use std::sync::Arc;

use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool};
use rten_tensor::{NdTensor, Tensor, prelude::*};

use crate::{error::ReaderError, shipped::Shipped};

/// Inputs of the smallest run, which shows at loading whether a model has the right interface.
const PROBE: [i32; 3] = [0, 0, 0];

/// What a model must take and give.
pub(crate) struct Interface {
    /// Names of the inputs, each [batch, piece] (i32).
    pub inputs: &'static [&'static str],
    /// Names of the outputs (f32), with the shapes that they have for [`PROBE`].
    pub outputs: &'static [(&'static str, &'static [usize])],
}

/// A loaded model.
pub(crate) struct Network {
    model: Model,
    inputs: Vec<NodeId>,
    outputs: Vec<NodeId>,
    /// What the model gave for [`PROBE`]: outputs that are the same for every window can be taken from here.
    pub probe: Vec<Vec<f32>>,
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
    /// Loads a shipped model without copying its weights.
    pub fn shipped(shipped: &Shipped, version: &str, interface: &Interface) -> Result<Self, ReaderError> {
        let model = options()
            .external_data_static(shipped.weights_name, shipped.weights)
            .load_static_slice(shipped.graph)
            .map_err(|source| ReaderError::Load { version: version.to_owned(), source })?;
        Self::checked(model, version, interface)
    }

    /// Loads a model that stands whole in `bytes` (ONNX or rten).
    pub fn from_bytes(bytes: Vec<u8>, version: &str, interface: &Interface) -> Result<Self, ReaderError> {
        let model = options()
            .load(bytes)
            .map_err(|source| ReaderError::Load { version: version.to_owned(), source })?;
        Self::checked(model, version, interface)
    }

    fn checked(model: Model, version: &str, interface: &Interface) -> Result<Self, ReaderError> {
        let other = |found: String| ReaderError::Interface {
            version: version.to_owned(),
            expected: format!(
                "inputs {:?}, outputs {:?} for {} pieces",
                interface.inputs,
                interface.outputs,
                PROBE.len()
            ),
            found,
        };
        let node = |name: &str| model.node_id(name).map_err(|e| other(e.to_string()));
        let inputs = interface.inputs.iter().map(|name| node(name)).collect::<Result<_, _>>()?;
        let outputs = interface.outputs.iter().map(|(name, _)| node(name)).collect::<Result<_, _>>()?;
        let mut network = Self { model, inputs, outputs, probe: Vec::new() };
        let probe = vec![&PROBE[..]; interface.inputs.len()];
        let found = network.try_run(&probe, &Lane::new()).map_err(|e| other(e.to_string()))?;
        for (tensor, (name, shape)) in found.iter().zip(interface.outputs) {
            if tensor.shape() != *shape {
                return Err(other(format!("output {name} {:?}", tensor.shape())));
            }
        }
        network.probe = found.into_iter().map(Tensor::into_data).collect();
        Ok(network)
    }

    /// Runs the model on one window and gives each output's numbers in order; nothing if the run fails.
    ///
    /// The window is the whole batch. Int8 models scale their activations by the largest in the batch, so a window that
    /// ran beside another would get other scores than alone.
    pub fn run(&self, inputs: &[&[i32]], lane: &Lane) -> Vec<Vec<f32>> {
        // A model that passed the probe takes any window of the lengths that the crate makes.
        let outputs = self.try_run(inputs, lane).unwrap_or_default();
        outputs.into_iter().map(Tensor::into_data).collect()
    }

    fn try_run(
        &self,
        inputs: &[&[i32]],
        lane: &Lane,
    ) -> Result<Vec<Tensor<f32>>, Box<dyn std::error::Error>> {
        // Axes: batch, piece.
        let tensor = |values: &[i32]| NdTensor::from_data([1, values.len()], values.to_vec());
        let given = self.inputs.iter().zip(inputs).map(|(&node, values)| (node, tensor(values).into()));
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(&lane.0)));
        let outputs = self.model.run(given.collect(), &self.outputs, Some(options))?;
        outputs.into_iter().map(|output| Ok(output.try_into()?)).collect()
    }
}

fn options() -> ModelOptions {
    let mut options = ModelOptions::with_all_ops();
    // Packing the weights once costs milliseconds at loading; without it every window packs them again.
    options.prepack_weights(true);
    options
}
