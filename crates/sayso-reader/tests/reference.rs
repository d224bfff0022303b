//! The Rust reader must give what the training side gives: piece ids, offsets, scores and embeddings of fixed texts.
//!
//! `data/reference.json` is written by `training/reference.py` with onnxruntime. The f32 models (90 MB) are not in the
//! repository; `SAYSO_F32_MODELS` names the folder that `training/export.py --f32` wrote. Without it those tests pass unrun.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::{fs, path::PathBuf};

use sayso_model::Embedding;
use sayso_reader::{Embedder, Reader, Scores, TAGS};
use serde::Deserialize;

/// Two runtimes that compute in f32 differ only by the order of their sums.
const F32_TOLERANCE: f32 = 1e-3;

/// Int8 runs round activations; where two runtimes round one value apart, logits (−6 to 6) move. Largest seen: 0.15.
const INT8_TOLERANCE: f32 = 0.5;

/// The same for the mean over all logits of a text. Largest seen: 0.036.
const INT8_MEAN_TOLERANCE: f32 = 0.08;

/// Least cosine between an embedding here and that of the same model in onnxruntime. Least seen: 0.999.
const SAME_MODEL_COSINE: f32 = 0.995;

/// Least cosine between an embedding here and that of the f32 original. Least seen: 0.991; the rest is room for processors
/// that add in another order.
const F32_MODEL_COSINE: f32 = 0.985;

#[derive(Deserialize)]
struct Reference {
    texts: Vec<Text>,
    sentences: Vec<Sentence>,
}

#[derive(Deserialize)]
struct Text {
    text: String,
    ids: Vec<i32>,
    shapes: Vec<i32>,
    offsets_chars: Vec<(usize, usize)>,
    logits_int8: Vec<[f32; TAGS]>,
    logits_f32: Vec<[f32; TAGS]>,
    names_int8: Vec<[f32; TAGS]>,
    names_f32: Vec<[f32; TAGS]>,
}

#[derive(Deserialize)]
struct Sentence {
    sentence: String,
    embedding_int8: Vec<f32>,
    embedding_f32: Vec<f32>,
}

fn reference() -> Reference {
    serde_json::from_str(include_str!("data/reference.json")).unwrap()
}

fn f32_model(name: &str) -> Option<Vec<u8>> {
    let folder = PathBuf::from(std::env::var_os("SAYSO_F32_MODELS")?);
    Some(fs::read(folder.join(name)).unwrap())
}

/// Largest and mean difference between the scores of roles and names and those of the reference.
fn difference(scores: &Scores, roles: &[[f32; TAGS]], names: &[[f32; TAGS]]) -> (f32, f32) {
    assert_eq!((scores.logits.len(), scores.names.len()), (roles.len(), names.len()));
    let found = scores.logits.iter().chain(&scores.names).flatten();
    let differences: Vec<f32> =
        found.zip(roles.iter().chain(names).flatten()).map(|(a, b)| (a - b).abs()).collect();
    let largest = differences.iter().copied().fold(0.0, f32::max);
    (largest, differences.iter().sum::<f32>() / differences.len() as f32)
}

fn assert_same_pieces(reader: &Reader, text: &Text) {
    let bytes: Vec<usize> = text.text.char_indices().map(|(at, _)| at).chain([text.text.len()]).collect();
    let spans: Vec<(usize, usize)> =
        reader.scores(&text.text).spans.iter().map(|s| (s.start, s.end)).collect();
    let expected: Vec<(usize, usize)> =
        text.offsets_chars.iter().map(|&(a, b)| (bytes[a], bytes[b])).collect();
    assert_eq!(spans, expected, "{}", text.text);
    let windows = reader.windows(&[&text.text]);
    assert_eq!(windows.len(), 1);
    assert_eq!((&windows[0].ids, &windows[0].shapes), (&text.ids, &text.shapes), "{}", text.text);
}

#[test]
fn texts_are_cut_into_the_pieces_of_the_training_side() {
    let reader = Reader::shipped().unwrap();
    reference().texts.iter().for_each(|text| assert_same_pieces(&reader, text));
}

#[test]
fn the_shipped_model_gives_the_scores_of_onnxruntime() {
    let reader = Reader::shipped().unwrap();
    for text in reference().texts {
        let scores = reader.scores(&text.text);
        let (largest, mean) = difference(&scores, &text.logits_int8, &text.names_int8);
        println!("largest {largest:.4}, mean {mean:.4}");
        assert!(largest < INT8_TOLERANCE, "{}: logit off by {largest}", text.text);
        assert!(mean < INT8_MEAN_TOLERANCE, "{}: logits off by {mean} in the mean", text.text);
    }
}

#[test]
fn the_shipped_embeddings_are_those_of_onnxruntime_and_near_the_original() {
    let sentences = reference().sentences;
    let texts: Vec<&str> = sentences.iter().map(|s| s.sentence.as_str()).collect();
    for (found, expected) in Embedder::shipped().unwrap().embed(&texts).iter().zip(sentences) {
        let same = found.cosine(&Embedding::normalised(expected.embedding_int8));
        let original = found.cosine(&Embedding::normalised(expected.embedding_f32));
        println!("cosine to int8 {same:.4}, to f32 {original:.4}");
        assert!(
            same > SAME_MODEL_COSINE && original > F32_MODEL_COSINE,
            "{}: {same} {original}",
            expected.sentence
        );
    }
}

#[test]
fn the_f32_model_gives_the_scores_of_the_training_side() {
    let Some(bytes) = f32_model("attribution-f32.onnx") else { return };
    let reader = Reader::from_bytes(bytes, "f32").unwrap();
    for text in reference().texts {
        assert_same_pieces(&reader, &text);
        let scores = reader.scores(&text.text);
        let (largest, _) = difference(&scores, &text.logits_f32, &text.names_f32);
        println!("largest {largest:e}");
        assert!(largest < F32_TOLERANCE, "{}: logit off by {largest}", text.text);
    }
}

#[test]
fn the_f32_embeddings_are_those_of_the_training_side() {
    let Some(bytes) = f32_model("embedding-f32.onnx") else { return };
    let embedder = Embedder::from_bytes(bytes, "f32").unwrap();
    for expected in reference().sentences {
        let found = &embedder.embed(&[&expected.sentence])[0];
        let largest = found
            .values()
            .iter()
            .zip(&expected.embedding_f32)
            .map(|(a, b)| (a - b).abs())
            .fold(0.0, f32::max);
        assert!(largest < F32_TOLERANCE, "{}: off by {largest}", expected.sentence);
    }
}
