package org.betor.api.metainfo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.betor.api.metainfo.MetainfoException.Reason;
import org.betor.api.model.MagnetLink;

/**
 * Sees to it that a torrent's files can be written below one folder of any usual file system, each
 * in a place of its own.
 *
 * <p>Refused are names that lead elsewhere (on Windows too, whatever system this is), names longer
 * than file systems take, and two paths that some file system holds for one: equal but for case,
 * Unicode composition, or dots and spaces at the end of a name. Names that a system merely cannot
 * write, such as {@code CON} or {@code what?} on Windows, do no harm and are let through.
 */
final class SafePaths {
  /** The longest name that ext4, APFS and NTFS take. */
  private static final int MAX_NAME_BYTES = 255;

  /** The longest path that Linux takes. */
  private static final int MAX_PATH_BYTES = 4_096;

  private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
  private static final Pattern DOTS = Pattern.compile("[. ]+");
  private static final Pattern DOTS_AT_THE_END = Pattern.compile("[. ]+$");

  private final Supplier<MagnetLink> magnet;

  /** The link names the torrent if it is refused. */
  SafePaths(Supplier<MagnetLink> magnet) {
    this.magnet = magnet;
  }

  /** Checks the name of the torrent, which becomes a file or a folder. */
  void checkName(String name) {
    objection(List.of(name))
        .ifPresent(
            why -> {
              throw refused("info.name", why);
            });
  }

  /** Checks the paths of all files; that of padding is never written. */
  void checkFiles(List<FileEntry> entries) {
    List<FileEntry> files = entries.stream().filter(entry -> !entry.padding()).toList();
    for (FileEntry file : files) {
      objection(file.path())
          .or(() -> objection(file.target()).map(why -> "links to what " + why))
          .ifPresent(
              why -> {
                throw refused(file.at().where(), why);
              });
    }
    List<Place> places =
        files.stream().map(Place::of).sorted(Comparator.comparing(Place::folded)).toList();
    for (int i = 1; i < places.size(); i++) {
      checkNeighbours(places.get(i - 1), places.get(i));
    }
  }

  private void checkNeighbours(Place first, Place second) {
    if (second.folded().equals(first.folded())) {
      throw refused(second.where(), "has the path \"%s\" again".formatted(second.path()));
    }
    if (second.folded().startsWith(first.folded() + Place.SEPARATOR)) {
      throw refused(
          second.where(),
          "has the path \"%s\", part of which is a file itself".formatted(second.path()));
    }
  }

  /** Why a path cannot be written; continues a sentence that begins with the place. */
  private static Optional<String> objection(List<String> path) {
    int bytes = 0;
    for (String name : path) {
      Optional<String> objection = objection(name);
      if (objection.isPresent()) {
        return objection;
      }
      bytes += name.getBytes(UTF_8).length + 1;
    }
    if (!path.isEmpty() && DRIVE.matcher(path.get(0)).matches()) {
      return Optional.of("begins with a drive, \"%s\"".formatted(Bencoded.shown(path.get(0))));
    }
    return bytes > MAX_PATH_BYTES
        ? Optional.of("is a path of %d bytes, at most 4096 can be written".formatted(bytes))
        : Optional.empty();
  }

  private static Optional<String> objection(String name) {
    if (name.isEmpty()) {
      return Optional.of("has an empty name in its path");
    }
    if (DOTS.matcher(name).matches()) {
      return Optional.of(
          "has \"%s\" for a name, which leads elsewhere".formatted(Bencoded.shown(name)));
    }
    if (SEPARATOR.matcher(name).find()) {
      return Optional.of("has a separator within the name \"%s\"".formatted(Bencoded.shown(name)));
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(
          "has a control character in the name \"%s\"".formatted(Bencoded.shown(name)));
    }
    int bytes = name.getBytes(UTF_8).length;
    return bytes > MAX_NAME_BYTES
        ? Optional.of("has a name of %d bytes, at most 255 can be written".formatted(bytes))
        : Optional.empty();
  }

  private MetainfoException refused(String where, String why) {
    return new MetainfoException(Reason.UNSAFE_PATH, where, why, magnet.get());
  }

  /** A file, and its path as the least discerning file system tells it from others. */
  private record Place(String folded, FileEntry file) {
    /** Sorts below all letters, so that what is in a folder follows the folder. */
    static final String SEPARATOR = "\0";

    static Place of(FileEntry file) {
      return new Place(file.path().stream().map(Place::folded).collect(joining(SEPARATOR)), file);
    }

    String where() {
      return file.at().where();
    }

    String path() {
      return Bencoded.shown(String.join("/", file.path()));
    }

    private static String folded(String name) {
      int[] oneCase =
          name.codePoints().map(Character::toUpperCase).map(Character::toLowerCase).toArray();
      String composed =
          Normalizer.normalize(new String(oneCase, 0, oneCase.length), Normalizer.Form.NFC);
      return DOTS_AT_THE_END.matcher(composed).replaceAll("");
    }
  }
}
