package org.betor.core.internal.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Release;

/**
 * Records as they lie in the index: a byte that says how, then deflated JSON. Each is packed by
 * itself, so that one can be read without its neighbours; what all records share is in a dictionary
 * that both sides know.
 */
final class PackedJson {
  /** Names the dictionary; a changed one needs another number. */
  private static final byte FIRST_DICTIONARY = 1;

  /** Stays as it is: records on disk refer to it. The most frequent comes last. */
  private static final byte[] DICTIONARY =
      ("CAMTELESYNCSDTVDVDHDTVREMUX\"unopened\":\"\"reason\":\"\"facts\":{\"licence\":[\"https://creativecommons.org/"
              + "\"runtime\":[\"published\":[\"subtitles\":[\"pt-BR\",\"en\",\"es\",\"ja\",\"und\"],"
              + "[\"Ação\",\"Animação\",\"Aventura\",\"Comédia\",\"Crime\",\"Documentário\",\"Drama\",\"Família\","
              + "\"Fantasia\",\"Ficção científica\",\"Romance\",\"Suspense\",\"Terror\",\"Action\",\"Adventure\","
              + "\"Comedy\",\"Documentary\",\"Fantasy\",\"Horror\",\"Mystery\",\"Sci-Fi\",\"Thriller\"],"
              + "],\"title\":[{\"seen\":[17],\"ids\":[\"imdb:tt\",\"tmdb-film:\",\"tmdb-series:\"],\"title\":\""
              + "\"contents\":[{\"seen\":[17],\"name\":\"\"paths\":[\".srt\",\".mp4\",\".mkv\"],\"sizes\":["
              + "],\"upload\":[{\"seen\":[17],\"uploader\":\"\",\"level\":0,\"tags\":[\""
              + "&tr=http%3A%2F%2F%2Fannounce&tr=udp%3A%2F%2Ftracker.opentrackr.org%3A1337%2Fannounce"
              + ".S01E01.2160p.720p.1080p.WEB-DL.BluRay.x264.x265.H264.DUAL.5.1\",\"hash\":\"\"guid\":\""
              + "\",\"context\":\"Dual Áudio Dublado Legendado Temporada Completa Torrent (20)"
              + "\",\"source\":\"WEBRIP\",\"source\":\"BLURAY\",\"source\":\"WEBDL\",\"resolution\":\"R720"
              + "\",\"resolution\":\"R2160\",\"resolution\":\"R1080\",\"audio\":[\"pt-BR\",\"en\"],"
              + "\"size\":,\"seasons\":[1],\"episodes\":[1],\"seeders\":1,\"leechers\":0}}],"
              + "\"swarm\":[{\"seen\":[17],\"seeders\":1,\"leechers\":0}]}"
              + "{\"v\":1,\"key\":\"btih:\",\"listing\":[{\"seen\":[17],\"provider\":\""
              + "\",\"post\":{\"address\":\"https://www..com/-torrent-download/\",\"heading\":\""
              + "\",\"original\":\"The \",\"translated\":\"O \",\"year\":20,\"type\":\"SERIES\",\"type\":\"FILM\","
              + "\"ids\":[\"imdb:tt0\"],\"audio\":[\"pt-BR\",\"en\"],\"genres\":[\"],"
              + "\"offer\":{\"magnet\":\"magnet:?xt=urn:btih:&dn=")
          .getBytes(UTF_8);

  private PackedJson() {}

  static byte[] of(byte[] json) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setDictionary(DICTIONARY);
      deflater.setInput(json);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream(json.length / 2 + 1);
      packed.write(FIRST_DICTIONARY);
      byte[] buffer = new byte[1_024];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * Reads a record, packed or not.
   *
   * @throws IllegalArgumentException if it is broken, or of a later version
   */
  static Release read(BytesRef record) {
    if (record.length == 0 || record.bytes[record.offset] != FIRST_DICTIONARY) {
      return ReleaseJson.read(record.bytes, record.offset, record.length);
    }
    byte[] json = unpacked(record);
    return ReleaseJson.read(json, 0, json.length);
  }

  private static byte[] unpacked(BytesRef record) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(DICTIONARY);
      inflater.setInput(record.bytes, record.offset + 1, record.length - 1);
      ByteArrayOutputStream json = new ByteArrayOutputStream(4 * record.length);
      byte[] buffer = new byte[2_048];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 && !inflater.finished()) {
          throw new DataFormatException("its end is missing");
        }
        json.write(buffer, 0, count);
      }
      return json.toByteArray();
    } catch (DataFormatException broken) {
      throw new IllegalArgumentException("a broken record: " + broken.getMessage(), broken);
    } finally {
      inflater.end();
    }
  }
}
