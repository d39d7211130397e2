package org.betor.core.internal.title;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Invented works, the same ones each time: the crowd in which a work has to be found. */
final class BackgroundTitles {
  private static final int COUNT = 3_000;
  private static final int FIRST_ID = 95_000_000;
  private static final String NOTHING = "\\N";

  private static final List<String> TYPES =
      List.of(
          "movie",
          "movie",
          "movie",
          "movie",
          "movie",
          "movie",
          "short",
          "short",
          "tvSeries",
          "tvSeries",
          "tvMiniSeries",
          "tvEpisode",
          "tvEpisode",
          "tvMovie",
          "tvSpecial",
          "tvShort",
          "video",
          "videoGame");
  private static final List<String> GENRES =
      List.of(
          "Action",
          "Adventure",
          "Biography",
          "Comedy",
          "Crime",
          "Documentary",
          "Drama",
          "Family",
          "Fantasy",
          "History",
          "Horror",
          "Music",
          "Mystery",
          "Romance",
          "Sci-Fi",
          "Thriller",
          "War",
          "Western");

  /** The longest of a type, in minutes; 180 for others. */
  private static final Map<String, Integer> LONGEST =
      Map.of("short", 40, "tvShort", 30, "tvEpisode", 75, "tvSeries", 65, "tvMiniSeries", 90);

  private final Random random = new Random(1895);
  private final InventedNames names = new InventedNames(random);
  private final List<String> borrowed;

  /**
   * Makes works.
   *
   * @param borrowed names of which some works get one
   */
  BackgroundTitles(List<String> borrowed) {
    this.borrowed = borrowed;
  }

  List<BackgroundTitle> all() {
    return IntStream.range(0, COUNT).mapToObj(this::title).toList();
  }

  private BackgroundTitle title(int number) {
    String id = "tt" + (FIRST_ID + 7 * number);
    return oneIn(16) ? namesake(id) : invented(id);
  }

  /** A work that hardly anybody knows, called like one of the others. */
  private BackgroundTitle namesake(String id) {
    String name = anyOf(borrowed);
    String type = anyOf(TYPES);
    return new BackgroundTitle(id, type, name, name, basics(type), null, rating(9));
  }

  private BackgroundTitle invented(String id) {
    InventedNames.Name name = names.next();
    InventedNames.Name inBrazil = oneIn(3) ? names.next() : name;
    String type = anyOf(TYPES);
    String original = oneIn(5) ? inBrazil.portuguese() : name.english();
    String primary = oneIn(8) ? original : name.english();
    String brazilian = oneIn(4) ? null : inBrazil.portuguese();
    return new BackgroundTitle(id, type, primary, original, basics(type), brazilian, rating(18));
  }

  private List<String> basics(String type) {
    int year = 1915 + Math.max(random.nextInt(112), random.nextInt(112));
    boolean series = type.equals("tvSeries") || type.equals("tvMiniSeries");
    boolean announced = oneIn(40);
    return List.of(
        oneIn(100) ? "1" : "0",
        announced ? NOTHING : "" + year,
        series && !announced && year < 2019 ? "" + (year + random.nextInt(9)) : NOTHING,
        oneIn(10) ? NOTHING : "" + (1 + random.nextInt(LONGEST.getOrDefault(type, 180))),
        genres());
  }

  private String genres() {
    int first = random.nextInt(GENRES.size());
    int end = Math.min(first + random.nextInt(4), GENRES.size());
    return first == end ? NOTHING : String.join(",", GENRES.subList(first, end));
  }

  /** Few have many votes: the number of digits is what is even. */
  private @Nullable List<String> rating(int mostBits) {
    if (oneIn(4)) {
      return null;
    }
    int votes = 5 + random.nextInt(1 << (1 + random.nextInt(mostBits)));
    return List.of((1 + random.nextInt(9)) + "." + random.nextInt(10), "" + votes);
  }

  private boolean oneIn(int count) {
    return random.nextInt(count) == 0;
  }

  private String anyOf(List<String> items) {
    return items.get(random.nextInt(items.size()));
  }
}
