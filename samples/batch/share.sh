#!/bin/sh
# One share of a run, begun or gone on with:  share.sh FORM SOURCE DEST NUMBER SHARES [OPTION...]
# FORM is output-dir, tar or bag; the options are those of `galley batch`. slurm.sh and parallel.sh call this.
# Exit status: 0 when the share is complete (its journal says which stories failed), 75 when it is to be tried again.
set -u
form=$1 source=$2 dest=$3 number=$4 shares=$5
shift 5
. "$(dirname "$0")/share_name.sh"
share=$(share_name "$dest" "$number")

# SIGTERM, as schedulers send it before a time limit, goes to the program as well, which finishes what is in flight.
trap : TERM INT
galley batch "$source" "--$form" "$share" --shard "$number/$shares" --timestamp "$(cat "$dest.clock")" --resume "$@"
status=$?

is_complete "$share" && exit 0
case $status in
  2 | 126 | 127) exit "$status" ;;    # the command line is wrong, or there is no galley: trying again is of no use
esac
exit 75
