package org.betor.examples.snippets;

import java.nio.file.Path;
import org.betor.api.model.Release;
import org.betor.api.spi.Query;
import org.betor.core.Betor;
import org.betor.core.Outcome;
import org.betor.core.Report;

/** Searches every provider on the class path. */
public final class SearchSites {
  private SearchSites() {}

  /** Finds Sintel and prints where to get it. */
  public static void main(String[] args) throws InterruptedException {
    try (Betor betor = Betor.open(Path.of("betor-data"))) {
      Report report = betor.search(Query.text("sintel")).report();
      for (Release release : report.releases()) {
        System.out.println(release.title() + " " + release.quality());
        release.magnet().ifPresent(System.out::println);
      }
      for (Outcome outcome : report.outcomes()) {
        System.out.println(outcome.provider().name() + ": " + outcome.describe());
      }
    }
  }
}
