package org.betor.samples;

import java.time.Duration;
import java.util.List;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;

/**
 * Films that are free to share, and works that do not exist. The first three have their real ids;
 * of the others, ids of nine digits are made up.
 */
final class FreeTitles {
  private static final int FIRST_MADE_UP = 990_000_000;

  private FreeTitles() {}

  static List<Title> titles() {
    return List.of(
        film("tt1727587", "45745", "Sintel", "Sintel", 2010, 15)
            .cast(List.of("Halina Reijn", "Thom Hoffman"))
            .rating(7.3, 1_100)
            .build(),
        film("tt1254207", "10378", "Big Buck Bunny", "O Grande Coelho Bunny", 2008, 10)
            .called("Peach: The Open Movie", "NL")
            .rating(6.6, 1_400)
            .build(),
        film("tt2285752", "133701", "Tears of Steel", "Lágrimas de Aço", 2012, 12)
            .cast(List.of("Derek de Lint", "Sergio Hasselbaink", "Vanja Rukavina"))
            .rating(5.8, 500)
            .build(),
        film("tt4957236", 4, "Cosmos Laundromat", "Lavanderia Cósmica", 2015, 12)
            .rating(7.0, 120)
            .build(),
        film("tt0013442", 5, "Nosferatu, eine Symphonie des Grauens", "Nosferatu", 1922, 94)
            .called("Nosferatu: A Symphony of Horror", "US")
            .cast(List.of("Max Schreck", "Greta Schröder"))
            .rating(7.7, 2_200)
            .build(),
        film("tt0017925", 6, "The General", "A General", 1926, 79)
            .cast(List.of("Buster Keaton", "Marion Mack"))
            .rating(7.9, 1_300)
            .build(),
        film("tt0063350", 7, "Night of the Living Dead", "A Noite dos Mortos-Vivos", 1968, 96)
            .rating(7.6, 2_400)
            .build(),
        lighthouse(8, 1987).rating(6.1, 40).cast(List.of("Alba Monte")).build(),
        lighthouse(9, 2016).rating(5.5, 900).cast(List.of("Rui Lagoa")).build(),
        series(10, "The Last Lighthouse", "O Último Farol", 2019, 3).lastYear(2022).build(),
        series(11, "High Tide", "Maré Cheia", 2021, 2).rating(7.2, 80).build(),
        Title.of(new TitleId(Authority.TMDB_FILM, number(12)), "Backyard")
            .called("Quintal", "BR")
            .mediaType(MediaType.FILM)
            .year(2003)
            .build(),
        Title.of(TitleId.imdb("tt" + number(13)), "The Paper Bridge")
            .called("A Ponte de Papel", "BR")
            .mediaType(MediaType.FILM)
            .year(1999)
            .build());
  }

  /** One of two films of the same name; a series has it too. */
  private static Title.Builder lighthouse(int number, int year) {
    return film(
        "tt" + number(number), number, "The Last Lighthouse", "O Último Farol", year, 90 + number);
  }

  private static Title.Builder film(
      String imdb, int number, String name, String translated, int year, int minutes) {
    return film(imdb, number(number), name, translated, year, minutes);
  }

  private static Title.Builder film(
      String imdb, String tmdb, String name, String translated, int year, int minutes) {
    return Title.of(TitleId.imdb(imdb), name)
        .id(new TitleId(Authority.TMDB_FILM, tmdb))
        .called(translated, "BR")
        .mediaType(MediaType.FILM)
        .year(year)
        .runtime(Duration.ofMinutes(minutes));
  }

  private static Title.Builder series(
      int number, String name, String translated, int year, int seasons) {
    return Title.of(TitleId.imdb("tt" + number(number)), name)
        .id(new TitleId(Authority.TMDB_SERIES, number(number)))
        .called(translated, "BR")
        .mediaType(MediaType.SERIES)
        .year(year)
        .seasons(seasons)
        .runtime(Duration.ofMinutes(45));
  }

  private static String number(int number) {
    return Integer.toString(FIRST_MADE_UP + number);
  }
}
