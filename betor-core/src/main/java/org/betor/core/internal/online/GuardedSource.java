package org.betor.core.internal.online;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Fetcher;
import org.betor.api.spi.Host;
import org.betor.api.spi.Setting;
import org.betor.api.spi.Settings;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.TitleQuestion;
import org.betor.api.spi.TitleSource;
import org.betor.api.spi.VisitEnded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source of titles that may be asked at any time by any thread, and never throws. Its answers are
 * kept, one that fails again and again may rest, and one whose key is refused is asked no more
 * until it is opened again.
 */
public final class GuardedSource {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedSource.class);
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,49}");
  private static final Set<TitleId.Authority> TMDB =
      EnumSet.of(TitleId.Authority.TMDB_FILM, TitleId.Authority.TMDB_SERIES);
  private static final int MOST_TITLES = 50;

  private final TitleSource source;
  private final String id;
  private final OwnHost host;
  private final Secrets secrets;
  private final KeptAnswers kept;
  private final Breaker breaker;
  private final Turns turns = new Turns();
  private final boolean isReady;
  private final String notice;
  private volatile String refusal = "";

  private GuardedSource(TitleSource source, String id, OwnHost host, List<Setting> declared) {
    Settings settings = host.settings();
    this.source = source;
    this.id = id;
    this.host = host;
    this.secrets = new Secrets(declared, settings);
    this.kept = new KeptAnswers(id, host.house());
    this.breaker = new Breaker(host.clock());
    this.isReady = source.isReady(settings);
    this.notice = source.notice();
  }

  /**
   * Guards a source.
   *
   * @param house the application's host, with the settings of all plugins
   * @param fetchers what fetches from a home, which may be on this machine
   * @throws RuntimeException whatever the source throws when it is asked who it is and what it
   *     needs; {@link IllegalArgumentException} if its id or its home is none
   */
  public static GuardedSource of(TitleSource source, Host house, Function<URI, Fetcher> fetchers) {
    String id = source.id();
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "the id of a title source has lower-case letters, digits and hyphens, got \"%s\" of %s"
              .formatted(id, source.getClass().getName()));
    }
    List<Setting> declared = List.copyOf(source.settings());
    Optional<URI> home = Homes.find(id, declared, house.settings().of(id));
    return new GuardedSource(
        source, id, new OwnHost(id, house, home, fetchers, () -> {}), declared);
  }

  /** The source's id. */
  public String id() {
    return id;
  }

  /** What is to be said where its data is shown; empty if nothing. */
  public String notice() {
    return notice;
  }

  /** Whether it can be asked by names. */
  public boolean findsByName() {
    return source.findsByName();
  }

  /** Whether it may tell an id of a database of which the work has none. */
  public boolean mayAddTo(Title known) {
    return source.authorities().stream().anyMatch(authority -> !hasOneOf(authority, known));
  }

  private static boolean hasOneOf(TitleId.Authority authority, Title known) {
    return known.ids().stream()
        .anyMatch(id -> id.authority() == authority || areOfTmdb(id.authority(), authority));
  }

  /** A work is a film there or a series. */
  private static boolean areOfTmdb(TitleId.Authority one, TitleId.Authority other) {
    return TMDB.contains(one) && TMDB.contains(other);
  }

  /** The work of that id: one title, or none. */
  public Answer find(TitleId wanted) {
    return answer(QuestionKey.of(wanted), own -> source.find(wanted, own).stream().toList());
  }

  /** Works that may be the one in question. */
  public Answer candidates(TitleQuestion question) {
    return answer(QuestionKey.of(question), own -> source.candidates(question, own));
  }

  /** Whether it is not set up, or was switched off since its key is refused. */
  public boolean isOff() {
    return whyNever().isPresent();
  }

  /** Why it would not be asked now, for people; empty if it would. */
  public Optional<String> whyNotNow() {
    return whyNever().or(breaker::whyNotNow);
  }

  private Optional<String> whyNever() {
    if (!isReady) {
      return Optional.of("it is not set up");
    }
    return Optional.of(refusal).filter(why -> !why.isEmpty());
  }

  private Answer answer(String key, Function<Host, List<Title>> question) {
    if (!isReady) {
      return new Answer.Untold("it is not set up");
    }
    try {
      turns.enter(key);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Untold("the search ended");
    }
    try {
      Optional<Answer> known = kept.find(key).map(Answer.Told::new);
      return known.orElseGet(() -> ask(key, question));
    } finally {
      turns.leave(key);
    }
  }

  private Answer ask(String key, Function<Host, List<Title>> question) {
    Optional<String> whyNot = whyNever().or(breaker::start);
    if (whyNot.isPresent()) {
      return new Answer.Untold(whyNot.get());
    }
    AtomicBoolean fetched = new AtomicBoolean();
    try {
      List<Title> titles = fit(question.apply(host.telling(() -> fetched.set(true))));
      told(key, titles, fetched.get());
      return new Answer.Told(titles);
    } catch (VisitEnded ended) {
      breaker.abandoned();
      return new Answer.Untold("the search ended");
    } catch (SiteException failure) {
      return failure.reason() == SiteException.Reason.REFUSED && !secrets.names().isEmpty()
          ? refused(failure)
          : failed(failure, failure.retryAfter());
    } catch (RuntimeException | LinkageError failure) {
      return failed(failure, Optional.empty());
    } catch (Error worse) {
      breaker.abandoned();
      throw worse;
    }
  }

  /** That a source does not answer such questions at all says nothing about its service. */
  private void told(String key, List<Title> titles, boolean fetched) {
    if (titles.isEmpty() && !fetched) {
      breaker.abandoned();
    } else {
      breaker.answered();
      kept.put(key, titles);
    }
  }

  /** A placeholder says nothing. */
  private static List<Title> fit(List<Title> titles) {
    return titles.stream()
        .filter(Objects::nonNull)
        .filter(title -> !title.isPlaceholder())
        .limit(MOST_TITLES)
        .toList();
  }

  /** A key does not become right by itself; each further request may cost its owner something. */
  private Answer refused(SiteException failure) {
    breaker.abandoned();
    String names = secrets.names().stream().map(name -> id + "." + name).collect(joining(" or "));
    String why =
        "it is switched off: %s; set %s to a key that is valid for it, and open again"
            .formatted(secrets.hiddenIn(String.valueOf(failure.getMessage())), names);
    if (switchOff(why)) {
      LOG.warn("title source {}: {}", id, why);
    }
    return new Answer.Untold(why);
  }

  /** Whether nobody else has done it. */
  private synchronized boolean switchOff(String why) {
    boolean first = refusal.isEmpty();
    refusal = why;
    return first;
  }

  private Answer failed(Throwable failure, Optional<Duration> patience) {
    breaker.failed(patience);
    boolean told = failure instanceof SiteException;
    String what = told ? String.valueOf(failure.getMessage()) : failure.toString();
    String why = "it failed: " + secrets.hiddenIn(what);
    breaker
        .whyNotNow()
        .ifPresentOrElse(
            rest -> LOG.info("title source {}: {}; {}", id, rest, why),
            () -> LOG.debug("title source {}: {}", id, why));
    return new Answer.Untold(why);
  }
}
