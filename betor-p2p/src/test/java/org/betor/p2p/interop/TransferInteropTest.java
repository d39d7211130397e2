package org.betor.p2p.interop;

import java.nio.file.Path;
import org.betor.p2p.Encryption;
import org.betor.p2p.interop.Content.Layout;
import org.betor.p2p.interop.Transfer.Kind;
import org.betor.p2p.interop.Transfer.Meeting;
import org.betor.p2p.interop.Transfer.Source;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("interop")
@Execution(ExecutionMode.CONCURRENT)
class TransferInteropTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          FROM         | TO           | LAYOUT   | MIB | PIECE | SOURCE       | ENCRYPTION | MEETING      | KIND
          LIBTORRENT   | OURS         | ONE_FILE |   3 |    16 | TORRENT_FILE | OFF        | DIAL         | PUBLIC
          LIBTORRENT   | OURS         | FOLDERS  |   3 |    64 | MAGNET       | PREFERRED  | DIAL         | PUBLIC
          LIBTORRENT   | OURS         | ONE_FILE |  40 | 16384 | TORRENT_FILE | REQUIRED   | HTTP_TRACKER | PRIVATE
          LIBTORRENT   | OURS         | FOLDERS  |   5 |   256 | MAGNET       | REQUIRED   | UDP_TRACKER  | HYBRID
          ARIA2        | OURS         | FOLDERS  |   8 |  1024 | MAGNET       | REQUIRED   | DIAL         | PUBLIC
          ARIA2        | OURS         | ONE_FILE |   3 |    32 | TORRENT_FILE | PREFERRED  | HTTP_TRACKER | PUBLIC
          TRANSMISSION | OURS         | FOLDERS  |   3 |   128 | MAGNET       | REQUIRED   | DIAL         | PUBLIC
          OURS         | LIBTORRENT   | ONE_FILE |   3 |  1024 | MAGNET       | REQUIRED   | DIAL         | PUBLIC
          OURS         | LIBTORRENT   | FOLDERS  |   3 |    16 | TORRENT_FILE | PREFERRED  | HTTP_TRACKER | PRIVATE
          OURS         | LIBTORRENT   | FOLDERS  |  40 | 16384 | MAGNET       | OFF        | UDP_TRACKER  | HYBRID
          OURS         | ARIA2        | FOLDERS  |   3 |    64 | MAGNET       | REQUIRED   | HTTP_TRACKER | PUBLIC
          OURS         | ARIA2        | ONE_FILE |   5 |   256 | TORRENT_FILE | OFF        | HTTP_TRACKER | PRIVATE
          OURS         | TRANSMISSION | ONE_FILE |   3 |    32 | TORRENT_FILE | PREFERRED  | DIAL         | PUBLIC
          """)
  void everyFileArrivesAsItWas(
      Software from,
      Software to,
      Layout layout,
      int contentMib,
      int pieceKib,
      Source source,
      Encryption encryption,
      Meeting meeting,
      Kind kind)
      throws Exception {
    from.need();
    to.need();
    Transfer transfer =
        new Transfer(layout, contentMib, pieceKib, source, encryption, meeting, kind);
    try (Exchange exchange = new Exchange(folder, transfer)) {
      exchange.run(from, to);
    }
  }
}
