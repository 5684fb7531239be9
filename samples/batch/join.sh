#!/bin/sh
# Joins the complete shares of a run and checks every byte of the whole:  join.sh DEST SHARES
# Run it again after an interruption. The shares stay; remove them when the whole is where it belongs.
set -eu
dest=$1 shares=$2
. "$(dirname "$0")/share_name.sh"

set --
for number in $(seq "$shares"); do set -- "$@" "$(share_name "$dest" "$number")"; done
galley merge "$@" --output "$dest" || test $? -eq 1       # 1: joined, and some stories failed
galley verify "$dest"
