package org.betor.site;

import java.util.List;
import java.util.OptionalLong;
import org.betor.api.model.Quality.Resolution;
import org.betor.site.SizeWords.Sized;

/**
 * The sizes that an information block lists for all files of a post, given to them.
 *
 * <p>A size that names its resolution goes there. A bare list is only used where it has as many
 * sizes as there are files: by rank where all resolutions differ, since editors do not keep to the
 * order of the buttons, else by position.
 */
final class SizeList {
  private final List<Sized> sizes;

  SizeList(List<Sized> sizes) {
    this.sizes = sizes;
  }

  /** The size for each file, where {@code files} has the resolutions of all of them. */
  List<OptionalLong> assign(List<Resolution> files) {
    if (sizes.stream().anyMatch(size -> size.resolution() != Resolution.UNKNOWN)) {
      return files.stream().map(this::named).toList();
    }
    if (sizes.size() != files.size()) {
      return files.stream().map(file -> OptionalLong.empty()).toList();
    }
    return allDiffer(files) ? byRank(files) : byPosition();
  }

  private OptionalLong named(Resolution resolution) {
    List<Sized> candidates =
        sizes.stream().filter(size -> size.resolution() == resolution).toList();
    return candidates.size() == 1
        ? OptionalLong.of(candidates.get(0).bytes())
        : OptionalLong.empty();
  }

  private List<OptionalLong> byRank(List<Resolution> files) {
    long[] ascending = sizes.stream().mapToLong(Sized::bytes).sorted().toArray();
    List<Resolution> ranks = files.stream().sorted().toList();
    return files.stream().map(file -> OptionalLong.of(ascending[ranks.indexOf(file)])).toList();
  }

  private List<OptionalLong> byPosition() {
    return sizes.stream().map(size -> OptionalLong.of(size.bytes())).toList();
  }

  private static boolean allDiffer(List<Resolution> files) {
    return !files.contains(Resolution.UNKNOWN) && files.stream().distinct().count() == files.size();
  }
}
