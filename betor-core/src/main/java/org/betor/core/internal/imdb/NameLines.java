package org.betor.core.internal.imdb;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import org.apache.lucene.util.BytesRef;

/** Lines of {@code title.akas}. */
final class NameLines implements LineFormat {
  private static final int MOST_NAMES = 1_000_000;
  private static final int COUNTRY_LETTERS = 2;

  private final int id;
  private final int order;
  private final int name;
  private final int region;
  private final int isOriginal;

  NameLines(Header header) {
    id = header.place("titleId");
    order = header.place("ordering");
    name = header.place("title");
    region = header.place("region");
    isOriginal = header.place("isOriginalTitle");
  }

  @Override
  public Optional<Row> read(Line line) {
    long number = line.id(id);
    BytesRef text = line.name(name);
    if (text.length == 0) {
      line.complain("it has no name");
    }
    if (number == ImdbNumber.NONE || text.length == 0) {
      return Optional.empty();
    }
    int ordering = line.number(order, "number of a name", 0, MOST_NAMES);
    return Optional.of(new Row(number, AltName.bytes(country(line), ordering, text)));
  }

  /** Two letters; regions that are no country of today ({@code XWW}, {@code SUHH}) say nothing. */
  private String country(Line line) {
    BytesRef letters = line.bytes(region);
    if (letters.length != COUNTRY_LETTERS || line.is(isOriginal, '1')) {
      return "";
    }
    String country = new String(letters.bytes, letters.offset, COUNTRY_LETTERS, US_ASCII);
    return isCapital(country.charAt(0)) && isCapital(country.charAt(1)) ? country : "";
  }

  private static boolean isCapital(char letter) {
    return letter >= 'A' && letter <= 'Z';
  }
}
