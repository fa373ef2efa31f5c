#!/usr/bin/env bash
#SBATCH --job-name=keyveil
#SBATCH --array=1-8
#SBATCH --cpus-per-task=1
#SBATCH --requeue
#SBATCH --open-mode=append
# One share of a set for each task of a Slurm array. A task that is killed, or whose node goes away, is put into the queue
# again and goes on where it was. All nodes see the same folders.
#
#   keyveil labels IN --out=OUT.labels.json
#   job=$(sbatch --parsable --export=ALL,IN=…,OUT=…,DATASET=…,KEYVEIL_KEY_FILE=… slurm.sh)
#   sbatch --dependency=afterok:$job --wrap='keyveil merge OUT.*-of-*.keyveil-part --receipt=OUT.keyveil.json'
set -uo pipefail
# srun, so that what is killed is a step of the task and not this script.
srun --ntasks=1 ${KEYVEIL:-keyveil} protect "$IN" "$OUT" --dataset="$DATASET" --key-file="$KEYVEIL_KEY_FILE" \
  --labels="$OUT.labels.json" --shard="$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --threads="$SLURM_CPUS_PER_TASK"
code=$?
# 2: done, but some photos failed; the part lists them.
[ $code -eq 0 ] || [ $code -eq 2 ] && exit 0
# 1: what was asked for cannot be. All else is worth another try, three times.
if [ $code -ne 1 ] && [ "${SLURM_RESTART_COUNT:-0}" -lt 3 ]; then
  scontrol requeue "$SLURM_JOB_ID"
  sleep 60
fi
exit $code
