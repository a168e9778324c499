#!/usr/bin/env bash
# Runs the command. Its exit code is for the last step of the action, so that comment and upload come before.
set -uo pipefail

output() {
  printf '%s=%s\n' "$1" "${2//$'\n'/}" >> "$GITHUB_OUTPUT"
}

folder="$(mktemp -d "$RUNNER_TEMP/secure-signalr-XXXXXX")"
markdown="$folder/comment.md"
reports="$folder/reports"

# Names are words, and none of them is a pattern.
set -f
files=($PLAN)

arguments=("${files[@]}")
options=(--profile "$PROFILE" --fail-on "$FAIL_ON" --root "$ROOT" --format github --out "$reports")
if [ -n "$ACCEPT" ]; then options+=(--accept "$ACCEPT"); fi
if [ -n "${COMMIT:-}" ]; then options+=(--commit "$COMMIT"); fi
if [ -n "${PIPELINE:-}" ]; then options+=(--pipeline "$PIPELINE"); fi
if [ -n "${TIME:-}" ]; then options+=(--time "$TIME"); fi
if [ "$COMMAND" = diff ]; then
  arguments=(${BEFORE:+"$BEFORE"} "${files[@]:0:1}")
  for file in "${files[@]:1}"; do options+=(--with "$file"); done
fi

# What the command appends to the summary of the step is the comment, too.
GITHUB_STEP_SUMMARY="$markdown" npx --yes "cdktf-azure-secure-signalr@$VERSION" \
  "$COMMAND" "${options[@]}" -- "${arguments[@]}"
code=$?

if [ ! -s "$markdown" ]; then
  printf '%s\n' '<!-- secure-signalr -->' '❌ **SignalR: not judged. The log of the step has the reason.**' > "$markdown"
fi
cat "$markdown" >> "$GITHUB_STEP_SUMMARY"

output exit-code "$code"
output markdown "$markdown"
if [ -d "$reports" ]; then output reports "$reports"; fi
if [ "$SARIF" != false ] && [ -f "$reports/compliance.sarif" ]; then
  mkdir -p "$(dirname "$SARIF")" && cp "$reports/compliance.sarif" "$SARIF" && output sarif "$SARIF"
fi
exit 0
