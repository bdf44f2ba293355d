#!/usr/bin/env bash
# Makes the pictures of the README anew: bash tests/screenshots.sh [folder]
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(realpath -m "${1:-tests/screenshots}")
dotnet build tests/MeetingHub.Browser.Tests -c Release --nologo -v quiet
exec dotnet tests/MeetingHub.Browser.Tests/bin/Release/net10.0/MeetingHub.Browser.Tests.dll screenshots "$folder"
