package org.betor.examples.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.betor.api.metainfo.MetainfoException;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.TorrentSource;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a magnet link, or the torrent file of that name. */
final class SourceText implements ITypeConverter<TorrentSource> {
  private static final String MAGNET = "magnet:";

  @Override
  public TorrentSource convert(String text) {
    try {
      return isMagnet(text)
          ? TorrentSource.of(MagnetLink.parse(text))
          : TorrentSource.read(Path.of(text));
    } catch (NoSuchFileException absent) {
      throw new TypeConversionException(
          text + " is neither a magnet link nor a file that is there");
    } catch (IOException unreadable) {
      throw new TypeConversionException(text + " cannot be read: " + unreadable);
    } catch (IllegalArgumentException | MetainfoException refused) {
      throw new TypeConversionException(String.valueOf(refused.getMessage()));
    }
  }

  static boolean isMagnet(String text) {
    return text.strip().regionMatches(true, 0, MAGNET, 0, MAGNET.length());
  }
}
