#!/bin/sh
# Runs one target for so many seconds on the inputs that the tests wrote and those that it found before.
set -eu
target=$1
seconds=${2:-600}
built=${CARGO_TARGET_DIR:-target}/x86_64-unknown-linux-gnu/release/$target
mkdir -p "corpus/$target" artifacts
exec "$built" "corpus/$target" -artifact_prefix="artifacts/$target-" -max_total_time="$seconds" -rss_limit_mb=1024 -timeout=10
