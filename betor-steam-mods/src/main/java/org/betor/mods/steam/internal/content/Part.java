package org.betor.mods.steam.internal.content;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/** The part of a file that is here already, and the tag of what it is a part of. */
final class Part {
  /** A strong tag; a weak one does not promise that the bytes are the same. */
  private static final Pattern STRONG = Pattern.compile("\"[\\x21\\x23-\\x7e]{0,200}\"");

  private final Path file;
  private final Path tagFile;

  Part(Path folder) {
    this.file = folder.resolve(".betor-part");
    this.tagFile = folder.resolve(".betor-part-tag");
  }

  Path file() {
    return file;
  }

  long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** Empty if a rest could not be asked for. */
  String tag() throws IOException {
    String tag = Files.exists(tagFile) ? Files.readString(tagFile) : "";
    return size() > 0 && STRONG.matcher(tag).matches() ? tag : "";
  }

  /** Begins anew. */
  OutputStream begin(String tag) throws IOException {
    Files.deleteIfExists(file);
    Files.writeString(tagFile, tag, StandardCharsets.US_ASCII);
    return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
  }

  OutputStream goOn() throws IOException {
    return Files.newOutputStream(file, StandardOpenOption.APPEND);
  }

  void forget() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(tagFile);
  }

  /** It is complete. */
  void moveTo(String name) throws IOException {
    Files.deleteIfExists(tagFile);
    Files.move(file, file.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
  }
}
