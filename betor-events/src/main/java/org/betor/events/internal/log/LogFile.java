package org.betor.events.internal.log;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.slf4j.LoggerFactory;

/**
 * A file of a log.
 *
 * @param first the number of its first entry, which is in its name
 */
record LogFile(Path path, long first) {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final Pattern NAME = Pattern.compile("events-(\\d{19})\\.log");

  static LogFile of(Path folder, long first) {
    return new LogFile(folder.resolve("events-%019d.log".formatted(first)), first);
  }

  /** The files of a folder, oldest first. */
  static List<LogFile> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> NAME.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(name -> of(folder, Long.parseLong(name.group(1))))
          .sorted(Comparator.comparing(LogFile::first))
          .toList();
    }
  }

  /** Opens it in a way that lets others delete it. */
  DataInputStream read() throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES));
  }

  /**
   * Looks at the first entry: a file is written by one program.
   *
   * @throws IllegalStateException if that was a later version of this library
   */
  void checkVersion() throws IOException {
    int version;
    try (DataInputStream in = read()) {
      version = EventBytes.version(Frame.read(in));
    } catch (EOFException | ZipException damaged) {
      return; // whoever reads it says so
    }
    if (version > EventBytes.VERSION) {
      throw new IllegalStateException(
          "%s has events of version %d, and this version of Betor reads them up to %d: use the one that wrote it, or a later one"
              .formatted(path, version, EventBytes.VERSION));
    }
  }

  /** The number after its last whole entry. */
  long end() throws IOException {
    long number = first;
    long whole = 0;
    try (DataInputStream in = read()) {
      while (true) {
        whole += Frame.size(Frame.read(in));
        number++;
      }
    } catch (EOFException noMore) {
      if (Files.size(path) > whole) {
        keep("it ends amid number %d: a kill cut it short, or the disk".formatted(number));
      }
    } catch (ZipException damaged) {
      keep("the disk has damaged it, its events from number %d on are lost".formatted(number));
    }
    return number;
  }

  /** Keeps a copy of what cannot be read, and says why. */
  void keep(String why) throws IOException {
    Path copy = Path.of(path + ".damaged");
    if (!Files.exists(copy) || Files.size(copy) < Files.size(path)) {
      Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    LoggerFactory.getLogger(LogFile.class).error("{}: {}; kept as {}", path, why, copy);
  }
}
