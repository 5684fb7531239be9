#!/bin/sh
# What each task of the array does:  slurm_share.sh FOLDER_OF_THE_SCRIPTS FORM SOURCE DEST SHARES [OPTION...]
# A share that stopped before its end (killed, time limit, full disk, a story that crashes) is queued again, five times at most.
set -u
here=$1 form=$2 source=$3 dest=$4 shares=$5
shift 5
cores=${SLURM_CPUS_PER_TASK:-1}

srun --ntasks=1 --cpus-per-task="$cores" "$here/share.sh" "$form" "$source" "$dest" "$SLURM_ARRAY_TASK_ID" "$shares" \
  --jobs "$cores" --log-format json "$@"
status=$?
case $status in
  0 | 2 | 126 | 127) exit "$status" ;;
esac
test "${SLURM_RESTART_COUNT:-0}" -lt 5 || exit "$status"
echo "share $SLURM_ARRAY_TASK_ID: exit status $status, queued again"
scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
sleep 60      # until Slurm takes the job away
