package org.betor.samples;

import static org.betor.samples.SampleTorrent.madeUp;
import static org.betor.samples.SampleTorrent.real;
import static org.betor.samples.Version.Button.gated;
import static org.betor.samples.Version.Button.leftover;
import static org.betor.samples.Version.Button.magnet;

import java.util.List;

/** Films under Creative Commons licences. The first torrent of each exists, the others do not. */
final class FreeFilms {
  static final SampleTorrent SINTEL = real("Sintel", "08ada5a7a6183aae1e09d831df6748d566095a10");
  static final SampleTorrent BIG_BUCK_BUNNY =
      real("Big Buck Bunny", "dd8255ecdc7ca55fb0bbf81323d87062db1f6d1c");
  static final SampleTorrent TEARS_OF_STEEL =
      real("Tears of Steel", "209c8226b299b308beaf2b9cd3fb49212dbd13ec");
  static final SampleTorrent COSMOS_LAUNDROMAT =
      real("Cosmos Laundromat", "c9e15763f722f23e98a29decdfae341b98d53056");

  private FreeFilms() {}

  static List<Draft> drafts() {
    return List.of(sintel(), bigBuckBunny(), tearsOfSteel(), cosmosLaundromat());
  }

  /** Two versions with headings, lines and words as buttons; one line has no button yet. */
  private static Draft sintel() {
    return new Draft(
        Work.film("Sintel", "Sintel", 2010, "Animação | Fantasia", 15).imdb("tt1727587"),
        "WEB-DL 720p e 1080p Dual Áudio",
        1,
        Labels.SPANS,
        new FileFacts(
            "WEB-DL", "MKV / MP4", "Português | Inglês", "Português", "129 MB | 1.10 GB | 650 MB"),
        "Uma jovem atravessa montanhas e desertos à procura de um filhote de dragão.",
        Draft.Dress.WORDS,
        List.of(
            Version.of(
                "VERSÃO MKV DUAL ÁUDIO",
                Version.Line.of("WEB-DL 720p (129 MB)", magnet(SINTEL)),
                Version.Line.of(
                    "WEB-DL 1080p (1.10 GB)", magnet(madeUp("Sintel 2010 1080p WEB-DL DUAL"))),
                Version.Line.of("WEB-DL 2160p 4K EM BREVE")),
            Version.of(
                "VERSÃO MKV LEGENDADO",
                Version.Line.of(
                    "WEB-DL 1080p (650 MB)", magnet(madeUp("Sintel 2010 1080p WEB-DL LEG"))))));
  }

  /** Pictures as buttons in a hidden block; the same magnet twice; a starred tracker. */
  private static Draft bigBuckBunny() {
    SampleTorrent fullHd =
        madeUp("Big Buck Bunny (2008) 5.1 CH Dublado 1080p").spelt(Spelling.STARRED_TRACKER);
    return new Draft(
        Work.film("Big Buck Bunny", "O Grande Coelho Bunny", 2008, "Animação | Comédia", 10)
            .imdb("tt1254207"),
        "Blu-ray Rip 720p e 1080p Dublado",
        2,
        Labels.SPANS,
        new FileFacts(
            "Blu-ray Rip", "MP4", "Português", "Sem Legenda", "1.60 GB (720p) | 2.71 GB (1080p)"),
        "",
        Draft.Dress.PICTURES,
        List.of(
            Version.of(
                "SERVIDORES PARA DOWNLOAD Blu-ray Rip 720p",
                Version.Line.of(
                    "",
                    magnet(BIG_BUCK_BUNNY),
                    new Version.Button("Magnet-Link 720p", Gate.OPEN, BIG_BUCK_BUNNY))),
            Version.of(
                "SERVIDORES PARA DOWNLOAD Blu-ray Rip 1080p",
                Version.Line.of("", magnet(fullHd)))));
  }

  /** Every kind of protected link; the last two cannot be opened. */
  private static Draft tearsOfSteel() {
    return new Draft(
        Work.film("Tears of Steel", "Lágrimas de Aço", 2012, "Ficção Científica", 12)
            .imdb("tt2285752"),
        "WEB-DL 720p / 1080p / 4K Dual Áudio",
        3,
        Labels.BOLD,
        new FileFacts("WEB-DL", "MKV", "Português, Inglês", "Português", "571 MB"),
        "Em Amsterdã, um grupo tenta salvar o mundo de robôs.",
        Draft.Dress.WORDS,
        List.of(
            Version.of(
                "VERSÃO MKV DUAL ÁUDIO",
                protectedLine("WEB-DL 720p (571 MB)", Gate.REVERSED, TEARS_OF_STEEL),
                protectedLine("WEB-DL 1080p (1,2 GB)", Gate.REDIRECT, tears("1080p DUAL")),
                protectedLine("WEB-DL 2160p (6.70 GB)", Gate.DESTINATION, tears("2160p DUAL"))),
            Version.of(
                "VERSÃO MKV LEGENDADO",
                protectedLine("WEB-DL 1080p (1.1 GB)", Gate.SHUFFLED, tears("1080p LEG")),
                protectedLine("WEB-DL 720p (500 MB)", Gate.DEAD_END, tears("720p LEG")),
                protectedLine("ASSISTIR ONLINE", Gate.PLAYER, tears("player")))));
  }

  /** Base32 in both cases, raw spaces, raw ampersands, a broken magnet, a foreign leftover. */
  private static Draft cosmosLaundromat() {
    return new Draft(
        Work.film("Cosmos Laundromat", "Lavanderia Cósmica", 2015, "Animação | Drama", 12)
            .imdb("tt4957236"),
        "WEB-DL 720p e 1080p Legendado",
        4,
        Labels.COLON_OUTSIDE,
        new FileFacts("WEB-DL", "MKV", "Inglês", "Português", "220 MB | 1.3 GB | 800 MB"),
        "Em uma ilha deserta, a ovelha Franck encontra um vendedor estranho.",
        Draft.Dress.WORDS,
        List.of(
            Version.of(
                "VERSÃO LEGENDADO",
                Version.Line.of(
                    "WEB-DL 720p (220 MB)",
                    leftover(madeUp("Another film that somebody forgot here")),
                    magnet(COSMOS_LAUNDROMAT.spelt(Spelling.BASE32))),
                cosmos("WEB-DL 1080p (1.3 GB)", "1080p LEG", Spelling.LOWER_BASE32),
                cosmos("HDTV 720p (800 MB)", "720p HDTV LEG", Spelling.RAW_SPACES),
                cosmos("WEB-DL 480p (300 MB)", "480p LEG", Spelling.RAW_AMPERSANDS),
                cosmos("WEB-DL 2160p (5 GB)", "2160p LEG", Spelling.BROKEN))));
  }

  private static Version.Line protectedLine(String text, Gate gate, SampleTorrent torrent) {
    return Version.Line.of(text, gated(gate, torrent));
  }

  static SampleTorrent tears(String version) {
    return madeUp("Tears of Steel 2012 WEB-DL " + version);
  }

  private static Version.Line cosmos(String text, String version, Spelling spelling) {
    String name = "Cosmos Laundromat 2015 " + version;
    return Version.Line.of(text, magnet(madeUp(name).spelt(spelling)));
  }
}
