package org.betor.providers.torznab;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.betor.api.model.MediaType;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.Problem;
import org.betor.api.spi.Provider;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.Visit;

/** One Torznab endpoint: asks for its caps, and then for what they allow. */
final class TorznabProvider implements Provider.Browsable {
  private static final Duration CAPS_AGE = Duration.ofDays(7);

  private final Endpoint endpoint;

  TorznabProvider(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public ProviderInfo info() {
    return endpoint.info();
  }

  /** By the work's id where the endpoint can, and by words where that finds nothing. */
  @Override
  public void search(Query query, Visit visit) {
    Caps caps = caps(visit);
    Questions questions = new Questions(query, caps);
    List<Integer> categories = categories(caps, questions.mediaType(), visit);
    Optional<Question> byId = questions.byId().map(question -> question.in(categories));
    Optional<Question> byWords = questions.byWords().map(question -> question.in(categories));
    Reading reading = new Reading(endpoint, visit, caps);
    if (byId.isPresent() && byWords.isPresent() && finds(byId.get(), reading, visit)) {
      return;
    }
    Question last = byWords.or(() -> byId).orElseThrow(() -> cannot(visit, "search for words"));
    reading.all(last).ifPresent(visit::provedEmpty);
  }

  @Override
  public void latest(int page, Visit visit) {
    if (page < 1) {
      throw new IllegalArgumentException("pages are counted from 1, got " + page);
    }
    Caps caps = caps(visit);
    Question question = Questions.latest(caps).orElseThrow(() -> cannot(visit, "list what is new"));
    List<Integer> categories = categories(caps, MediaType.UNKNOWN, visit);
    new Reading(endpoint, visit, caps).one(question.in(categories), page);
  }

  @Override
  public String toString() {
    return endpoint.toString();
  }

  /** Some endpoints promise ids that they do not take. */
  private static boolean finds(Question question, Reading reading, Visit visit) {
    try {
      return reading.all(question).isEmpty();
    } catch (SiteException failure) {
      if (failure.reason() != SiteException.Reason.REFUSED) {
        throw failure;
      }
      visit.note(Problem.of(failure));
      return false;
    }
  }

  private Caps caps(Visit visit) {
    PageRequest request = endpoint.request(visit.home(), Map.of("t", "caps"));
    Page page = Answer.fetch(request.maxAge(CAPS_AGE), Caps::isIn, visit);
    Answer.check(page, endpoint, visit);
    if (Caps.isIn(page.text())) {
      return Caps.read(page.text());
    }
    visit.note(
        new Problem(
            page.address(),
            page.address() + " is no whole caps document; the usual abilities are assumed"));
    return Caps.USUAL;
  }

  private List<Integer> categories(Caps caps, MediaType type, Visit visit) {
    List<Integer> offered = Categories.offered(endpoint.categories(), caps.categories());
    if (offered.isEmpty()) {
      throw SiteException.refused(
          visit.home(),
          "it has none of the categories %s but %s; change the setting %s"
              .formatted(
                  Categories.list(endpoint.categories()),
                  Categories.list(caps.categories()),
                  endpoint.setting("categories")));
    }
    return Categories.of(type, offered);
  }

  private SiteException cannot(Visit visit, String what) {
    return SiteException.refused(visit.home(), "its caps say that it cannot " + what);
  }
}
