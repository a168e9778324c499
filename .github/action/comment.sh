#!/usr/bin/env bash
# Writes one comment on the pull request, or replaces the one that is there.
set -uo pipefail

comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments"
# Only a comment of a bot: a person could change what their own comment says.
mine='.[] | select(.user.type == "Bot" and (.body | startswith("<!-- secure-signalr -->"))) | .id'

write() {
  local id
  id="$(gh api --paginate "$comments?per_page=100" --jq "$mine")" || return 1
  id="${id%%$'\n'*}"
  if [ -n "$id" ]; then
    gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field "body=@$MARKDOWN"
  else
    gh api --silent --method POST "$comments" --field "body=@$MARKDOWN"
  fi
}

# The verdict counts, also where nobody may comment.
write || echo '::warning title=secure-signalr::The comment is missing: the job needs the permission "pull-requests: write".'
