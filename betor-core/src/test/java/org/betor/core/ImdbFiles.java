package org.betor.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Some films in the files that IMDb publishes. */
final class ImdbFiles {
  private static final String BASICS =
      """
      tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres
      tt1254207 movie Big_Buck_Bunny Big_Buck_Bunny 0 2008 \\N 10 Animation
      tt1727587 movie Sintel Sintel 0 2010 \\N 15 Animation
      tt2285752 movie Tears_of_Steel Tears_of_Steel 0 2012 \\N 12 Sci-Fi
      """;

  private static final String AKAS =
      """
      titleId ordering title region language types attributes isOriginalTitle
      tt1254207 1 O_Grande_Coelho_Bunny BR \\N imdbDisplay \\N 0
      tt2285752 1 Lágrimas_de_Aço BR \\N imdbDisplay \\N 0
      """;

  private ImdbFiles() {}

  /** Writes the files; Brazilian names are in the second. */
  static List<Path> writeTo(Path folder) throws IOException {
    return List.of(
        Files.writeString(folder.resolve("basics.tsv"), tabbed(BASICS)),
        Files.writeString(folder.resolve("akas.tsv"), tabbed(AKAS)));
  }

  private static String tabbed(String table) {
    return table.replace(' ', '\t').replace('_', ' ');
  }
}
