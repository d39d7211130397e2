package org.betor.samples;

import static org.betor.samples.SampleTorrent.madeUp;
import static org.betor.samples.Version.Button.magnet;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Films that do not exist, as many as a benchmark wants. */
final class GeneratedFilms {
  private static final List<String> THINGS =
      List.of("O Farol", "A Estrada", "O Relógio", "A Ilha", "O Trem", "A Carta", "O Jardim");
  private static final List<String> ENDINGS =
      List.of("do Norte", "sem Fim", "de Pedra", "da Serra", "do Coração", "de Ontem", "Azul");
  private static final List<String> GENRES =
      List.of("Drama", "Comédia | Romance", "Terror", "Ação | Aventura", "Documentário");
  private static final List<String> HEADINGS =
      List.of("VERSÃO MKV DUAL ÁUDIO", "VERSÃO DUBLADO", "VERSÃO MKV LEGENDADO");

  private final Random random;

  GeneratedFilms(long seed) {
    this.random = new Random(seed);
  }

  Draft next(int number) {
    String title = "Amostra %d: %s %s".formatted(number, one(THINGS), one(ENDINGS));
    int year = 1950 + random.nextInt(75);
    return new Draft(
        Work.film("Sample " + number, title, year, one(GENRES), 70 + random.nextInt(80)),
        "WEB-DL 720p, 1080p e 4K",
        number,
        one(List.of(Labels.values())),
        new FileFacts("WEB-DL", "MKV", "Português | Inglês", "Português", "1 GB | 2 GB | 9 GB"),
        "Um filme que não existe, feito para medir.",
        one(List.of(Draft.Dress.values())),
        HEADINGS.subList(0, 1 + random.nextInt(HEADINGS.size())).stream()
            .map(heading -> version(heading, number))
            .toList());
  }

  private Version version(String heading, int number) {
    return new Version(
        heading,
        IntStream.rangeClosed(1, 1 + random.nextInt(3))
            .mapToObj(
                line -> line(heading, number, List.of("720p", "1080p", "2160p").get(line - 1)))
            .toList());
  }

  private Version.Line line(String heading, int number, String resolution) {
    String name = "Sample %d %s WEB-DL %s".formatted(number, resolution, heading);
    String size = "%d.%02d GB".formatted(1 + random.nextInt(9), random.nextInt(100));
    return Version.Line.of("WEB-DL %s (%s)".formatted(resolution, size), magnet(madeUp(name)));
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
