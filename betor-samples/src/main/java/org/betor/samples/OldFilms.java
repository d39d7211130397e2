package org.betor.samples;

import static org.betor.samples.SampleTorrent.madeUp;
import static org.betor.samples.Version.Button.magnet;

import java.util.List;

/** Films in the public domain. Their torrents are made up. */
final class OldFilms {
  private OldFilms() {}

  static List<Draft> drafts() {
    return List.of(
        nosferatu(),
        theGeneral(),
        tripToTheMoon(),
        nightOfTheLivingDead(),
        limite(),
        plain(10, "His Girl Friday", "Jejum de Amor", 1940, "Comédia", 92, Labels.SPANS),
        plain(11, "Carnival of Souls", "Carnaval de Almas", 1962, "Terror", 78, Labels.BOLD),
        plain(12, "Safety Last!", "O Homem Mosca", 1923, "Comédia", 73, Labels.NO_BREAK_SPACE));
  }

  /** Misspelt labels; sizes in another order than the buttons; a synopsis that names dubbing. */
  private static Draft nosferatu() {
    return new Draft(
        Work.film(
                "Nosferatu, eine Symphonie des Grauens", "Nosferatu", 1922, "Terror | Fantasia", 94)
            .imdb("tt0013442"),
        "BluRay 720p e 1080p Legendado",
        5,
        Labels.MISSPELT,
        new FileFacts("BluRay", "MKV", "Alemão", "Português", "2.20 GB (1080p) / 1.10 GB (720p)"),
        "Filme mudo: não possui versão dublada. Um corretor viaja ao castelo do conde Orlok.",
        Draft.Dress.WORDS,
        List.of(
            Version.of(
                "VERSÃO MKV LEGENDADO",
                Version.Line.of("BluRay 720p", magnet(madeUp("Nosferatu 1922 720p BluRay LEG"))),
                Version.Line.of(
                    "BluRay 1080p",
                    magnet(
                        madeUp("Nosferatu 1922 1080p BluRay LEG").spelt(Spelling.UPPER_CASE))))));
  }

  /** No-break spaces behind the labels; sizes with commas, and with one digit. */
  private static Draft theGeneral() {
    return new Draft(
        Work.film("The General", "A General", 1926, "Comédia | Guerra", 75).imdb("tt0017925"),
        "BDRip 720p / 1080p / 2160p",
        6,
        Labels.NO_BREAK_SPACE,
        new FileFacts("BDRip", "MP4", "Inglês", "Português", "1,4 GB | 3 GB | 8 GB"),
        "",
        Draft.Dress.WORDS,
        List.of(
            Version.of(
                "VERSÃO LEGENDADO",
                Version.Line.of("720p (1,4 GB)", magnet(madeUp("The General 1926 720p BDRip"))),
                Version.Line.of("1080p (3 GB)", magnet(madeUp("The General 1926 1080p BDRip"))),
                Version.Line.of("4K (8 GB)", magnet(madeUp("The General 1926 2160p BDRip"))))));
  }

  /** One button without words around it: quality and size stand in the info block alone. */
  private static Draft tripToTheMoon() {
    return new Draft(
        Work.film("Le voyage dans la lune", "Viagem à Lua", 1902, "Ficção Científica", 14)
            .imdb("tt0000417"),
        "BluRay 1080p",
        7,
        Labels.BOLD,
        new FileFacts("BluRay 1080p", "MKV", "Francês", "S/L", "450 MB"),
        "",
        Draft.Dress.WORDS,
        List.of(
            Version.of("DOWNLOAD", Version.Line.of("", magnet(madeUp("Le voyage dans la lune"))))));
  }

  /** Only announced: no button at all. */
  private static Draft nightOfTheLivingDead() {
    return new Draft(
        Work.film("Night of the Living Dead", "A Noite dos Mortos-Vivos", 1968, "Terror", 96)
            .imdb("tt0063350"),
        "WEB-DL 1080p Dublado",
        8,
        Labels.COLON_OUTSIDE,
        new FileFacts("WEB-DL", "MKV", "Português", "–", "– GB"),
        "",
        Draft.Dress.WORDS,
        List.of(Version.of("VERSÃO DUBLADO", Version.Line.of("WEB-DL 1080p EM BREVE"))));
  }

  /** Breaks inside the labels; no id; spoken in Portuguese to begin with. */
  private static Draft limite() {
    return new Draft(
        Work.film("Limite", "Limite", 1931, "Drama", 114),
        "DVDRip Nacional",
        9,
        Labels.BREAK_INSIDE,
        new FileFacts("DVDRip", "AVI", "Nacional", "Sem Legenda", "1.37 GB"),
        "Um homem e duas mulheres à deriva em um barco.",
        Draft.Dress.PICTURES,
        List.of(
            Version.of(
                "SERVIDORES PARA DOWNLOAD DVDRip NACIONAL",
                Version.Line.of("", magnet(madeUp("Limite 1931 DVDRip Nacional"))))));
  }

  private static Draft plain(
      int number,
      String original,
      String translated,
      int year,
      String genre,
      int minutes,
      Labels labels) {
    String name = original + " " + year + " ";
    return new Draft(
        Work.film(original, translated, year, genre, minutes),
        "WEB-DL 720p e 1080p Legendado",
        number,
        labels,
        new FileFacts("WEB-DL", "MKV", "Inglês", "Português", "1.10 GB (720p) | 2.30 GB (1080p)"),
        "",
        Draft.Dress.WORDS,
        List.of(
            Version.of(
                "VERSÃO MKV LEGENDADO",
                Version.Line.of("WEB-DL 720p (1.10 GB)", magnet(madeUp(name + "720p WEB-DL"))),
                Version.Line.of("WEB-DL 1080p (2.30 GB)", magnet(madeUp(name + "1080p WEB-DL"))))));
  }
}
