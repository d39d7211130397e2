package org.betor.benchmarks.race;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Files in the form of IMDb's, of invented titles: a tenth of them share their name with others.
 */
public final class TitleFiles {
  private static final int NAMES_SHARED = 200;
  private static final int REMEMBERED = 5_000;
  private static final String[] TYPES = {
    "movie", "short", "tvMovie", "video", "tvSeries", "tvMiniSeries", "movie", "short"
  };
  private static final String[] REGIONS = {"US", "GB", "DE", "FR", "JP", "AR", "ES", "XWW"};

  private final Path folder;
  private final int count;
  private final Random random = new Random(7);
  private final Words english = Words.english(1);
  private final Words portuguese = Words.portuguese(2);
  private final List<String> shared = new ArrayList<>();
  private final List<Made> remembered = new ArrayList<>();

  private TitleFiles(Path folder, int count) {
    this.folder = folder;
    this.count = count;
    for (int i = 0; i < Math.max(1, count / 10 / NAMES_SHARED); i++) {
      shared.add(name(english, 1 + i % 2));
    }
  }

  /** Writes them, and gives some of the titles that are in them. */
  public static List<Made> write(Path folder, int count) throws IOException {
    TitleFiles files = new TitleFiles(folder, count);
    files.write();
    return files.remembered;
  }

  /** Where they are in a folder. */
  public static List<Path> in(Path folder) {
    return List.of(
        folder.resolve("title.basics.tsv.gz"),
        folder.resolve("title.akas.tsv.gz"),
        folder.resolve("title.ratings.tsv.gz"));
  }

  private void write() throws IOException {
    List<Path> paths = in(folder);
    try (BufferedWriter titles = packed(paths.get(0));
        BufferedWriter names = packed(paths.get(1));
        BufferedWriter ratings = packed(paths.get(2))) {
      titles.write(
          "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n");
      names.write(
          "titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle\n");
      ratings.write("tconst\taverageRating\tnumVotes\n");
      for (int i = 0; i < count; i++) {
        writeTitle(
            "tt%07d".formatted(count > 8_000_000 ? 10_000_000 + i : 1_000_000 + i),
            i,
            titles,
            names,
            ratings);
      }
    }
  }

  private void writeTitle(
      String id, int number, BufferedWriter titles, BufferedWriter names, BufferedWriter ratings)
      throws IOException {
    String primary =
        random.nextInt(10) == 0
            ? shared.get(random.nextInt(shared.size()))
            : name(english, 1 + random.nextInt(4));
    String brazilian = name(portuguese, 2 + random.nextInt(3));
    int year = 1920 + (int) (105 * Math.sqrt(random.nextDouble()));
    String type = TYPES[random.nextInt(TYPES.length)];
    titles.write(
        "%s\t%s\t%s\t%s\t0\t%d\t\\N\t%d\tDrama,Comedy\n"
            .formatted(id, type, primary, primary, year, 5 + random.nextInt(150)));
    writeName(names, id, 1, primary, "\\N", 1);
    writeName(names, id, 2, brazilian, "BR", 0);
    int all = 2 + random.nextInt(5);
    for (int other = 3; other <= all; other++) {
      String text = random.nextInt(3) == 0 ? primary : name(portuguese, 1 + random.nextInt(4));
      writeName(names, id, other, text, REGIONS[random.nextInt(REGIONS.length)], 0);
    }
    if (random.nextInt(7) == 0) {
      ratings.write(
          "%s\t%.1f\t%d\n"
              .formatted(
                  id, 1 + random.nextInt(90) / 10.0, (int) Math.exp(random.nextDouble() * 14)));
    }
    if (number % Math.max(1, count / REMEMBERED) == 0) {
      remembered.add(
          new Made(id, primary, brazilian, year, type.startsWith("tv") && !type.equals("tvMovie")));
    }
  }

  private static void writeName(
      BufferedWriter names, String id, int order, String name, String region, int original)
      throws IOException {
    names.write(
        id
            + "\t"
            + order
            + "\t"
            + name
            + "\t"
            + region
            + "\t\\N\timdbDisplay\t\\N\t"
            + original
            + "\n");
  }

  private String name(Words words, int length) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < length; i++) {
      String word = words.next(random);
      name.append(i == 0 ? "" : " ");
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name.toString();
  }

  private static BufferedWriter packed(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), UTF_8));
  }

  /** A title that is in the files. */
  public record Made(String id, String name, String brazilianName, int year, boolean series) {}
}
