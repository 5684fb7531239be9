#!/bin/sh
# A whole run in shares on one machine with GNU parallel:  parallel.sh FORM SOURCE DEST SHARES [OPTION...]
# FORM is output-dir, tar or bag. Run it again after an interruption; finished shares cost a look at their journals.
set -eu
form=$1 source=$2 dest=$3 shares=$4
shift 4
here=$(dirname "$(readlink -f "$0")")
. "$here/share_name.sh"
keep_clock "$dest"

# parallel spreads the shares over the cores, and tries one up to three times that did not come to its end.
seq "$shares" | parallel --quote --halt never --retries 3 --line-buffer --tagstring 'share {}' \
  "$here/share.sh" "$form" "$source" "$dest" {} "$shares" --jobs 1 "$@"
"$here/join.sh" "$dest" "$shares"
