package org.betor.core.internal.online;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.spi.TitleQuestion;

/**
 * Searches by the names of a question, and puts first what fits it best at first sight, as only the
 * first ones are looked at closely.
 */
final class Likeliest {
  /** Each name is a request; most posts tell a translated and an original one. */
  private static final int MOST_NAMES = 2;

  private final TitleQuestion question;
  private final Set<String> names;

  private Likeliest(TitleQuestion question) {
    this.question = question;
    this.names = question.names().stream().map(Folded::of).collect(Collectors.toSet());
  }

  /** What the searches for the first names find, each work once. */
  static List<Title> of(TitleQuestion question, Function<String, List<Title>> search) {
    List<List<Title>> found =
        question.names().stream()
            .filter(name -> !Folded.of(name).isEmpty())
            .limit(MOST_NAMES)
            .map(search)
            .toList();
    Likeliest likeliest = new Likeliest(question);
    return inTurns(found).stream().sorted(comparingInt(likeliest::doubts)).toList();
  }

  /** The first of each search, then the second of each, and so on. */
  private static List<Title> inTurns(List<List<Title>> found) {
    Map<TitleId, Title> titles = new LinkedHashMap<>();
    int longest = found.stream().mapToInt(List::size).max().orElse(0);
    for (int place = 0; place < longest; place++) {
      for (List<Title> one : found) {
        if (place < one.size()) {
          titles.putIfAbsent(one.get(place).ids().get(0), one.get(place));
        }
      }
    }
    return new ArrayList<>(titles.values());
  }

  private int doubts(Title title) {
    boolean named =
        title.names().stream().map(name -> Folded.of(name.text())).anyMatch(names::contains);
    return (named ? 0 : 4) + (isOfTheTime(title) ? 0 : 2) + (isOfTheKind(title) ? 0 : 1);
  }

  private boolean isOfTheTime(Title title) {
    return question.year().isEmpty()
        || title.year().isEmpty()
        || Math.abs(question.year().getAsInt() - title.year().getAsInt()) <= 1;
  }

  private boolean isOfTheKind(Title title) {
    return question.mediaType() == MediaType.UNKNOWN || question.mediaType() == title.mediaType();
  }
}
