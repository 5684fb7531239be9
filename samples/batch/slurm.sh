#!/bin/sh
# The whole run as a Slurm array job, and a job that joins the shares:  slurm.sh SOURCE DEST SHARES [OPTION...]
# Every share is requeued when its node dies, and goes on where its journal ends. DEST lies on storage that all nodes see.
set -eu
source=$1 dest=$2 shares=$3
shift 3
clock=$(date -u +%Y-%m-%dT%H:%M:%SZ)

array=$(sbatch --parsable --requeue --array="1-$shares" --job-name=galley --output="$dest.share-%a.log" --open-mode=append --wrap "
  galley batch '$source' --output-dir '$dest.share-'\$SLURM_ARRAY_TASK_ID --shard \$SLURM_ARRAY_TASK_ID/$shares \
    --timestamp '$clock' --jobs \${SLURM_CPUS_PER_TASK:-1} --resume --log-format json $*
  test \$? -le 1")

sbatch --dependency="afterok:$array" --job-name=galley-merge --output="$dest.merge.log" --wrap "
  set -- ; for number in \$(seq $shares); do set -- \"\$@\" '$dest.share-'\$number; done
  galley merge \"\$@\" --output '$dest' || test \$? -eq 1
  galley verify '$dest'"
