package org.betor.p2p.internal.making;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Finds the files below a folder. Symbolic links, pipes and devices are left out. */
final class FolderWalk extends SimpleFileVisitor<Path> {
  /** About as many as a torrent file is read with. */
  private static final int MAX_FILES = 100_000;

  private final Path folder;
  private final List<FoundFile> files = new ArrayList<>();

  private FolderWalk(Path folder) {
    this.folder = folder;
  }

  /** In the order of their paths. */
  static List<FoundFile> filesIn(Path folder) throws IOException {
    FolderWalk walk = new FolderWalk(folder);
    Files.walkFileTree(folder, walk);
    return walk.files.stream().sorted(FoundFile.BY_BYTES_OF_PATH).toList();
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (!attributes.isRegularFile()) {
      return FileVisitResult.CONTINUE;
    }
    if (files.size() == MAX_FILES) {
      throw new IOException(
          "%s has more than %d files; pack some of them together".formatted(folder, MAX_FILES));
    }
    files.add(new FoundFile(file, names(file), attributes.size()));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
    throw new IOException(file + " cannot be read", why);
  }

  private List<String> names(Path file) {
    return StreamSupport.stream(folder.relativize(file).spliterator(), false)
        .map(Path::toString)
        .toList();
  }
}
