# The commands that people working on sayso use; `just ci` runs what CI runs.

# Everything that has to hold before a change lands.
ci:
    bash .ci/run

# The bundled sample case, from articles to ledger.
demo:
    cargo run -- demo

# All tests.
test:
    cargo test --workspace

# Formatting and lints.
lint:
    cargo fmt --all -- --check
    cargo clippy --workspace --all-targets -- -D warnings

# Renews the demo's snapshot and its copy in the README, to be read before committing.
renew-demo:
    INSTA_UPDATE=always cargo test -p sayso-cli --test demo

# Accuracy of the reader on an annotated folder (text/*.txt, attributions/*.ann), beside its floors.
eval DATA:
    cargo run --release -p sayso-eval -- attribution --data {{DATA}} --check
