package org.betor.core.internal.online;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.TitleQuestion;
import org.betor.api.spi.VisitEnded;
import org.betor.samples.SampleTitles;
import org.betor.samples.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(60)
@Isolated
class GuardedSourceTest {
  private static final String TOKEN = "right-token-0123";
  private static final URI ADDRESS = URI.create("https://titles.example/");
  private static final TitleQuestion QUESTION = TitleQuestion.of("Sintel").year(2010).build();
  private static final TitleId SINTEL = TitleId.imdb("tt1727587");
  private static final Title TITLE = Title.of(SINTEL, "Sintel").year(2010).build();

  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() {
    house =
        new House(folder, SampleTitles.builder().token(TOKEN))
            .set("scripted.key", "key-of-scripted");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void keepsAnAnswerForThirtyDays() {
    ScriptedSource source = new ScriptedSource(() -> List.of(TITLE));
    GuardedSource guarded = house.guarded(source);

    guarded.candidates(QUESTION);
    house.time.advance(Duration.ofDays(30));
    assertThat(guarded.candidates(TitleQuestion.of("SINTEL").year(2010).build()))
        .isEqualTo(new Answer.Told(List.of(TITLE)));
    assertThat(source.asked).hasValue(1);

    house.time.advance(Duration.ofSeconds(1));
    guarded.candidates(QUESTION);
    assertThat(source.asked).hasValue(2);
  }

  @Test
  void keepsForADayThatThereIsNothing() {
    GuardedSource guarded = house.guarded(new ImdbApiDev());
    TitleId unknown = TitleId.imdb("tt0000001");

    assertThat(guarded.find(unknown)).isEqualTo(new Answer.Told(List.of()));
    house.time.advance(Duration.ofDays(1));
    guarded.find(unknown);
    assertThat(house.services.requests()).hasSize(1);

    house.time.advance(Duration.ofSeconds(1));
    guarded.find(unknown);
    assertThat(house.services.requests()).hasSize(2);
  }

  @Test
  void keptAnswersSurviveARestart() {
    Answer first = house.guarded(new Tmdb()).find(SINTEL);
    int requests = house.services.requests().size();

    house.restart();

    assertThat(house.guarded(new Tmdb()).find(SINTEL)).isEqualTo(first);
    assertThat(first.titles()).hasSize(1);
    assertThat(house.services.requests()).hasSize(requests);
  }

  @Test
  void asksAgainWhereAKeptAnswerCannotBeRead() {
    ScriptedSource source = new ScriptedSource(() -> List.of(TITLE));
    GuardedSource guarded = house.guarded(source);
    guarded.candidates(QUESTION);
    house
        .store("titles.scripted", KeptAnswers.TITLES)
        .put(QuestionKey.of(QUESTION), "{\"version\":\"0\"}".getBytes(UTF_8));

    assertThat(guarded.candidates(QUESTION).titles()).containsExactly(TITLE);
    assertThat(source.asked).hasValue(2);
  }

  @Test
  void differentQuestionsHaveDifferentAnswers() {
    ScriptedSource source = new ScriptedSource(() -> List.of(TITLE));
    GuardedSource guarded = house.guarded(source);

    guarded.candidates(QUESTION);
    guarded.candidates(TitleQuestion.of("Sintel").year(2011).build());
    guarded.candidates(TitleQuestion.of("Sintel", "x".repeat(100_000)).build());

    assertThat(source.asked).hasValue(3);
  }

  @Test
  void asksOnceWhatManyWantToKnowAtTheSameTime() throws Exception {
    ScriptedSource source = new ScriptedSource(() -> List.of(TITLE));
    GuardedSource guarded = house.guarded(source);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Answer> asking = () -> guarded.candidates(QUESTION);
      for (Future<Answer> answer : threads.invokeAll(Collections.nCopies(8, asking))) {
        assertThat(answer.get().titles()).containsExactly(TITLE);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(source.asked).hasValue(1);
  }

  @Test
  void restsForFiveMinutesAfterFiveFailuresInARow() {
    house.services.trouble("imdbapi-dev/", Trouble.GARBAGE);
    GuardedSource guarded = house.guarded(new ImdbApiDev());
    for (int time = 1; time <= 6; time++) {
      assertThat(guarded.find(SINTEL)).isInstanceOf(Answer.Untold.class);
    }
    assertThat(house.services.requests()).hasSize(5);
    assertThat(guarded.whyNotNow()).hasValueSatisfying(why -> assertThat(why).contains("rests"));

    house.time.advance(Duration.ofMinutes(5));
    guarded.find(SINTEL); // the trial fails
    guarded.find(SINTEL);
    assertThat(house.services.requests()).hasSize(6);

    house.services.heal();
    house.time.advance(Duration.ofMinutes(5));
    assertThat(guarded.find(SINTEL).titles()).hasSize(1);
    assertThat(guarded.whyNotNow()).isEmpty();
  }

  @Test
  void afterARestOneQuestionIsATrialForAll() {
    ScriptedSource source = new ScriptedSource(GuardedSourceTest::fail);
    GuardedSource guarded = house.guarded(source);
    ask(guarded, 5);
    house.time.advance(Duration.ofMinutes(5));
    source.answer =
        () -> {
          Answer meanwhile = guarded.candidates(TitleQuestion.of("Another").build());
          assertThat(meanwhile).isInstanceOf(Answer.Untold.class);
          return List.of(TITLE);
        };

    assertThat(guarded.candidates(QUESTION).titles()).containsExactly(TITLE);
    assertThat(source.asked).hasValue(6);
  }

  @Test
  void aQuestionThatNeedsNoServiceSaysNothingAboutIt() {
    ScriptedSource source = new ScriptedSource(GuardedSourceTest::fail);
    GuardedSource guarded = house.guarded(source);

    for (int time = 1; time <= 9; time++) {
      guarded.candidates(QUESTION);
      guarded.find(SINTEL);
    }

    assertThat(source.asked).hasValue(5);
  }

  @Test
  void asksNobodyBeforeTheTimeThatTheServiceAskedFor() {
    house.services.trouble("imdbapi-dev/", Trouble.LIMITED, 1);
    GuardedSource guarded = house.guarded(new ImdbApiDev());

    assertThat(guarded.find(SINTEL)).isInstanceOf(Answer.Untold.class);
    house.time.advance(Duration.ofSeconds(599));
    assertThat(guarded.find(SINTEL)).isInstanceOf(Answer.Untold.class);
    assertThat(house.services.requests()).hasSize(1);

    house.time.advance(Duration.ofSeconds(1));
    assertThat(guarded.find(SINTEL).titles()).hasSize(1);
  }

  @Test
  void aServiceCannotSilenceItselfForMoreThanADay() {
    ScriptedSource source =
        new ScriptedSource(
            () -> {
              throw SiteException.unavailable(ADDRESS, 429, Optional.of(Duration.ofDays(30_000)));
            });
    GuardedSource guarded = house.guarded(source);

    guarded.candidates(QUESTION);
    house.time.advance(Duration.ofDays(1));
    guarded.candidates(QUESTION);

    assertThat(source.asked).hasValue(2);
  }

  @Test
  void aRefusedKeySwitchesOffUntilItIsOpenedAgainAndIsWarnedOfOnce() {
    GuardedSource guarded = house.set("tmdb.token", "wrong-token-0123").guarded(new Tmdb());

    String log =
        logOf(
            () -> {
              guarded.find(SINTEL);
              guarded.candidates(QUESTION);
              house.time.advance(Duration.ofDays(9));
              assertThat(guarded.find(SINTEL)).isInstanceOf(Answer.Untold.class);
            });

    assertThat(house.services.requests()).hasSize(1);
    assertThat(log.lines().filter(line -> line.contains("WARN")))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .contains("title source tmdb", "status 401", "tmdb.token", "open again"));
    assertThat(log).doesNotContain("wrong-token-0123");
    assertThat(guarded.whyNotNow()).isPresent();

    house.set("tmdb.token", TOKEN);
    assertThat(house.guarded(new Tmdb()).find(SINTEL).titles()).hasSize(1);
  }

  @Test
  void twoRefusalsAtTheSameTimeAreOneWarning() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    GuardedSource guarded = house.guarded(new ScriptedSource(() -> refuse(together)));

    String log =
        logOf(
            () -> {
              CompletableFuture<Answer> other =
                  CompletableFuture.supplyAsync(() -> guarded.candidates(QUESTION));
              guarded.candidates(TitleQuestion.of("Another").build());
              assertThat(other.join()).isInstanceOf(Answer.Untold.class);
            });

    assertThat(log.lines().filter(line -> line.contains("WARN"))).hasSize(1);
  }

  @Test
  void whatIsKeptIsToldAlsoByASourceThatIsSwitchedOff() {
    ScriptedSource source = new ScriptedSource(() -> List.of(TITLE));
    GuardedSource guarded = house.guarded(source);
    guarded.candidates(QUESTION);
    source.answer =
        () -> {
          throw SiteException.refused(ADDRESS, "status 403");
        };
    logOf(() -> guarded.candidates(TitleQuestion.of("Another").build()));

    assertThat(guarded.whyNotNow()).isPresent();
    assertThat(guarded.candidates(QUESTION).titles()).containsExactly(TITLE);
  }

  @Test
  void aSiteThatRefusesThoughItNeedsNoKeyIsTriedAgainAfterARest() {
    house.services.trouble("imdb-suggest/", Trouble.REFUSED, 5);
    GuardedSource guarded = house.guarded(new ImdbSuggest());
    for (int time = 1; time <= 6; time++) {
      guarded.find(SINTEL);
    }
    assertThat(house.services.requests()).hasSize(5);

    house.time.advance(Duration.ofMinutes(5));

    assertThat(guarded.find(SINTEL).titles()).hasSize(1);
  }

  @Test
  void aSourceThatIsNotSetUpIsNotAsked() {
    GuardedSource guarded = house.set("tmdb.token", " ").guarded(new Tmdb());

    assertThat(guarded.find(SINTEL)).isEqualTo(new Answer.Untold("it is not set up"));
    assertThat(guarded.whyNotNow()).isPresent();
    assertThat(house.services.requests()).isEmpty();
  }

  @Test
  void whateverAPluginThrowsIsAFailureAndShowsNoKey() {
    for (Supplier<List<Title>> broken :
        List.<Supplier<List<Title>>>of(
            GuardedSourceTest::fail,
            () -> {
              throw new NoClassDefFoundError("org/example/Gone");
            },
            () -> {
              throw new IllegalStateException("my key is key-of-scripted, is it?");
            },
            () -> Collections.nCopies(1, TITLE).subList(0, 2))) {
      assertThat(house.guarded(new ScriptedSource(broken)).candidates(QUESTION))
          .isInstanceOfSatisfying(
              Answer.Untold.class,
              untold -> assertThat(untold.why()).doesNotContain("key-of-scripted"));
    }
  }

  @Test
  void anAnswerHasFiftyTitlesAndNoneThatSaysNothing() {
    List<Title> many =
        IntStream.range(0, 60)
            .mapToObj(number -> Title.of(TitleId.imdb("tt99000%04d".formatted(number)), "Maré"))
            .map(Title.Builder::build)
            .toList();
    assertThat(house.guarded(new ScriptedSource(() -> many)).candidates(QUESTION).titles())
        .hasSize(50)
        .startsWith(many.get(0));

    ScriptedSource holes =
        new ScriptedSource(() -> Arrays.asList(null, Title.placeholder(SINTEL), TITLE));
    TitleQuestion another = TitleQuestion.of("Another").build();
    assertThat(house.guarded(holes).candidates(another).titles()).containsExactly(TITLE);
  }

  @Test
  void aSearchThatEndedIsNoFailureOfTheService() {
    ScriptedSource source =
        new ScriptedSource(
            () -> {
              throw new VisitEnded("the search is over");
            });
    GuardedSource guarded = house.guarded(source);

    ask(guarded, 9);

    assertThat(source.asked).hasValue(9);
    assertThat(guarded.whyNotNow()).isEmpty();
  }

  @Test
  void anInterruptEndsTheQuestionAndStays() {
    GuardedSource guarded = house.guarded(new ImdbSuggest());
    Thread.currentThread().interrupt();

    Answer answer = guarded.find(SINTEL);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(answer).isInstanceOf(Answer.Untold.class);
    assertThat(guarded.find(SINTEL).titles()).hasSize(1);
  }

  @Test
  void aSourceSeesItsOwnSettingsStoresAndHome() {
    Tmdb tmdb = new Tmdb();
    OwnHost own = (OwnHost) house.of(tmdb);

    assertThat(own.settings().names()).containsExactlyInAnyOrder("home", "token");
    assertThat(own.folder("data")).isEqualTo(folder.resolve("titles-tmdb-data"));
    own.store("data", KeptAnswers.TITLES).put("key", new byte[] {1});
    assertThat(house.store("titles.tmdb.own.data", KeptAnswers.TITLES).get("key")).isPresent();
    assertThat(own.home()).contains(house.services.home("tmdb"));
  }

  @Test
  void aHomeThatIsNoAddressIsNamedAndNotRepeated() {
    house.set("tmdb.home", "ftp://user:password@titles.example");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> house.guarded(new Tmdb()))
        .withMessageContaining("tmdb.home")
        .withMessageNotContaining("password");
  }

  private static void ask(GuardedSource source, int times) {
    IntStream.range(0, times).forEach(time -> source.candidates(QUESTION));
  }

  private static List<Title> fail() {
    throw SiteException.unreachable(ADDRESS, null);
  }

  private static List<Title> refuse(CyclicBarrier together) {
    try {
      together.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
    throw SiteException.refused(ADDRESS, "status 401");
  }

  private static String logOf(Runnable work) {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, UTF_8));
    try {
      work.run();
    } finally {
      System.setErr(before);
    }
    return log.toString(UTF_8);
  }
}
