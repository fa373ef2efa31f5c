#!/usr/bin/env bash
# Protects a set in shares with GNU parallel: side by side on this machine, or on others that see the same folders
# (--sshlogin, by PARALLEL_OPTIONS). A share that was cut off is tried again and goes on where it was.
#
#   KEYVEIL_KEY_FILE=key.txt parallel.sh IN OUT DATASET [SHARES]
set -euo pipefail
in=$1 out=$2 dataset=$3 shares=${4:-8}
keyveil=${KEYVEIL:-keyveil}

$keyveil labels "$in" --out="$out.labels.json"
# 2: done, but some photos failed; the parts list them.
share() {
  $keyveil protect "$in" "$out" --dataset="$dataset" --key-file="$KEYVEIL_KEY_FILE" \
    --labels="$out.labels.json" --shard="$1/$shares" --threads="${THREADS:-1}" || [ $? -eq 2 ]
}
export -f share
export in out dataset shares keyveil KEYVEIL_KEY_FILE
# shellcheck disable=SC2086
seq "$shares" | parallel --jobs "${JOBS:-100%}" --retries 3 ${PARALLEL_OPTIONS:-} share {}
$keyveil merge "$out".*-of-*.keyveil-part --receipt="$out.keyveil.json" || [ $? -eq 2 ]
