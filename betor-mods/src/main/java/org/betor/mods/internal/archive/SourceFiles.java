package org.betor.mods.internal.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;

/**
 * The files below a folder, in the order of their names' bytes. Links and other special files are
 * left out, and not followed.
 */
final class SourceFiles extends SimpleFileVisitor<Path> {
  final List<SourceFile> files = new ArrayList<>();
  final List<String> leftOut = new ArrayList<>();
  private final Path folder;
  private final EntryNames names = new EntryNames();

  private SourceFiles(Path folder) {
    this.folder = folder;
  }

  /** Looks through a folder, which has at least one file, and none of an unsafe name. */
  static SourceFiles below(Path folder) throws IOException {
    SourceFiles found = new SourceFiles(folder.toRealPath());
    Files.walkFileTree(found.folder, found);
    if (found.files.isEmpty()) {
      throw new ModException(Reason.DAMAGED, "there is no file to pack in " + folder);
    }
    found.files.sort(
        Comparator.comparing(file -> file.name().getBytes(UTF_8), Arrays::compareUnsigned));
    return found;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = folder.relativize(file).toString();
    String separator = file.getFileSystem().getSeparator();
    name = separator.equals("/") ? name : name.replace(separator, "/");
    if (attributes.isRegularFile()) {
      refuseUnsafe(name);
      files.add(new SourceFile(name, file));
    } else {
      leftOut.add(name);
    }
    return FileVisitResult.CONTINUE;
  }

  private void refuseUnsafe(String name) {
    names
        .add(name)
        .ifPresent(
            problem -> {
              throw new ModException(
                  Reason.UNSAFE,
                  "refused to pack \"%s\": %s".formatted(Printable.of(name), problem));
            });
  }
}
