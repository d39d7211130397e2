package org.betor.examples.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.metainfo.MetainfoException;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in one torrent file or magnet link, as a line of JSON. What is not there is left out.
 */
final class Inspection {
  private static final String MAGNET = "magnet:";

  private final Map<String, @Nullable Object> json = new LinkedHashMap<>();

  private Inspection(String input) {
    json.put("input", input);
  }

  /** Answers in any case: what cannot be read has an {@code error}. */
  static String of(String input) {
    Inspection inspection = new Inspection(input);
    if (input.strip().regionMatches(true, 0, MAGNET, 0, MAGNET.length())) {
      inspection.readMagnet(input);
    } else {
      inspection.readFile(input);
    }
    return JsonMapper.shared().writeValueAsString(inspection.json);
  }

  private void readMagnet(String input) {
    try {
      MagnetLink magnet = MagnetLink.parse(input);
      json.put("valid", true);
      magnet(magnet);
    } catch (IllegalArgumentException refused) {
      error(String.valueOf(refused.getMessage()));
    }
  }

  private void readFile(String input) {
    try {
      Metainfo torrent = Metainfo.read(Path.of(input));
      json.put("valid", true);
      torrent(torrent);
    } catch (MetainfoException refused) {
      error(String.valueOf(refused.getMessage()));
      refused.magnet().ifPresent(this::refused);
    } catch (InvalidPathException | NoSuchFileException absent) {
      error("no such file");
    } catch (AccessDeniedException denied) {
      error("not allowed to read this file");
    } catch (IOException unreadable) {
      error("cannot be read: " + unreadable);
    }
  }

  private void error(String why) {
    json.put("valid", false);
    json.put("error", why);
  }

  /** What is known of a torrent whose paths alone are unsafe. */
  private void refused(MagnetLink magnet) {
    names(magnet.infoHash(), magnet.infoHashV2());
    magnet.name().ifPresent(name -> json.put("name", name));
    magnet.sizeBytes().ifPresent(bytes -> json.put("total_size", bytes));
  }

  private void names(Optional<InfoHash> v1, Optional<InfoHash> v2) {
    json.put("infohash_v1", v1.map(InfoHash::hex).orElse(null));
    json.put("infohash_v2", v2.map(InfoHash::hex).orElse(null));
    json.put("has_v1", v1.isPresent());
    json.put("has_v2", v2.isPresent());
  }

  private void magnet(MagnetLink magnet) {
    names(magnet.infoHash(), magnet.infoHashV2());
    magnet.name().ifPresent(name -> json.put("name", name));
    magnet.sizeBytes().ifPresent(bytes -> json.put("exact_length", bytes));
    put("trackers", magnet.trackers());
    put("web_seeds", magnet.webSeeds());
    put("peers", magnet.peers());
    put("select_only", magnet.selectedFiles());
    put("keywords", magnet.keywords());
    put("xs", magnet.exactSources());
    magnet.publicKey().ifPresent(key -> json.put("public_key", key));
    if (magnet.infoHash().isEmpty()) {
      json.put("unsupported", "no version 1 info-hash: version 1 clients cannot find it");
    }
  }

  private void torrent(Metainfo torrent) {
    names(torrent.infoHash(), torrent.infoHashV2());
    json.put("name", torrent.name());
    json.put("total_size", torrent.sizeBytes());
    json.put("piece_length", torrent.pieceBytes());
    json.put("pieces", torrent.pieceCount());
    json.put("private", torrent.isPrivate());
    put("trackers", torrent.trackers().stream().flatMap(List::stream).toList());
    put("web_seeds", torrent.webSeeds());
    torrent.created().map(Instant::getEpochSecond).ifPresent(at -> json.put("creation_date", at));
    torrent.createdBy().ifPresent(program -> json.put("created_by", program));
    torrent.comment().ifPresent(comment -> json.put("comment", comment));
    String folder = torrent.isSingleFile() ? "" : torrent.name() + "/";
    json.put("files", torrent.files().stream().map(file -> file(folder, file)).toList());
    if (torrent.infoHash().isEmpty()) {
      json.put("unsupported", "version 2 alone: version 1 clients cannot download it");
    }
  }

  private static Map<String, Object> file(String folder, ContentFile file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("path", folder + file.path());
    json.put("size", file.sizeBytes());
    file.linksTo().ifPresent(target -> json.put("symlink", folder + target));
    return json;
  }

  private void put(String key, List<?> values) {
    if (!values.isEmpty()) {
      json.put(key, values);
    }
  }
}
