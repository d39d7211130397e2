package org.betor.examples.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Language;
import org.betor.api.model.Release;
import org.betor.core.Outcome;
import org.betor.core.Report;
import tools.jackson.databind.json.JsonMapper;

/** A report as JSON for programs. What is not known is left out. */
final class JsonReport {
  private JsonReport() {}

  static String of(Report report, Path folder) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("query", report.query().text());
    json.put("known", report.known().releases().stream().map(JsonReport::release).toList());
    json.put("releases", report.releases().stream().map(JsonReport::release).toList());
    json.put("providers", report.outcomes().stream().map(JsonReport::outcome).toList());
    json.put("index", folder.toAbsolutePath().normalize().toString());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  private static Map<String, Object> release(Release release) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", release.title());
    release.year().ifPresent(year -> json.put("year", year));
    json.put("quality", release.quality().toString());
    json.put("episodes", release.episodes().toString());
    json.put("languages", release.audio().stream().map(Language::tag).toList());
    release.sizeBytes().ifPresent(bytes -> json.put("sizeBytes", bytes));
    json.put("providers", release.providers());
    release.infoHash().map(InfoHash::hex).ifPresent(hex -> json.put("infoHash", hex));
    release
        .magnet()
        .map(magnet -> magnet.withoutSecrets().toString())
        .ifPresent(link -> json.put("magnet", link));
    return json;
  }

  private static Map<String, Object> outcome(Outcome outcome) {
    return Map.of(
        "provider", outcome.provider().id(),
        "outcome", outcome.describe(),
        "posts", outcome.posts(),
        "millis", outcome.took().toMillis());
  }
}
