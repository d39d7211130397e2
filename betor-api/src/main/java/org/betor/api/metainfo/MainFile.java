package org.betor.api.metainfo;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The file that somebody means who plays a torrent. */
final class MainFile {
  private static final String EXTRA =
      "(?:samples?|trailers?|teasers?|extras?|bonus|featurettes?|interviews?"
          + "|(?:behind[ ._-]the|deleted)[ ._-]scenes|making[ ._-]of)";

  /** A folder of that name, or a file whose name begins or ends with it. */
  private static final Pattern BESIDE_THE_FILM =
      Pattern.compile(
          "(?:.*/)?%1$s/.*|(?:.*/)?(?:%1$s(?:[^\\p{L}/][^/]*)?|[^/]*[^\\p{L}/]%1$s)\\.[^./]*"
              .formatted(EXTRA),
          Pattern.CASE_INSENSITIVE);

  private final List<ContentFile> files;

  private MainFile(List<ContentFile> files) {
    this.files = files;
  }

  /** Its index from 0. */
  static int of(List<ContentFile> files) {
    return new MainFile(files).index();
  }

  private int index() {
    Predicate<ContentFile> video = file -> file.mediaType().startsWith("video/");
    Predicate<ContentFile> audio = file -> file.mediaType().startsWith("audio/");
    return Stream.of(video.and(MainFile::isTheWork), video, audio, file -> true)
        .map(this::largest)
        .flatMapToInt(OptionalInt::stream)
        .findFirst()
        .orElseThrow();
  }

  private OptionalInt largest(Predicate<ContentFile> kind) {
    return IntStream.range(0, files.size())
        .filter(index -> kind.test(files.get(index)))
        .boxed()
        .max(
            Comparator.<Integer>comparingLong(index -> files.get(index).sizeBytes())
                .thenComparing(Comparator.reverseOrder()))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static boolean isTheWork(ContentFile file) {
    return !BESIDE_THE_FILM.matcher(file.path()).matches();
  }
}
