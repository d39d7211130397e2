package org.betor.mods.steam.internal.steamcmd;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.mods.steam.internal.content.FileNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what SteamCMD has put down to where it is wanted: files and folders, nothing else. */
final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final ModDetails mod;
  private final Workplace place;

  Delivery(ModDetails mod, Workplace place) {
    this.mod = mod;
    this.place = place;
  }

  /**
   * Moves what is there.
   *
   * @param said where SteamCMD says that it put it
   * @return false if there is nothing
   */
  boolean move(String said, Path folder) throws IOException {
    Path content = place(said);
    if (Files.isRegularFile(content, LinkOption.NOFOLLOW_LINKS)) {
      String name = FileNames.safe(mod.fileName().orElse(""), mod.key().id() + ".bin");
      Files.move(content, folder.resolve(name));
      return true;
    }
    if (!Files.isDirectory(content, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    Sieve sieve = new Sieve();
    Files.walkFileTree(content, sieve);
    return sieve.hasFiles && moveAll(content, folder);
  }

  private boolean moveAll(Path content, Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> children = Files.list(content)) {
      all = children.toList();
    }
    for (Path child : all) {
      Path name = content.relativize(child);
      if (name.toString().equalsIgnoreCase(Workplace.NAME)) {
        throw new ModException(Reason.UNSAFE, "%s has a file named %s".formatted(mod, name));
      }
      Files.move(child, folder.resolve(name.toString()));
    }
    return true;
  }

  private Path place(String said) throws IOException {
    Path content = existing(said).orElse(place.content(mod));
    if (Files.exists(content) && !content.toRealPath().startsWith(place.root().toRealPath())) {
      throw new ModException(
          Reason.UNSAFE, "SteamCMD put %s at %s, where it was not told to".formatted(mod, said));
    }
    return content;
  }

  /** Its words are in doubt if the encoding of the system is not ours. */
  private static Optional<Path> existing(String said) {
    try {
      return Optional.of(Path.of(said)).filter(Path::isAbsolute).filter(Files::exists);
    } catch (InvalidPathException otherEncoding) {
      return Optional.empty();
    }
  }

  /** Takes away all that is neither file nor folder, and sees whether there are files. */
  private static final class Sieve extends SimpleFileVisitor<Path> {
    private boolean hasFiles;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile()) {
        hasFiles = true;
      } else {
        LOG.info("{} is left out: it is no file but a link or the like", file.getFileName());
        Files.delete(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
