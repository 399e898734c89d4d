import signal
import subprocess
import threading
from pathlib import Path

PATIENCE = 60  # seconds

rules = Path("mine/en/constructions.rules")
sound = rules.read_text()
watch = subprocess.Popen(["coopmine", "check", "mine", "--watch"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                         preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler))
patience = threading.Timer(PATIENCE, watch.kill)
patience.start()


def until(end):
    """What is printed up to a line with these words."""
    for line in watch.stdout:
        if line.strip():
            print(line.split(": sound")[0].rstrip() + (" is sound" if ": sound" in line else ""))
        if end in line:
            return


until("sound")
rules.write_text(sound.replace("=>  ", "=?  "))
until("found")
(rules.parent / ".hidden").write_text("no change that counts")
(rules.parent / "extra").mkdir()  # a folder in which nothing stands
until("found")
rules.with_suffix(".new").write_text(sound)
rules.with_suffix(".new").rename(rules)  # as many editors write
until("sound")
watch.send_signal(signal.SIGINT)
print("->", watch.wait())
patience.cancel()
