package org.betor.core.internal.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.compress.LZ4;
import org.betor.api.model.Release;

/**
 * A release's JSON as it lies in the log and in the index: a byte that says how, then the tree in
 * binary, compressed. Each record is packed by itself, so that one can be read without its
 * neighbours; what all records share is in a dictionary that both sides know.
 */
final class PackedJson {
  /** Names the dictionary and the known texts; changed ones need another number. */
  private static final byte FORMAT = 2;

  /** LZ4 makes nothing out of less. */
  private static final int MOST_EXPANSION = 256;

  /** What LZ4 cannot make shorter becomes longer by at most a byte for so many, and by a few. */
  private static final int BYTES_PER_EXTRA_BYTE = 200;

  private static final int MOST_AROUND = 64;

  /** Stays as it is: records on disk refer to it. */
  private static final byte[] DICTIONARY =
      ("https://creativecommons.org/licenses/ Ação Animação Comédia Documentário Família"
              + " Ficção científica .srt .mp4 .mkv imdb:tt1 tmdb-film: tmdb-series:"
              + " Dual Áudio Dublado Legendado Temporada Completa Torrent Download (20"
              + "http://tracker.example.com:80/announce&tr=http://&tr=https://:443/announce"
              + "&tr=udp://open.stealth.si:80/announce&tr=udp://tracker.torrent.eu.org:451/announce"
              + "&tr=udp://exodus.desync.com:6969/announce&tr=udp://tracker.openbittorrent.com:80"
              + "&tr=udp://tracker.opentrackr.org:1337/announce"
              + ".S01E01.480p.HDTV.WEBRip.BluRay.2160p.720p.1080p.WEB-DL.DUAL.5.1.AAC2.0.H264.x265-x264-"
              + ".2010.2020.2021.2022.2023.2024.2025.2026"
              + "https://www.com/-torrent-dublado-download/imdb:tt0magnet:?xt=urn:btih:&dn=The.&xl=")
          .getBytes(UTF_8);

  private final BytesRefBuilder page = new BytesRefBuilder();
  private final LZ4.FastCompressionHashTable places = new LZ4.FastCompressionHashTable();
  private byte[] packed = {};

  /** Packs several, one after the other; not for use by several threads. */
  PackedJson() {
    page.append(DICTIONARY, 0, DICTIONARY.length);
  }

  static byte[] of(Release release) {
    return new PackedJson().pack(release);
  }

  byte[] pack(Release release) {
    page.setLength(DICTIONARY.length);
    ReleaseJson.write(release, new TreeWriter(page));
    int length = page.length() - DICTIONARY.length;
    packed = ArrayUtil.growNoCopy(packed, MOST_AROUND + length + length / BYTES_PER_EXTRA_BYTE);
    ByteArrayDataOutput out = new ByteArrayDataOutput(packed);
    try {
      out.writeByte(FORMAT);
      out.writeVInt(length);
      LZ4.compressWithDictionary(page.bytes(), 0, DICTIONARY.length, length, out, places);
    } catch (IOException impossible) { // it writes to memory
      throw new IllegalStateException(impossible);
    }
    return Arrays.copyOf(packed, out.getPosition());
  }

  /**
   * Reads a record, packed or as text.
   *
   * @throws IllegalArgumentException if it is broken, or of a later version
   */
  static Release read(BytesRef record) {
    return record.length > 0 && record.bytes[record.offset] == FORMAT
        ? TreeReader.read(unpacked(record), DICTIONARY.length)
        : JsonReader.read(record.bytes, record.offset, record.length);
  }

  /** The tree, behind the dictionary. */
  private static byte[] unpacked(BytesRef record) {
    ByteArrayDataInput in =
        new ByteArrayDataInput(record.bytes, record.offset + 1, record.length - 1);
    try {
      int length = in.readVInt();
      if (length / MOST_EXPANSION > record.length) {
        throw new IllegalArgumentException("a broken record: it states a wrong length");
      }
      byte[] page = Arrays.copyOf(DICTIONARY, DICTIONARY.length + length);
      LZ4.decompress(in, length, page, DICTIONARY.length);
      if (!in.eof()) {
        throw new EOFException("it ends elsewhere");
      }
      return page;
    } catch (IOException | IndexOutOfBoundsException | NegativeArraySizeException broken) {
      throw new IllegalArgumentException("a broken record: " + broken.getMessage(), broken);
    }
  }
}
