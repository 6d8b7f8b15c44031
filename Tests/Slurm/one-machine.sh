# one-machine.sh: read by the checks beside it, starts a Slurm of this machine in a folder of its own and stops it when the shell ends.
# $most is the number of tasks that an array may have, $places how many of them run at once, $work the folder. Needs slurm-wlm and munge,
# and root, as which Slurm's daemons start each other's jobs.
name=${0##*/}
command -v slurmctld >/dev/null && command -v munged >/dev/null || { echo "$name: slurm-wlm and munge are not installed" >&2; exit 72; }
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
MaxArraySize=$((most + 1))
MinJobAge=600
ReturnToService=2
SlurmdParameters=config_overrides
NodeName=$host NodeAddr=127.0.0.1 CPUs=$places State=UNKNOWN
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
        [ "$left" -gt 0 ] || { echo "$name: waited in vain for $what" >&2; tail -n 5 "$slurm"/*.log "$work"/scan/logs/*.log >&2 || true; exit 1; }
        sleep 0.2
    done
}
idle() { sinfo -h -o %t 2>/dev/null | grep -q idle; }
wait_for 60 "the node" idle
none() { [ -z "$(squeue -h)" ]; }
