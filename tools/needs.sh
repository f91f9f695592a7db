# What a machine must have; sourced by start.sh and test.sh. Says what is missing and how to get it.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
if [ ! -w "${HOME:-/nonexistent}" ]; then
  HOME=$(mktemp -d)
  export HOME
  echo "The home folder cannot be written to; packages go to $HOME."
fi

need_dotnet() {
  if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
    echo "The .NET SDK 10 is missing. Please install it: https://dotnet.microsoft.com/download" >&2
    exit 1
  fi
}

need_node() {
  if ! command -v npm >/dev/null; then
    echo "Node.js with npm is missing. Please install Node.js 20 or newer: https://nodejs.org" >&2
    exit 1
  fi
}

need_chromium() {
  for browser in chromium chromium-browser google-chrome; do
    if command -v $browser >/dev/null; then
      HUB_CHROMIUM=${HUB_CHROMIUM:-$(command -v $browser)}
      export HUB_CHROMIUM
      return
    fi
  done
  install="apt-get update && apt-get install -y --no-install-recommends chromium"
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "The journeys need Chromium. Please install it as root: $install" >&2
    exit 1
  fi
  echo "Installing Chromium for the journeys ..."
  DEBIAN_FRONTEND=noninteractive sh -c "$install" >/dev/null
  need_chromium
}
