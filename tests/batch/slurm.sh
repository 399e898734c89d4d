# slurmctld and slurmd on the loopback, with folders of their own.
need slurmctld slurmd sbatch squeue
[ "$(id -u)" -eq 0 ] || skip "slurmd needs root"
[ -n "$(ls -A /sys/fs/cgroup 2> /dev/null)" ] || skip "slurmd needs a file system at /sys/fs/cgroup"
commands=$(block 'sh slurm')
[[ $commands == *coopmine* ]] || fail "README.md says nothing of Slurm"

name=$(hostname -s)
mkdir "$scratch/spool" "$scratch/ctl"
cat > "$scratch/slurm.conf" << END
ClusterName=loopback
SlurmctldHost=$name(127.0.0.1)
SlurmUser=root
SlurmctldPort=16817
SlurmdPort=16818
AuthType=auth/none
CredType=cred/none
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
SlurmctldPidFile=$scratch/ctl.pid
SlurmdPidFile=$scratch/d.pid
SlurmdSpoolDir=$scratch/spool
StateSaveLocation=$scratch/ctl
SlurmctldLogFile=$scratch/ctl.log
SlurmdLogFile=$scratch/d.log
NodeName=$name NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=$name Default=YES State=UP
END
export SLURM_CONF=$scratch/slurm.conf
slurmctld -D 2> "$scratch/ctl.err" &
children+=($!)
slurmd -D 2> "$scratch/d.err" &
slurmd=$!
children+=("$slurmd")
idle() {
  kill -0 "$slurmd" || fail "slurmd ended: $(tail -n 3 "$scratch/d.err")"
  [ "$(sinfo -h -o %t)" = idle ]
}
until_true idle
bash -euc "$commands"
finished() { [ -z "$(squeue -h)" ]; }
until_true finished
same part?.jsonl
