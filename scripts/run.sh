#!/bin/sh
# Brings the tree up to date, then becomes the program: no launcher stays behind, so signals and exit codes are the program's own.
set -e
cd "$(dirname "$0")/.."
node scripts/prepare.mjs
export NODE_COMPILE_CACHE="${NODE_COMPILE_CACHE-$PWD/node_modules/.cache/node}"
# Young objects get little room: a start would leave it eight times as large for good, and requests are no slower with it.
exec node_modules/node/bin/node --max-semi-space-size=4 --import ./scripts/source-maps.mjs "$@"
