#!/bin/sh
# The last job:  slurm_join.sh FOLDER_OF_THE_SCRIPTS DEST SHARES
exec "$1/join.sh" "$2" "$3"
