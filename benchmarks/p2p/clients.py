"""The clients that are compared: how each is told what to share, and what it says when."""

import os
import shlex
import subprocess
from dataclasses import dataclass, field

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SCRIPT = os.path.join(ROOT, "betor-p2p/src/test/resources/interop/libtorrent_client.py")


@dataclass
class Errand:
    """What to share. Peers are (address, port); aria2 is told of them by the tracker."""

    folder: str
    own: str
    torrents: list = field(default_factory=list)
    magnets: list = field(default_factory=list)
    peers: list = field(default_factory=list)
    tracker: str = ""
    complete: bool = False
    resume: bool = False
    metadata_only: bool = False
    up: int = 0  # bytes a second; only our client is told
    encryption: str = "usual"  # only libtorrent is told


class Libtorrent:
    name = "libtorrent"
    listening = r"^listening (\d+)$"
    have = r"^have "
    metadata = r"^metadata (\S+)$"

    def command(self, errand):
        command = ["/usr/bin/python3", SCRIPT, "share", errand.folder]
        command += ["--encryption", errand.encryption]
        command += flags("--torrent", errand.torrents) + flags("--magnet", errand.magnets)
        command += flags("--peer", ["%s:%d" % peer for peer in errand.peers])
        if errand.complete:
            command.append("--complete")
        if errand.resume:
            command += ["--resume", os.path.join(errand.own, "resume")]
        return command

    def ready(self, run, errand):
        """Waits until it seeds; its port."""
        port = int(run.wait_for(self.listening)[0].group(1))
        run.wait_for(self.have)
        return port

    def has_all(self, run, count):
        """Waits until it has all torrents; the seconds since its start."""
        return run.wait_for(self.have)[1]

    def has_metadata(self, run):
        """Waits for the metadata; the seconds since the torrent was added."""
        return float(run.wait_for(self.metadata)[0].group(1))


class Betor(Libtorrent):
    """Speaks as the script for libtorrent does."""

    name = "betor"

    def __init__(self, options):
        self.options = shlex.split(options)

    def build(self):
        subprocess.run(
            ["mvn", "-q", "-B", "-pl", "benchmarks", "-am", "-Dskip.errorprone", "-DskipTests",
             "-Dspotless.check.skip", "package", "dependency:build-classpath",
             "-Dmdep.outputFile=target/classpath"],
            cwd=ROOT, check=True, stdout=2,
        )  # fmt: skip
        target = os.path.join(ROOT, "benchmarks/target")
        with open(os.path.join(target, "classpath")) as file:
            self.classpath = os.path.join(target, "classes") + ":" + file.read().strip()

    def java(self, program):
        home = os.environ.get("JAVA_HOME")
        command = [os.path.join(home, "bin/java") if home else "java", *self.options]
        return command + ["-cp", self.classpath, "org.betor.benchmarks.p2p." + program]

    def stream(self, errand, original, how):
        """Reads the one film while it downloads, and compares it with the original."""
        words = [errand.folder, errand.own, errand.magnets[0], original, *how]
        return self.java("StreamSeek") + words

    def command(self, errand):
        command = self.java("Share") + ["share", errand.folder, errand.own]
        command += ["--up", str(errand.up)] if errand.up else []
        command += flags("--torrent", errand.torrents) + flags("--magnet", errand.magnets)
        return command + flags("--peer", ["%s:%d" % peer for peer in errand.peers])


class Aria2:
    name = "aria2"
    listening = r"IPv4 BitTorrent: listening on TCP port (\d+)"
    complete = r"^[0-9a-f]{16} \d+ "

    def command(self, errand):
        command = [
            "aria2c", "--no-conf", "--interface=127.0.0.1", "--listen-port=20000-32000",
            "--enable-dht=false", "--enable-dht6=false", "--bt-enable-lpd=false",
            "--enable-peer-exchange=false", "--disable-ipv6=true", "--file-allocation=none",
            "--show-console-readout=false", "--summary-interval=0", "--enable-color=false",
            "--on-bt-download-complete=/bin/echo", "--seed-ratio=0", "-j1000",
            "--dir=" + errand.folder, "--bt-tracker=" + errand.tracker,
            "--bt-seed-unverified=" + str(errand.complete or errand.resume).lower(),
            "--bt-metadata-only=" + str(errand.metadata_only).lower(),
        ]  # fmt: skip
        return command + errand.torrents + errand.magnets

    def ready(self, run, errand):
        return int(run.wait_for(self.listening)[0].group(1))

    def has_all(self, run, count):
        return run.wait_for(self.complete, count)[1]

    def has_metadata(self, run):
        """Since its start, which takes it 10 to 20 ms."""
        return run.wait_for(r"Download complete: .*\[METADATA\]")[1]


def flags(flag, values):
    return [word for value in values for word in (flag, value)]
