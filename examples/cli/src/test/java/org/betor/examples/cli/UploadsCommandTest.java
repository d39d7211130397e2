package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.core.Betor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class UploadsCommandTest {
  @TempDir Path folder;

  private Terminal terminal;
  private Path film;

  @BeforeEach
  void setUp() throws IOException {
    terminal = Terminal.ofAna(folder);
    terminal.logIn("Bia");
    film = Files.write(folder.resolve("sintel.mkv"), new byte[300_000]);
  }

  @Test
  void whatIsApprovedIsInTheIndexUntilItIsDeleted() throws IOException {
    assertThat(uploads("submit", film.toString(), "--title=Sintel", "--tag=fantasy")).isZero();
    assertThat(terminal.out()).isEqualToIgnoringNewLines("1  waiting  Sintel  300 kB");
    assertThat(found()).isEmpty();

    terminal.logIn("Ana");
    assertThat(uploads("list", "--waiting")).isZero();
    assertThat(terminal.out()).startsWith("1  waiting  Sintel");
    assertThat(uploads("approve", "1")).isZero();
    assertThat(terminal.out()).startsWith("1  approved  Sintel");
    assertThat(found()).containsExactly("Sintel");

    assertThat(uploads("delete", "1", "--reason=not free")).isZero();
    assertThat(terminal.out()).contains("1  deleted  Sintel", "(not free)");
    assertThat(found()).isEmpty();
  }

  @Test
  void tellsTheUploaderWhyOneWasRefused() throws IOException {
    uploads("submit", film.toString());
    terminal.logIn("Ana");
    assertThat(uploads("refuse", "1", "--reason=cut short")).isZero();

    terminal.logIn("Bia");
    assertThat(uploads("list")).isZero();

    assertThat(terminal.out())
        .isEqualToIgnoringNewLines("1  refused  sintel.mkv  300 kB  (cut short)");
  }

  @Test
  void refusesWhatOneMayNot() {
    uploads("submit", film.toString());

    assertThat(uploads("approve", "1")).isEqualTo(1);

    assertThat(terminal.err())
        .isEqualToIgnoringNewLines("betor: a User lacks the permission APPROVE_UPLOADS");
  }

  @Test
  void hashesNothingForWhoMayNotHandIn() throws IOException {
    terminal.logIn("Ana");
    terminal.type("roles withhold User UPLOAD");
    terminal.logIn("Bia");
    assertThat(uploads("submit", film.toString())).isEqualTo(1);
    assertThat(terminal.err())
        .isEqualToIgnoringNewLines("betor: a User lacks the permission UPLOAD");

    terminal.type("login --out");
    assertThat(uploads("submit", film.toString())).isEqualTo(1);
    assertThat(terminal.err()).isEqualToIgnoringNewLines("betor: nobody is logged in: see login");

    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void helpSaysWhatSearchShows() {
    assertThat(uploads("--help")).isZero();
    assertThat(terminal.out()).containsIgnoringWhitespaces("search and title show");

    assertThat(uploads("submit", "--help")).isZero();
    assertThat(terminal.out()).containsIgnoringWhitespaces("search and title show");
  }

  @Test
  void refusesWhatIsNoTorrent() throws IOException {
    Path text = Files.writeString(folder.resolve("letter.torrent"), "Dear all");
    assertThat(uploads("submit", text.toString())).isEqualTo(1);
    assertThat(terminal.err()).startsWith("betor: ").contains("letter.torrent");

    assertThat(uploads("submit", folder.resolve("none").toString())).isEqualTo(1);
    assertThat(terminal.err()).startsWith("betor: there is nothing at ");
  }

  @Test
  void answersAMisuseWithCode2() {
    assertThat(uploads("submit")).isEqualTo(2);
    assertThat(uploads("refuse", "1")).isEqualTo(2);
    assertThat(uploads("approve", "one")).isEqualTo(2);
  }

  private List<String> found() {
    try (Betor betor = Betor.builder(folder.resolve("data")).withoutDiscovery().open()) {
      return betor
          .catalog()
          .search(CatalogQuery.words("sintel").build(), Viewer.ANYONE)
          .releases()
          .stream()
          .map(release -> release.title())
          .toList();
    }
  }

  private int uploads(String... args) {
    return terminal.run(
        Stream.of(Stream.of("uploads"), Stream.of(args), Stream.of("--data", data()))
            .flatMap(part -> part)
            .toArray(String[]::new));
  }

  private String data() {
    return folder.resolve("data").toString();
  }
}
