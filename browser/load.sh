#!/usr/bin/env bash
# Serves a large case and asks for its pages at a steady rate: load.sh FOLDER [SECONDS] [PER_SECOND]
set -euo pipefail
program=${LOAD:-cargo run -q -p sayso-web --example load --}
exec 3< <(exec $program serve "$1")
server=$!
trap 'kill -INT $server' EXIT
read -r address <&3
SERVER=$server $program measure "$address" "${2:-30}" "${3:-50}"
