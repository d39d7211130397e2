package org.betor.api.metainfo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.betor.api.metainfo.Bencode.map;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.betor.api.metainfo.MetainfoException.Reason;
import org.betor.api.metainfo.TorrentMaker.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MetainfoRefusalTest {
  private static final File FILM = new File("Sintel.mp4", 100_000);
  private static final File POSTER = new File("poster.jpg", 900);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                 | MALFORMED | the file ends too early, at byte 0",
        "<html>             | MALFORMED | the file has something else where a value belongs, at byte 0",
        "i7e                | MALFORMED | the file is a number, not a dictionary",
        "le                 | MALFORMED | the file is a list, not a dictionary",
        "de                 | MALFORMED | the file has no \"info\", a dictionary",
        "d4:infoi7ee        | MALFORMED | info is a number, not a dictionary",
        "d4:info            | MALFORMED | info ends too early, at byte 7",
        "d4:infod           | MALFORMED | info ends too early, at byte 8",
        "d4:infod4:name9:ab | MALFORMED | info.name has a text of 9 bytes where 2 are left, at byte 16",
        "d1:a2147483647:    | MALFORMED | a has a text of 2147483647 bytes where 0 are left, at byte 15",
        "d1:a9223372036854775807:b | MALFORMED | a has a text of 9223372036854775807 bytes where 1 are left, at byte 24",
        "d1:a9999999999999999999:b | MALFORMED | a has a text of 9999999999999999999 bytes where 1 are left, at byte 24",
        "d1:a99999999999999999999:b | TOO_LARGE | a has a number of 20 digits, at byte 24",
        "d1:a01:b           | MALFORMED | a has a number with a needless zero at its head, at byte 6",
        "d1:ai9223372036854775808ee | TOO_LARGE | a has the number 9223372036854775808, which does not fit 64 bits, at byte 25",
        "d1:ai-9223372036854775809ee | TOO_LARGE | a has the number -9223372036854775809, which does not fit 64 bits, at byte 26",
        "d1:ai007ee         | MALFORMED | a has a number with a needless zero at its head, at byte 8",
        "d1:ai-0ee          | MALFORMED | a has a number -0, at byte 8",
        "d1:aiee            | MALFORMED | a has something else where a value belongs, at byte 5",
        "d1:ai 7ee          | MALFORMED | a has something else where a value belongs, at byte 5",
        "d1:ai7             | MALFORMED | a ends too early, at byte 6",
        "d1:a1:b1:a1:ce     | MALFORMED | the file has the key \"a\" twice, at byte 10",
        "di7ei7ee           | MALFORMED | the file has something else where a value belongs, at byte 1",
        "d1:ae              | MALFORMED | a has something else where a value belongs, at byte 4",
        "dede               | MALFORMED | the file goes on after its end with 2 bytes, at byte 2",
        "d1:ali1ei02eee     | MALFORMED | a[1] has a number with a needless zero at its head, at byte 11",
      })
  void badBencodingIsRefused(String file, Reason reason, String message) {
    MetainfoException refused = refusal(file.getBytes(ISO_8859_1));

    assertThat(refused).hasMessage(message);
    assertThat(refused.reason()).isEqualTo(reason);
  }

  static Stream<Arguments> badContent() {
    return Stream.of(
        arguments(film().without("name"), Reason.MALFORMED, "info has no \"name\", a text"),
        arguments(
            film().withInfo("name", 7), Reason.MALFORMED, "info.name is a number, not a text"),
        arguments(film().without("length"), Reason.MALFORMED, "info has no \"files\", a list"),
        arguments(
            film().withInfo("files", List.of(FILM.entry())),
            Reason.MALFORMED,
            "info has both \"files\" and \"length\", so it is unclear what it holds"),
        arguments(film().withInfo("length", -1), Reason.MALFORMED, "info.length is negative: -1"),
        arguments(
            film().withInfo("length", 0),
            Reason.MALFORMED,
            "info holds no bytes: there is no content"),
        arguments(
            film().withInfo("length", new BigInteger("9223372036854775808")),
            Reason.TOO_LARGE,
            "info.length has the number 9223372036854775808, which does not fit 64 bits, at byte"
                + " 37"),
        arguments(
            film().withInfo("length", Long.MAX_VALUE).withInfo("piece length", 1),
            Reason.INCONSISTENT,
            "info.pieces has 80 bytes, but 9223372036854775807 pieces need 20 bytes each"),
        arguments(
            film().withInfo("piece length", 0),
            Reason.MALFORMED,
            "info.piece length is 0 bytes; a piece has from 1 to 536870912"),
        arguments(
            film().withInfo("piece length", Long.MIN_VALUE),
            Reason.MALFORMED,
            "info.piece length is -9223372036854775808 bytes; a piece has from 1 to 536870912"),
        arguments(
            film().withInfo("piece length", 1L << 30),
            Reason.TOO_LARGE,
            "info.piece length is 1073741824 bytes; a piece has from 1 to 536870912"),
        arguments(film().without("pieces"), Reason.MALFORMED, "info has no \"pieces\", a text"),
        arguments(
            film().withInfo("pieces", TorrentMaker.sha1s(1)),
            Reason.INCONSISTENT,
            "info.pieces has 20 bytes, but 4 pieces need 20 bytes each"),
        arguments(
            film().withInfo("pieces", new byte[81]),
            Reason.INCONSISTENT,
            "info.pieces has 81 bytes, but 4 pieces need 20 bytes each"),
        arguments(
            film().without("pieces").withInfo("root hash", new byte[20]),
            Reason.UNSUPPORTED,
            "info is a Merkle torrent (BEP 30), not supported"),
        arguments(
            film().withInfo("meta version", 3),
            Reason.UNSUPPORTED,
            "info is of version 3; only versions 1 and 2 are supported"),
        arguments(
            folder().withInfo("files", List.of()),
            Reason.MALFORMED,
            "info.files is empty: a torrent has at least one file"),
        arguments(
            folder().withInfo("files", List.of(map("length", 7))),
            Reason.MALFORMED,
            "info.files[0] has no \"path\", a list"),
        arguments(
            folder().withInfo("files", List.of(map("length", 7, "path", List.of()))),
            Reason.MALFORMED,
            "info.files[0].path is an empty path"),
        arguments(
            folder().withInfo("files", List.of(map("length", 7, "path", List.of(8)))),
            Reason.MALFORMED,
            "info.files[0].path[0] is a number, not a text"),
        arguments(
            folder().withInfo("files", List.of(map("attr", "l", "path", List.of("a")))),
            Reason.MALFORMED,
            "info.files[0] has no \"symlink path\", a list"),
        arguments(
            folder()
                .withInfo(
                    "files",
                    List.of(new File("a", Long.MAX_VALUE).entry(), new File("b", 1).entry())),
            Reason.TOO_LARGE,
            "info.files[1] ends beyond 2^63 bytes, together with those before it"));
  }

  @ParameterizedTest
  @MethodSource
  void badContent(TorrentMaker torrent, Reason reason, String message) {
    MetainfoException refused = refusal(torrent.bytes());

    assertThat(refused).hasMessage(message);
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.magnet()).isEmpty();
    assertThat(message).startsWith(refused.where() + " ");
  }

  static Stream<Arguments> badVersion2() {
    byte[] root = TorrentMaker.root(100_000);
    String key = new String(root, ISO_8859_1);
    return Stream.of(
        arguments(v2().without("file tree"), Reason.MALFORMED, "has no \"file tree\""),
        arguments(v2().withInfo("file tree", map()), Reason.MALFORMED, "holds no file"),
        arguments(
            v2().withInfo("piece length", 40_000), Reason.MALFORMED, "a power of two from 16384"),
        arguments(
            v2().withInfo("piece length", 8_192), Reason.MALFORMED, "a power of two from 16384"),
        arguments(tree(map("b", file(0), "a", file(0))), Reason.MALFORMED, "is not sorted"),
        arguments(
            tree(map("a", map("", map("length", 0), "b", file(0)))),
            Reason.MALFORMED,
            "info.file tree.a is a file and a folder at once"),
        arguments(tree(map("a", 7)), Reason.MALFORMED, "info.file tree.a is a number"),
        arguments(tree(map("a", file(7))), Reason.MALFORMED, "has no \"pieces root\", a text"),
        arguments(
            tree(map("a", map("", map("attr", "p", "length", 7)))),
            Reason.MALFORMED,
            "is padding, which version 2 has not"),
        arguments(
            tree(map("a", map("", map("length", 7, "pieces root", new byte[31])))),
            Reason.MALFORMED,
            "has 31 bytes, a SHA-256 hash has 32"),
        arguments(
            tree(map("a", map("", map("length", 7, "pieces root", new byte[32])))),
            Reason.INCONSISTENT,
            "is all zeros"),
        arguments(
            v2().without("piece layers"), Reason.INCONSISTENT, "has 0 bytes in \"piece layers\""),
        arguments(
            v2().with("piece layers", map(key, new byte[33])),
            Reason.INCONSISTENT,
            "has 33 bytes in \"piece layers\", not 32 for each piece"),
        arguments(
            v2().with("piece layers", map(key, root)),
            Reason.INCONSISTENT,
            "has a piece layer of 32 bytes, but 4 pieces need 32 bytes each"),
        arguments(
            v2().with("piece layers", map(key, new byte[128])),
            Reason.INCONSISTENT,
            "info.file tree.Sintel.mp4.\"\".pieces root is not the root of its piece layer"),
        arguments(
            TorrentMaker.v2("Sintel", POSTER).with("piece layers", map(key, new byte[32])),
            Reason.INCONSISTENT,
            "piece layers has layers that belong to no file"));
  }

  @ParameterizedTest
  @MethodSource
  void badVersion2(TorrentMaker torrent, Reason reason, String message) {
    MetainfoException refused = refusal(torrent.bytes());

    assertThat(refused).hasMessageContaining(message);
    assertThat(refused.reason()).isEqualTo(reason);
  }

  static Stream<Arguments> hybridsThatSayTwoThings() {
    Map<String, Object> padding = map("attr", "p", "length", 31_072, "path", List.of(".pad", "0"));
    return Stream.of(
        arguments(
            hybrid().withInfo("files", List.of(FILM.entry(), padding, new File("x", 900).entry())),
            "differ in file 2"),
        arguments(
            hybrid()
                .withInfo(
                    "files", List.of(FILM.entry(), padding, new File("poster.jpg", 9).entry())),
            "differ in file 2"),
        arguments(
            hybrid()
                .withInfo("files", List.of(FILM.entry(), POSTER.entry()))
                .withInfo("pieces", TorrentMaker.sha1s(100_900)),
            "differ in file 2"),
        arguments(
            hybrid()
                .withInfo("files", List.of(FILM.entry()))
                .withInfo("pieces", TorrentMaker.sha1s(100_000)),
            "differ in file 2"),
        arguments(
            hybrid()
                .withInfo(
                    "files",
                    List.of(
                        FILM.entry(), padding, POSTER.entry(), map("attr", "p", "length", 64_000)))
                .withInfo("pieces", TorrentMaker.sha1s(131_072 + 900 + 64_000)),
            "version 1 has 6 pieces, version 2 has 5"));
  }

  @ParameterizedTest
  @MethodSource
  void hybridsThatSayTwoThings(TorrentMaker torrent, String message) {
    assertThat(refusal(torrent.bytes()))
        .hasMessageStartingWith("info says two things: ")
        .hasMessageEndingWith(message)
        .returns(Reason.INCONSISTENT, MetainfoException::reason);
  }

  @Test
  void depthIsBounded() {
    byte[] lists = ("d1:a" + "l".repeat(1_000_000)).getBytes(ISO_8859_1);
    byte[] tree = ("d4:infod9:file tree" + "d1:a".repeat(1_000_000)).getBytes(ISO_8859_1);

    assertThat(refusal(lists)).hasMessage("the file is more than 100 levels deep, at byte 104");
    assertThat(refusal(tree).reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void countsAreBounded() {
    byte[] file = ("d1:al" + "le".repeat(2_000_000) + "ee").getBytes(ISO_8859_1);

    assertThat(refusal(file))
        .hasMessageMatching("a has more than 1000000 values, at byte \\d+")
        .returns(Reason.TOO_LARGE, MetainfoException::reason);
  }

  @Test
  void pathsTogetherAreBounded() {
    Map<String, Object> tree = new TreeMap<>();
    IntStream.range(0, 10_000).forEach(i -> tree.put("copy" + i, file(0)));
    Map<String, Object> deep = tree;
    for (int depth = 0; depth < 50; depth++) {
      deep = map("a".repeat(50), deep);
    }

    assertThat(refusal(tree(deep).bytes()))
        .hasMessage("info.file tree has paths of more than 16777216 letters");
  }

  @Test
  void piecesThatEqualFilesShareAreBounded() {
    long bytes = 80L << 20;
    TorrentMaker torrent = TorrentMaker.v2("Sintel", new File("Sintel.mp4", bytes));
    Object file = map("", map("length", bytes, "pieces root", TorrentMaker.root(bytes)));
    Map<String, Object> tree = new TreeMap<>();
    IntStream.range(0, 1_000).forEach(i -> tree.put("copy" + i, file));

    assertThat(refusal(torrent.withInfo("file tree", tree).bytes()))
        .hasMessage("info has 2560000 pieces; at most 2097152 are read");
  }

  @Test
  void whatIsShownIsShortAndPrintable() {
    String key = "\u001b[31m".repeat(1_000);
    byte[] file =
        Bencode.bytes(map(key, map(key, map(key, map(key, new BigInteger("9".repeat(20)))))));

    assertThat(refusal(file).getMessage()).hasSizeLessThan(400).doesNotContain("\u001b");
  }

  private static TorrentMaker film() {
    return TorrentMaker.single("Sintel.mp4", 100_000);
  }

  private static TorrentMaker folder() {
    return TorrentMaker.folder("Sintel", FILM);
  }

  private static TorrentMaker v2() {
    return TorrentMaker.v2("Sintel", FILM);
  }

  private static TorrentMaker hybrid() {
    return TorrentMaker.hybrid("Sintel", FILM, POSTER);
  }

  private static TorrentMaker tree(Map<String, Object> tree) {
    return TorrentMaker.v2("Sintel", POSTER).withInfo("file tree", tree);
  }

  private static Map<String, Object> file(long bytes) {
    return map("", map("length", bytes));
  }

  private static MetainfoException refusal(byte[] file) {
    return catchThrowableOfType(MetainfoException.class, () -> Metainfo.read(file));
  }
}
