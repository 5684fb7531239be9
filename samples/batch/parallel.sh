#!/bin/sh
# The whole run in shares on one machine with GNU parallel:  parallel.sh SOURCE DEST SHARES [OPTION...]
# Run it again after an interruption; finished shares cost a look at their journals.
set -eu
source=$1 dest=$2 shares=$3
shift 3

clock=$dest.clock                     # one instant for all shares, kept for when this is run again
test -s "$clock" || date -u +%Y-%m-%dT%H:%M:%SZ > "$clock"

share() { echo "$dest.share-$1"; }
# One job a share: parallel spreads them over the cores. A share that fails for want of the machine is tried three times.
seq "$shares" | parallel --halt never --retries 3 \
  "galley batch '$source' --output-dir '$dest.share-{}' --shard '{}/$shares' --timestamp '$(cat "$clock")' --jobs 1 --resume $*; test \$? -le 1"

set --
for number in $(seq "$shares"); do set -- "$@" "$(share "$number")"; done
galley merge "$@" --output "$dest" || test $? -eq 1       # 1: done, and some stories failed
galley verify "$dest"
