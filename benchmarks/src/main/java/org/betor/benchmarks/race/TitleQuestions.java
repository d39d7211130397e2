package org.betor.benchmarks.race;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.spi.TitleQuestion;
import org.betor.benchmarks.Figures;
import org.betor.core.internal.imdb.ImdbIndex;

/** Asks an index for titles that are in it, in words that are more or less theirs. */
public final class TitleQuestions {
  private static final int QUESTIONS = 500;
  private static final int WARM_UPS = 3;
  private static final int CANDIDATES = 20;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private TitleQuestions() {}

  /** Asks 500 questions of each kind, four times, and prints how long the last ones took. */
  public static void ask(ImdbIndex index, List<TitleFiles.Made> titles) {
    for (int pass = 0; pass < WARM_UPS; pass++) {
      for (Wording wording : Wording.values()) {
        ask(index, titles, wording);
      }
    }
    for (Wording wording : Wording.values()) {
      System.out.println(ask(index, titles, wording));
    }
  }

  private static String ask(ImdbIndex index, List<TitleFiles.Made> titles, Wording wording) {
    Random random = new Random(3);
    List<Double> micros = new ArrayList<>();
    List<Double> cpuMicros = new ArrayList<>();
    int found = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      TitleFiles.Made title = titles.get(random.nextInt(titles.size()));
      TitleQuestion question = wording.question(title, random);
      long start = System.nanoTime();
      long cpuStart = THREADS.getCurrentThreadCpuTime();
      List<Title> answer = index.candidates(question, CANDIDATES);
      cpuMicros.add((THREADS.getCurrentThreadCpuTime() - cpuStart) / 1e3);
      micros.add((System.nanoTime() - start) / 1e3);
      found +=
          answer.stream().anyMatch(each -> title.id().equals(each.ids().get(0).value())) ? 1 : 0;
    }
    return "%-10s p50 %5.0f, p99 %5.0f µs; of a core's time p50 %5.0f, p99 %5.0f µs; the title among 20: %.1f %%"
        .formatted(
            wording.name().toLowerCase(Locale.ROOT),
            Figures.percentile(micros, 50),
            Figures.percentile(micros, 99),
            Figures.percentile(cpuMicros, 50),
            Figures.percentile(cpuMicros, 99),
            100.0 * found / QUESTIONS);
  }

  /** How a question names a title. */
  private enum Wording {
    BOTH,
    TRANSLATED,
    PARTIAL,
    MISSPELT;

    TitleQuestion question(TitleFiles.Made title, Random random) {
      return names(title, random)
          .year(title.year())
          .mediaType(title.series() ? MediaType.SERIES : MediaType.FILM)
          .build();
    }

    private TitleQuestion.Builder names(TitleFiles.Made title, Random random) {
      return switch (this) {
        case BOTH -> TitleQuestion.of(title.brazilianName(), title.name());
        case TRANSLATED -> TitleQuestion.of(title.brazilianName());
        case PARTIAL -> TitleQuestion.of(withoutLastWord(title.brazilianName()));
        case MISSPELT -> TitleQuestion.of(misspelt(title.brazilianName(), random));
      };
    }

    private static String withoutLastWord(String name) {
      return name.substring(0, name.lastIndexOf(' '));
    }

    private static String misspelt(String name, Random random) {
      int at = name.length() / 2 + random.nextInt(name.length() / 2);
      return name.substring(0, at) + 'x' + name.substring(at + 1);
    }
  }
}
