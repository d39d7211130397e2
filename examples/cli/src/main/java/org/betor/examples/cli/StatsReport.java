package org.betor.examples.cli;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.betor.accounts.Standing;
import org.betor.accounts.TrafficDay;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody gave and took, for people or programs.
 *
 * @param days the newest first
 */
record StatsReport(String name, Standing standing, List<TrafficDay> days) {

  /** A line for all, one for what follows, and one for each day. */
  String text() {
    String all =
        "%s: %s, ratio %s"
            .formatted(
                name,
                traffic(standing.uploadedBytes(), standing.downloadedBytes()),
                standing.ratio().isPresent() ? decimal(standing.ratio().getAsDouble()) : "none");
    return Stream.concat(Stream.of(all, rule()), days.stream().map(StatsReport::line))
        .collect(joining(System.lineSeparator()));
  }

  private String rule() {
    String least = "at least %s is asked for".formatted(decimal(standing.minimum()));
    return standing.owedBytes() == 0
        ? "%s: %s".formatted(state(), least)
        : "%s: %s, which lacks %s up".formatted(state(), least, Amount.bytes(standing.owedBytes()));
  }

  private String state() {
    return standing.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String line(TrafficDay day) {
    return day.day() + "  " + traffic(day.uploadedBytes(), day.downloadedBytes());
  }

  private static String traffic(long up, long down) {
    return "%s up, %s down".formatted(Amount.bytes(up), Amount.bytes(down));
  }

  private static String decimal(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  /** Without the ratio if there is none. */
  String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("uploadedBytes", standing.uploadedBytes());
    json.put("downloadedBytes", standing.downloadedBytes());
    standing.ratio().ifPresent(ratio -> json.put("ratio", ratio));
    json.put("standing", state());
    json.put("minimum", standing.minimum());
    json.put("graceBytes", standing.graceBytes());
    json.put("owedBytes", standing.owedBytes());
    json.put("days", days.stream().map(StatsReport::day).toList());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  private static Map<String, Object> day(TrafficDay day) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("day", day.day().toString());
    json.put("uploadedBytes", day.uploadedBytes());
    json.put("downloadedBytes", day.downloadedBytes());
    return json;
  }
}
