#!/usr/bin/env bash
# Our BitTorrent client, libtorrent and aria2 at the same work, in turn, over loopback:
# benchmarks/p2p/compare.sh [--json] [--work NAME]... [--client NAME]... [--rounds N] [--mib N]
# Needs Debian's packages python3-libtorrent and aria2. Not the first python3 of the path, which may
# be one without Debian's packages.
set -euo pipefail
exec /usr/bin/python3 -B "$(dirname "$0")/compare.py" "$@"
