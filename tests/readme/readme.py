"""What README.md tells to type is typed here.

    readme.py setup                       the two set-up commands are sound, and .ci/run is the second of them
    readme.py commands COOPMINE README.md every other command of that file runs, and prints what it says

Blocks of such a file, by the word after their fence:

    sh set-up    installs something; not run here
    sh           a script; must end with 0 and say nothing on standard error
    console      lines that begin with "$ " are typed (">" goes on with the line above), the others are what comes out
    crontab      the command of each line is run, in the home folder
    sh parallel, sh slurm    run by tests/batch, where these are installed

All run in one scratch folder, in order, with coopmine on the path, corpus/ beside and $HOME there.  Other
blocks hold no commands.  COOPMINE_REPOPULATE=1 writes the output of console blocks anew.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(text):
    return [(match.group(1).strip(), match.group(2)) for match in FENCE.finditer(text)]


def packages(command):
    found = re.search(r"apt-get install -y --no-install-recommends(.*?)&&", command, re.DOTALL)
    return found.group(1).replace("\\\n", " ").split() if found else []


def setup():
    commands = [body for kind, body in blocks(README.read_text()) if kind == "sh set-up"][:2]
    faults = []
    if len(commands) < 2:
        faults.append("README.md has no two blocks 'sh set-up'")
    for body in commands:
        if subprocess.run(["bash", "-n"], input=body.encode()).returncode != 0:
            faults.append(f"no shell command: {body[:60]}")
        if not packages(body):
            faults.append(f"installs nothing: {body[:60]}")
    ci = (ROOT / ".ci/run").read_text()
    if commands and not ci.endswith("\n\n" + commands[-1]):
        faults.append(".ci/run does not end with the test command of README.md, word for word")
    missing = set(packages(commands[0])) - set(packages(commands[-1]))
    if missing:
        faults.append(f"the test command does not install {', '.join(sorted(missing))}")
    if "build/release/coopmine extract corpus/*.txt" not in commands[0]:
        faults.append("the first command does not run coopmine over corpus/")
    print("\n".join(faults) or f"{len(packages(commands[-1]))} packages; .ci/run agrees")
    return 1 if faults else 0


class Shell:
    def __init__(self, folder, binary):
        self.folder = folder
        (folder / "bin").mkdir()
        (folder / "bin/coopmine").symlink_to(Path(binary).resolve())
        self.home = folder / "home"
        self.home.mkdir()
        (self.home / "corpus").symlink_to(ROOT / "corpus")
        self.environment = {
            "PATH": f"{folder / 'bin'}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": str(self.home), "LC_ALL": "C.UTF-8", "TERM": "dumb",
        }

    def run(self, command, shell="bash"):
        done = subprocess.run([shell, "-c", command], cwd=self.home, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return done.returncode, done.stdout.decode(errors="replace")


def typed(body):
    """(command, output) of a console block."""
    found = []
    for line in body.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append([line[2:], ""])
        elif line.startswith("> ") and found and not found[-1][1]:
            found[-1][0] += line[2:]
        elif found:
            found[-1][1] += line
        else:
            raise SystemExit(f"a console block begins with no command: {line}")
    return found


def written(command, output):
    first, *more = command.splitlines(keepends=True)
    return "$ " + first + "".join("> " + line for line in more) + output


def commands(binary, readme):
    text, faults, count = readme.read_text(), [], 0
    repopulate = bool(os.environ.get("COOPMINE_REPOPULATE"))
    with tempfile.TemporaryDirectory() as folder:
        shell = Shell(Path(folder), binary)
        for kind, body in blocks(text):
            if kind == "sh":
                count += 1
                status, output = shell.run("set -e -o pipefail\n" + body)
                if status != 0:
                    faults.append(f"ended with {status}:\n{body}{output}")
            elif kind == "crontab":
                for line in body.splitlines():
                    if not line.strip() or line.startswith("#") or re.match(r"\w+=", line):
                        continue
                    count += 1
                    command = line.split(None, 5)[5].replace("\\%", "%")
                    status, output = shell.run(command, "sh")
                    if status != 0:
                        faults.append(f"ended with {status}:\n{line}\n{output}")
            elif kind == "console":
                new = ""
                for command, expected in typed(body):
                    count += 1
                    _, output = shell.run(command)
                    new += written(command, output)
                    if output != expected and not repopulate:
                        faults.append(f"$ {command}--- {readme.name}\n{expected}--- printed\n{output}")
                if repopulate and new != body:
                    text = text.replace(body, new)
    if repopulate:
        readme.write_text(text)
    print("\n".join(faults))
    print(f"{count} commands run, {len(faults)} faults")
    return 1 if faults or count == 0 else 0


if __name__ == "__main__":
    sys.exit(setup() if sys.argv[1] == "setup" else commands(sys.argv[2], Path(sys.argv[3])))
