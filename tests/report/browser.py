"""A headless Chromium, driven over the W3C WebDriver protocol on loopback.

    with Browser() as page:
        page.open("file:///tmp/report.html")
        assert page.run("return document.title") == "..."
        page.screenshot("page.png")

available() says whether chromium and its driver are installed.
"""
import base64
import json
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars"]
START = 60  # seconds


def available():
    return bool(shutil.which("chromium") and shutil.which("chromedriver"))


class NoSession(RuntimeError):
    """The browser is installed and does not start here: a machine without what it needs, a chroot for one."""


class Browser:
    def __init__(self, width=1280, height=900, scale=1):
        self.size = (width, height, scale)

    def __enter__(self):
        self.profile = tempfile.TemporaryDirectory(prefix="coopmine-chromium-", ignore_cleanup_errors=True)
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self):
        port = next((line.rstrip(".\n").rsplit(" ", 1)[1] for line in self.driver.stdout if "started successfully on port" in line), None)
        if port is None:
            raise RuntimeError("chromedriver did not start")
        self.base = f"http://127.0.0.1:{port}"
        width, height, scale = self.size
        options = {"binary": shutil.which("chromium"), "args": [
            *ARGUMENTS, f"--user-data-dir={self.profile.name}", f"--window-size={width},{height}", f"--force-device-scale-factor={scale}"]}
        wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        self.base += "/session/" + self.new_session(wanted)

    def __exit__(self, *_):
        if "/session/" in getattr(self, "base", ""):
            try:
                self.call("DELETE", "")
            except OSError:
                pass
        self.driver.terminate()
        self.driver.wait()
        self.driver.stdout.close()
        self.profile.cleanup()

    # A renderer that is slow to come is given a second and a third chance.
    def new_session(self, wanted):
        for chance in range(3):
            try:
                return self.call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}}, START)["sessionId"]
            except NoSession:
                if chance == 2:
                    raise

    def call(self, method, path, body=None, timeout=120):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=timeout) as reply:
                return json.load(reply)["value"]
        except urllib.error.HTTPError as error:
            told = error.read().decode(errors="replace")[:500]
            raise (NoSession if path == "/session" else RuntimeError)(f"{method} {path}: {told}") from None

    def open(self, url):
        self.call("POST", "/url", {"url": url})

    def run(self, script, *arguments):
        return self.call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def command(self, name, **parameters):
        """A command of Chromium's own protocol."""
        return self.call("POST", "/goog/cdp/execute", {"cmd": name, "params": parameters})

    def wait(self, script, seconds=20):
        """Until the script gives something true."""
        end = time.monotonic() + seconds
        while not (value := self.run(script)):
            if time.monotonic() > end:
                raise AssertionError(f"did not come true in {seconds} s: {script}")
            time.sleep(0.02)
        return value

    def keys(self, *names):
        """Presses keys one after the other; each is a character of the WebDriver protocol."""
        actions = [{"type": kind, "value": name} for name in names for kind in ("keyDown", "keyUp")]
        self.call("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def size_of(self, width, height, dark=False, phone=False):
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone)
        self.command("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def log(self):
        """What the console said since the last call."""
        return [entry["message"] for entry in self.call("POST", "/se/log", {"type": "browser"})]

    def screenshot(self, path, whole=False):
        shot = self.command("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        with open(path, "wb") as out:
            out.write(base64.b64decode(shot["data"]))
