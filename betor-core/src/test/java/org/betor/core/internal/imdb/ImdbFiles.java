package org.betor.core.internal.imdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Files in the form of IMDb's, made of the lines that a test names. */
final class ImdbFiles {
  private static final String TITLES =
      "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres";
  private static final String NAMES =
      "titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle";
  private static final String RATINGS = "tconst\taverageRating\tnumVotes";

  private final Path folder;
  private final List<String> titles = new ArrayList<>(List.of(TITLES));
  private final List<String> names = new ArrayList<>(List.of(NAMES));
  private final List<String> ratings = new ArrayList<>(List.of(RATINGS));

  ImdbFiles(Path folder) {
    this.folder = folder;
  }

  /** Three films and a series, with names and ratings. */
  static ImdbFiles classics(Path folder) {
    return new ImdbFiles(folder)
        .film("tt1254207", "Big Buck Bunny", 2008)
        .name("tt1254207", 1, "Big Buck Bunny", "\\N")
        .name("tt1254207", 2, "O Grande Coelho Bunny", "BR")
        .rating("tt1254207", "6.4", 6700)
        .film("tt1727587", "Sintel", 2010)
        .name("tt1727587", 1, "Sintel", "US")
        .name("tt1727587", 2, "Синтел", "RU")
        .rating("tt1727587", "7.4", 9000)
        .film("tt2285752", "Tears of Steel", 2012)
        .name("tt2285752", 1, "Lágrimas de Aço", "BR")
        .title("tt7654321\ttvSeries\tCaminandes\tCaminandes\t0\t2013\t2016\t3\tComedy");
  }

  ImdbFiles film(String id, String name, int year) {
    return title("%s\tmovie\t%s\t%s\t0\t%d\t\\N\t14\tDrama".formatted(id, name, name, year));
  }

  ImdbFiles series(String id, String name, int year, String lastYear) {
    return title(
        "%s\ttvSeries\t%s\t%s\t0\t%d\t%s\t45\tDrama".formatted(id, name, name, year, lastYear));
  }

  ImdbFiles title(String line) {
    titles.add(line);
    return this;
  }

  ImdbFiles name(String id, int order, String name, String region) {
    return nameLine(id + "\t" + order + "\t" + name + "\t" + region + "\t\\N\t\\N\t\\N\t0");
  }

  ImdbFiles nameLine(String line) {
    names.add(line);
    return this;
  }

  ImdbFiles rating(String id, String rating, int votes) {
    return ratingLine(id + "\t" + rating + "\t" + votes);
  }

  ImdbFiles ratingLine(String line) {
    ratings.add(line);
    return this;
  }

  /** Films with numbers in their names, in the order of their ids. */
  ImdbFiles films(int count) {
    for (int i = 0; i < count; i++) {
      film("tt%07d".formatted(3_000_000 + i), "Film Number " + i, 1950 + i % 70);
    }
    return this;
  }

  /** The same lines in another order. */
  ImdbFiles shuffled(long seed) {
    Random random = new Random(seed);
    for (List<String> lines : List.of(titles, names, ratings)) {
      Collections.shuffle(lines.subList(1, lines.size()), random);
    }
    return this;
  }

  List<Path> plain() throws IOException {
    Files.createDirectories(folder);
    return List.of(
        Files.write(folder.resolve("titles.tsv"), titles),
        Files.write(folder.resolve("names.tsv"), names),
        Files.write(folder.resolve("ratings.tsv"), ratings));
  }

  List<Path> packed() throws IOException {
    List<Path> packed = new ArrayList<>();
    for (Path plain : plain()) {
      packed.add(pack(plain));
    }
    return packed;
  }

  /** The file of titles alone. */
  Path titles() throws IOException {
    return plain().get(0);
  }

  static Path pack(Path plain) throws IOException {
    Path packed = plain.resolveSibling(plain.getFileName() + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(plain, out);
    }
    return packed;
  }

  static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
