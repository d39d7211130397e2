package org.betor.p2p.interop;

/** The clients that share torrents with one another. */
enum Software {
  OURS(true) {
    @Override
    void need() {}

    @Override
    Party start(Errand errand) throws Exception {
      return OurClient.start(errand);
    }
  },
  LIBTORRENT(true) {
    @Override
    void need() {
      LibtorrentClient.need();
    }

    @Override
    Party start(Errand errand) throws Exception {
      return LibtorrentClient.start(errand);
    }
  },
  ARIA2(false) {
    @Override
    void need() {
      Aria2Client.need();
    }

    @Override
    Party start(Errand errand) throws Exception {
      return Aria2Client.start(errand);
    }
  },
  TRANSMISSION(false) {
    @Override
    void need() {
      TransmissionClient.need();
    }

    @Override
    Party start(Errand errand) throws Exception {
      return TransmissionClient.start(errand);
    }
  };

  private final boolean dials;

  Software(boolean dials) {
    this.dials = dials;
  }

  /** Whether it can be told to connect to a peer on loopback. */
  boolean dials() {
    return dials;
  }

  /** Skips the test where it is not installed. */
  abstract void need();

  abstract Party start(Errand errand) throws Exception;
}
