package org.betor.api.name;

import java.util.Map;
import java.util.Optional;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;

/** What source and resolution are in our words for quality. */
final class Qualities {
  private static final Map<String, Source> SOURCES =
      Map.ofEntries(
          Map.entry("CAM", Source.CAM),
          Map.entry("Telesync", Source.TELESYNC),
          Map.entry("DVD", Source.DVD),
          Map.entry("DVDRip", Source.DVD),
          Map.entry("HDTV", Source.HDTV),
          Map.entry("SDTV", Source.SDTV),
          Map.entry("WEB", Source.WEBDL),
          Map.entry("WEB-DL", Source.WEBDL),
          Map.entry("WEBRip", Source.WEBRIP),
          Map.entry("BluRay", Source.BLURAY),
          Map.entry("BDRip", Source.BLURAY),
          Map.entry("BRRip", Source.BLURAY));

  private static final Map<String, Resolution> RESOLUTIONS =
      Map.of(
          "2160p", Resolution.R2160,
          "1080p", Resolution.R1080,
          "720p", Resolution.R720,
          "576p", Resolution.R576,
          "480p", Resolution.R480);

  private Qualities() {}

  static Quality of(Optional<String> source, boolean remux, Optional<String> resolution) {
    Source known =
        source.map(name -> SOURCES.getOrDefault(name, Source.UNKNOWN)).orElse(Source.UNKNOWN);
    return new Quality(
        remux && known == Source.BLURAY ? Source.REMUX : known,
        resolution
            .map(lines -> RESOLUTIONS.getOrDefault(lines, Resolution.UNKNOWN))
            .orElse(Resolution.UNKNOWN));
  }
}
