package org.betor.samples;

import static java.util.Comparator.comparingInt;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;

/** The titles that a service knows: by their ids, and by the words of their names. */
record KnownTitles(List<Title> all) {

  /** Those that have an id of one of these databases. */
  KnownTitles of(Authority... authorities) {
    Set<Authority> wanted = Set.of(authorities);
    return new KnownTitles(
        all.stream()
            .filter(
                title -> title.ids().stream().map(TitleId::authority).anyMatch(wanted::contains))
            .toList());
  }

  Optional<Title> find(TitleId id) {
    return all.stream().filter(title -> title.ids().contains(id)).findFirst();
  }

  Optional<Title> findImdb(String id) {
    return id.matches("tt\\d{7,9}") ? find(TitleId.imdb(id)) : Optional.empty();
  }

  /** Those of which one name holds all words of the query, the best known first. */
  List<Title> search(String query) {
    List<String> words = words(query);
    return all.stream()
        .filter(title -> !words.isEmpty() && hasNameWith(title, words))
        .sorted(comparingInt(title -> -title.votes().orElse(0)))
        .toList();
  }

  /** The id of a title in one database; empty text if it has none. */
  static String id(Title title, Authority authority) {
    return title.ids().stream()
        .filter(id -> id.authority() == authority)
        .map(TitleId::value)
        .findFirst()
        .orElse("");
  }

  private static boolean hasNameWith(Title title, List<String> words) {
    return title.names().stream().anyMatch(name -> words(name.text()).containsAll(words));
  }

  private static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "");
    return List.of(plain.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().split(" ")).stream()
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
