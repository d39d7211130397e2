package org.betor.examples.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectTest {
  private static final String SINTEL = "08ada5a7a6183aae1e09d831df6748d566095a10";
  private static final String MAGNET = "magnet:?xt=urn:btih:" + SINTEL;
  private static final String PIECES = "12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaa";

  @TempDir Path folder;

  private final InputStream standardInput = System.in;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @AfterEach
  void giveStandardInputBack() {
    System.setIn(standardInput);
  }

  @Test
  void saysWhatStandsInATorrentFile() throws IOException {
    Path file =
        torrent(
            "d8:announce20:udp://tracker.test:113:creation datei1285977600e4:infod"
                + "5:filesld6:lengthi9e4:pathl5:a.mp4eed6:lengthi1e4:pathl1:b5:c.jpgeee"
                + "4:name6:Sintel"
                + PIECES
                + "e8:url-list16:http://seed.teste");

    JsonNode json = inspect(file.toString());

    assertThat(json.at("/input").stringValue()).isEqualTo(file.toString());
    assertThat(json.at("/valid").booleanValue()).isTrue();
    assertThat(json.has("error")).isFalse();
    assertThat(json.at("/infohash_v1").stringValue()).hasSize(40);
    assertThat(json.at("/infohash_v2").isNull()).isTrue();
    assertThat(json.at("/has_v1").booleanValue()).isTrue();
    assertThat(json.at("/has_v2").booleanValue()).isFalse();
    assertThat(json.at("/name").stringValue()).isEqualTo("Sintel");
    assertThat(json.at("/total_size").longValue()).isEqualTo(10);
    assertThat(json.at("/creation_date").longValue()).isEqualTo(1_285_977_600);
    assertThat(json.at("/trackers")).hasToString("[\"udp://tracker.test:1\"]");
    assertThat(json.at("/web_seeds")).hasToString("[\"http://seed.test/\"]");
    assertThat(json.at("/files"))
        .hasToString(
            "[{\"path\":\"Sintel/a.mp4\",\"size\":9},{\"path\":\"Sintel/b/c.jpg\",\"size\":1}]");
    assertThat(json.has("unsupported")).isFalse();
  }

  @Test
  void saysWhatAMagnetLinkSays() {
    JsonNode json =
        inspect(
            MAGNET
                + "&dn=Sintel&xl=9&tr=udp://tracker.test:1&ws=http://seed.test/&x.pe=192.0.2.7:80"
                + "&so=0,2-3&kt=open+film&xs=http://cache.test/x");

    assertThat(json.at("/valid").booleanValue()).isTrue();
    assertThat(json.at("/infohash_v1").stringValue()).isEqualTo(SINTEL);
    assertThat(json.at("/name").stringValue()).isEqualTo("Sintel");
    assertThat(json.at("/exact_length").longValue()).isEqualTo(9);
    assertThat(json.at("/trackers")).hasToString("[\"udp://tracker.test:1\"]");
    assertThat(json.at("/web_seeds")).hasToString("[\"http://seed.test/\"]");
    assertThat(json.at("/peers")).hasToString("[\"192.0.2.7:80\"]");
    assertThat(json.at("/select_only")).hasToString("[0,2,3]");
    assertThat(json.at("/keywords")).hasToString("[\"open\",\"film\"]");
    assertThat(json.at("/xs")).hasToString("[\"http://cache.test/x\"]");
  }

  @Test
  void saysThatVersion2AloneIsNotForAllClients() throws IOException {
    Path file =
        torrent(
            "d4:infod9:file treed5:a.mp4d0:d6:lengthi9e11:pieces root32:"
                + "r".repeat(32)
                + "eee12:meta versioni2e4:name5:a.mp412:piece lengthi16384eee");

    JsonNode json = inspect(file.toString());

    assertThat(json.at("/valid").booleanValue()).isTrue();
    assertThat(json.at("/infohash_v2").stringValue()).hasSize(64);
    assertThat(json.at("/files")).hasToString("[{\"path\":\"a.mp4\",\"size\":9}]");
    assertThat(json.at("/unsupported").stringValue()).startsWith("version 2 alone");
    assertThat(inspect("magnet:?xt=urn:btmh:1220" + "ab".repeat(32)).has("unsupported")).isTrue();
  }

  @Test
  void saysWhyAnInputIsRefusedAndGoesOn() throws IOException {
    String unsafe = torrent("d4:infod6:lengthi9e4:name2:.." + PIECES + "ee").toString();
    String page = torrent("<html>").toString();
    String absent = folder.resolve("absent.torrent").toString();

    int code =
        run("inspect", unsafe, page, absent, folder.toString(), "a\0b", "magnet:?dn=a", MAGNET);

    List<JsonNode> answers = answers();
    assertThat(code).isZero();
    assertThat(answers)
        .extracting(json -> json.at("/valid").booleanValue())
        .containsExactly(false, false, false, false, false, false, true);
    assertThat(answers.stream().limit(6).map(json -> json.at("/error").stringValue()))
        .satisfiesExactly(
            error ->
                assertThat(error)
                    .isEqualTo("info.name has \"..\" for a name, which leads elsewhere"),
            error -> assertThat(error).startsWith("the file has something else"),
            error -> assertThat(error).isEqualTo("no such file"),
            error -> assertThat(error).startsWith("cannot be read"),
            error -> assertThat(error).isEqualTo("no such file"),
            error -> assertThat(error).contains("names no torrent"));
    assertThat(answers.get(0).at("/infohash_v1").stringValue()).hasSize(40);
    assertThat(answers.get(0).at("/total_size").longValue()).isEqualTo(9);
    assertThat(answers.get(0).has("files")).isFalse();
  }

  @Test
  void readsInputsFromStandardInputOneALine() {
    System.setIn(new ByteArrayInputStream((MAGNET + "&dn=Açaí\r\n\n" + "absent").getBytes(UTF_8)));

    assertThat(run("inspect", "-", MAGNET)).isZero();

    assertThat(answers())
        .extracting(json -> json.at("/input").stringValue())
        .containsExactly(MAGNET + "&dn=Açaí", "absent", MAGNET);
  }

  @Test
  void wantsAnInput() {
    assertThat(run("inspect")).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().startsWith("betor: ");
  }

  private Path torrent(String bytes) throws IOException {
    return Files.write(
        Files.createTempFile(folder, "sintel", ".torrent"), bytes.getBytes(ISO_8859_1));
  }

  private JsonNode inspect(String input) {
    out.getBuffer().setLength(0);
    assertThat(run("inspect", input)).isZero();
    assertThat(answers()).hasSize(1);
    return answers().get(0);
  }

  private List<JsonNode> answers() {
    return out.toString().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
  }

  private int run(String... args) {
    return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
