package org.betor.core.internal.catalog;

import static org.betor.core.internal.catalog.RecordReader.Fields.required;

import java.net.URI;
import java.util.List;
import org.betor.api.model.Episodes;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Language;
import org.betor.api.model.Link;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.jspecify.annotations.Nullable;

/** An offer while it is read. */
final class OfferFields implements RecordReader.Fields {
  private static final List<Source> SOURCES = List.of(Source.values());
  private static final List<Resolution> RESOLUTIONS = List.of(Resolution.values());

  private @Nullable String magnet;
  private @Nullable String file;
  private @Nullable String unopened;
  private String reason = "";
  private @Nullable String hash;
  private @Nullable String guid;
  private String context = "";
  private Source source = Source.UNKNOWN;
  private Resolution resolution = Resolution.UNKNOWN;
  private List<Language> audio = List.of();
  private List<Language> subtitles = List.of();
  private @Nullable Long size;
  private List<Integer> seasons = List.of();
  private List<Integer> episodes = List.of();
  private @Nullable Integer seeders;
  private @Nullable Integer leechers;

  static Offer read(RecordReader in) {
    OfferFields fields = new OfferFields();
    in.object(fields);
    return fields.offer();
  }

  @Override
  public void read(String name, RecordReader in) {
    switch (name) {
      case "magnet" -> magnet = in.text();
      case "file" -> file = in.text();
      case "unopened" -> unopened = in.text();
      case "reason" -> reason = in.text();
      case "hash" -> hash = in.text();
      case "guid" -> guid = in.text();
      case "context" -> context = in.text();
      case "source" -> source = PostFields.constant(in.text(), SOURCES, Source.UNKNOWN);
      case "resolution" ->
          resolution = PostFields.constant(in.text(), RESOLUTIONS, Resolution.UNKNOWN);
      case "audio" -> audio = PostFields.languages(in);
      case "subtitles" -> subtitles = PostFields.languages(in);
      case "size" -> size = in.number();
      case "seasons" -> seasons = numbers(in);
      case "episodes" -> episodes = numbers(in);
      case "seeders" -> seeders = Math.toIntExact(in.number());
      case "leechers" -> leechers = Math.toIntExact(in.number());
      default -> in.skip();
    }
  }

  private Offer offer() {
    Offer.Builder offer =
        Offer.of(link())
            .context(context)
            .quality(new Quality(source, resolution))
            .audio(audio)
            .subtitles(subtitles);
    if (!seasons.isEmpty() || !episodes.isEmpty()) {
      offer.episodes(Episodes.of(seasons, episodes));
    }
    if (hash != null) {
      offer.infoHash(new InfoHash(hash));
    }
    if (guid != null) {
      offer.guid(guid);
    }
    if (size != null) {
      offer.sizeBytes(size);
    }
    if (seeders != null) {
      offer.seeders(seeders);
    }
    if (leechers != null) {
      offer.leechers(leechers);
    }
    return offer.build();
  }

  private Link link() {
    if (magnet != null) {
      return new Link.Magnet(MagnetLink.parse(magnet));
    } else if (file != null) {
      return new Link.TorrentFile(URI.create(file));
    }
    return new Link.Unopened(URI.create(required("unopened", unopened)), reason);
  }

  private static List<Integer> numbers(RecordReader in) {
    return in.list(number -> Math.toIntExact(number.number()));
  }
}
