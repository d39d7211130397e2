package org.betor.examples.cli;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.betor.api.spi.SwarmReport;
import org.betor.api.spi.SwarmReport.Answer;
import org.betor.api.spi.SwarmReport.Counted;
import org.betor.api.spi.SwarmReport.Failed;
import tools.jackson.databind.json.JsonMapper;

/**
 * What trackers said of a torrent, for people or programs.
 *
 * @param report what they said
 */
record HealthReport(SwarmReport report) {

  boolean isAnswered() {
    return report.answers().stream().anyMatch(answer -> !(answer instanceof Failed));
  }

  /** A line for each tracker, and one for all. */
  String text() {
    String best =
        report
            .swarm(Instant.now())
            .map(
                swarm ->
                    "At best: %d seeders, %d leechers".formatted(swarm.seeders(), swarm.leechers()))
            .orElse("No tracker counted any; that does not mean that nobody is there.");
    return report.answers().stream()
        .map(HealthReport::line)
        .collect(joining(System.lineSeparator(), "", System.lineSeparator() + best));
  }

  private static String line(Answer answer) {
    return answer.tracker() + ": " + words(answer);
  }

  private static String words(Answer answer) {
    if (answer instanceof Counted counted) {
      return "%d seeders, %d leechers, downloaded %d times"
          .formatted(counted.seeders(), counted.leechers(), counted.downloads());
    }
    return answer instanceof Failed failed ? failed.message() : "does not know it";
  }

  String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    report
        .swarm(Instant.now())
        .ifPresent(
            swarm -> {
              json.put("seeders", swarm.seeders());
              json.put("leechers", swarm.leechers());
            });
    json.put("trackers", report.answers().stream().map(HealthReport::tracker).toList());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  private static Map<String, Object> tracker(Answer answer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tracker", answer.tracker().toString());
    if (answer instanceof Counted counted) {
      json.put("seeders", counted.seeders());
      json.put("leechers", counted.leechers());
      json.put("downloads", counted.downloads());
    } else {
      json.put("problem", words(answer));
    }
    return json;
  }
}
