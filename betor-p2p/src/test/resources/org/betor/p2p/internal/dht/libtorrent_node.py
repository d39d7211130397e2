"""A libtorrent session on loopback that takes part in the DHT.

Arguments: the port of a bootstrap node, and an info-hash in hex.
Announces that torrent, prints "announcing PORT", then one line "peer IP:PORT"
for each peer that it finds. Ends when its standard input does.
"""

import sys
import tempfile
import threading

import libtorrent

SETTINGS = {
    "listen_interfaces": "127.0.0.1:0",
    "enable_dht": True,
    "enable_lsd": False,
    "enable_upnp": False,
    "enable_natpmp": False,
    "dht_bootstrap_nodes": "127.0.0.1:" + sys.argv[1],
    "dht_restrict_routing_ips": False,
    "dht_restrict_search_ips": False,
    "dht_prefer_verified_node_ids": False,
    "dht_extended_routing_table": False,
    "dht_ignore_dark_internet": False,
    "alert_mask": libtorrent.alert.category_t.all_categories,
}


def add(session, folder):
    parameters = libtorrent.add_torrent_params()
    hash_bytes = libtorrent.sha1_hash(bytes.fromhex(sys.argv[2]))
    parameters.info_hashes = libtorrent.info_hash_t(hash_bytes)
    parameters.save_path = folder
    return hash_bytes, session.add_torrent(parameters)


def say_peers(session):
    for alert in session.pop_alerts():
        if isinstance(alert, libtorrent.dht_get_peers_reply_alert):
            for peer in alert.peers():
                print("peer %s:%d" % peer, flush=True)


def run(folder):
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    session = libtorrent.session(SETTINGS)
    hash_bytes, torrent = add(session, folder)
    print("announcing %d" % session.listen_port(), flush=True)
    while not ended.wait(1):
        torrent.force_dht_announce()
        session.dht_get_peers(hash_bytes)
        say_peers(session)


with tempfile.TemporaryDirectory() as folder:
    run(folder)
