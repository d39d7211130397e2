package org.betor.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MagnetLinkTest {
  private static final String SINTEL = "08ada5a7a6183aae1e09d831df6748d566095a10";
  private static final String BUNNY = "dd8255ecdc7ca55fb0bbf81323d87062db1f6d1c";
  private static final String START = "magnet:?xt=urn:btih:" + SINTEL;
  private static final String V2 = "0123456789abcdef".repeat(4);

  @Test
  void readsAllThatALinkSays() {
    MagnetLink link =
        MagnetLink.parse(
            START
                + "&dn=Sintel+2010&xl=129302391&tr=udp%3A%2F%2Ftracker.example%3A1337%2Fannounce"
                + "&ws=https%3A%2F%2Fseed.example%2Fsintel%2F&x.pe=192.0.2.7%3A6881"
                + "&x.pe=[2001:db8::1]:6881&so=0,2,4-6&kt=open+film");

    assertThat(link.infoHash()).contains(new InfoHash(SINTEL));
    assertThat(link.infoHashV2()).isEmpty();
    assertThat(link.name()).contains("Sintel 2010");
    assertThat(link.sizeBytes()).hasValue(129_302_391);
    assertThat(link.trackers()).containsExactly(URI.create("udp://tracker.example:1337/announce"));
    assertThat(link.webSeeds()).containsExactly(URI.create("https://seed.example/sintel/"));
    assertThat(link.peers()).containsExactly("192.0.2.7:6881", "[2001:db8::1]:6881");
    assertThat(link.selectedFiles()).containsExactly(0, 2, 4, 5, 6);
    assertThat(link.keywords()).containsExactly("open", "film");
  }

  @Test
  void aPlainLinkSaysNothingElse() {
    MagnetLink link = MagnetLink.of(new InfoHash(SINTEL));

    assertThat(link).hasToString(START).isEqualTo(MagnetLink.parse(START));
    assertThat(link.name()).isEmpty();
    assertThat(link.sizeBytes()).isEmpty();
    assertThat(link.trackers()).isEmpty();
    assertThat(link.selectedFiles()).isEmpty();
    assertThat(link.publicKey()).isEmpty();
  }

  @Test
  void keepsEveryNameTrackerAndTopicOnceAndInOrder() {
    MagnetLink link =
        MagnetLink.parse(
            START
                + "&xt=urn:btmh:1220"
                + V2
                + "&xt=urn:btih:"
                + BUNNY
                + "&dn=COPIED.FROM.SOMEWHERE&dn=Sintel&dn=Sintel"
                + "&tr=udp://b.example:1&tr=udp://a.example:1&tr=udp://b.example:1");

    assertThat(link.infoHash()).contains(new InfoHash(SINTEL));
    assertThat(link.infoHashV2()).contains(new InfoHash(V2));
    assertThat(link.names()).containsExactly("COPIED.FROM.SOMEWHERE", "Sintel");
    assertThat(link.trackers())
        .containsExactly(URI.create("udp://b.example:1"), URI.create("udp://a.example:1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"&xt=", "&amp;xt=", "&#38;xt=", "&XT=", "& xt=", "&xt.2=", "&dn=Sintel&xl=1&xt="})
  void aSecondTopicIsSeenHoweverItIsWritten(String parameter) {
    MagnetLink link = MagnetLink.parse(START + parameter + "urn:btmh:1220" + V2);

    assertThat(link.infoHash()).contains(new InfoHash(SINTEL));
    assertThat(link.infoHashV2()).contains(new InfoHash(V2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "g&dn=Sintel", "%30"})
  void aHashThatGoesOnIsRefused(String more) {
    assertThatIllegalArgumentException().isThrownBy(() -> MagnetLink.parse(START + more));
  }

  @Test
  void numbersBehindNamesAndTheCaseOfNamesDoNotMatter() {
    MagnetLink link =
        MagnetLink.parse(
            "MAGNET:?XT.1=urn:btih:"
                + SINTEL
                + "&dN=Sintel&tr.1=udp://a.example:1&TR.22=udp://b.example:1");

    assertThat(link.infoHash()).contains(new InfoHash(SINTEL));
    assertThat(link.name()).contains("Sintel");
    assertThat(link.trackers()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"&", "&amp;", "&#38;", "&#038;", "&#x26;", "&amp;amp;"})
  void anAmpersandMayBeEscapedForHtml(String ampersand) {
    MagnetLink link =
        MagnetLink.parse(START + ampersand + "dn=Sintel" + ampersand + "tr=udp://a.example:1");

    assertThat(link).isEqualTo(MagnetLink.parse(START + "&dn=Sintel&tr=udp://a.example:1"));
  }

  @ParameterizedTest
  @CsvSource({
    "Sintel 2010 (1080p), Sintel 2010 (1080p)",
    "Sintel+2010, Sintel 2010",
    "O%20Final%20da%20Turn%c3%aa, O Final da Turnê",
    "O%20Final%20da%20Turn%EA, O Final da Turnê",
    "Nosferatu%2C+1922, 'Nosferatu, 1922'",
    "100% livre, 100% livre",
    "Metade%2, Metade%2",
    "Sem%zzcor, Sem%zzcor",
    "1%2B1, 1+1"
  })
  void namesAreReadAsTheyWereMeant(String written, String meant) {
    assertThat(MagnetLink.parse(START + "&dn=" + written).name()).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "udp://tracker.example:1337/announce",
        "udp%3a%2f%2ftracker.example%3a1337%2fannounce",
        "%2audp%3a%2f%2ftracker.example%3a1337%2fannounce",
        "*udp://tracker.example:1337/announce",
        "udp%253A%252F%252Ftracker.example%253A1337%252Fannounce",
        " udp://tracker.example:1337/announce "
      })
  void aTrackerIsFoundInEveryDress(String written) {
    assertThat(MagnetLink.parse(START + "&tr=" + written).trackers())
        .containsExactly(URI.create("udp://tracker.example:1337/announce"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&tr=ftp://tracker.example",
        "&tr=magnet:?xt=urn",
        "&tr=udp",
        "&tr=<html>",
        "&tr=",
        "&tr=udp:tracker.example",
        "&ws=udp://seed.example",
        "&x.pe=192.0.2.7",
        "&x.pe=192.0.2.7:0",
        "&x.pe=192.0.2.7:65536",
        "&x.pe=<peer>:1",
        "&xl=-1",
        "&xl=many",
        "&xl=9999999999999999999",
        "&so=",
        "&dn=+",
        "&=nothing",
        "&.1=nothing",
        "&&&"
      })
  void aHintThatNobodyCouldUseIsDropped(String hint) {
    MagnetLink link = MagnetLink.parse(START + hint);

    assertThat(link).isEqualTo(MagnetLink.of(new InfoHash(SINTEL)));
  }

  @Test
  void anAlternativeSourceIsAWebSeed() {
    assertThat(MagnetLink.parse(START + "&as=https://seed.example/sintel.mkv").webSeeds())
        .containsExactly(URI.create("https://seed.example/sintel.mkv"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "'0,2,4' = '0,2,4'",
        "'6-8,2' = '2,6,7,8'",
        "'7-4,1' = '1'",
        "'3-,1,,x' = '1'",
        "'100000' = ''",
        "'65535,65536' = '65535'",
        "'65534-99999' = '65534,65535'"
      })
  void selectedFilesAreIndexesAndRangesWithinBounds(String written, String selected) {
    List<String> indexes =
        MagnetLink.parse(START + "&so=" + written).selectedFiles().stream()
            .map(String::valueOf)
            .toList();

    assertThat(String.join(",", indexes)).isEqualTo(selected);
  }

  @Test
  void aRepeatedWideRangeSelectsEachFileOnce() {
    String ranges = "0-65535,".repeat(5_000);

    assertThat(MagnetLink.parse(START + "&so=" + ranges).selectedFiles()).hasSize(65_536);
  }

  @Test
  void aPublicKeyNamesATorrentToo() {
    MagnetLink link = MagnetLink.parse("magnet:?xs=urn:btpk:" + V2 + "&dn=Sintel");

    assertThat(link.publicKey()).contains(V2);
    assertThat(link.infoHash()).isEmpty();
  }

  @Test
  void keepsParametersThatItDoesNotKnow() {
    MagnetLink link =
        MagnetLink.parse(START + "&x.sintel=um+dois%26tr%C3%AAs&xs=https://a.example/");

    assertThat(link.toString()).contains("x.sintel=um%2Bdois%26tr%C3%AAs");
    assertThat(link.exactSources()).containsExactly("https://a.example/");
    assertThat(MagnetLink.parse(link.toString())).isEqualTo(link);
  }

  @Test
  void aMalformedHashIsForgivenBesideAGoodOne() {
    assertThat(MagnetLink.parse("magnet:?xt=urn:btih:abc&xt=urn:btih:" + SINTEL).infoHash())
        .contains(new InfoHash(SINTEL));
  }

  @Test
  void aTopicOfAnotherNetworkIsNoInfoHash() {
    MagnetLink link = MagnetLink.parse("magnet:?xt=urn:ed2k:354b15e68fb8f36d7cd88ff94116cdc1");

    assertThat(link.infoHash()).isEmpty();
    assertThat(link.infoHashV2()).isEmpty();
  }

  @Test
  void theTopicIsWrittenFirstWhereverItStood() {
    assertThat(MagnetLink.parse("magnet:?dn=Sintel&xt=URN:BTIH:" + SINTEL))
        .hasToString(START + "&dn=Sintel");
  }

  @ParameterizedTest
  @CsvSource({
    "'', does not start",
    "https://films.example/sintel, does not start",
    "magnet://sintel, does not start",
    "magnet:?, names no torrent",
    "magnet:?dn=Sintel, names no torrent",
    "magnet:?xt=08ada5a7a6183aae1e09d831df6748d566095a10, names no torrent",
    "magnet:?xs=urn:btpk:tooshort, names no torrent",
    "magnet:?xt=urn:btih:abc, 40 hex digits or 32 base32 letters",
    "magnet:?xt=urn:btih:zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz, 40 or 64 hex digits",
    "magnet:?xt=urn:btmh:1220abc, 1220 and 64 hex digits"
  })
  void refusesWhatNamesNothingAndSaysWhy(String text, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MagnetLink.parse(text))
        .withMessageContaining(reason);
  }

  @Test
  void aRefusalShowsOnlyTheStartOfALongLink() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MagnetLink.parse("magnet:?dn=" + "x".repeat(5_000)))
        .satisfies(refusal -> assertThat(refusal.toString()).hasSizeLessThan(200));
  }

  @Test
  void refusesATextThatIsTooLong() {
    String padding = "x".repeat(MagnetLink.MAX_CHARS);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> MagnetLink.parse(START + "&dn=" + padding))
        .withMessageContaining("at most 65536 characters");
  }

  @Test
  void readsTheLongestLinkWithThousandsOfTrackers() {
    StringBuilder text = new StringBuilder(START);
    for (int i = 0; text.length() < MagnetLink.MAX_CHARS - 30; i++) {
      text.append("&tr=udp://a").append(i);
    }

    assertThat(MagnetLink.parse(text.toString()).trackers()).hasSizeGreaterThan(3_500);
  }

  @Test
  void addsTheHintsOfAnotherLinkAndKeepsItsOwnFirst() {
    MagnetLink link = MagnetLink.parse(START + "&dn=Sintel&tr=udp://a.example:1");
    MagnetLink other =
        MagnetLink.parse(START + "&dn=Sintel+2010&tr=udp://b.example:1&tr=udp://a.example:1&xl=5");

    assertThat(link.withHintsOf(other))
        .hasToString(
            START + "&dn=Sintel&dn=Sintel%202010&tr=udp://a.example:1&tr=udp://b.example:1");
    assertThat(link.trackers()).hasSize(1);
  }

  @Test
  void whatIsWrittenIsReadAgainAsAnEqualLink() {
    Random random = new Random(20100930);
    for (int round = 0; round < 3_000; round++) {
      MagnetLink link = MagnetLink.parse(START + randomParameters(random));

      MagnetLink again = MagnetLink.parse(link.toString());

      assertThat(again).isEqualTo(link).hasSameHashCodeAs(link).hasToString(link.toString());
    }
  }

  private static String randomParameters(Random random) {
    List<String> names =
        List.of("dn", "tr", "xl", "ws", "as", "x.pe", "so", "kt", "xs", "xt", "a.1.2", "b ");
    List<String> parts =
        List.of(
            "Sintel",
            "udp://a.example:1",
            "https://b.example/",
            "%",
            "%2",
            "%41",
            "%26",
            "%EA",
            "+",
            " ",
            "ç",
            "&",
            "&amp;",
            "=",
            ";",
            "#",
            "\"",
            "<",
            "*",
            "\n",
            "\u00a0",
            "12",
            "-",
            ",",
            "[",
            "😀",
            "urn:btih:" + BUNNY,
            "urn:tree:tiger:",
            "192.0.2.7:6881");
    StringBuilder text = new StringBuilder();
    IntStream.range(0, random.nextInt(6))
        .forEach(
            parameter -> {
              text.append('&').append(names.get(random.nextInt(names.size())));
              text.append(random.nextInt(4) == 0 ? "." + random.nextInt(9) : "").append('=');
              IntStream.range(0, random.nextInt(5))
                  .forEach(part -> text.append(parts.get(random.nextInt(parts.size()))));
            });
    return text.toString();
  }

  @Test
  void printsTheTopicFirst() {
    MagnetLink link =
        MagnetLink.parse(
            "magnet:?dn=Sintel&tr=udp://tracker.example:80"
                + "&xt=urn:btih:08ada5a7a6183aae1e09d831df6748d566095a10");

    assertThat(link)
        .hasToString(
            "magnet:?xt=urn:btih:08ada5a7a6183aae1e09d831df6748d566095a10"
                + "&dn=Sintel&tr=udp://tracker.example:80");
  }

  @Test
  void canBeShownWithoutTheAddressesThatCarryAPasskey() {
    MagnetLink link =
        MagnetLink.parse(
            "magnet:?xt=urn:btih:08ada5a7a6183aae1e09d831df6748d566095a10&dn=Sintel"
                + "&tr=http://t.example/0123456789abcdef0123456789abcdef/announce"
                + "&tr=udp://tracker.example:80"
                + "&ws=https://seed.example/sintel?passkey=5uper5ecret"
                + "&xs=https://index.example/sintel.torrent?apikey=5uper5ecret");

    assertThat(link.withoutSecrets())
        .hasToString(
            "magnet:?xt=urn:btih:08ada5a7a6183aae1e09d831df6748d566095a10"
                + "&dn=Sintel&tr=udp://tracker.example:80");
    assertThat(link.trackers()).hasSize(2);
  }

  @Test
  void aPublicKeyIsTheNameOfATorrentAndNoSecret() {
    String link = "magnet:?xs=urn:btpk:" + "0a".repeat(32);

    assertThat(MagnetLink.parse(link).withoutSecrets()).hasToString(link);
  }
}
