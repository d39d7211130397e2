package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TitlesCommandTest {
  private static final String BASICS =
      """
      tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres
      tt1254207 movie Big_Buck_Bunny Big_Buck_Bunny 0 2008 \\N 10 Animation
      tt1727587 movie Sintel Sintel 0 2010 \\N 15 Animation
      broken
      """;

  private static final String AKAS =
      """
      titleId ordering title region language types attributes isOriginalTitle
      tt1254207 1 O_Grande_Coelho_Bunny BR \\N imdbDisplay \\N 0
      """;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private String run(String... args) {
    out.getBuffer().setLength(0);
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--data";
    all[args.length + 1] = folder.resolve("data").toString();
    assertThat(Main.run(all, new PrintWriter(out), new PrintWriter(err))).as("%s", err).isZero();
    return out.toString();
  }

  private String file(String name, String table) throws IOException {
    return Files.writeString(folder.resolve(name), table.replace(' ', '\t').replace('_', ' '))
        .toString();
  }

  @Test
  void importsIMDbsFilesAndSaysUnderWhichTermsAndWhatIsWrongInThem() throws IOException {
    assertThat(run("import-imdb", file("akas.tsv", AKAS), file("basics.tsv", BASICS)))
        .contains("courtesy of IMDb", "non-commercial")
        .contains("2 titles")
        .contains("1 malformed")
        .contains("basics.tsv, line 4");
    assertThat(run("title", "tt1254207"))
        .contains("Big Buck Bunny (2008), film", "In Brazil: O Grande Coelho Bunny")
        .contains("no release of it");
  }

  @Test
  void aSearchByTitleShowsEachFilmWithItsReleases() throws IOException {
    run("import-imdb", file("basics.tsv", BASICS));

    assertThat(run("search", "--by-title", "sintel"))
        .contains("Sintel (2010) imdb:tt1727587" + System.lineSeparator() + "TITLE");
    assertThat(run("title", "tt1727587"))
        .contains("Sintel (2010), film", "08ada5a7a6183aae1e09d831df6748d566095a10");
  }

  @Test
  void anIdThatNobodyKnowsAndOneThatIsNoneAreTold() {
    assertThat(run("title", "tt0000001")).contains("imdb:tt0000001: nothing is known of it");

    int code =
        Main.run(new String[] {"title", "sintel"}, new PrintWriter(out), new PrintWriter(err));

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("tt1727587");
  }
}
