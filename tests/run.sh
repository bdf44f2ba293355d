#!/usr/bin/env bash
# Runs every test. Installs what a clean Debian machine lacks when it may (root), goes on after a failing project, and
# ends with one line, "N passed, N failed". A skipped test, a crash and a project without tests count as failed:
# nothing is left out silently.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
configuration=Release
projects=(MeetingHub.Domain.Tests MeetingHub.Web.Tests MeetingHub.Browser.Tests)

say() { echo "tests/run.sh: $*" >&2; }

root_on_debian() { [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ]; }

chromium_on_path() {
  local name
  for name in chromium-headless-shell chromium google-chrome google-chrome-stable chromium-browser; do
    command -v "$name" && return
  done
  return 1
}

# Fonts: without them Cyrillic is drawn as boxes, and widths differ. Post, calendar servers: tests speak to real ones. icalendar,
# dateutil, and ical.js on Node: what we send must mean the same to readers that are not ours. LibreOffice: presentations that are
# brought are turned into pages by it.
install_debian_packages() {
  local missing=() package
  for package in fonts-noto-core python3-aiosmtpd dovecot-imapd radicale python3-icalendar python3-dateutil \
    libreoffice-impress; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  command -v npm >/dev/null || missing+=(nodejs npm)
  chromium_on_path >/dev/null || missing+=(chromium-headless-shell)
  [ ${#missing[@]} = 0 ] && return
  say "installing ${missing[*]}"
  apt-get update -qq >&2 || say "apt-get update failed"
  # One by one: a package that one Debian lacks must not keep the others away.
  for package in "${missing[@]}"; do
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null ||
      say "could not install $package"
  done
}

# The driver that comes with the NuGet package can fetch a browser of its own; no PowerShell needed.
chromium_of_playwright() {
  local driver="tests/MeetingHub.Browser.Tests/bin/$configuration/net10.0/.playwright" node
  node=$(find "$driver/node" -type f -name node | head -n 1)
  [ -n "$node" ] && "$node" "$driver/package/cli.js" install chromium-headless-shell >&2 || return 1
  find "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}" -type f \
    \( -name headless_shell -o -name chrome-headless-shell \) | sort | tail -n 1 | grep .
}

find_chromium() {
  [ -n "${MEETINGHUB_CHROMIUM:-}" ] && return
  MEETINGHUB_CHROMIUM=$(chromium_on_path || chromium_of_playwright) ||
    say "no Chromium: install chromium-headless-shell, chromium or Google Chrome, or set MEETINGHUB_CHROMIUM to its path"
  export MEETINGHUB_CHROMIUM
}

attribute() { grep -o '<assembly [^>]*' "$1" | grep -o " $2=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'; }

passed=0
failed=0
failures=()

# -failSkips turns a skipped test into a failed one; "errors" are failures outside any test, such as in a clean-up.
run_project() {
  local dll="tests/$1/bin/$configuration/net10.0/$1.dll" report="$reports/$1.xml" code=0 ok bad
  echo "== $1"
  timeout --kill-after=10 30m dotnet "$dll" -result-xml "$report" -failSkips -noColor -noAutoReporters </dev/null || code=$?
  if [ ! -s "$report" ]; then
    say "$1 ended with code $code and left no report"
    failed=$((failed + 1))
    return
  fi
  ok=$(attribute "$report" passed)
  bad=$(($(attribute "$report" failed) + $(attribute "$report" errors) + $(attribute "$report" skipped) + $(attribute "$report" not-run)))
  if [ "$bad" = 0 ] && { [ "$code" != 0 ] || [ "$ok" = 0 ]; }; then
    say "$1 ended with code $code after $ok tests"
    bad=1
  fi
  passed=$((passed + ok))
  failed=$((failed + bad))
  mapfile -t -O "${#failures[@]}" failures < <(grep -oE '<test [^>]*result="(Fail|Skip|NotRun)"' "$report" | sed -E 's/.* name="([^"]*)".* result="([A-Za-z]*)".*/\2: \1/; s/&quot;/"/g')
}

root_on_debian && install_debian_packages
npm ci --prefix tests/calendar-readers --silent >&2 || say "npm ci in tests/calendar-readers failed: the tests that need it will say so"

if dotnet build MeetingHub.sln -c "$configuration" --nologo -v quiet; then
  find_chromium
  reports=$(mktemp -d)
  trap 'rm -rf "$reports"' EXIT
  for project in "${projects[@]}"; do run_project "$project"; done
else
  say "the build failed"
  failed=${#projects[@]}
fi

# Named once more: of a long log often only the end is kept.
[ ${#failures[@]} = 0 ] || printf '%s\n' "${failures[@]}"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
