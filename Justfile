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

# The pages in a real Chromium, on the sample case: needs node, and Chromium (CHROMIUM names another one).
browser *ONLY:
    cargo build -p sayso-cli
    cd browser && npm ci && node test.mjs {{ONLY}}

# Whether ReplayWeb.page, fetched into a temporary folder, shows an exported archive.
replay:
    cargo build -p sayso-cli
    cd browser && npm ci && folder=$(mktemp -d) && npm pack --silent --pack-destination "$folder" replaywebpage@2.5.3 && \
        tar xzf "$folder"/replaywebpage-*.tgz -C "$folder" && node replay.mjs "$folder/package"

# The screenshots of the README.
screenshots:
    cargo build -p sayso-cli
    cd browser && npm ci && node screenshots.mjs ../docs/screenshots

# How quick the pages of a case with 20,000 articles and 200,000 statements are; the figures are printed.
load FOLDER:
    test -e {{FOLDER}}/case.sqlite || cargo run -p sayso-web --example load -- make {{FOLDER}}
    browser/load.sh {{FOLDER}}
