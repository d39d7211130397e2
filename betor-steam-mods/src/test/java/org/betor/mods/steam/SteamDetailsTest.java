package org.betor.mods.steam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.betor.mods.steam.Workshop.COLLECTIONS;
import static org.betor.mods.steam.Workshop.DETAILS;
import static org.betor.mods.steam.Workshop.key;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.betor.api.mod.Game;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModDetails.Picture;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;
import org.betor.samples.FakeSteamWeb;
import org.betor.samples.SteamItem;
import org.betor.samples.SteamItems;
import org.betor.samples.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
@Timeout(60)
class SteamDetailsTest {
  private static final String GAME = Long.toString(SteamItems.GAME);

  private final Workshop workshop = new Workshop();

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void tellsWhatTheWorkshopSaysOfAMod() throws InterruptedException {
    ModDetails lantern = workshop.details(SteamItems.LANTERN);

    assertThat(lantern.name()).isEqualTo("Lantern Light & Shade");
    assertThat(lantern.game()).contains(GAME);
    assertThat(lantern.sizeBytes()).hasValue(12_053);
    assertThat(lantern.version().handle()).matches("[1-9]\\d+");
    assertThat(lantern.version().updated()).isEqualTo(Instant.parse("2025-05-03T12:34:56Z"));
    assertThat(lantern.created()).contains(Instant.parse("2021-04-02T10:00:00Z"));
    assertThat(lantern.description()).startsWith("[b]Invented[/b]");
    assertThat(lantern.tags()).containsExactly("Clocks");
    assertThat(lantern.pictures()).extracting(Picture::kind).containsExactly(Picture.Kind.LOGO);
    assertThat(lantern.needs()).isEmpty();
    assertThat(lantern.members()).isEmpty();
    assertThat(lantern.file()).isEmpty();
  }

  @Test
  void readsSizesTimesAndTagsAsTheyWereWrittenYearsAgo() throws InterruptedException {
    try (Workshop old = new Workshop(FakeSteamWeb.builder().oldStyle())) {
      ModDetails then = old.details(SteamItems.LANTERN);
      ModDetails now = workshop.details(SteamItems.LANTERN);

      assertThat(then.sizeBytes()).isEqualTo(now.sizeBytes());
      assertThat(then.version()).isEqualTo(now.version());
      assertThat(then.tags()).isEqualTo(now.tags());
    }
  }

  @Test
  void tellsWhereTheFileOfAModIsThatIsNoMoreThanThat() throws InterruptedException {
    ModDetails map = workshop.details(SteamItems.OLD_MAP);

    assertThat(map.file()).isPresent();
    assertThat(map.fileName()).contains("maps/old_map.vpk");
  }

  @Test
  void tellsTheMembersOfACollectionInTheirOrder() throws InterruptedException {
    ModDetails collection = workshop.details(SteamItems.COLLECTION);

    assertThat(collection.members())
        .contains(
            List.of(
                key(SteamItems.LANTERN),
                key(SteamItems.OLD_MAP),
                key(SteamItems.SMALL_COLLECTION)));
  }

  @Test
  void tellsWhatIsNotThereApartFromWhatIsLeftOut() throws InterruptedException {
    workshop.web.leaveOut(SteamItems.LANTERN);
    workshop.web.say(SteamItems.WEATHER, Map.of("result", 20));
    workshop.web.put(SteamItem.mod(7, SteamItems.GAME, "Kept").result(15).build());

    Map<ModKey, ModLookup> lookups =
        workshop.lookups(
            SteamItems.LANTERN, SteamItems.WEATHER, SteamItems.GONE, 7, 8, SteamItems.HIDDEN);

    assertThat(lookups)
        .containsOnlyKeys(key(SteamItems.GONE), key(7), key(8), key(SteamItems.HIDDEN));
    assertThat(lookups.get(key(SteamItems.GONE))).isInstanceOf(ModLookup.Absent.class);
    assertThat(lookups.get(key(7))).isEqualTo(new ModLookup.Absent("it is kept from the public"));
    assertThat(lookups.get(key(8))).isInstanceOf(ModLookup.Absent.class);
    assertThat(lookups.get(key(SteamItems.HIDDEN))).isInstanceOf(ModLookup.Found.class);
  }

  @Test
  void asksForAHundredAtOnce() throws InterruptedException {
    workshop.lookups(LongStream.rangeClosed(1, 250).toArray());

    assertThat(workshop.web.requests(DETAILS))
        .extracting(request -> request.body().replaceFirst("&.*", ""))
        .containsExactly("itemcount=100", "itemcount=100", "itemcount=50");
    assertThat(workshop.web.requests(COLLECTIONS)).isEmpty();
  }

  @Test
  void asksFiveTimesAtOnceAndThenOnceASecond() throws InterruptedException {
    Instant start = workshop.time.instant();

    workshop.lookups(LongStream.rangeClosed(1, 1_000).toArray());

    assertThat(workshop.web.requests(DETAILS)).hasSize(10);
    assertThat(Duration.between(start, workshop.time.instant())).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void asksNobodyForNothingAndForWhatCannotBeAnId() throws InterruptedException {
    SteamSource source = workshop.source().build();
    ModKey word = new ModKey("steam", "lantern");
    ModKey tooLarge = new ModKey("steam", "18446744073709551616");
    ModKey others = new ModKey("elsewhere", "7");

    assertThat(source.details(Set.of())).isEmpty();
    assertThat(source.details(Set.of(word, tooLarge, others)))
        .allSatisfy((key, lookup) -> assertThat(lookup).isInstanceOf(ModLookup.Absent.class))
        .hasSize(3);
    assertThat(workshop.web.requests()).isEmpty();
  }

  @Test
  void tellsTheOldVersionAsLongAsTheWorkshopDoes() throws InterruptedException {
    SteamItem newer =
        SteamItem.mod(SteamItems.LANTERN, SteamItems.GAME, "Lantern")
            .file("new.txt", "new")
            .updated(Instant.parse("2026-02-01T00:00:00Z"))
            .build();
    ModDetails before = workshop.details(SteamItems.LANTERN);
    workshop.web.put(newer, 1);

    assertThat(workshop.details(SteamItems.LANTERN).version()).isEqualTo(before.version());
    assertThat(workshop.details(SteamItems.LANTERN).version().isSameContentAs(before.version()))
        .isFalse();
  }

  @Test
  void learnsWithAKeyWhatModsNeedAndShows() throws InterruptedException {
    SteamSource source = workshop.source().key(workshop.web.key()).build();
    ModDetails weather = Workshop.details(source, SteamItems.WEATHER);
    ModDetails open = workshop.details(SteamItems.WEATHER);

    assertThat(weather.needs()).contains(List.of(key(SteamItems.LANTERN), key(SteamItems.LIBRARY)));
    assertThat(weather.pictures())
        .extracting(Picture::kind)
        .containsExactly(Picture.Kind.LOGO, Picture.Kind.SCREENSHOT);
    assertThat(weather.version()).isEqualTo(open.version());
    assertThat(weather.description()).isEqualTo(open.description());
    assertThat(weather.game()).isEqualTo(open.game());
    assertThat(Workshop.details(source, SteamItems.LIBRARY).needs()).contains(List.of());
    assertThat(Workshop.details(source, SteamItems.COLLECTION).members())
        .isEqualTo(workshop.details(SteamItems.COLLECTION).members());
    assertThat(source.details(Set.of(key(SteamItems.GONE))).get(key(SteamItems.GONE)))
        .isInstanceOf(ModLookup.Absent.class);
  }

  @Test
  void saysThatAKeyIsRefusedAndDoesNotRepeatIt() {
    SteamSource source = workshop.source().key("0000000000000000WRONG00000000000").build();

    assertThatThrownBy(() -> source.details(Set.of(key(SteamItems.LANTERN))))
        .isInstanceOfSatisfying(
            ModException.class,
            e -> assertThat(e.reason()).isEqualTo(ModException.Reason.UNAUTHORISED))
        .hasMessageNotContaining("WRONG");
    assertThat(workshop.web.requests()).hasSize(1);
  }

  @Test
  void readsNeedsAndPicturesFromThePageWithoutAKey() throws InterruptedException {
    SteamSource source = workshop.source().build();
    ModDetails weather = source.complete(workshop.details(SteamItems.WEATHER));

    assertThat(weather.needs()).contains(List.of(key(SteamItems.LANTERN), key(SteamItems.LIBRARY)));
    assertThat(weather.pictures())
        .extracting(picture -> picture.address().toString())
        .contains("https://pictures.example/3100000003/shot.png?a=1&b=2")
        .hasSize(2);
  }

  @Test
  void knowsNoNeedsWhereThePageShowsNone() throws InterruptedException {
    SteamSource source = workshop.source().build();
    workshop.web.askForAge(SteamItems.LANTERN);

    assertThat(source.complete(workshop.details(SteamItems.LIBRARY)).needs()).isEmpty();
    assertThat(source.complete(workshop.details(SteamItems.LANTERN)).needs()).isEmpty();
  }

  @Test
  void leavesAModAsItIsWhenItsPageIsNotToBeHad() throws InterruptedException {
    SteamSource source = workshop.source().build();
    ModDetails weather = workshop.details(SteamItems.WEATHER);
    workshop.web.trouble("sharedfiles", Trouble.REFUSED);

    assertThat(source.complete(weather)).isSameAs(weather);
    assertThat(source.complete(weather)).isSameAs(weather);
    assertThat(workshop.web.requests("sharedfiles")).hasSize(1);
  }

  @Test
  void leavesNoThreadBehind() throws InterruptedException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();

    workshop.details(SteamItems.LANTERN);

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !before.contains(thread))
        .allMatch(thread -> thread.getName().startsWith("betor-sample-"));
  }

  @Test
  void tellsAGame() throws InterruptedException {
    Game game = workshop.source().build().game(GAME).orElseThrow();

    assertThat(game.name()).isEqualTo("Orchard of Clocks");
    assertThat(game.type()).isEqualTo("game");
    assertThat(game.summary()).isEqualTo("Clocks grow on trees.");
    assertThat(game.genres())
        .containsExactly(new Game.Genre("23", "Indie"), new Game.Genre("28", "Simulation"));
    assertThat(game.logo()).isPresent();
    assertThat(workshop.source().build().game("12")).isEmpty();
    assertThat(workshop.source().build().game("no game")).isEmpty();
  }
}
