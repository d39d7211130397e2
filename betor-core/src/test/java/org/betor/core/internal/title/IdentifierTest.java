package org.betor.core.internal.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.betor.api.model.MediaType;
import org.betor.api.model.Post;
import org.betor.api.model.Release;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;
import org.betor.api.spi.Store;
import org.betor.api.spi.TitleQuestion;
import org.betor.core.Films;
import org.betor.core.Identification;
import org.betor.core.internal.store.MvStores;
import org.betor.testkit.SimulatedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentifierTest {
  private static final TitleId SINTEL_ID = TitleId.imdb("tt1727587");
  private static final TitleId TMDB_ID = new TitleId(Authority.TMDB_FILM, "45745");
  private static final Title SINTEL =
      Title.of(SINTEL_ID, "Sintel").mediaType(MediaType.FILM).year(2010).build();
  private static final Title WIDGET =
      Title.of(TitleId.imdb("tt0012349"), "The Kid").mediaType(MediaType.FILM).year(1921).build();

  @TempDir Path folder;

  private final SimulatedTime time = new SimulatedTime(Films.NOON);
  private MvStores stores;
  private Assignments assignments;

  @BeforeEach
  void open() {
    stores = MvStores.open(folder.resolve("store.mv"), time);
    assignments = new Assignments(() -> stores.store("pages", Store.Bound.bytes(1 << 20)), time);
  }

  @AfterEach
  void close() {
    stores.close();
  }

  private Identifier knowing(Knowledge... sources) {
    return new Identifier(assignments, List.of(sources));
  }

  private static Release page(Post.Builder post) {
    return Release.of(Films.key(1)).with(Films.listing(1, post.build()));
  }

  private static Post.Builder sintel() {
    return Films.post(1, "Sintel").year(2010).mediaType(MediaType.FILM);
  }

  private static List<TitleId> ids(Identification answer) {
    return answer.title().map(Title::ids).orElse(List.of());
  }

  @Test
  void whatIsSaidOfThePageComesBeforeAllElse() {
    Release release = page(sintel().ids(List.of(SINTEL_ID)));
    assignments.put(release.listings().get(0).address(), WIDGET.ids().get(0));

    assertThat(ids(knowing(new Fixed(SINTEL, WIDGET)).identify(release)))
        .containsExactly(TitleId.imdb("tt0012349"));
    assertThat(ids(knowing().identify(release))).containsExactly(TitleId.imdb("tt0012349"));
  }

  @Test
  void theIdThatThePageStatesComesNextWithoutAnySource() {
    Identification answer = knowing().identify(page(sintel().ids(List.of(SINTEL_ID, TMDB_ID))));

    assertThat(ids(answer)).containsExactly(SINTEL_ID, TMDB_ID);
    assertThat(answer.title()).map(Title::isPlaceholder).hasValue(true);
    assertThat(answer.explain()).contains("its page states the id");
  }

  @Test
  void theIdOfACopiedWidgetIsNotBelieved() {
    Identifier identifier = knowing(new Fixed(SINTEL, WIDGET));

    assertThat(ids(identifier.identify(page(sintel().ids(WIDGET.ids())))))
        .containsExactly(SINTEL_ID);
    assertThat(ids(identifier.identify(page(Films.post(1, "Sintel").ids(WIDGET.ids())))))
        .doesNotContainAnyElementsOf(WIDGET.ids());
  }

  @Test
  void anIdHoldsForATranslationThatNoSourceKnowsIfTheYearIsRight() {
    Release release = page(Films.post(1, "A Caçadora").year(2010).ids(List.of(SINTEL_ID)));

    assertThat(ids(knowing(new Fixed(SINTEL, WIDGET)).identify(release)))
        .containsExactly(SINTEL_ID);
  }

  @Test
  void twoPagesThatContradictOneAnotherProveNothing() {
    Release release =
        page(Films.post(1, "Filme").ids(List.of(SINTEL_ID)))
            .with(Films.listing(2, Films.post(2, "Filme").ids(WIDGET.ids()).build()));

    assertThat(knowing().identify(release).title()).isEmpty();
  }

  @Test
  void aCollectionIsNoSingleFilmWhateverIdItsPageStates() {
    Post.Builder trilogy =
        Post.at(URI.create("https://films.example/1"), "Trilogia Sintel (2010) 1080p")
            .ids(List.of(SINTEL_ID));

    assertThat(knowing(new Fixed(SINTEL)).identify(page(trilogy)).title()).isEmpty();
  }

  @Test
  void asksTheNextSourceOnlyWhereOneIsNotSureAndCollectsIds() {
    Title atTmdb = SINTEL.toBuilder().id(TMDB_ID).build();
    Fixed second = new Fixed(atTmdb);

    assertThat(ids(knowing(new Fixed(SINTEL), second).identify(page(sintel()))))
        .containsExactly(SINTEL_ID, TMDB_ID);
    assertThat(second.questions).isEmpty();

    assertThat(ids(knowing(new Fixed(), second).identify(page(sintel()))))
        .containsExactly(SINTEL_ID, TMDB_ID);
    assertThat(second.questions).hasSize(1);
  }

  @Test
  void aSourceThatCannotBeAskedLeavesTheAnswerOpen() {
    Identification answer = knowing(new Fixed(), new OutOfReach()).identify(page(sintel()));

    assertThat(answer.title()).isEmpty();
    assertThat(answer.complete()).isFalse();
    assertThat(knowing(new Fixed()).identify(page(sintel())).complete()).isTrue();
  }

  @Test
  void theSameWorkInTwoDatabasesIsNoRivalOfItself() {
    Title atTmdb = Title.of(TMDB_ID, "Sintel").mediaType(MediaType.FILM).year(2010).build();
    TitleQuestion withoutYear = TitleQuestion.of("Sintel").mediaType(MediaType.FILM).build();

    Works works = new Works();
    works.add(List.of(SINTEL, atTmdb));

    assertThat(Decision.of(withoutYear, works.all(), true).title())
        .hasValueSatisfying(title -> assertThat(title.ids()).containsExactly(SINTEL_ID, TMDB_ID));
  }

  private static final class Fixed implements Knowledge {
    private final List<Title> titles;
    private final List<TitleQuestion> questions = new ArrayList<>();

    Fixed(Title... titles) {
      this.titles = List.of(titles);
    }

    @Override
    public Optional<List<Title>> candidates(TitleQuestion question) {
      questions.add(question);
      return Optional.of(titles);
    }

    @Override
    public Optional<List<Title>> find(TitleId id) {
      return Optional.of(titles.stream().filter(title -> title.ids().contains(id)).toList());
    }

    @Override
    public boolean mayAddTo(Title known) {
      return true;
    }
  }

  private static final class OutOfReach implements Knowledge {
    @Override
    public Optional<List<Title>> candidates(TitleQuestion question) {
      return Optional.empty();
    }

    @Override
    public Optional<List<Title>> find(TitleId id) {
      return Optional.empty();
    }

    @Override
    public boolean mayAddTo(Title known) {
      return true;
    }
  }
}
