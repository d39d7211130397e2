package org.betor.examples.cli;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.betor.api.model.Language;
import org.betor.api.name.ReleaseName;
import tools.jackson.databind.json.JsonMapper;

/** What a name says as JSON in one line. What it does not say is left out. */
final class NameJson {
  private final Map<String, Object> json = new LinkedHashMap<>();

  private NameJson() {}

  static String of(ReleaseName name) {
    NameJson line = new NameJson();
    line.json.put("input", name.text());
    line.work(name);
    line.picture(name);
    line.sound(name);
    line.release(name);
    return JsonMapper.shared().writeValueAsString(line.json);
  }

  private void work(ReleaseName name) {
    put("title", Optional.of(name.title()).filter(title -> !title.isEmpty()));
    put("year", name.year());
    put("date", name.date().map(LocalDate::toString));
    put("seasons", name.seasons());
    put("episodes", name.episodeNumbers());
    put("episode_title", name.episodeTitle());
    put("part", name.part());
    put("complete", name.isComplete());
  }

  private void picture(ReleaseName name) {
    put("resolution", name.resolution());
    put("source", name.source());
    put("web_kind", name.source().flatMap(NameJson::webKind));
    put("remux", name.isRemux());
    put("codec", name.videoCodec());
    put("bit_depth", name.bitDepth());
    put("hdr", name.hdr());
    put("three_d", name.threeD());
  }

  private void sound(ReleaseName name) {
    put("audio", name.audioCodecs());
    put("channels", name.channels());
    put("languages", tags(name.languages()));
    put("subtitle_languages", tags(name.subtitles()));
    put("dubbed", name.isDubbed());
  }

  private void release(ReleaseName name) {
    put("edition", name.editions());
    put("proper", name.isProper());
    put("repack", name.isRepack());
    put("version", name.version());
    put("group", name.group());
    put("network", name.network());
    put("site", name.site());
    put("container", name.container());
    name.sizeBytes().ifPresent(bytes -> json.put("size_bytes", bytes));
    put("crc", name.crc());
  }

  private static Optional<String> webKind(String source) {
    return switch (source) {
      case "WEB-DL" -> Optional.of("web-dl");
      case "WEBRip" -> Optional.of("webrip");
      default -> Optional.empty();
    };
  }

  private static List<String> tags(List<Language> languages) {
    return languages.stream().map(Language::tag).toList();
  }

  private void put(String key, Optional<String> value) {
    value.ifPresent(text -> json.put(key, text));
  }

  private void put(String key, OptionalInt value) {
    value.ifPresent(number -> json.put(key, number));
  }

  private void put(String key, Collection<?> values) {
    if (!values.isEmpty()) {
      json.put(key, values);
    }
  }

  private void put(String key, boolean value) {
    if (value) {
      json.put(key, true);
    }
  }
}
