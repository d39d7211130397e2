package org.betor.accounts.internal.playback;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.Episodes;
import org.betor.api.name.ReleaseName;

/** Which file of a torrent is an episode, as far as names say so. */
final class EpisodeFile {
  private EpisodeFile() {}

  /**
   * The index of the largest video that says it is the episode, or else the largest audio; the main
   * file if the whole torrent is that, or {@link Episodes#NONE} is asked for.
   *
   * @throws IOException if nothing says so
   */
  static int of(Metainfo metainfo, Episodes episode) throws IOException {
    if (episode.equals(Episodes.NONE)) {
      return metainfo.mainFile();
    }
    OptionalInt found =
        Stream.of("video/", "audio/")
            .map(kind -> largest(metainfo.files(), kind, episode))
            .flatMapToInt(OptionalInt::stream)
            .findFirst();
    if (found.isPresent()) {
      return found.getAsInt();
    }
    if (ReleaseName.parse(metainfo.name()).episodes().equals(episode)) {
      return metainfo.mainFile();
    }
    throw new IOException(
        "no video or audio of \"%s\" says that it is %s".formatted(metainfo.name(), episode));
  }

  /** The first of several as large. */
  private static OptionalInt largest(List<ContentFile> files, String kind, Episodes episode) {
    return IntStream.range(0, files.size())
        .filter(file -> files.get(file).mediaType().startsWith(kind))
        .filter(file -> isIn(files.get(file).path(), episode))
        .reduce((a, b) -> files.get(b).sizeBytes() > files.get(a).sizeBytes() ? b : a);
  }

  /** Folders may say the season. */
  private static boolean isIn(String path, Episodes episode) {
    int end = path.lastIndexOf('/');
    ReleaseName name = ReleaseName.parse(path.substring(end + 1));
    SortedSet<Integer> seasons =
        name.seasons().isEmpty() && end > 0
            ? ReleaseName.parse(path.substring(0, end)).seasons()
            : name.seasons();
    return name.episodeNumbers().containsAll(episode.numbers())
        && (seasons.isEmpty() || seasons.containsAll(episode.seasons()));
  }
}
