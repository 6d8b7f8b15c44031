#!/bin/sh
# check.sh PROGRAM: a scan by a real Slurm of one machine, started and stopped here: an array with a task for each of a hundred
# parts, cancelled halfway and submitted again, gives the same bytes as one run without a scheduler. Needs slurm-wlm and munge, and root,
# as which Slurm's daemons start each other's jobs.
set -eu
program=$(realpath "$1")
command -v slurmctld >/dev/null && command -v munged >/dev/null || { echo "check.sh: slurm-wlm and munge are not installed" >&2; exit 72; }
work=$(mktemp -d)
slurm=$work/slurm
stop() {
    for daemon in slurmd slurmctld munged; do
        [ ! -f "$slurm/$daemon.pid" ] || kill "$(cat "$slurm/$daemon.pid")" 2>/dev/null || true
    done
    # They write their last words before the folder goes.
    sleep 1
    rm -rf "$work"
}
trap stop EXIT

mkdir -p "$slurm/state" "$slurm/spool"
head -c 128 /dev/urandom > "$slurm/munge.key"
chmod 600 "$slurm/munge.key"
# The folder of a temporary file is open to all: --force says that this is meant.
munged --force --key-file="$slurm/munge.key" --socket="$slurm/munge.sock" --pid-file="$slurm/munged.pid" \
    --log-file="$slurm/munged.log" --seed-file="$slurm/munge.seed"
host=$(hostname -s)
cat > "$slurm/slurm.conf" <<END
ClusterName=one
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$slurm/munge.sock
CredType=cred/munge
SlurmctldPort=16817
SlurmdPort=16818
StateSaveLocation=$slurm/state
SlurmdSpoolDir=$slurm/spool
SlurmctldPidFile=$slurm/slurmctld.pid
SlurmdPidFile=$slurm/slurmd.pid
SlurmctldLogFile=$slurm/slurmctld.log
SlurmdLogFile=$slurm/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
JobAcctGatherType=jobacct_gather/none
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0
InactiveLimit=0
MaxArraySize=61
MinJobAge=600
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
END
export SLURM_CONF="$slurm/slurm.conf"
slurmctld
slurmd
wait_for() { # wait_for SECONDS WHAT COMMAND...
    left=$(($1 * 5)) what=$2
    shift 2
    until "$@"; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || { echo "check.sh: waited in vain for $what" >&2; tail -n 5 "$slurm"/*.log "$work"/scan/logs/*.log >&2 || true; exit 1; }
        sleep 0.2
    done
}
idle() { sinfo -h -o %t 2>/dev/null | grep -q idle; }
wait_for 60 "the node" idle

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
none() { [ -z "$(squeue -h)" ]; }
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
