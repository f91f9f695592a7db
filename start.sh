#!/usr/bin/env bash
# Everything a fresh machine needs, then the hub with a town that lives. Ctrl+C stops it and its database.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
here=$PWD
port=5080
data=$root/var
fresh=false

usage() {
  cat <<EOF
Usage: ./start.sh [--port N] [--data DIR] [--fresh]
  --port N    where the hub listens on 127.0.0.1 (5080)
  --data DIR  folder of the embedded database and the logs ($root/var)
  --fresh     empties that data first
With ConnectionStrings__Hub set, that PostgreSQL is used and nothing is embedded; the demo town is then only sown with Hub__Demo=true.
EOF
}

while [ $# -gt 0 ]; do
  case $1 in
    --port) port=${2:?"--port needs a number"}; shift 2 ;;
    --data) data=${2:?"--data needs a folder"}; shift 2 ;;
    --fresh) fresh=true; shift ;;
    -h | --help) usage; exit 0 ;;
    *) echo "Not understood: $1" >&2; usage >&2; exit 2 ;;
  esac
done
case $data in /*) ;; *) data=$here/$data ;; esac
case $port in '' | *[!0-9]*) echo "--port needs a number, not \"$port\"." >&2; exit 2 ;; esac

. "$root/tools/needs.sh"
need_dotnet
need_node

cd "$root"
echo "Building the hub (the first time takes a minute or two) ..."
dotnet publish Gera.Hub -c Release -o artifacts/hub --nologo -v quiet --disable-build-servers

export ASPNETCORE_URLS=http://127.0.0.1:$port Hub__DataDirectory=$data Hub__Fresh=$fresh
echo "Starting the hub at http://localhost:$port, data in $data"
exec dotnet artifacts/hub/Gera.Hub.dll
