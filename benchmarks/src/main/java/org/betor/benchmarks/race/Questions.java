package org.betor.benchmarks.race;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.betor.api.model.Language;
import org.betor.api.model.MediaType;
import org.betor.api.model.Post;
import org.betor.benchmarks.race.Question.Kind;

/** Makes questions about the first ten thousand releases: 250 of each kind, always the same. */
final class Questions {
  private static final int OF_EACH = 250;
  private static final String[] BROAD = {
    "1080p", "web dl", "x264", "dual", "the", "720p", "bluray", "1080p x264", "drama", "de"
  };

  private final Random random = new Random(11);
  private final List<Entry> entries;

  private Questions(List<Entry> entries) {
    this.entries = entries;
  }

  /** All of the kinds whose letters are given, shuffled. */
  static List<Question> about(List<Entry> entries, String letters) {
    List<Question> all = new ArrayList<>();
    Questions questions = new Questions(entries);
    for (Kind kind : Kind.values()) {
      for (int i = 0; i < OF_EACH; i++) {
        Question question = questions.one(kind, i);
        if (letters.indexOf(kind.letter()) >= 0) {
          all.add(question);
        }
      }
    }
    Collections.shuffle(all, new Random(13));
    return all;
  }

  private Question one(Kind kind, int number) {
    return switch (kind) {
      case WORDS -> asked(kind, entryWith(1), 3);
      case FILTERED -> filtered();
      case SUGGEST -> words(kind, word(entryWith(4)).substring(0, 3));
      case TYPO -> typo(entryWith(6));
      case BY_ID -> byId();
      case FACETS -> asked(kind, entryWith(1), 1);
      case NEWEST -> words(kind, "");
      case DEEP -> words(kind, BROAD[number % BROAD.length]);
    };
  }

  private static Question words(Kind kind, String words) {
    return new Question(kind, words, 0, MediaType.UNKNOWN, 0, "", "");
  }

  private Question asked(Kind kind, Entry entry, int most) {
    String words = String.join(" ", longWords(entry, 3).limit(most).toList());
    return new Question(kind, words, 0, MediaType.UNKNOWN, 0, "", entry.key());
  }

  /** Something matches, else the catalogue would look for other words. */
  private Question filtered() {
    Entry entry = entryWith(1);
    while (!entry.release().audio().contains(Language.BRAZILIAN_PORTUGUESE)) {
      entry = entryWith(1);
    }
    Question words = asked(Kind.FILTERED, entry, 2);
    return new Question(
        Kind.FILTERED,
        words.words(),
        2,
        entry.release().mediaType(),
        entry.release().year().orElseThrow(),
        "",
        words.target());
  }

  /** Changes one letter in the middle of a word. */
  private Question typo(Entry entry) {
    String right = longWords(entry, 6).findFirst().orElseThrow();
    int place = 2 + random.nextInt(right.length() - 3);
    char wrong = right.charAt(place) == 'z' ? 'k' : 'z';
    String typed = right.substring(0, place) + wrong + right.substring(place + 1);
    return new Question(Kind.TYPO, typed, 0, MediaType.UNKNOWN, 0, "", entry.key());
  }

  private Question byId() {
    Entry entry = entryWith(1);
    while (entry.imdb().isEmpty()) {
      entry = entryWith(1);
    }
    return new Question(Kind.BY_ID, "", 0, MediaType.UNKNOWN, 0, entry.imdb(), entry.key());
  }

  /** One for everybody, with a title that has a word of so many letters, and with a type. */
  private Entry entryWith(int letters) {
    while (true) {
      Entry entry = entries.get(random.nextInt(entries.size()));
      boolean open = entry.release().level() == 0;
      boolean typed = entry.release().mediaType() != MediaType.UNKNOWN;
      if (open && typed && longWords(entry, Math.max(3, letters)).findAny().isPresent()) {
        return entry;
      }
    }
  }

  private static String word(Entry entry) {
    return longWords(entry, 4).findFirst().orElseThrow();
  }

  private static Stream<String> longWords(Entry entry, int letters) {
    Post post = entry.listing().post();
    String title = post.originalTitle().orElseThrow();
    return Stream.of(title.toLowerCase(Locale.ROOT).split(" "))
        .filter(word -> word.length() >= letters)
        .distinct();
  }
}
