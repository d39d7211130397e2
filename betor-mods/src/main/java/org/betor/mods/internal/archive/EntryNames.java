package org.betor.mods.internal.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of the files of one archive. They are the same files on every system: none leads out of
 * the folder, none means something else somewhere, and no two of them are one where letters of both
 * cases, or both ways of writing an accent, are the same.
 */
public final class EntryNames {
  private static final int LONGEST_PATH = 4096;
  private static final int LONGEST_PART = 255; // both in bytes of UTF-8
  private static final int UNREADABLE = 0xFFFD; // what stands for bytes that are no text
  private static final Pattern DEVICE =
      Pattern.compile(
          "(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00B9\u00B2\u00B3]) *(\\..*)?",
          Pattern.CASE_INSENSITIVE);

  private final Set<String> files = new HashSet<>();
  private final Set<String> folders = new HashSet<>();

  /** Adds the name of a file, with slashes between folders; says what is wrong with it, if so. */
  public Optional<String> add(String name) {
    return problem(name).or(() -> isTaken(name));
  }

  /** The same for a folder, which may come again. */
  public Optional<String> addFolder(String name) {
    return problem(name).or(() -> isTaken(name + "/"));
  }

  private static Optional<String> problem(String name) {
    if (!UTF_8.newEncoder().canEncode(name) || name.indexOf(UNREADABLE) >= 0) {
      return Optional.of("it is not text, or the system's file names are not in UTF-8");
    }
    if (name.getBytes(UTF_8).length > LONGEST_PATH) {
      return Optional.of("it has more than %d bytes".formatted(LONGEST_PATH));
    }
    return List.of(name.split("/", -1)).stream()
        .map(EntryNames::problemOfPart)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> problemOfPart(String part) {
    if (part.isEmpty()) {
      return Optional.of("a part of it is empty");
    }
    if (part.chars().anyMatch(c -> Character.isISOControl(c) || c == '\\' || c == ':')) {
      return Optional.of("it has a backslash, a colon or a control character");
    }
    if (part.endsWith(".") || part.endsWith(" ")) { // "." and ".." too
      return Optional.of("a part of it ends in a dot or a space");
    }
    if (DEVICE.matcher(part).matches()) {
      return Optional.of("\"%s\" is a device on Windows".formatted(part));
    }
    return part.getBytes(UTF_8).length > LONGEST_PART
        ? Optional.of("a part of it has more than %d bytes".formatted(LONGEST_PART))
        : Optional.empty();
  }

  private Optional<String> isTaken(String name) {
    String folded = fold(name);
    for (int slash = folded.indexOf('/'); slash > 0; slash = folded.indexOf('/', slash + 1)) {
      folders.add(folded.substring(0, slash));
      if (files.contains(folded.substring(0, slash))) {
        return Optional.of("a folder of it is a file's name, too");
      }
    }
    if (folded.endsWith("/")) {
      return Optional.empty();
    }
    return files.add(folded) && !folders.contains(folded)
        ? Optional.empty()
        : Optional.of("another name is the same but for the case of its letters or less");
  }

  private static String fold(String name) {
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }
}
