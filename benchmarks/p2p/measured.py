"""A program that is measured while it runs."""

import os
import queue
import re
import subprocess
import threading
import time

TICKS = os.sysconf("SC_CLK_TCK")
SAMPLE_SECONDS = 0.02
MEASURES = ("wall_s", "cpu_s", "anon_mb", "threads")


class Measured:
    """Started at once; ends with the block. `cpu` and `figures` tell of the time until now."""

    def __init__(self, command, patience):
        self.command = command
        self.deadline = time.monotonic() + patience
        self.said = []
        self.lines = queue.Queue()
        self.peaks = {"RssAnon": 0, "Threads": 0}
        self.start = time.monotonic()
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        threading.Thread(target=self.read, daemon=True).start()
        threading.Thread(target=self.sample, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def read(self):
        for line in self.process.stdout:
            self.lines.put((time.monotonic(), line.rstrip()))
        self.lines.put((time.monotonic(), None))

    def sample(self):
        while self.process.returncode is None:
            try:
                with open("/proc/%d/status" % self.process.pid) as status:
                    now = dict(re.findall(r"^(RssAnon|Threads):\s+(\d+)", status.read(), re.M))
            except OSError:
                return
            for what, peak in now.items():
                self.peaks[what] = max(self.peaks[what], int(peak))
            time.sleep(SAMPLE_SECONDS)

    def wait_for(self, pattern, times=1):
        """Waits for a line so many times; its match, and the seconds from the start to it."""
        while True:
            try:
                moment, line = self.lines.get(timeout=self.deadline - time.monotonic())
            except (queue.Empty, ValueError):
                raise self.failure("took too long")
            if line is None:
                raise self.failure("ended")
            self.said.append(line)
            found = re.search(pattern, line)
            if found:
                times -= 1
                if times == 0:
                    return found, moment - self.start

    def cpu(self):
        """Seconds of all its threads so far, in user and system mode."""
        with open("/proc/%d/stat" % self.process.pid) as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def figures(self, wall, cpu):
        """In the order of MEASURES: its peaks so far come last."""
        return wall, cpu, self.peaks["RssAnon"] / 1024, self.peaks["Threads"]

    def stop(self):
        """Ends its input, which ends it if it listens to that; kills it otherwise."""
        self.process.stdin.close()
        try:
            self.process.wait(15 if "share" in self.command else 0)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def failure(self, what):
        said = "%d lines, the last of them\n" % len(self.said) + "\n".join(self.said[-20:])
        return RuntimeError("%s %s; it said:\n%s" % (" ".join(self.command)[:1000], what, said))
