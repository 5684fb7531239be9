"""A small Slurm cluster on this host: munged, slurmctld, and one slurmd a node, all in one folder."""
import os
import pathlib
import secrets
import shutil
import signal
import socket
import subprocess
import time

PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "scontrol", "squeue")


def is_possible():
    """slurmd starts the tasks of other users, so it wants root; several on one host must be compiled in, as Debian does."""
    return os.geteuid() == 0 and all(shutil.which(program) for program in PROGRAMS)


def children():
    """The processes of this host by their parent."""
    tree = {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue        # it ended meanwhile
        tree.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    return tree


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


class Cluster:
    """Begins at construction, ends with `stop`. Nodes are called node1, node2, …, with one core each."""

    def __init__(self, folder, nodes):
        self.folder = folder
        self.daemons = []
        self.nodes = {}
        for name in ("state", "munge"):
            (folder / name).mkdir(parents=True)
        (folder / "munge").chmod(0o700)
        key = folder / "munge" / "key"
        key.write_bytes(secrets.token_bytes(128))
        key.chmod(0o600)
        self.environment = {**os.environ, "SLURM_CONF": str(folder / "slurm.conf")}
        self.write_configuration(nodes)
        munge = folder / "munge"
        self.start("munged", "--foreground", "--force", f"--key-file={key}", f"--socket={munge}/socket", f"--pid-file={munge}/pid",
                   f"--log-file={munge}/log", f"--seed-file={munge}/seed", "--num-threads=1")
        self.wait(lambda: (munge / "socket").exists(), "munged")
        self.start("slurmctld", "-D")
        for number in range(1, nodes + 1):
            self.start_node(f"node{number}")
        self.wait(lambda: self.ask("sinfo", "--noheader", "--format=%T %D") == f"idle {nodes}", "the nodes")

    def write_configuration(self, nodes):
        control, *ports = free_ports(nodes + 1)
        here = socket.gethostname()
        lines = [
            "ClusterName=galley", f"SlurmctldHost={here}(127.0.0.1)", f"SlurmctldPort={control}", "SlurmUser=root",
            "AuthType=auth/munge", "CredType=cred/munge",
            # What is queued again begins after the life of a credential.
            f"AuthInfo=socket={self.folder}/munge/socket,cred_expire=2",
            f"StateSaveLocation={self.folder}/state", f"SlurmdSpoolDir={self.folder}/spool-%n",
            f"SlurmctldPidFile={self.folder}/slurmctld.pid", f"SlurmdPidFile={self.folder}/slurmd-%n.pid",
            f"SlurmctldLogFile={self.folder}/slurmctld.log", f"SlurmdLogFile={self.folder}/slurmd-%n.log",
            "ProctrackType=proctrack/linuxproc", "TaskPlugin=task/none", "SelectType=select/cons_tres",
            "SelectTypeParameters=CR_Core", "SlurmdParameters=config_overrides", "MpiDefault=none",
            "SlurmdTimeout=10", "ReturnToService=2", "SchedulerParameters=sched_interval=1", "KillWait=5"]
        lines += [f"NodeName=node{number} NodeHostname={here} NodeAddr=127.0.0.1 Port={port} CPUs=1 RealMemory=500"
                  for number, port in enumerate(ports, 1)]
        lines.append(f"PartitionName=all Nodes=node[1-{nodes}] Default=YES MaxTime=INFINITE State=UP")
        (self.folder / "slurm.conf").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def start(self, *command):
        daemon = subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, cwd=self.folder, start_new_session=True)
        self.daemons.append(daemon)
        return daemon

    def start_node(self, name):
        self.nodes[name] = self.start("slurmd", "-D", "-N", name)

    def ask(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False).stdout.strip()

    def wait(self, truth, what, seconds=120):
        end = time.monotonic() + seconds
        while not truth():
            if time.monotonic() > end:
                raise TimeoutError(f"{what} did not come in {seconds} seconds; see {self.folder}")
            time.sleep(0.2)

    def is_over(self, job):
        return not self.ask("squeue", "--noheader", f"--jobs={job}")

    def steps(self):
        """The processes that look after a job's steps, with the job's number."""
        found = []
        for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = path.read_bytes().decode(errors="replace")
                mine = str(self.folder) in os.readlink(path.parent / "cwd")
            except OSError:
                continue
            if mine and words.startswith("slurmstepd: ["):
                found.append((int(path.parent.name), words.partition("[")[2].partition(".")[0]))
        return found

    def kill_node(self, name):
        """The node and all that runs on it are gone at once, as without power."""
        jobs = set(self.ask("squeue", "--noheader", f"--nodelist={name}", "--states=running", "--format=%A").split())
        doomed = [self.nodes[name].pid] + [process for process, job in self.steps() if job in jobs]
        tree = children()
        for process in doomed:
            doomed.extend(tree.get(process, []))
        for process in doomed:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
        return jobs

    def stop(self):
        for daemon in reversed(self.daemons):
            daemon.terminate()
        for daemon in self.daemons:
            try:
                daemon.wait(timeout=20)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()
