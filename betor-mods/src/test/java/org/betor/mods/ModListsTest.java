package org.betor.mods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.betor.mods.Direction.ASCENDING;
import static org.betor.mods.Direction.DESCENDING;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.betor.api.mod.ModDetails.Picture;
import org.betor.api.mod.ModKey;
import org.betor.testkit.SimulatedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModListsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Picture LOGO =
      new Picture(Picture.Kind.LOGO, URI.create("https://pictures.example/logo.png"));
  private static final Picture SCREENSHOT =
      new Picture(Picture.Kind.SCREENSHOT, URI.create("https://pictures.example/1.png"));

  @TempDir Path folder;
  private final ScriptedSource source = new ScriptedSource();
  private final SimulatedTime time = new SimulatedTime();
  private ModLibrary library;

  @BeforeEach
  void fill() throws InterruptedException {
    library = builder(folder).sources(List.of(source)).clock(time).pause(time).open();
    Instant day = Instant.parse("2024-05-01T00:00:00Z");
    fetch(
        source.has(
            1,
            mod ->
                mod.tags(List.of("Light", "Tools"))
                    .sizeBytes(300)
                    .created(day)
                    .description("Lanterns that never go out.")
                    .needs(List.of(ScriptedSource.key(2)))
                    .pictures(List.of(LOGO, SCREENSHOT))));
    fetch(
        source.has(
            2,
            mod ->
                mod.tags(List.of("Light"))
                    .sizeBytes(100)
                    .created(day.plusSeconds(2))
                    .needs(List.of())));
    fetch(
        source.has(
            3, mod -> mod.game("78").sizeBytes(200).created(day.plusSeconds(1)).tags(Set.of())));
    send(2, 3);
    send(1, 2);
    send(3, 1);
  }

  /** In the database of this test. */
  ModLibrary.Builder builder(Path folder) {
    return ModLibrary.builder(folder);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ADDED, 1 2 3",
    "NAME, 1 2 3",
    "SIZE, 2 3 1",
    "DATE_CREATION, 1 3 2",
    "DATE_UPDATE, 1 2 3",
    "DATE_REQUEST, 2 1 3",
    "SOURCE, 1 2 3",
    "DOWNLOADS, 3 1 2"
  })
  void sortsModsBothWays(ModSort sort, String order) {
    List<String> ascending = ids(ModQuery.all().sorted(sort, ASCENDING));
    List<String> descending = ids(ModQuery.all().sorted(sort, DESCENDING));

    assertThat(ascending).containsExactly(order.split(" "));
    Collections.reverse(descending);
    assertThat(descending).isEqualTo(ascending);
  }

  @Test
  void filtersMods() {
    ModQuery all = ModQuery.all().sorted(ModSort.ADDED, ASCENDING);

    assertThat(ids(all.tags(List.of("Light")))).containsExactly("1", "2");
    assertThat(ids(all.tags(List.of("Light", "Tools")))).containsExactly("1");
    assertThat(ids(all.tags(List.of("light")))).isEmpty();
    assertThat(ids(all.games(List.of("78")))).containsExactly("3");
    assertThat(ids(all.games(List.of("77", "78")))).isEmpty();
    assertThat(ids(all.sources(List.of("elsewhere", ScriptedSource.ID)))).hasSize(3);
    assertThat(ids(all.sources(List.of("elsewhere")))).isEmpty();
    assertThat(ids(all.named("PACK 2"))).containsExactly("2");
    assertThat(ids(all.named("%"))).isEmpty();
    assertThat(ids(all.named("'; drop table mods; --"))).isEmpty();
    assertThat(ids(all.needing(true))).containsExactly("1");
    assertThat(ids(all.needing(false))).containsExactly("2", "3");
  }

  @Test
  void followsWhatChanges() throws Exception {
    ModQuery byDownloads = ModQuery.all().sorted(ModSort.DOWNLOADS, ASCENDING);
    assertThat(ids(byDownloads)).containsExactly("3", "1", "2");

    send(3, 9);
    fetch(source.has(4, mod -> mod.tags(List.of("Light"))));
    library.remove(ScriptedSource.key(1));

    assertThat(ids(byDownloads)).containsExactly("4", "2", "3");
    assertThat(ids(byDownloads.tags(List.of("Light")))).containsExactly("4", "2");
    assertThat(ids(byDownloads.named("pack 1"))).isEmpty();
  }

  @Test
  void countsAllRowsAndGivesOnePage() {
    Listed<ModEntry> page =
        library.lists().mods(ModQuery.all().sorted(ModSort.ADDED, ASCENDING).page(1, 2));

    assertThat(page.total()).isEqualTo(3);
    assertThat(page.offset()).isEqualTo(2);
    assertThat(page.results()).extracting(mod -> mod.mod().id()).containsExactly("3");
  }

  @Test
  void refusesTooLargePagesAndTooManyFilters() {
    assertThatThrownBy(() -> ModQuery.all().page(0, 51)).hasMessageContaining("1 to 50");
    assertThatThrownBy(() -> ModQuery.all().page(-1, 5)).hasMessageContaining("page -1");
    assertThatThrownBy(
            () ->
                ModQuery.all().tags(Collections.nCopies(30, "Light")).sources(List.of("elsewhere")))
        .hasMessageContaining("at most 30, got 31");
  }

  @Test
  void tellsAllOfAMod() {
    CachedMod mod = library.lists().mod(ScriptedSource.key(1)).orElseThrow();

    assertThat(mod.entry().downloads()).isEqualTo(3);
    assertThat(mod.description()).isEqualTo("Lanterns that never go out.");
    assertThat(mod.tags()).containsExactly("Light", "Tools");
    assertThat(mod.needs()).contains(List.of(ScriptedSource.key(2)));
    assertThat(library.lists().mod(ScriptedSource.key(3)).orElseThrow().needs()).isEmpty();
    assertThat(library.lists().mod(ScriptedSource.key(9))).isEmpty();
  }

  @Test
  void listsGamesWithTheirCounts() {
    Listed<GameEntry> games = library.lists().games(GameQuery.all());

    assertThat(games.results())
        .extracting(GameEntry::name)
        .containsExactly("Castle of 77", "Castle of 78");
    assertThat(games.results()).extracting(GameEntry::mods).containsExactly(2L, 1L);
    assertThat(games.results()).extracting(GameEntry::downloads).containsExactly(7L, 2L);
  }

  @ParameterizedTest
  @EnumSource(GameSort.class)
  void sortsGamesBothWays(GameSort sort) {
    GameQuery all = GameQuery.all();

    List<GameEntry> up = library.lists().games(all.sorted(sort, ASCENDING)).results();
    List<GameEntry> down = library.lists().games(all.sorted(sort, DESCENDING)).results();

    assertThat(up).hasSize(2).containsExactly(down.get(1), down.get(0));
  }

  @Test
  void filtersGames() {
    GameQuery all = GameQuery.all();

    assertThat(library.lists().games(all.genres(List.of("23"))).total()).isEqualTo(2);
    assertThat(library.lists().games(all.genres(List.of("99"))).total()).isZero();
    assertThat(library.lists().games(all.types(List.of("game", "demo"))).total()).isEqualTo(2);
    assertThat(library.lists().games(all.named("of 78")).total()).isEqualTo(1);
    assertThat(library.lists().games(all.sources(List.of("elsewhere"))).total()).isZero();
  }

  @Test
  void listsTagsGenresAndPictures() {
    ModLists lists = library.lists();
    ModKey mod = ScriptedSource.key(1);

    assertThat(lists.tags(ScriptedSource.ID, "77", Paging.FIRST).results())
        .containsExactly(new TagEntry("Light", 2), new TagEntry("Tools", 1));
    assertThat(lists.genres(Paging.FIRST).results())
        .containsExactly(new GenreEntry(ScriptedSource.ID, "23", "Puzzle"));
    assertThat(lists.resources(mod, List.of(), Paging.FIRST).results())
        .extracting(ResourceEntry::picture)
        .containsExactly(LOGO, SCREENSHOT);
    assertThat(lists.resources(mod, List.of(Picture.Kind.SCREENSHOT), Paging.FIRST).total())
        .isEqualTo(1);
  }

  @Test
  void takesAModThatGoesOffAllLists() {
    library.remove(ScriptedSource.key(1));

    assertThat(ids(ModQuery.all())).containsExactlyInAnyOrder("2", "3");
    assertThat(library.lists().tags(ScriptedSource.ID, "77", Paging.FIRST).total()).isEqualTo(1);
    assertThat(library.lists().game(ScriptedSource.ID, "77").orElseThrow().mods()).isEqualTo(1);
  }

  @Test
  void counts() {
    ModStatistics statistics = library.statistics();
    LocalDate today = LocalDate.parse("2026-01-01");

    assertThat(statistics.totals())
        .containsEntry(Counted.FETCHED, 3L)
        .containsEntry(Counted.FILE_SENT, 9L)
        .containsEntry(Counted.DAMAGED, 0L);
    assertThat(statistics.hours(today).get(0)).isEqualTo(statistics.totals());
    assertThat(statistics.days(today.minusDays(1), today))
        .containsEntry(today, statistics.totals());
    assertThat(statistics.fetchDelay()).isPresent();
    assertThat(statistics.handOutDelay()).isPresent();
  }

  private void fetch(ModKey mod) throws InterruptedException {
    library.request(mod);
    ((Local.Ready) library.await(mod, PATIENCE)).archive().close();
  }

  private void send(long id, int times) {
    for (int i = 0; i < times; i++) {
      time.advance(Duration.ofMinutes(1));
      ((Local.Ready) library.fetchLocal(ScriptedSource.key(id))).archive().close();
    }
  }

  private List<String> ids(ModQuery query) {
    return new ArrayList<>(
        library.lists().mods(query).results().stream().map(mod -> mod.mod().id()).toList());
  }
}
