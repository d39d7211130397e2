package org.betor.core.internal.title;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Titles in the format of IMDb's public files: some hundred that are easily taken for one another,
 * in a crowd of 3,000. The same bytes each time. Real are the free films and the classics; the
 * numbers that they get are not.
 *
 * @see <a href="https://developer.imdb.com/non-commercial-datasets/">IMDb non-commercial
 *     datasets</a>
 */
public final class TitleDataset {
  static final String BASICS = "title.basics.tsv";
  static final String AKAS = "title.akas.tsv";
  static final String RATINGS = "title.ratings.tsv";

  private static final Comparator<String> BY_ID =
      Comparator.comparing(line -> line.substring(0, line.indexOf('\t')));

  private TitleDataset() {}

  /** Writes title.basics.tsv, title.akas.tsv and title.ratings.tsv into a folder. */
  public static void writeTo(Path folder) throws IOException {
    List<BackgroundTitle> crowd = new BackgroundTitles(primaryTitles()).all();
    write(folder, BASICS, crowd, title -> List.of(title.basicsLine()));
    write(folder, AKAS, crowd, BackgroundTitle::akaLines);
    write(folder, RATINGS, crowd, BackgroundTitle::ratingLines);
  }

  private static void write(
      Path folder,
      String file,
      List<BackgroundTitle> crowd,
      Function<BackgroundTitle, List<String>> lines)
      throws IOException {
    List<String> handWritten = resource(file);
    List<String> all = new ArrayList<>(handWritten.subList(1, handWritten.size()));
    crowd.forEach(title -> all.addAll(lines.apply(title)));
    all.sort(BY_ID);
    all.add(0, handWritten.get(0));
    Files.writeString(folder.resolve(file), String.join("\n", all) + "\n");
  }

  private static List<String> primaryTitles() throws IOException {
    return resource(BASICS).stream().skip(1).map(line -> line.split("\t", -1)[2]).toList();
  }

  /** The lines of a file beside the labelled releases. */
  static List<String> resource(String file) throws IOException {
    String path = "/labelled-titles/" + file;
    try (InputStream stream = TitleDataset.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(stream, path).readAllBytes(), UTF_8)
          .lines()
          .toList();
    }
  }
}
