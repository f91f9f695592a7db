#!/usr/bin/env bash
# Everything a fresh machine needs, then every test. The last line counts them.
#   ./test.sh             every test but the slow lane
#   ./test.sh --slow      the slow lane: faults and load
#   ./test.sh --filter-class …  anything else is passed on to dotnet test
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$root"
. tools/needs.sh

lane=--filter-not-trait
arguments=()
for argument in "$@"; do
  if [ "$argument" = --slow ]; then lane=--filter-trait; else arguments+=("$argument"); fi
done

step() { echo; echo "== $*"; }

step "What the tests need"
need_dotnet
need_node
need_chromium

step "Packages"
dotnet restore --nologo -v quiet

step "Build, warnings are errors"
dotnet build --no-restore --nologo -v quiet --disable-build-servers

step "Format"
dotnet format --verify-no-changes --no-restore

step "Tests"
results=$(mktemp)
trap 'rm -f "$results"' EXIT
dotnet test --no-build --no-progress "$lane" Lane=slow ${arguments[@]+"${arguments[@]}"} 2>&1 | tee "$results" || true

# The last summary of the run: total, failed, succeeded.
count() { sed -n "s/^ *$1: *\([0-9][0-9]*\).*/\1/p" "$results" | tail -n 1; }
passed=$(count succeeded)
failed=$(count failed)
# A run that broke off, or ran nothing, is no green run.
if [ -z "$passed" ] || [ "$passed" = 0 ] || ! grep -q 'Test run summary: Passed!' "$results"; then [ "${failed:-0}" != 0 ] || failed=1; fi
if grep -q '^failed ' "$results"; then step "What failed"; grep '^failed ' "$results" | sort -u; fi
echo
echo "${passed:-0} passed, ${failed:-0} failed"
[ "${failed:-0}" = 0 ]
