package org.betor.site;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.model.Language;
import org.betor.api.model.MediaType;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Quality;
import org.betor.api.model.TitleId;
import org.betor.site.AudioWords.Spoken;
import org.betor.site.SizeWords.Sized;

/** What a post says of the film or series as a whole. */
final class PostFacts {
  private static final int MAX_HEADING = 500;
  private static final Pattern YEAR =
      Pattern.compile("(?<!\\d)(18[7-9]\\d|19\\d\\d|20\\d\\d)(?!\\d)");
  private static final Pattern YEAR_IN_HEADING =
      Pattern.compile("\\((18[7-9]\\d|19\\d\\d|20\\d\\d)(?:\\s*[-–]\\s*\\d{0,4})?\\)");
  private static final Pattern HOURS = Pattern.compile("(\\d{1,2}) ?h[a-z.]*");
  private static final Pattern MINUTES = Pattern.compile("(\\d{1,3}) ?m");
  private static final Pattern BETWEEN_GENRES = Pattern.compile("[,|/]");

  private static final Pattern PER_EPISODE =
      Pattern.compile("(?<![a-z])ep(?:isodios?|s)?(?![a-z])");

  /** The heading of a film at sites that put it so; {@code o filme} may be a part of a title. */
  private static final Pattern FILM =
      Pattern.compile("^(?:baixar |assistir |download )(?:o )?filme |\\(filme\\)");

  private static final Pattern SERIES_OR_EPISODE =
      Pattern.compile("(?<![a-z])(?:series?|episodios?|ep|capitulos?|complet[ao])(?![a-z])");

  /** Shorter films look like episodes, and some series say nothing but how long one of them is. */
  private static final Duration SHORTEST_FILM = Duration.ofHours(1);

  private final SitePage page;
  private final String heading;
  private final InfoBlock info;
  private final List<Line> transcript;

  PostFacts(SitePage page, String heading, List<Line> transcript, Labels labels) {
    this.page = page;
    this.heading = heading.length() > MAX_HEADING ? heading.substring(0, MAX_HEADING) : heading;
    this.transcript = transcript;
    this.info = InfoBlock.of(transcript, labels);
  }

  /** A post that says all of this; where the page leaves a gap, its offers may fill it. */
  Post.Builder toPost(boolean trustsRatingWidget, List<Offer> offers) {
    Post.Builder post =
        Post.at(page.address(), heading)
            .translatedTitle(translatedTitle())
            .mediaType(mediaType(offers))
            .audio(or(audio(), offers, Offer::audio))
            .subtitles(or(subtitles(), offers, Offer::subtitles))
            .genres(genres())
            .offers(offers);
    info.find(Label.ORIGINAL_TITLE).map(TitleWords::of).ifPresent(post::originalTitle);
    year().ifPresent(post::year);
    runtime().ifPresent(post::runtime);
    published().ifPresent(post::published);
    imdb(trustsRatingWidget).map(List::of).ifPresent(post::ids);
    return post;
  }

  List<Language> audio() {
    return info.find(Label.AUDIO).map(AudioWords::languages).orElse(List.of());
  }

  List<Language> subtitles() {
    return info.find(Label.SUBTITLES).map(AudioWords::languages).orElse(List.of());
  }

  /** What all offers have in common: what heading and information block state once. */
  Quality quality() {
    return QualityWords.unambiguous(heading)
        .or(info.find(Label.QUALITY).map(QualityWords::unambiguous).orElse(Quality.UNKNOWN));
  }

  Optional<Spoken> spoken() {
    return AudioWords.unambiguous(heading);
  }

  List<Sized> sizes() {
    return info.find(Label.SIZE).map(SizeWords::listOf).orElse(List.of());
  }

  EpisodeWords episodes() {
    EpisodeWords said = EpisodeWords.of(heading);
    return said.seasons().isEmpty()
        ? info.find(Label.SEASON).map(season -> EpisodeWords.of("temporada " + season)).orElse(said)
        : said;
  }

  private static List<Language> or(
      List<Language> said, List<Offer> offers, Function<Offer, List<Language>> of) {
    return said.isEmpty()
        ? offers.stream().flatMap(offer -> of.apply(offer).stream()).toList()
        : said;
  }

  /**
   * Film or series, as far as the post tells: by its category, else by words that every post of a
   * series has. Their lack is a sign of a film only where a runtime is stated that is no episode's.
   */
  private MediaType mediaType(List<Offer> offers) {
    List<String> categories =
        page.tagged("a").stream()
            .filter(link -> link.attr("rel").contains("category"))
            .map(category -> Folded.of(category.attr("href") + " " + category.text()))
            .toList();
    boolean film = categories.stream().anyMatch(category -> category.contains("filme"));
    boolean series = categories.stream().anyMatch(category -> category.contains("serie"));
    if (film != series) {
      return film ? MediaType.FILM : MediaType.SERIES;
    }
    if (saysSeries(offers)) {
      return MediaType.SERIES;
    }
    return saysFilm(offers) ? MediaType.FILM : MediaType.UNKNOWN;
  }

  private boolean saysSeries(List<Offer> offers) {
    return TitleWords.mediaType(heading + " " + page.address().getPath()) == MediaType.SERIES
        || info.find(Label.SEASON).isPresent()
        || PER_EPISODE.matcher(runtimeWords()).find()
        || offers.stream().anyMatch(offer -> !offer.episodes().seasons().isEmpty());
  }

  /** An episode alone tells nothing: some films are called so. */
  private boolean saysFilm(List<Offer> offers) {
    String words = Folded.of(heading);
    return FILM.matcher(words).find()
        || (runtime().filter(time -> time.compareTo(SHORTEST_FILM) >= 0).isPresent()
            && !SERIES_OR_EPISODE.matcher(words).find()
            && offers.stream().allMatch(offer -> offer.episodes().numbers().isEmpty()));
  }

  private String translatedTitle() {
    return info.find(Label.TRANSLATED_TITLE)
        .map(TitleWords::of)
        .filter(title -> !title.isEmpty())
        .orElseGet(() -> TitleWords.of(heading));
  }

  private OptionalInt year() {
    return Stream.concat(
            info.find(Label.YEAR).stream().map(YEAR::matcher),
            Stream.of(YEAR_IN_HEADING.matcher(heading)))
        .filter(Matcher::find)
        .mapToInt(year -> Integer.parseInt(year.group(1)))
        .findFirst();
  }

  private List<String> genres() {
    return info.find(Label.GENRE)
        .map(genres -> Stream.of(BETWEEN_GENRES.split(genres, -1)).map(String::strip).toList())
        .orElse(List.of());
  }

  private Optional<Duration> runtime() {
    String words = runtimeWords();
    Duration time = Duration.ofHours(number(HOURS, words)).plusMinutes(number(MINUTES, words));
    return Optional.of(time).filter(Predicate.not(Duration::isZero));
  }

  private String runtimeWords() {
    return Folded.of(info.find(Label.RUNTIME).orElse(""));
  }

  private Optional<Instant> published() {
    return PublishedDate.of(page);
  }

  private Optional<TitleId> imdb(boolean trustsRatingWidget) {
    return ImdbLinks.of(transcript, info, trustsRatingWidget);
  }

  private static int number(Pattern pattern, String words) {
    Matcher number = pattern.matcher(words);
    return number.find() ? Integer.parseInt(number.group(1)) : 0;
  }
}
