package org.betor.samples;

import static org.betor.samples.SampleTorrent.madeUp;
import static org.betor.samples.Version.Button.magnet;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Series in the public domain. Their torrents are made up. */
final class OldSeries {
  private OldSeries() {}

  static List<Draft> drafts() {
    return List.of(thePhantomEmpire(), oneStepBeyond());
  }

  /** Twelve chapters in two qualities, and the whole season. */
  private static Draft thePhantomEmpire() {
    Stream<Version.Line> chapters = IntStream.rangeClosed(1, 12).mapToObj(OldSeries::chapter);
    return new Draft(
        Work.series("The Phantom Empire", "O Império Fantasma", 1935, "Faroeste | Aventura", 20),
        "1ª Temporada WEB-DL 720p e 1080p Legendado",
        13,
        Labels.SPANS,
        new FileFacts("WEB-DL", "MKV", "Inglês", "Português", "300 MB por episódio"),
        "Um caubói cantor descobre um reino debaixo da terra.",
        Draft.Dress.WORDS,
        List.of(
            new Version("VERSÃO LEGENDADO", chapters.toList()),
            Version.of(
                "1ª TEMPORADA COMPLETA",
                Version.Line.of(
                    "WEB-DL 1080p (7.2 GB)",
                    magnet(madeUp("The Phantom Empire S01 1080p WEB-DL"))))));
  }

  private static Version.Line chapter(int number) {
    String name = "The Phantom Empire S01E%02d ".formatted(number);
    return Version.Line.of(
        "EPISÓDIO %02d:".formatted(number),
        new Version.Button("720p", Gate.OPEN, madeUp(name + "720p WEB-DL")),
        new Version.Button("1080p", Gate.OPEN, madeUp(name + "1080p WEB-DL")));
  }

  /** Three seasons, each as a whole, and then all together. */
  private static Draft oneStepBeyond() {
    Stream<Version> seasons = IntStream.rangeClosed(1, 3).mapToObj(OldSeries::season);
    Version all =
        Version.of(
            "1ª a 3ª TEMPORADA COMPLETA",
            Version.Line.of(
                "DVDRip 480p (21 GB)", magnet(madeUp("One Step Beyond S01-S03 DVDRip"))));
    return new Draft(
        Work.series("One Step Beyond", "Um Passo Além", 1959, "Mistério", 30),
        "1ª a 3ª Temporada DVDRip Dublado",
        14,
        Labels.BOLD,
        new FileFacts("DVDRip", "AVI", "Português", "S/L", "7 GB | 7 GB | 7 GB | 21 GB"),
        "",
        Draft.Dress.WORDS,
        Stream.concat(seasons, Stream.of(all)).toList());
  }

  private static Version season(int number) {
    return Version.of(
        number + "ª TEMPORADA COMPLETA DUBLADO",
        Version.Line.of(
            "DVDRip 480p (7 GB)",
            magnet(madeUp("One Step Beyond S%02d DVDRip DUBLADO".formatted(number)))));
  }
}
