#!/bin/sh
# A whole run as a Slurm array job, and a job that joins the shares:  slurm.sh FORM SOURCE DEST SHARES [OPTION...]
# FORM is output-dir, tar or bag. SOURCE, DEST, this folder and galley lie where all nodes see them under the same paths.
# What sbatch is to know besides goes into SBATCH_* variables: SBATCH_PARTITION, SBATCH_TIMELIMIT, SBATCH_ACCOUNT.
# Run it again after a failure: shares that are complete take no time. Prints the numbers of both jobs.
set -eu
form=$1 source=$(readlink -f "$2") dest=$(readlink -f "$3") shares=$4
shift 4
here=$(dirname "$(readlink -f "$0")")
. "$here/share_name.sh"
keep_clock "$dest"

# A share whose node dies is queued again by Slurm; one that is about to reach its time limit stops in good order.
array=$(sbatch --parsable --array="1-$shares" --requeue --signal=TERM@60 --job-name=galley --open-mode=append \
  --output="$dest.share-%a.log" "$here/slurm_share.sh" "$here" "$form" "$source" "$dest" "$shares" "$@")
merge=$(sbatch --parsable --dependency="afterok:$array" --kill-on-invalid-dep=yes --job-name=galley-join \
  --open-mode=append --output="$dest.join.log" "$here/slurm_join.sh" "$here" "$dest" "$shares")
echo "$array $merge"
