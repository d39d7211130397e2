package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.betor.core.Betor;
import org.betor.samples.SampleSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MainTest {
  private static final String SINTEL = "08ada5a7a6183aae1e09d831df6748d566095a10";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void searchesTheSampleSitesAndPrintsATable() {
    assertThat(run("search", "sintel")).isZero();

    List<String> lines = out.toString().lines().filter(line -> !line.isBlank()).toList();
    assertThat(lines.get(0).split(" +"))
        .containsExactly("TITLE", "YEAR", "QUALITY", "LANGUAGES", "SIZE", "PROVIDER", "INFO-HASH");
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("Sintel", "2010", "720p", "pt-BR en", "MB", "bludv", SINTEL));
    assertThat(lines).anyMatch(line -> line.matches("BLUDV: 1 post, in \\d+\\.\\d s"));
    assertThat(lines).anyMatch(line -> line.matches("Comando Torrents: 1 post, in \\d+\\.\\d s"));
    assertThat(lines.get(lines.size() - 1)).isEqualTo("Index: " + folder.toAbsolutePath());
  }

  @Test
  void showsATorrentOfTwoSitesInOneRow() {
    run("search", "sintel");

    assertThat(out.toString().lines().filter(line -> line.contains(SINTEL)))
        .singleElement()
        .asString()
        .contains("  bludv comando  ");
  }

  @Test
  void showsProgressWhileItRuns() {
    run("search", "sintel");

    assertThat(err.toString().lines())
        .containsSubsequence(
            "The catalogue knows nothing of it yet.", "BLUDV: asked", "BLUDV: Sintel WEB-DL 720p");
  }

  @Test
  void showsTheCataloguesAnswerFirstTheSecondTime() {
    run("search", "sintel");
    err.getBuffer().setLength(0);
    run("search", "sintel");

    List<String> progress = err.toString().lines().toList();
    assertThat(progress).filteredOn(line -> line.startsWith("The catalogue knows 4")).hasSize(1);
    assertThat(progress.indexOf("The catalogue knows 4:"))
        .isLessThan(progress.indexOf("BLUDV: asked"));
  }

  @Test
  void printsTheWholeReportAsJson() {
    assertThat(run("search", "--json", "sintel")).isZero();

    JsonNode json = JsonMapper.shared().readTree(out.toString());
    assertThat(json.at("/query").stringValue()).isEqualTo("sintel");
    assertThat(json.at("/releases"))
        .hasSize(4)
        .anySatisfy(
            release -> {
              assertThat(release.at("/infoHash").stringValue()).isEqualTo(SINTEL);
              assertThat(release.at("/year").intValue()).isEqualTo(2010);
              assertThat(release.at("/magnet").stringValue()).startsWith("magnet:?xt=urn:btih:");
            });
    assertThat(json.at("/providers/0/posts").intValue()).isEqualTo(1);
    assertThat(json.at("/index").stringValue()).isEqualTo(folder.toAbsolutePath().toString());
  }

  @Test
  void saysThatTheSiteHasNothing() {
    assertThat(run("search", "casablanca")).isZero();

    assertThat(out.toString())
        .contains(
            "Nothing found.",
            "BLUDV: has nothing, as http://127.0.0.1",
            "Comando Torrents: has nothing, as http://127.0.0.1");
  }

  @Test
  void asksTheInternetArchiveAloneWhenToldToGoLiveAndSaysSo() {
    try (SampleSite archive = SampleSite.archive().start();
        SampleSite blog = SampleSite.bludv().start()) {
      assertThat(run("search", live(archive, blog, "--live", "sintel"))).isZero();

      assertThat(err.toString()).contains("Searching real sites, over the internet.");
      assertThat(archive.requests("metadata/Sintel_2010")).isEqualTo(1);
      assertThat(blog.requests()).isEmpty();
      assertThat(out.toString()).contains("Internet Archive: 1 post");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--live --site bludv,archive sintel",
        "--site bludv --live --site archive sintel",
        "--live sintel --site=archive,bludv",
      })
  void asksTheSitesThatAreNamed(String line) {
    try (SampleSite archive = SampleSite.archive().start();
        SampleSite blog = SampleSite.bludv().start()) {
      assertThat(run("search", live(archive, blog, line.split(" ", -1)))).isZero();

      assertThat(archive.requests("metadata/Sintel_2010")).isEqualTo(1);
      assertThat(blog.requests("?s=sintel")).isEqualTo(1);
    }
  }

  @Test
  void asksOnlyTheNamedOneOfTheSampleSites() {
    assertThat(run("search", "--site", "archive", "sintel")).isZero();

    assertThat(out.toString()).contains("Internet Archive: 1 post").doesNotContain("BLUDV");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--live --site nowhere sintel", "--site bludv,nowhere sintel"})
  void namesTheSitesThatThereAreIfOneIsNotKnown(String line) {
    assertThat(run("search", line.split(" ", -1))).isEqualTo(2);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("betor: no ")
        .contains("\"nowhere\"", "archive", "bludv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"search --wrong sintel", "search", "search --data", "seek sintel"})
  void answersAMisuseWithOneLineAndCode2(String line) {
    int code =
        Main.run(line.split(" ", -1), new PrintWriter(out, true), new PrintWriter(err, true));

    assertThat(code).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).singleElement().asString().startsWith("betor: ");
  }

  @Test
  void answersAFailureWithOneLineAndCode1() {
    try (Betor other = Betor.builder(folder).withoutDiscovery().open()) {
      assertThat(run("search", "sintel")).isEqualTo(1);

      assertThat(other.providers()).isEmpty();
      assertThat(err.toString().lines())
          .last()
          .asString()
          .startsWith("betor: ")
          .contains(folder.toString());
      assertThat(err.toString()).doesNotContain("Exception", "\tat ");
    }
  }

  private static String[] live(SampleSite archive, SampleSite blog, String... rest) {
    Stream<String> homes =
        Stream.of("--set", "archive.home=" + archive.home(), "--set", "bludv.home=" + blog.home());
    return Stream.concat(homes, Stream.of(rest)).toArray(String[]::new);
  }

  private int run(String command, String... rest) {
    String[] args =
        Stream.of(Stream.of(command, "--data", folder.toString()), Stream.of(rest))
            .flatMap(part -> part)
            .toArray(String[]::new);
    return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
