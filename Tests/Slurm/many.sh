#!/bin/sh
# many.sh PROGRAM [SHARDS [TASKS [PLACES]]]: as many parts with next to no work inside (10000, a row each) by a real Slurm of one machine,
# whose arrays hold TASKS (1000, as Slurm has it by itself) and which runs PLACES of them at once (a task a core): submitted, cancelled
# halfway, submitted again, merged, and compared with one run. Says what each step took. Minutes: not part of .ci/run.
set -eu
program=$(realpath "$1")
shards=${2-10000} most=${3-1000} places=${4-$(nproc)}
. "$(dirname "$0")/one-machine.sh"

cd "$work"
sed "s/SHARDS/$shards/" > plan.yaml <<'END_OF_PLAN'
scenario: paper
method: random
points: SHARDS
block: 1
parameters:
  mass_MeV: {from: 30, to: 100, scale: log}
  coupling: {from: 1e-5, to: 1e-3, scale: log}
END_OF_PLAN
took() { # took WHAT COMMAND...
    what=$1
    shift
    /usr/bin/time -f "$what: %e s by the clock, %U s of processor time and %S s of the system's" "$@"
}
took "one run" "$program" scan run plan.yaml --output alone
took "merged" "$program" scan merge plan.yaml --output alone

blocks() { find scan/blocks -name '*.block' | wc -l; }
half() { [ "$(blocks)" -ge $((shards / 2)) ]; }
merged() { [ -f scan/scan.npz ] && none; }
begin=$(date +%s)
took "submitted" "$program" scan submit plan.yaml --output scan --shards "$shards" --time 00:30:00
grep -- '--array' scan/array.sh
wait_for 3600 "half of the blocks" half
took "status" "$program" scan status plan.yaml --output scan
took "cancelled" "$program" scan cancel plan.yaml --output scan
wait_for 300 "the end of the cancelled jobs" none
echo "cancelled with $(blocks) of $shards blocks after $(($(date +%s) - begin)) s"
begin=$(date +%s)
took "submitted again" "$program" scan submit plan.yaml --output scan --shards "$shards" --time 00:30:00
wait_for 3600 "the merged scan" merged
echo "merged after $(($(date +%s) - begin)) s"
took "status of all" "$program" scan status plan.yaml --output scan
cmp alone/scan.npz scan/scan.npz
echo "files: $(find scan/blocks -type f | wc -l) blocks, $(find scan/logs -type f | wc -l) logs; bytes: $(du -s --apparent-size scan | cut -f 1)k, $(du -s scan | cut -f 1)k on the disk"
echo "$shards parts by Slurm, cancelled and submitted again: the same bytes as one run"
