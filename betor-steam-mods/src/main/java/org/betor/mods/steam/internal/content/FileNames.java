package org.betor.mods.steam.internal.content;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names that are safe on every system, made of those that came from elsewhere. */
public final class FileNames {
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}<>:\"|?*\\p{Cs}]");
  private static final Pattern ENDS = Pattern.compile("^[. ]+|[. ]+$");
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
  private static final int MOST_BYTES = 200;
  private static final int MOST_CHARS_OF_A_PATH = 4_096;

  private FileNames() {}

  /** The last part of a path, made safe; the other one, which is safe, if nothing is left. */
  public static String safe(String path, String otherwise) {
    if (path.length() > MOST_CHARS_OF_A_PATH) {
      return otherwise;
    }
    String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    String name = ENDS.matcher(UNSAFE.matcher(last).replaceAll("_")).replaceAll("");
    boolean isLong = name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    return name.isEmpty() || isLong || DEVICE.matcher(name).matches() ? otherwise : name;
  }
}
