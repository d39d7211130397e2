package org.betor.testkit;

/**
 * What every {@link org.betor.api.spi.TorrentClient} promises. A test class that implements this
 * runs these tests: clients in directories of their own seed invented files and download them from
 * one another. Waiting ends as soon as what is waited for is so, and fails after a minute.
 *
 * <pre>{@code
 * class FerryClientTest implements TorrentClientContract {
 *   public TorrentClient open(Path directory) throws IOException {
 *     return FerryClient.open(directory, InetAddress.getLoopbackAddress());
 *   }
 *
 *   public MagnetLink linkTo(TorrentClient client, Torrent torrent) {
 *     int port = ((FerryClient) client).port();
 *     return MagnetLink.parse(
 *         "magnet:?xt=" + torrent.infoHash().urn() + "&x.pe=127.0.0.1:" + port);
 *   }
 * }
 * }</pre>
 */
public interface TorrentClientContract
    extends TorrentSeeding,
        TorrentDownloads,
        TorrentChoices,
        TorrentStates,
        TorrentRemovals,
        TorrentWaiting,
        TorrentNumbers,
        TorrentKeeping,
        TorrentStreaming {}
