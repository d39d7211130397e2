package org.betor.samples;

import static org.betor.samples.SampleTorrent.madeUp;
import static org.betor.samples.Version.Button.gated;
import static org.betor.samples.Version.Button.magnet;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the sample of Comando Torrents holds; "shared" torrents are on the sample of BLUDV too. */
final class ComandoPosts {
  private static final String DUAL = ":: DUAL ÁUDIO / DUBLADO ::";
  private static final String SUBTITLED = "LEGENDADO";

  private ComandoPosts() {}

  static List<SamplePost> all() {
    return List.of(
        SamplePost.of(sintel(), Headline.COMANDO_2021),
        SamplePost.of(tearsOfSteel(), Headline.COMANDO_2026),
        SamplePost.of(bigBuckBunny(), Headline.COMANDO_2021),
        SamplePost.of(thePhantomEmpire(), Headline.COMANDO_2021_SEASON),
        SamplePost.of(theGeneral(), Headline.COMANDO_2021),
        SamplePost.of(nosferatu(), Headline.COMANDO_2021),
        SamplePost.of(limite(), Headline.COMANDO_2026),
        SamplePost.of(carnivalOfSouls(), Headline.COMANDO_2021));
  }

  /** Base32; shared torrents; a button that leads to another's torrent; sizes in another order. */
  private static Draft sintel() {
    SampleTorrent fullHd = madeUp("Sintel 2010 1080p WEB-DL DUAL");
    return new Draft(
        Work.film("Sintel", "Sintel", 2010, "Animação, Fantasia", 15).imdb("tt1727587"),
        "Dual Áudio 5.1 / Dublado WEB-DL 720p | 1080p | 2160p 4K",
        5,
        Labels.BOLD,
        new FileFacts(
            "WEB-DL 720p, 1080p, 4K", "MKV", "Português, Inglês", "Português", "700 MB / 129 MB"),
        "Uma moça cruza um mundo gelado para achar o dragão que criou.",
        Draft.Dress.PICTURES,
        List.of(
            Version.of(
                DUAL,
                Version.Line.of(
                    "WEB-DL 720p Dual Áudio (MKV) | 129 MB",
                    magnet(FreeFilms.SINTEL.spelt(Spelling.BASE32))),
                Version.Line.of("WEB-DL 1080p Dual Áudio 5.1 (MKV) | 1.10 GB", magnet(fullHd)),
                Version.Line.of("WEB-DL 4K 2160p HDR (MKV) | 4.3 GB", magnet(fullHd))),
            Version.of(
                SUBTITLED,
                Version.Line.of(
                    "WEB-DL Legendado 720p (MKV) | 700 MB",
                    magnet(madeUp("Sintel.2010.720p.WEB.H264"))))));
  }

  /** As of 2026: gates in front of the buttons, and one that stays shut. */
  private static Draft tearsOfSteel() {
    return new Draft(
        Work.film("Tears of Steel", "Lágrimas de Aço", 2012, "Ficção Científica", 12),
        "Dual Áudio WEB-DL 1080p",
        30,
        Labels.COLON_OUTSIDE,
        new FileFacts("WEB-DL", "MKV", "Português | Inglês", "Português", "571 MB | 1,2 GB"),
        "Robôs voltam para cobrar uma antiga mágoa de amor.",
        Draft.Dress.WORDS,
        List.of(
            Version.of(
                DUAL,
                Version.Line.of(
                    "WEB-DL 720p | 571 MB", gated(Gate.WRAPPED, FreeFilms.TEARS_OF_STEEL)),
                Version.Line.of(
                    "WEB-DL 1080p | 1,2 GB", gated(Gate.REVERSED, FreeFilms.tears("1080p DUAL"))),
                Version.Line.of(
                    "WEB-DL 2160p | 6.70 GB",
                    gated(Gate.DESTINATION, FreeFilms.tears("2160p DUAL")))),
            Version.of(
                SUBTITLED,
                Version.Line.of(
                    "WEB-DL 480p | 300 MB", gated(Gate.DEAD_END, FreeFilms.tears("480p LEG"))))));
  }

  /** Base32 in lower case; a rating widget that was copied from another film. */
  private static Draft bigBuckBunny() {
    return new Draft(
        Work.film("Big Buck Bunny", "O Grande Coelho Bunny", 2008, "Animação, Comédia", 10),
        "Dublado BluRay 720p | 1080p",
        2_000,
        Labels.COLON_OUTSIDE,
        new FileFacts("BluRay 720p, 1080p", "MP4", "Português", "S/L", "2.71 GB, 1.60 GB"),
        "Um coelho pacato perde a paciência com três valentões.",
        Draft.Dress.PICTURES,
        List.of(
            Version.of(
                ":: DUBLADO ::",
                Version.Line.of(
                    "BluRay 720p Dublado (MP4) | 1.60 GB",
                    magnet(FreeFilms.BIG_BUCK_BUNNY.spelt(Spelling.LOWER_BASE32))),
                Version.Line.of(
                    "BluRay 1080p Dublado (MP4) | 2.71 GB",
                    magnet(madeUp("Big Buck Bunny (2008) 5.1 CH Dublado 1080p"))))));
  }

  /** The whole season, and then one button for each chapter, as shared torrents. */
  private static Draft thePhantomEmpire() {
    Stream<Version.Line> chapters = IntStream.rangeClosed(1, 12).mapToObj(ComandoPosts::chapter);
    return new Draft(
        Work.series("The Phantom Empire", "O Império Fantasma", 1935, "Faroeste, Aventura", 20),
        "Legendado WEB-DL 720p | 1080p",
        4_700,
        Labels.NO_BREAK_SPACE,
        new FileFacts("WEB-DL 720p, 1080p", "MKV", "Inglês", "Português", "7.2 GB"),
        "Debaixo do rancho de um cantor fica uma cidade de robôs.",
        Draft.Dress.PICTURES,
        List.of(
            Version.of(
                "LEGENDADO – TEMPORADA COMPLETA",
                Version.Line.of(
                    "WEB-DL 1080p (MKV) | 7.2 GB",
                    magnet(madeUp("The Phantom Empire S01 1080p WEB-DL")))),
            new Version("LEGENDADO – POR EPISÓDIO", chapters.toList())));
  }

  private static Version.Line chapter(int number) {
    return Version.Line.of(
        "EPISÓDIO %02d – WEB-DL 720p (MKV) | 300 MB".formatted(number),
        magnet(madeUp("The Phantom Empire S01E%02d 720p WEB-DL".formatted(number))));
  }

  /** Sizes stand only in the information block, the largest first. */
  private static Draft theGeneral() {
    return new Draft(
        Work.film("The General", "A General", 1926, "Comédia, Guerra", 75).imdb("tt0017925"),
        "Legendado BluRay 720p | 1080p | 2160p 4K",
        4_800,
        Labels.BREAK_INSIDE,
        new FileFacts(
            "BluRay 720p, 1080p, 2160p", "MKV", "Inglês", "Português", "8 GB, 3 GB | 1,4 GB"),
        "Um maquinista persegue os espiões que roubaram a sua locomotiva.",
        Draft.Dress.PICTURES,
        List.of(
            Version.of(
                SUBTITLED,
                Version.Line.of("BluRay 720p (MKV)", magnet(madeUp("The General 1926 720p"))),
                Version.Line.of("BluRay 1080p (MKV)", magnet(madeUp("The General 1926 1080p"))),
                Version.Line.of("BluRay 4K (MKV)", magnet(madeUp("The General 1926 2160p"))))));
  }

  /** No section says how it is spoken: heading and information block do. */
  private static Draft nosferatu() {
    return new Draft(
        Work.film(
            "Nosferatu, eine Symphonie des Grauens", "Nosferatu", 1922, "Terror, Fantasia", 94),
        "Legendado BluRay 1080p",
        4_900,
        Labels.BOLD,
        new FileFacts("BluRay 1080p", "MKV", "Alemão", "Português", "2.20 GB"),
        "",
        Draft.Dress.PICTURES,
        List.of(
            Version.of(
                "DOWNLOAD",
                Version.Line.of("", magnet(madeUp("Nosferatu 1922 1080p BluRay LEG"))))));
  }

  private static Draft limite() {
    return new Draft(
        Work.film("Limite", "Limite", 1931, "Drama", 114),
        "Nacional DVDRip 480p",
        5_000,
        Labels.BREAK_INSIDE,
        new FileFacts("DVDRip 480p", "AVI", "Português", "S/L", "1.37 GB"),
        "",
        Draft.Dress.WORDS,
        List.of(
            Version.of(
                ":: NACIONAL ::",
                Version.Line.of(
                    "DVDRip 480p | 1.37 GB", magnet(madeUp("Limite 1931 DVDRip Nacional"))))));
  }

  /** Only announced: no button at all. */
  private static Draft carnivalOfSouls() {
    return new Draft(
        Work.film("Carnival of Souls", "Carnaval de Almas", 1962, "Terror", 78),
        "Dual Áudio WEB-DL 1080p",
        5_100,
        Labels.COLON_OUTSIDE,
        new FileFacts("WEB-DL", "MKV", "Português, Inglês", "Português", "–"),
        "",
        Draft.Dress.PICTURES,
        List.of(Version.of(DUAL, Version.Line.of("WEB-DL 1080p – EM BREVE"))));
  }
}
