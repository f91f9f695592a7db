#!/usr/bin/env bash
# Everything a fresh machine needs, then every test. The last line counts them.
#   ./test.sh             every test but the slow lane
#   ./test.sh --slow      the slow lane: faults and load
#   ./test.sh --filter …  anything else is passed on to dotnet test
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$root"
. tools/needs.sh

lane='Lane!=slow'
arguments=()
for argument in "$@"; do
  if [ "$argument" = --slow ]; then lane='Lane=slow'; else arguments+=("$argument"); fi
done
case " ${arguments[*]:-} " in *" --filter "*) ;; *) arguments+=(--filter "$lane") ;; esac

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
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
failed=0
dotnet test --no-build --nologo --results-directory "$results" --logger "trx;LogFileName=tests.trx" --logger "console;verbosity=minimal" "${arguments[@]}" || failed=1

# The counters as the test run wrote them.
counters=$(cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*>' || true)
count() { echo "$counters" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | paste -sd+ - | sed 's/^$/0/' | { read -r sum; echo $((sum)); }; }
passed=$(count passed)
broken=$(($(count failed) + $(count error) + $(count timeout) + $(count aborted)))
[ "$passed" -gt 0 ] || failed=1
if [ "$failed" = 1 ] && [ "$broken" = 0 ]; then broken=1; fi
echo
echo "$passed passed, $broken failed"
exit "$((broken > 0))"
