package org.betor.providers.torznab;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.model.Episodes;
import org.betor.api.model.Language;
import org.betor.api.model.Link;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Redacted;
import org.betor.api.model.TitleId;
import org.betor.api.name.ReleaseName;
import org.jsoup.parser.Parser;

/**
 * Makes a post of each item.
 *
 * @param endpoint the endpoint's address, which stands for items that have no page
 * @param page what relative addresses are relative to
 * @param asked the ids that were asked for, which an item has unless it says otherwise
 */
record Posts(URI endpoint, URI page, List<TitleId> asked) {
  private static final int FIRST_YEAR = 1870;
  private static final int LAST_YEAR = 2200;
  private static final int SHORT = 500;
  private static final int MOST_VALUES = 100;
  private static final Pattern PART = Pattern.compile("(?i)[SE]?(\\d{1,4})");
  private static final Pattern BROKEN_WORD = Pattern.compile("[\\p{Alnum}_%-]+$");

  /** What is kept as it is, by the names that Torznab gives it. */
  private static final Set<String> FACTS =
      Set.of(
          "category",
          "comments",
          "coverurl",
          "downloadvolumefactor",
          "files",
          "grabs",
          "minimumratio",
          "minimumseedtime",
          "rageid",
          "tag",
          "traktid",
          "uploadvolumefactor");

  /**
   * What an item says.
   *
   * @throws IllegalArgumentException if it says too little to be of use
   */
  Post post(Item item) {
    String title = title(item);
    Work work = Work.of(item);
    Post.Builder post =
        Post.at(address(item), title)
            .mediaType(work.mediaType())
            .ids(work.idsOr(asked))
            .audio(languages(item, "language"))
            .subtitles(languages(item, "subs"))
            .genres(item.all("genre").stream().flatMap(Posts::parts).toList())
            .offers(List.of(offer(item, ReleaseName.parse(cut(title)))));
    item.attribute("year").stream()
        .flatMap(year -> Numbers.natural(year).stream())
        .filter(year -> year >= FIRST_YEAR && year <= LAST_YEAR)
        .forEach(post::year);
    item.text("pubdate").flatMap(PublishedDate::read).ifPresent(post::published);
    facts(item, post);
    return post.build();
  }

  private static String title(Item item) {
    String title = item.text("title").map(Posts::unescaped).orElse("");
    if (title.isBlank()) {
      throw new IllegalArgumentException("it has no title");
    }
    return title;
  }

  private Offer offer(Item item, ReleaseName name) {
    Download download = new Download(item, page);
    Link link = download.link();
    Offer.Builder offer =
        Offer.of(link)
            .guid(item.text("guid").orElse(link.target()))
            .audio(or(languages(item, "language"), name.languages()))
            .subtitles(or(languages(item, "subs"), name.subtitles()))
            .quality(name.quality())
            .episodes(episodes(item, name.episodes()));
    download.infoHash().ifPresent(offer::infoHash);
    size(item).limit(1).forEach(offer::sizeBytes);
    OptionalInt seeders = number(item, "seeders");
    seeders.ifPresent(offer::seeders);
    leechers(item, seeders).ifPresent(offer::leechers);
    return offer.build();
  }

  /** The attributes often say less than the name, such as the first season of several. */
  private static Episodes episodes(Item item, Episodes named) {
    List<Integer> seasons = part(item, "season");
    List<Integer> numbers = part(item, "episode");
    boolean silent = Stream.of(seasons, numbers).flatMap(List::stream).allMatch(it -> it == 0);
    boolean agrees = named.seasons().containsAll(seasons) && named.numbers().containsAll(numbers);
    return silent || agrees ? named : Episodes.of(seasons, numbers);
  }

  private static List<Integer> part(Item item, String name) {
    return item.all(name).stream()
        .map(PART::matcher)
        .filter(Matcher::matches)
        .map(part -> Integer.valueOf(part.group(1)))
        .limit(MOST_VALUES)
        .toList();
  }

  private static Stream<Long> size(Item item) {
    return Stream.of(
            item.attribute("size").stream(),
            item.enclosures().stream().map(Item.Enclosure::length),
            item.text("size").stream())
        .flatMap(texts -> texts)
        .flatMap(text -> Numbers.bytes(text).stream());
  }

  /** Peers are seeders and leechers together. */
  private static OptionalInt leechers(Item item, OptionalInt seeders) {
    OptionalInt peers = number(item, "peers");
    return peers.isPresent() && seeders.isPresent()
        ? OptionalInt.of(Math.max(0, peers.getAsInt() - seeders.getAsInt()))
        : number(item, "leechers");
  }

  private static OptionalInt number(Item item, String name) {
    return item.all(name).stream()
        .flatMap(text -> Numbers.natural(text).stream())
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  private URI address(Item item) {
    return Stream.of("comments", "guid")
        .flatMap(name -> item.text(name).stream())
        .flatMap(text -> Links.web(text).stream())
        .map(Redacted::address)
        .findFirst()
        .orElse(endpoint);
  }

  /** What the attributes say, or else the name. */
  private static List<Language> or(List<Language> stated, List<Language> named) {
    return stated.isEmpty() ? named : stated;
  }

  private static List<Language> languages(Item item, String name) {
    return item.all(name).stream()
        .flatMap(Posts::parts)
        .flatMap(text -> LanguageNames.find(text).stream())
        .distinct()
        .toList();
  }

  /** Facts are shown, so they lose the keys of addresses. */
  private static void facts(Item item, Post.Builder post) {
    FACTS.stream().sorted().forEach(name -> fact(post, name, item.all(name)));
    List<String> unknown =
        item.all("language").stream()
            .flatMap(Posts::parts)
            .filter(text -> LanguageNames.find(text).isEmpty())
            .toList();
    fact(post, "language", unknown);
    item.text("description")
        .map(Posts::unescaped)
        .filter(text -> text.length() <= SHORT)
        .ifPresent(text -> fact(post, "description", List.of(text)));
  }

  private static void fact(Post.Builder post, String name, Collection<String> values) {
    post.fact(
        name, values.stream().limit(MOST_VALUES).map(Posts::cut).map(Redacted::text).toList());
  }

  private static Stream<String> parts(String list) {
    return Stream.of(list.split(",", MOST_VALUES))
        .map(part -> cut(part.strip()))
        .filter(part -> !part.isEmpty());
  }

  /** Without the word that the cut goes through, as half a passkey looks like none. */
  private static String cut(String text) {
    return text.length() <= SHORT
        ? text
        : BROKEN_WORD.matcher(text.substring(0, SHORT)).replaceFirst("");
  }

  /** Many indexers escape their titles twice. */
  private static String unescaped(String text) {
    return Parser.unescapeEntities(text, false);
  }
}
