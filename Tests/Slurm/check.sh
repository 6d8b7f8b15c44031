#!/bin/sh
# check.sh PROGRAM: a scan by a real Slurm of one machine, started and stopped here: an array with a task for each of a hundred
# parts, cancelled halfway and submitted again, gives the same bytes as one run without a scheduler. Needs slurm-wlm and munge, and root,
# as which Slurm's daemons start each other's jobs.
set -eu
program=$(realpath "$1")
most=60 places=$(nproc)
. "$(dirname "$0")/one-machine.sh"

cd "$work"
cat > plan.yaml <<'END'
scenario: paper
method: random
points: 2000
block: 20
parameters:
  mass_MeV: {from: 30, to: 100, scale: log}
  coupling: {from: 1e-5, to: 1e-3, scale: log}
END
"$program" scan run plan.yaml --output alone >/dev/null
"$program" scan merge plan.yaml --output alone >/dev/null

blocks() { find scan/blocks -name '*.block' | wc -l; }
some() { [ "$(blocks)" -ge 5 ]; }
"$program" scan submit plan.yaml --output scan --shards 100 --time 00:05:00
grep -q -- '--array=1-60$' scan/array.sh || { echo "check.sh: the array takes no heed of MaxArraySize" >&2; exit 1; }
wait_for 60 "the first blocks" some
"$program" scan cancel plan.yaml --output scan
"$program" scan status plan.yaml --output scan
wait_for 60 "the end of the cancelled jobs" none
echo "cancelled with $(blocks) of 100 blocks"
# One torn off, as by a full disk elsewhere.
torn=$(find scan/blocks -name '*.block' | sort | head -n 1)
head -c 100 "$torn" > "$torn.part" && mv "$torn.part" "$torn"

"$program" scan submit plan.yaml --output scan --shards 100 --time 00:05:00
merged() { [ -f scan/scan.npz ] && none; }
wait_for 240 "the merged scan" merged
"$program" scan status plan.yaml --output scan
cmp alone/scan.npz scan/scan.npz
echo "a hundred parts by Slurm, cancelled and submitted again: the same bytes as alone"
