"""libtorrent for tests and benchmarks: makes torrents and shares them over loopback.

Speaks through its standard output, a line for each event, and ends with its standard input, so that
nothing is left behind when whoever started it is gone:

  listening PORT     peers can connect
  metadata SECONDS   since the torrent was added by a magnet link
  peer ADDRESS:PORT  a connection is up
  have SECONDS       since the last torrent was added: all that is wanted is here
  trouble MESSAGE    what libtorrent complains of
"""

import argparse
import os
import sys
import threading
import time

import libtorrent as lt

V1_ONLY = 64  # create_torrent::v1_only, which the Python binding does not name
ENCRYPTION = {
    "off": (lt.enc_policy.pe_disabled, lt.enc_level.pe_both, False),
    "usual": (lt.enc_policy.pe_enabled, lt.enc_level.pe_both, False),
    "preferred": (lt.enc_policy.pe_enabled, lt.enc_level.pe_both, True),
    "required": (lt.enc_policy.pe_forced, lt.enc_level.pe_rc4, True),
}


def say(*words):
    print(*words, flush=True)


def make(arguments):
    files = lt.file_storage()
    lt.add_files(files, arguments.content)
    torrent = lt.create_torrent(files, arguments.piece_bytes, 0 if arguments.hybrid else V1_ONLY)
    for tracker in arguments.tracker:
        torrent.add_tracker(tracker)
    torrent.set_priv(arguments.private)
    lt.set_piece_hashes(torrent, os.path.dirname(os.path.abspath(arguments.content)))
    with open(arguments.torrent, "wb") as file:
        file.write(lt.bencode(torrent.generate()))


def session(arguments):
    policy, level, rc4 = ENCRYPTION[arguments.encryption]
    return lt.session(
        {
            "listen_interfaces": "127.0.0.1:0",
            "allow_multiple_connections_per_ip": True,
            "min_reconnect_time": 1,
            "unchoke_slots_limit": 1000,
            "stop_tracker_timeout": 1,
            "close_redundant_connections": not arguments.pex,  # who has nothing to say may know others
            "enable_dht": False,
            "enable_lsd": False,
            "enable_upnp": False,
            "enable_natpmp": False,
            "enable_incoming_utp": False,
            "enable_outgoing_utp": False,
            "in_enc_policy": policy,
            "out_enc_policy": policy,
            "allowed_enc_level": level,
            "prefer_rc4": rc4,
            "alert_mask": lt.alert.category_t.status_notification
            | lt.alert.category_t.error_notification
            | lt.alert.category_t.connect_notification,
        }
    )


def sources(arguments):
    if arguments.resume and os.path.exists(arguments.resume):
        with open(arguments.resume, "rb") as file:
            yield lt.read_resume_data(file.read())
        return
    for magnet in arguments.magnet:
        yield lt.parse_magnet_uri(magnet)
    for path in arguments.torrent:
        source = lt.add_torrent_params()
        source.ti = lt.torrent_info(path)
        yield source


def add(client, source, arguments):
    source.save_path = arguments.folder
    source.flags &= ~(lt.torrent_flags.auto_managed | lt.torrent_flags.paused)
    if arguments.complete:
        source.flags |= lt.torrent_flags.seed_mode
    if arguments.nothing:
        source.flags |= lt.torrent_flags.default_dont_download
    if not arguments.pex:
        source.flags |= lt.torrent_flags.disable_pex
    handle = client.add_torrent(source)
    for peer in arguments.peer:
        host, port = peer.rsplit(":", 1)
        handle.connect_peer((host, int(port)))
    return handle


def watch(client, handles, ended):
    """Tells what happens, until it is ended."""
    added = time.monotonic()
    had_all = False
    while not ended.is_set():
        client.wait_for_alert(50)
        for alert in client.pop_alerts():
            tell(alert, time.monotonic() - added)
        if not had_all and all(has_all(handle) for handle in handles):
            had_all = True
            say("have", "%.4f" % (time.monotonic() - added))


def tell(alert, seconds):
    if isinstance(alert, lt.metadata_received_alert):
        say("metadata", "%.4f" % seconds)
    elif isinstance(alert, lt.peer_connect_alert):
        say("peer", "%s:%d" % alert.ip)
    elif alert.category() & lt.alert.category_t.error_notification:
        say("trouble", alert.message())


def has_all(handle):
    status = handle.status(0)
    return status.has_metadata and (status.is_seeding or status.is_finished)


def save_resume(client, handle, path):
    handle.save_resume_data(lt.save_resume_flags_t.save_info_dict)
    while True:
        client.wait_for_alert(1000)
        for alert in client.pop_alerts():
            if isinstance(alert, lt.save_resume_data_alert):
                with open(path, "wb") as file:
                    file.write(lt.write_resume_data_buf(alert.params))
                return
            if isinstance(alert, lt.save_resume_data_failed_alert):
                raise RuntimeError(alert.message())


def share(arguments):
    client = session(arguments)
    say("listening", client.listen_port())
    handles = [add(client, source, arguments) for source in sources(arguments)]
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    watch(client, handles, ended)
    if arguments.resume and not os.path.exists(arguments.resume):
        save_resume(client, handles[0], arguments.resume)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(required=True)

    maker = commands.add_parser("make", help="makes a torrent file")
    maker.set_defaults(run=make)
    maker.add_argument("content")
    maker.add_argument("torrent")
    maker.add_argument("--piece-bytes", type=int, default=0)
    maker.add_argument("--tracker", action="append", default=[])
    maker.add_argument("--private", action="store_true")
    maker.add_argument("--hybrid", action="store_true", help="of versions 1 and 2, with padding")

    sharer = commands.add_parser("share", help="downloads and seeds until standard input ends")
    sharer.set_defaults(run=share)
    sharer.add_argument("folder")
    sharer.add_argument("--torrent", action="append", default=[])
    sharer.add_argument("--magnet", action="append", default=[])
    sharer.add_argument("--peer", action="append", default=[])
    sharer.add_argument("--encryption", choices=ENCRYPTION, default="preferred")
    sharer.add_argument("--complete", action="store_true", help="the content is there, and is not checked")
    sharer.add_argument("--nothing", action="store_true", help="wants no file")
    sharer.add_argument("--pex", action="store_true", help="tells peers of one another")
    sharer.add_argument("--resume", help="a file that keeps how far the one torrent is")

    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
