package org.betor.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.betor.api.metainfo.MetainfoException;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.TorrentSource;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a magnet link, the torrent file of that name, or an info-hash. */
final class SourceText implements ITypeConverter<TorrentSource> {
  private static final String MAGNET = "magnet:";
  private static final Pattern INFO_HASH = Pattern.compile("[0-9a-fA-F]{40}");

  @Override
  public TorrentSource convert(String text) {
    try {
      return read(text);
    } catch (NoSuchFileException absent) {
      throw new TypeConversionException(
          text + " is neither a magnet link nor a file that is there");
    } catch (IOException unreadable) {
      throw new TypeConversionException(text + " cannot be read: " + unreadable);
    } catch (IllegalArgumentException | MetainfoException refused) {
      throw new TypeConversionException(String.valueOf(refused.getMessage()));
    }
  }

  private static TorrentSource read(String text) throws IOException {
    if (isMagnet(text)) {
      return TorrentSource.of(MagnetLink.parse(text));
    }
    Path file = Path.of(text);
    return INFO_HASH.matcher(text).matches() && Files.notExists(file)
        ? TorrentSource.of(MagnetLink.of(InfoHash.parse(text)))
        : TorrentSource.read(file);
  }

  static MagnetLink link(TorrentSource source) {
    return source instanceof TorrentSource.Known known
        ? known.metainfo().magnet()
        : ((TorrentSource.Magnet) source).link();
  }

  static boolean isMagnet(String text) {
    return text.strip().regionMatches(true, 0, MAGNET, 0, MAGNET.length());
  }
}
