package org.betor.mods.internal.queue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.betor.mods.ModLibraryException;
import org.jspecify.annotations.Nullable;

/** Where mods are put together; nothing in it outlives a fetch, or the opening of the library. */
public final class WorkFolder {
  private final Path folder;

  /** That folder. */
  public WorkFolder(Path folder) {
    this.folder = folder;
  }

  /** Where that is. */
  Path path() {
    return folder;
  }

  /** Where the archive of a job is written. */
  Path archive(Job job) {
    return of(job).resolve("mod.zip");
  }

  /** The folder for the files of a job; exists. */
  Path files(Job job) throws IOException {
    return Files.createDirectories(of(job).resolve("files"));
  }

  void deleteFiles(Job job) throws IOException {
    delete(of(job));
  }

  /** Deletes all of it. */
  public void delete() {
    try {
      delete(folder);
    } catch (IOException failure) {
      throw new ModLibraryException(
          "cannot empty %s: see that its files can be deleted".formatted(folder), failure);
    }
  }

  private Path of(Job job) {
    return folder.resolve(Long.toString(job.row().id()));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Files.walkFileTree(folder, new Deleting());
    }
  }

  /** Follows no links. */
  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
