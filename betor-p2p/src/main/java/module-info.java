/** Downloads and seeds torrents. */
@org.jspecify.annotations.NullMarked
module org.betor.p2p {
  requires transitive org.betor.api;
  requires static transitive org.jspecify;
  requires java.xml; // what gateways say
  requires org.slf4j;

  exports org.betor.p2p;

  provides org.betor.api.spi.TorrentClient.Factory with
      org.betor.p2p.BtClient.Factory;
}
