package org.betor.api.metainfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.betor.api.metainfo.Bencode.map;

import java.util.Collections;
import java.util.List;
import org.betor.api.metainfo.MetainfoException.Reason;
import org.betor.api.model.MagnetLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathsTest {
  private static final String NAMES =
      """
      ..              | has ".." for a name, which leads elsewhere
      .               | has "." for a name, which leads elsewhere
      '.. '           | has ".. " for a name, which leads elsewhere
      ...             | has "..." for a name, which leads elsewhere
      ''              | has an empty name in its path
      /etc            | has a separator within the name "/etc"
      a/../../b       | has a separator within the name "a/../../b"
      a\\b            | has a separator within the name "a\\b"
      C:              | begins with a drive, "C:"
      C:\\Windows     | has a separator within the name "C:\\Windows"
      c:film          | begins with a drive, "c:film"
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = NAMES)
  void namesThatLeadElsewhereAreRefusedInPaths(String name, String why) {
    TorrentMaker torrent =
        TorrentMaker.folder("Sintel", file("a"))
            .withInfo("files", List.of(map("length", 9, "path", List.of(name, "film.mp4"))));
    MetainfoException refused = refusal(torrent);

    assertThat(refused).hasMessage("info.files[0] " + why);
    assertThat(refused.reason()).isEqualTo(Reason.UNSAFE_PATH);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = NAMES)
  void namesThatLeadElsewhereAreRefusedForTheWholeTorrent(String name, String why) {
    assertThat(refusal(TorrentMaker.single(name, 9))).hasMessage("info.name " + why);
    assertThat(refusal(TorrentMaker.folder(name, file("a")))).hasMessage("info.name " + why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "a\nb", "\u007f", "\u0085"})
  void controlCharactersAreRefused(String name) {
    assertThat(refusal(TorrentMaker.folder("Sintel", file("a", name))))
        .hasMessageStartingWith("info.files[0] has a control character in the name");
  }

  @Test
  void paddingIsNeverWrittenAndMayBeThereAgain() {
    TorrentMaker torrent = TorrentMaker.hybrid("Sintel", file("a"), file("b"), file("c"));

    assertThat(torrent.read().files()).extracting(ContentFile::path).containsExactly("a", "b", "c");
  }

  @Test
  void aFileInVersion2IsCheckedToo() {
    assertThat(refusal(TorrentMaker.v2("Sintel", file("a", "..", "..", "b"))))
        .hasMessageEndingWith("has \"..\" for a name, which leads elsewhere")
        .returns(Reason.UNSAFE_PATH, MetainfoException::reason);
    assertThat(refusal(TorrentMaker.v2("Sintel", file("", "b"))))
        .hasMessageEndingWith("has an empty name in its path");
  }

  @Test
  void aLinkThatLeadsOutIsRefused() {
    TorrentMaker torrent =
        TorrentMaker.folder("Sintel", file("a"))
            .withInfo(
                "files",
                List.of(
                    file("a").entry(),
                    map("attr", "l", "path", List.of("b"), "symlink path", List.of("..", "c"))));

    assertThat(refusal(torrent))
        .hasMessage("info.files[1] links to what has \"..\" for a name, which leads elsewhere");
  }

  @Test
  void namesAndPathsThatAreTooLongAreRefused() {
    String longest = "é".repeat(127) + "a";

    assertThat(TorrentMaker.folder(longest, file(longest)).read().name()).isEqualTo(longest);
    assertThat(refusal(TorrentMaker.folder("Sintel", file(longest + "a"))))
        .hasMessage("info.files[0] has a name of 256 bytes, at most 255 can be written");
    assertThat(
            refusal(
                TorrentMaker.folder(
                    "Sintel", file(String.join("/", Collections.nCopies(17, longest))))))
        .hasMessage("info.files[0] is a path of 4352 bytes, at most 4096 can be written");
  }

  @ParameterizedTest
  @CsvSource({
    "Sintel.mp4, Sintel.mp4",
    "Sintel.mp4, SINTEL.MP4",
    "a/b/c, A/b/C",
    "é, e\u0301",
    "Sintel, Sintel.",
    "'Sintel /a', Sintel/a",
  })
  void twoPathsThatSomeFileSystemHoldsForOneAreRefused(String first, String second) {
    MetainfoException refused =
        refusal(TorrentMaker.folder("Sintel", file(first), file("between"), file(second)));

    assertThat(refused).hasMessage("info.files[2] has the path \"" + second + "\" again");
    assertThat(refused.reason()).isEqualTo(Reason.UNSAFE_PATH);
  }

  @ParameterizedTest
  @CsvSource({"a, a/b, 2", "A/b/c, a/B, 0", "a, a/b/c, 2"})
  void aFileThatIsAlsoAFolderIsRefused(String first, String second, int index) {
    assertThat(refusal(TorrentMaker.folder("Sintel", file(first), file("a.txt"), file(second))))
        .hasMessageStartingWith("info.files[" + index + "] has the path ")
        .hasMessageEndingWith(", part of which is a file itself");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CON",
        "aux.c",
        "what?",
        "Sintel: a film",
        "foobar ",
        ".hidden",
        "..a",
        "a..",
        "Straße",
        "映画",
        "~",
        "-rf"
      })
  void namesThatDoNoHarmAreLetThrough(String name) {
    Metainfo torrent =
        TorrentMaker.folder(name, file(name), file("strasse"), file("folder/" + name)).read();

    assertThat(torrent.name()).isEqualTo(name);
    assertThat(torrent.files().get(0).path()).isEqualTo(name);
  }

  @Test
  void aTorrentThatIsRefusedForItsPathsAloneCanStillBeNamed() {
    TorrentMaker safe = TorrentMaker.hybrid("Sintel", file("a"), file("b"));
    TorrentMaker unsafe = TorrentMaker.hybrid("..", file("a"), file("b"));

    MagnetLink magnet = refusal(unsafe).magnet().orElseThrow();

    assertThat(magnet.infoHash()).isPresent().isNotEqualTo(safe.read().infoHash());
    assertThat(magnet.infoHashV2()).isPresent();
    assertThat(magnet.name()).contains("..");
    assertThat(magnet.sizeBytes()).hasValue(18);
    assertThat(refusal(TorrentMaker.single("a".repeat(1_000_000), 9)).magnet()).isPresent();
  }

  private static TorrentMaker.File file(String... path) {
    return new TorrentMaker.File(String.join("/", path), 9);
  }

  private static MetainfoException refusal(TorrentMaker torrent) {
    return catchThrowableOfType(MetainfoException.class, torrent::read);
  }
}
