package org.betor.core.internal.imdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;

/**
 * A title in few bytes: numbers take as many as they need, and a name that it has in several
 * countries is there once.
 */
final class TitleRecord {
  private static final int HUNDREDTHS = 100;

  private TitleRecord() {}

  static void write(long id, TitleFacts told, Rating liked, List<Title.Name> names, DataOutput out)
      throws IOException {
    out.writeVLong(id);
    out.writeVInt(MediaTypeNumber.of(told.mediaType()));
    out.writeVInt(told.startYear());
    out.writeVInt(told.endYear());
    out.writeVLong(told.minutes());
    out.writeVInt(liked.hundredths());
    out.writeVInt(liked.votes());
    writeNames(names, out);
  }

  static Title read(BytesRef record) {
    ByteArrayDataInput in = new ByteArrayDataInput(record.bytes, record.offset, record.length);
    long id = in.readVLong();
    MediaType mediaType = MediaTypeNumber.mediaType(in.readVInt());
    int[] numbers = {in.readVInt(), in.readVInt(), in.readVInt(), in.readVInt(), in.readVInt()};
    List<Title.Name> names = readNames(in);
    Title.Builder title = Title.of(ImdbNumber.id(id), names.get(0).text()).mediaType(mediaType);
    names.forEach(name -> title.called(name.text(), name.country()));
    return withNumbers(title, numbers).build();
  }

  /** The texts of the names, each once. */
  static List<String> names(BytesRef record) {
    ByteArrayDataInput in = new ByteArrayDataInput(record.bytes, record.offset, record.length);
    in.readVLong();
    for (int number = 0; number < 6; number++) {
      in.readVInt();
    }
    List<String> texts = new ArrayList<>();
    for (int left = in.readVInt(); left > 0; left--) {
      in.readVInt();
      readText(in, texts);
    }
    return texts;
  }

  private static Title.Builder withNumbers(Title.Builder title, int[] numbers) {
    if (numbers[0] > 0) {
      title.year(numbers[0]);
    }
    if (numbers[1] > 0) {
      title.lastYear(numbers[1]);
    }
    if (numbers[2] > 0) {
      title.runtime(Duration.ofMinutes(numbers[2]));
    }
    if (numbers[4] > 0) {
      title.rating((double) numbers[3] / HUNDREDTHS, numbers[4]);
    }
    return title;
  }

  private static void writeNames(List<Title.Name> names, DataOutput out) throws IOException {
    Map<String, Integer> places = new HashMap<>();
    out.writeVInt(names.size());
    for (Title.Name name : names) {
      out.writeVInt(CountryNumber.of(name.country()));
      Integer known = places.putIfAbsent(name.text(), places.size() + 1);
      out.writeVInt(known == null ? 0 : known);
      if (known == null) {
        byte[] text = name.text().getBytes(UTF_8);
        out.writeVInt(text.length);
        out.writeBytes(text, text.length);
      }
    }
  }

  private static List<Title.Name> readNames(ByteArrayDataInput in) {
    List<Title.Name> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int left = in.readVInt(); left > 0; left--) {
      String country = CountryNumber.country(in.readVInt());
      names.add(new Title.Name(readText(in, texts), country));
    }
    return names;
  }

  /** A text that was there before, by its place from 1 on, or a new one. */
  private static String readText(ByteArrayDataInput in, List<String> before) {
    int place = in.readVInt();
    if (place > 0) {
      return before.get(place - 1);
    }
    byte[] text = new byte[in.readVInt()];
    in.readBytes(text, 0, text.length);
    before.add(new String(text, UTF_8));
    return before.get(before.size() - 1);
  }
}
