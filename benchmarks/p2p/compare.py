"""Our BitTorrent client, libtorrent and aria2 at the same work, in turn, over loopback."""

import argparse
import filecmp
import hashlib
import http.server
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading

from clients import SCRIPT, Aria2, Betor, Errand, Libtorrent
from measured import MEASURES, Measured

MIB = 1 << 20
LOOPBACK = "127.0.0.1"


class Tracker(threading.Thread):
    """Tells everybody of one peer."""

    def __init__(self):
        super().__init__(daemon=True)
        self.port_of_peer = 0
        tracker = self

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                peer = bytes([127, 0, 0, 1]) + tracker.port_of_peer.to_bytes(2, "big")
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"d8:intervali5e5:peers6:" + peer + b"e")

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            request_queue_size = 512  # a client with 200 torrents asks for all at once
            daemon_threads = True

        self.server = Server((LOOPBACK, 0), Answer)

    def run(self):
        self.server.serve_forever()

    def address(self):
        return "http://%s:%d/announce" % self.server.server_address


class Bench:
    def __init__(self, folder, mib, patience):
        self.folder = folder
        self.mib = mib
        self.patience = patience
        self.libtorrent = Libtorrent()
        self.tracker = Tracker()
        self.tracker.start()

    # What is shared

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def content(self, name, mib):
        """A file of random bytes in a folder of its own; made once."""
        folder = self.path("content-" + name)
        if not os.path.exists(folder):
            os.mkdir(folder)
            with open(os.path.join(folder, name + ".bin"), "wb") as file:
                for _ in range(mib):
                    file.write(os.urandom(MIB))
        return folder

    def torrent(self, name, piece_kib, content):
        path = self.path("%s-%d.torrent" % (name, piece_kib))
        if not os.path.exists(path):
            command = ["/usr/bin/python3", SCRIPT, "make", os.path.join(content, name + ".bin"), path]
            subprocess.run(command + ["--piece-bytes", str(piece_kib << 10)], check=True)
        return path

    def empty(self, name):
        path = self.path(name)
        shutil.rmtree(path, ignore_errors=True)
        os.mkdir(path)
        return path

    def errand(self, **more):
        return Errand(tracker=self.tracker.address(), own=self.empty("own"), **more)

    def start(self, client, errand):
        return Measured(client.command(errand), self.patience)

    def seeder(self, content, torrents):
        """libtorrent with all of it, not checked; known to the tracker."""
        errand = Errand(folder=content, own="", torrents=torrents, complete=True)
        seeder = self.start(self.libtorrent, errand)
        self.tracker.port_of_peer = self.libtorrent.ready(seeder, errand)
        return seeder

    def peer(self):
        return (LOOPBACK, self.tracker.port_of_peer)

    # Works: each gives seconds of wall time and of the client's CPU, and its anonymous memory in MB,
    # or other figures by their names

    def download(self, client, content, torrents):
        target = self.empty("download")
        with self.seeder(content, torrents):
            errand = self.errand(folder=target, torrents=torrents, peers=[self.peer()])
            with self.start(client, errand) as run:
                wall = client.has_all(run, len(torrents))
                figures = run.figures(wall, run.cpu())
        self.compare(content, target)
        return figures

    def compare(self, content, copy):
        names = os.listdir(content)
        filecmp.clear_cache()
        _, different, missing = filecmp.cmpfiles(content, copy, names, shallow=False)
        if different or missing:
            raise RuntimeError("%s is not as it was" % (different + missing))

    def download_1m(self, client):
        content = self.content("large", self.mib)
        return self.download(client, content, [self.torrent("large", 1024, content)])

    def download_256k(self, client):
        content = self.content("large", self.mib)
        return self.download(client, content, [self.torrent("large", 256, content)])

    def many_200(self, client):
        torrents = []
        folder = self.path("content-many")
        os.makedirs(folder, exist_ok=True)
        for i in range(200):
            single = self.content("%03d" % i, 1)
            torrents.append(self.torrent("%03d" % i, 64, single))
            link = os.path.join(folder, "%03d.bin" % i)
            if not os.path.exists(link):
                os.link(os.path.join(single, "%03d.bin" % i), link)
        return self.download(client, folder, torrents)

    def seed_1m(self, client):
        return self.seed(client, "off")

    def seed_1m_rc4(self, client):
        return self.seed(client, "required")

    def seed(self, client, encryption):
        """To a leecher that says how both speak, so that all seeders send the same."""
        content = self.content("large", self.mib)
        torrent = self.torrent("large", 1024, content)
        target = self.empty("download")
        errand = self.errand(folder=content, torrents=[torrent], complete=True)
        with self.start(client, errand) as run:
            port = client.ready(run, errand)
            before = run.cpu()
            leech = Errand(
                folder=target, own="", torrents=[torrent], peers=[(LOOPBACK, port)],
                encryption=encryption,
            )  # fmt: skip
            with self.start(self.libtorrent, leech) as leecher:
                wall = self.libtorrent.has_all(leecher, 1)
                figures = run.figures(wall, run.cpu() - before)
        self.compare(content, target)
        return figures

    def magnet_metadata(self, client):
        content = self.content("small", 1)
        torrent = self.torrent("small", 16, content)
        with self.seeder(content, [torrent]):
            magnet = "magnet:?xt=urn:btih:%s&x.pe=%s:%d" % (info_hash(torrent), *self.peer())
            errand = self.errand(
                folder=self.empty("download"), magnets=[magnet], metadata_only=True
            )
            with self.start(client, errand) as run:
                return run.figures(client.has_metadata(run), run.cpu())

    def resume_10g(self, client):
        content, torrent = self.zeros(self.mib * 10)
        own = self.path("own-resume-" + client.name)
        errand = Errand(folder=content, own=own, torrents=[torrent], resume=True)
        if not os.path.exists(own):
            os.mkdir(own)
            first = Errand(content, own, [torrent], resume=True, complete=True)
            with self.start(client, first) as run:
                client.has_all(run, 1)
        with self.start(client, errand) as run:
            return run.figures(client.has_all(run, 1), run.cpu())

    def stream_seek(self, client):
        return self.stream(client)

    def stream_seek_curl(self, client):
        return self.stream(client, "--curl")

    def stream(self, client, *how):
        """A film is read while it downloads from one seeder, who gives 20 MiB a second."""
        content = self.content("large", self.mib)
        torrent = self.torrent("large", 1024, content)
        seed = Errand(content, self.empty("own-seeder"), [torrent], up=20 * MIB)
        with self.start(client, seed) as seeder:
            port = client.ready(seeder, seed)
            magnet = "magnet:?xt=urn:btih:%s&x.pe=%s:%d" % (info_hash(torrent), LOOPBACK, port)
            errand = self.errand(folder=self.empty("download"), magnets=[magnet])
            command = client.stream(errand, os.path.join(content, "large.bin"), how)
            with Measured(command, self.patience) as run:
                first = float(run.wait_for(r"^first byte (\S+)$")[0].group(1))
                start = float(run.wait_for(r"^start (\S+)$")[0].group(1))
                seeks = [run.wait_for(r"^seek (\d+) (\S+)$")[0].groups() for _ in range(10)]
        print("stalls:", ", ".join("%s s at MiB %s" % seek[::-1] for seek in seeks), file=sys.stderr)
        longest = max(float(stall) for _, stall in seeks)
        return {
            "first_byte_s": first,
            "stall_from_start_s": start,
            "stall_after_seek_s": longest,
            "longest_stall_s": max(start, longest),
        }

    def zeros(self, mib):
        """A file of nothing but a hole, in pieces of 4 MiB: its torrent needs one hash only."""
        folder = self.path("content-zeros")
        path = self.path("zeros.torrent")
        if not os.path.exists(path):
            os.mkdir(folder)
            with open(os.path.join(folder, "zeros.bin"), "wb") as file:
                file.truncate(mib * MIB)
            piece = min(4, mib) * MIB
            hashes = hashlib.sha1(bytes(piece)).digest() * (mib * MIB // piece)
            with open(path, "wb") as file:
                file.write(
                    b"d4:infod6:lengthi%de4:name9:zeros.bin12:piece lengthi%de6:pieces%d:%see"
                    % (mib * MIB, piece, len(hashes), hashes)
                )
        return folder, path


def info_hash(torrent):
    """Of a torrent whose last entry is its info dictionary."""
    with open(torrent, "rb") as file:
        whole = file.read()
    return hashlib.sha1(whole[whole.index(b"4:info") + 6 : -1]).hexdigest()


WORKS = [
    "download_1m",
    "download_256k",
    "seed_1m",
    "seed_1m_rc4",
    "magnet_metadata",
    "resume_10g",
    "many_200",
    "stream_seek",
    "stream_seek_curl",
]

# Of 200 torrents at once, aria2 1.36 left some unfinished for minutes. The others have no reader that
# waits for what it reads.
SITS_OUT = {("many_200", "aria2")} | {
    (work, client) for work in WORKS[-2:] for client in ("libtorrent", "aria2")
}


def measure(bench, works, clients, rounds):
    """All runs, interleaved, since the machine's moods should hit all alike."""
    runs = {}
    for work in works:
        able = [client for client in clients if (work, client.name) not in SITS_OUT]
        runs[work] = {client.name: [] for client in able}
        for turn in range(rounds * bool(able)):
            first = turn % len(able)
            for client in able[first:] + able[:first]:
                runs[work][client.name] += run(bench, work, client)
    return runs


def run(bench, work, client):
    """The figures of one run; none if it failed."""
    try:
        figures = getattr(bench, work)(client)
    except RuntimeError as failure:
        print("%s %s FAILED: %s" % (work, client.name, failure), file=sys.stderr)
        return []
    named = figures if isinstance(figures, dict) else dict(zip(MEASURES, figures))
    print("%s %s: %s" % (work, client.name, words(named)), file=sys.stderr)
    return [named]


def words(figures):
    return ", ".join("%s %.2f" % figure for figure in figures.items())


def medians(runs):
    """For each work and client; None if no run went well."""
    return {
        work: {client: median(figures) for client, figures in of_clients.items()}
        for work, of_clients in runs.items()
    }


def median(runs):
    if not runs:
        return None
    return {name: round(statistics.median(run[name] for run in runs), 3) for name in runs[0]}


def table(figures):
    head = ["| work | client | wall s | CPU s | anonymous MB | threads |", "|---|---|---|---|---|---|"]
    lines, others = [], []
    for work, of_clients in figures.items():
        for client, row in of_clients.items():
            if row and tuple(row) != MEASURES:
                others.append("%s %s: %s" % (work, client, words(row)))
                continue
            cells = "%.2f | %.2f | %.0f | %.0f" % tuple(row.values()) if row else "failed | | |"
            lines.append("| %s | %s | %s |" % (work, client, cells))
    return "\n".join((head + lines) * bool(lines) + others)


def roomy(mib):
    """Memory if there is room for three copies; else the usual temporary folder."""
    try:
        return "/dev/shm" if shutil.disk_usage("/dev/shm").free > 3 * mib * MIB else None
    except OSError:
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="in place of a table")
    parser.add_argument("--work", action="append", choices=WORKS, help="all unless given")
    parser.add_argument("--client", action="append", choices=["betor", "libtorrent", "aria2"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--mib", type=int, default=1024, help="of a large download; resume_10g has ten times as many")
    parser.add_argument("--patience", type=float, default=180, help="seconds that a run may take")
    parser.add_argument("--java-options", default="-Xmx192m -XX:+UseSerialGC")
    arguments = parser.parse_args()

    betor = Betor(arguments.java_options)
    chosen = arguments.client or ["betor", "libtorrent", "aria2"]
    clients = [client for client in (betor, Libtorrent(), Aria2()) if client.name in chosen]
    if betor in clients:
        betor.build()
    with tempfile.TemporaryDirectory(prefix="betor-p2p-", dir=roomy(arguments.mib)) as folder:
        bench = Bench(folder, arguments.mib, arguments.patience)
        runs = measure(bench, arguments.work or WORKS, clients, arguments.rounds)
    figures = medians(runs)
    print(json.dumps(figures, indent=2) if arguments.json else table(figures))


if __name__ == "__main__":
    main()
