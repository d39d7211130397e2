package org.betor.core.internal.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.betor.api.model.Contents;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.model.TitleMatch;
import org.betor.api.model.Upload;
import org.betor.core.Films;
import org.junit.jupiter.api.Test;

class ReleaseJsonTest {
  private static final ReleaseKey SINTEL =
      new ReleaseKey("btih:08ada5a7a6183aae1e09d831df6748d566095a10");
  private static final URI SOMEWHERE = URI.create("https://films.example/");

  @Test
  void everySectionComesBackWithAllItsFields() {
    Release release = Release.of(Films.key(1)).with(Films.everything());

    Release read = readBack(release);

    assertThat(read.sections()).hasSize(7).containsExactlyElementsOf(release.sections());
    assertThat(read).isEqualTo(release);
  }

  @Test
  void everySectionComesBackWithNothingInIt() {
    List<Section> sections =
        List.of(
            emptyListing("a", new Link.Magnet(MagnetLink.of(Films.hash(1)))),
            emptyListing("b", new Link.Magnet(MagnetLink.of(new InfoHash("ab".repeat(32))))),
            emptyListing("c", new Link.TorrentFile(SOMEWHERE)),
            emptyListing("", new Link.Unopened(SOMEWHERE, "")),
            new TitleMatch(List.of(), "", Films.NOON),
            new Contents("", List.of(), Films.NOON),
            new Swarm(0, 0, Films.NOON),
            new Upload("", 0, Films.NOON));
    Release release = Release.of(ReleaseKey.of("films", "☃ \"\\\u0000\ud800")).with(sections);

    assertThat(readBack(release)).isEqualTo(release);
    assertThat(readBack(release).sections()).hasSize(8);
  }

  @Test
  void aReleaseOfNothingButItsKeyComesBack() {
    assertThat(readBack(Release.of(Films.key(1)))).isEqualTo(Release.of(Films.key(1)));
  }

  @Test
  void theRecordIsCompactAndStatesItsVersion() {
    Release release = Release.of(Films.key(1)).with(new Swarm(3, 0, Films.NOON));

    assertThat(new String(ReleaseLine.of(release), UTF_8))
        .isEqualTo(
            "{\"v\":1,\"key\":\"btih:"
                + "0".repeat(39)
                + "1\",\"swarm\":[{\"seen\":[1772366400],\"seeders\":3,\"leechers\":0}]}");
  }

  @Test
  void whatALaterVersionAddsIsSkipped() {
    Release read =
        read(
            """
            {"v": 1, "mood": [1.5, null, {"a": [true]}], "key": "films:1",
             "review": [{"seen": [0], "stars": 5}],
             "title": [{"seen": [0], "ids": ["imdb:tt1727587", "letters:sintel"], "poster": {}}],
             "listing": [{"seen": [0], "provider": "films", "ghost": false,
                          "post": {"address": "https://films.example/", "type": "OPERA"},
                          "offer": {"file": "https://films.example/x", "resolution": "R4320"}}]}
            """);

    assertThat(read.sections()).hasSize(2);
    assertThat(read.ids()).extracting(Object::toString).containsExactly("imdb:tt1727587");
  }

  @Test
  void whatALaterVersionAddsIsSkippedInAPackedRecordToo() {
    byte[] tree =
        tree(
            out ->
                out.object(
                    json ->
                        json.number("v", 1)
                            .object("mood", ReleaseJsonTest::moods)
                            .text("key", "films:1")));

    assertThat(TreeReader.read(tree, 0)).isEqualTo(Release.of(new ReleaseKey("films:1")));
  }

  /** More fields than a byte can count, of all kinds. */
  private static void moods(RecordWriter.Fields json) {
    for (int i = 0; i < 200; i++) {
      json.numbers("numbers", List.of(-1, 7, 70, Long.MAX_VALUE))
          .texts("texts", List.of("b".repeat(200), "v", "", Films.key(1).value(), "\ud800"))
          .list(
              "lists",
              List.of(1L, 2L),
              (out, item) -> out.list(List.of(item), RecordWriter::number));
    }
  }

  private static byte[] tree(Consumer<RecordWriter> record) {
    BytesRefBuilder bytes = new BytesRefBuilder();
    record.accept(new TreeWriter(bytes));
    return BytesRef.deepCopyOf(bytes.get()).bytes;
  }

  @Test
  void fieldsMayComeInAnyOrder() {
    Release read =
        read(
            """
            {"listing": [{"post": {"heading": "Sintel", "address": "https://films.example/"},
                          "offer": {"size": 1, "reason": "a gate", "unopened": "https://films.example/x"},
                          "seen": [0], "provider": "films"}],
             "key": "films:1", "v": 1}
            """);

    assertThat(read.title()).isEqualTo("Sintel");
    assertThat(read.sizeBytes()).hasValue(1);
  }

  @Test
  void aRecordWithoutWhatHasToBeThereIsRefused() {
    assertThatThrownBy(() -> read("{\"v\": 1}")).hasMessageContaining("\"key\" is missing");
    assertThatThrownBy(() -> read("{\"key\": \"films:1\"}"))
        .hasMessageContaining("\"v\" is missing");
    assertThatThrownBy(() -> read("{\"v\": 1, \"key\": [\"films:1\"]}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRecordOfALaterVersionIsRefused() {
    assertThatThrownBy(() -> read("{\"v\": 2, \"key\": \"films:1\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 2");
  }

  @Test
  void whatAnEarlierVersionPackedIsRead() {
    String record =
        "02ee0171060480118102251800f01c08ada5a7a6183aae1e09d831df6748d566095a102083050106"
            + "0482050203c0d490cd060380cab5ee018a257a0264738b06048d3c9300011200042b02f1192f7369"
            + "6e74656c8e010b530069006e00740065006c002000e90020003dd800de9103da0f97060128b700ff"
            + "0467656d050127696e676cc3aa738c06029a0234b600010f9e00011035cb0011536c000243010175"
            + "01f200a303d285d8cc048605010603820501ba0050a613a70346";
    MagnetLink magnet =
        MagnetLink.parse(
            "magnet:?xt=" + SINTEL.infoHash().orElseThrow().urn() + "&dn=Sintel.2010.1080p");
    Post post =
        Post.at(URI.create("https://films.example/sintel"), "Sintel é 😀")
            .year(2010)
            .fact("dublagem", List.of("inglês"))
            .build();
    Offer offer = Offer.of(new Link.Magnet(magnet)).sizeBytes(1_234_567_890L).build();
    Instant later = Instant.parse("2026-03-01T12:00:00.5Z");

    assertThat(PackedJson.read(new BytesRef(HexFormat.of().parseHex(record))))
        .isEqualTo(
            Release.of(SINTEL)
                .with(new Swarm(3, 70, Instant.parse("2026-03-01T12:00:00Z")))
                .with(new Listing("films", post, offer, later)));
  }

  @Test
  void everyCutAndEveryChangedByteIsReadOrRefusedButNothingElse() {
    Release release = Release.of(Films.key(1)).with(Films.everything());
    everyCutAndEveryChangedByteIsReadOrRefused(
        ReleaseLine.of(release), json -> JsonReader.read(json, 0, json.length));
    everyCutAndEveryChangedByteIsReadOrRefused(
        tree(out -> ReleaseJson.write(release, out)), tree -> TreeReader.read(tree, 0));
  }

  private static void everyCutAndEveryChangedByteIsReadOrRefused(
      byte[] good, Consumer<byte[]> reader) {
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      byte[] broken = good.clone();
      broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      readOrRefused(() -> reader.accept(broken));
      byte[] cut = Arrays.copyOf(good, random.nextInt(good.length));
      readOrRefused(() -> reader.accept(cut));
    }
  }

  @Test
  void aMagnetLinkTooLongToBeReadAgainKeepsItsInfoHash() {
    MagnetLink link =
        MagnetLink.parse("magnet:?xt=" + Films.hash(1).urn() + "&dn=" + "é".repeat(60_000));
    Release release = Release.of(Films.key(1)).with(emptyListing("films", new Link.Magnet(link)));

    assertThat(readBack(release).magnet()).contains(MagnetLink.of(Films.hash(1)));
  }

  @Test
  void theRecordOfTheRehearsalIsARealOne() {
    assertThat(Rehearsal.release().title()).isEqualTo("Sintel");
  }

  @Test
  void aPackedRecordThatIsCutOrLiesAboutItsLengthIsRefused() {
    byte[] good = PackedJson.of(Release.of(Films.key(1)).with(Films.everything()));
    byte[] liar = {2, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0x7f, 0};

    for (int length = 0; length < good.length; length++) {
      refused(new BytesRef(good, 0, length));
    }
    refused(new BytesRef(liar));
  }

  private static void refused(BytesRef record) {
    assertThatThrownBy(() -> PackedJson.read(record))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).+");
  }

  @Test
  void aTextOfVeryManyHashesComesBack() {
    String guid = Films.key(1).value().repeat(20_000);
    Offer offer = Offer.of(new Link.TorrentFile(SOMEWHERE)).guid(guid).build();
    Listing listing = new Listing("films", Post.at(SOMEWHERE, "").build(), offer, Films.NOON);
    Release release = Release.of(Films.key(1)).with(listing);

    assertThat(readBack(release)).isEqualTo(release);
  }

  @Test
  void aRecordOfHashesWithinHashesIsRefused() {
    byte[] tree = new byte[100_000];
    Arrays.fill(tree, TreeWriter.WITH_HASH);

    assertThatThrownBy(() -> TreeReader.read(tree, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void packingMakesARecordOfManyFieldsAThirdAsLong() {
    Release release = Release.of(Films.key(1)).with(Films.everything());

    assertThat(PackedJson.of(release).length).isLessThan(ReleaseLine.of(release).length / 3);
  }

  private static void readOrRefused(Runnable read) {
    try {
      read.run();
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
  }

  private static Listing emptyListing(String provider, Link link) {
    Post post = Post.at(SOMEWHERE, "").build();
    return new Listing(provider, post, Offer.of(link).build(), Films.NOON);
  }

  /** Out of the middle of a page, packed; it is the same as out of a line of text. */
  private static Release readBack(Release release) {
    byte[] record = PackedJson.of(release);
    byte[] page =
        Stream.of(new byte[3], record, new byte[3]).reduce(new byte[0], ReleaseJsonTest::join);
    Release read = PackedJson.read(new BytesRef(page, 3, record.length));
    assertThat(ReleaseLine.read(ReleaseLine.of(release))).isEqualTo(read);
    return read;
  }

  private static byte[] join(byte[] head, byte[] tail) {
    byte[] both = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, both, head.length, tail.length);
    return both;
  }

  private static Release read(String json) {
    return ReleaseLine.read(json.getBytes(UTF_8));
  }
}
