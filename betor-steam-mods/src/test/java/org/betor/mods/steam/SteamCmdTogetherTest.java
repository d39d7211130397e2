package org.betor.mods.steam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModVersion;
import org.betor.api.spi.Pause;
import org.betor.samples.FakeSteamCmd;
import org.betor.samples.SteamCmdDeed;
import org.betor.samples.SteamItem;
import org.betor.samples.SteamItems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While one item comes, three others are wanted, which then share a run. */
@Timeout(120)
class SteamCmdTogetherTest {
  private static final List<Long> SHARING =
      List.of(SteamItems.LANTERN, SteamItems.LIBRARY, SteamItems.WEATHER);

  @TempDir private Path folder;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch allWait = new CountDownLatch(1);
  private final Map<Long, Fetch> fetches = new LinkedHashMap<>();
  private FakeSteamCmd program;
  private SteamCmd steamCmd;

  @BeforeEach
  void install() {
    program = FakeSteamCmd.in(folder.resolve("program"), SteamItems.all());
    steamCmd = SteamCmd.launchedBy(program.launcher()).pause(this::pause).build();
  }

  /** The first run gets on once the others wait. */
  private void pause(Duration time) throws InterruptedException {
    begun.countDown();
    allWait.await();
    Pause.SLEEPING.pause(time);
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Fetch fetch : fetches.values()) {
      fetch.thread.interrupt();
      fetch.thread.join();
    }
  }

  @Test
  void haveOneLoginTogether() throws Exception {
    fetchAll();

    for (long item : SHARING) {
      assertHere(item);
    }
    assertThat(program.runs()).hasSize(3);
    assertThat(itemsOfRun(2)).isEqualTo(SHARING);
    assertThat(program.runs().get(2)).containsOnlyOnce("+login", "+force_install_dir");
  }

  @Test
  void comeOrFailEachByItsOwnLine() throws Exception {
    program.next(SteamItems.LANTERN, SteamCmdDeed.FILE_NOT_FOUND);
    program.next(SteamItems.WEATHER, SteamCmdDeed.ACCESS_DENIED);

    fetchAll();

    assertFailed(SteamItems.LANTERN, Reason.ABSENT);
    assertHere(SteamItems.LIBRARY);
    assertFailed(SteamItems.WEATHER, Reason.DENIED);
    assertThat(program.runs()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"ABORT", "CRASH", "SILENT"})
  void comeAgainIfNothingWasSaidOfThem(SteamCmdDeed deed) throws Exception {
    program.next(SteamItems.LIBRARY, deed);

    fetchAll();

    for (long item : SHARING) {
      assertHere(item);
    }
    assertThat(itemsOfRun(3)).doesNotContain(SteamItems.LANTERN).contains(SteamItems.LIBRARY);
  }

  @Test
  void areTriedAloneIfTheRunSaysNothingOfAny() throws Exception {
    program.next(SteamItems.LANTERN, SteamCmdDeed.CRASH, SteamCmdDeed.CRASH);

    fetchAll();

    assertFailed(SteamItems.LANTERN, Reason.FAILED);
    assertHere(SteamItems.LIBRARY);
    assertHere(SteamItems.WEATHER);
    assertThat(program.runs()).hasSize(6);
  }

  @Test
  void goOnAloneAfterATimeOutWithWhatIsHere() throws Exception {
    program.next(SteamItems.LIBRARY, SteamCmdDeed.TIMEOUT);

    fetchAll();

    assertHere(SteamItems.LANTERN);
    assertFailed(SteamItems.LIBRARY, Reason.TIMED_OUT);
    assertHere(SteamItems.WEATHER);
    Path same = fetchOf(SteamItems.LIBRARY).files;
    steamCmd.fetch(mod(SteamItems.LIBRARY), same, bytes -> {});
    assertThat(program.kept(SteamItems.LIBRARY)).containsExactly(1);
    assertThat(same).isDirectoryContaining("glob:**/Assemblies");
  }

  @Test
  void areFetchedAnewIfTheyAreSaidToBeHereAndAreNot() throws Exception {
    program.next(SteamItems.LANTERN, SteamCmdDeed.EMPTY);

    fetchAll();

    for (long item : SHARING) {
      assertHere(item);
    }
    assertThat(program.runs()).hasSize(4);
  }

  @Test
  void doNotLogInAgainAndAgainWhenThatFails() throws Exception {
    program.nextLogin(SteamCmdDeed.OK, SteamCmdDeed.LOGIN_LIMITED);

    fetchAll();

    for (long item : SHARING) {
      assertFailed(item, Reason.LIMITED);
    }
    assertThat(program.runs()).hasSize(3);
  }

  @Test
  void comeAlsoIfOthersAreGivenUp() throws Exception {
    program.next(SteamItems.LANTERN, SteamCmdDeed.HANG_WITH_CHILD);
    fetchAll();
    while (program.children().isEmpty()) {
      Thread.onSpinWait();
    }
    Fetch follower = fetchOf(SteamItems.LIBRARY);
    Fetch first = fetchOf(SteamItems.LANTERN);

    follower.thread.interrupt();
    follower.thread.join();
    first.thread.interrupt();

    assertHere(SteamItems.WEATHER);
    assertThatThrownBy(follower.task::get).hasCauseInstanceOf(InterruptedException.class);
    assertThatThrownBy(first.task::get).hasCauseInstanceOf(InterruptedException.class);
    assertThat(follower.files).isEmptyDirectory();
  }

  private void fetchAll() throws Exception {
    Fetch opening = new Fetch(SteamItems.HIDDEN);
    opening.thread.start();
    begun.await();
    for (long item : SHARING) {
      Fetch fetch = new Fetch(item);
      fetch.thread.start();
      while (fetch.thread.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }
    allWait.countDown();
    opening.task.get();
  }

  private Fetch fetchOf(long item) {
    return Objects.requireNonNull(fetches.get(item));
  }

  private void assertHere(long item) throws Exception {
    Fetch fetch = fetchOf(item);
    ModVersion version = fetch.task.get(60, TimeUnit.SECONDS);
    assertThat(version.handle()).isEqualTo(SteamItems.item(item).handle());
    for (Map.Entry<String, byte[]> file : SteamItems.item(item).files().entrySet()) {
      assertThat(fetch.files.resolve(file.getKey())).hasBinaryContent(file.getValue());
    }
    try (var top = Files.list(fetch.files)) {
      assertThat(top).noneMatch(path -> path.getFileName().toString().startsWith("."));
    }
  }

  private void assertFailed(long item, Reason reason) {
    assertThatThrownBy(() -> fetchOf(item).task.get(60, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(ModException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private List<Long> itemsOfRun(int run) {
    String game = Long.toString(SteamItems.GAME);
    List<String> commands = program.runs().get(run);
    return SHARING.stream()
        .filter(item -> commands.contains(item.toString()) && commands.contains(game))
        .toList();
  }

  private static ModDetails mod(long id) {
    SteamItem item = SteamItems.item(id);
    return ModDetails.of(
            Workshop.key(id), item.title(), new ModVersion(item.handle(), item.updated()))
        .game(Long.toString(item.game()))
        .build();
  }

  /** Of an item, on a thread of its own. */
  private final class Fetch {
    private final Path files;
    private final FutureTask<ModVersion> task;
    private final Thread thread;

    private Fetch(long item) throws IOException {
      this.files = Files.createDirectory(folder.resolve("files-" + item));
      this.task = new FutureTask<>(() -> steamCmd.fetch(mod(item), files, bytes -> {}));
      this.thread = new Thread(task, "fetch-" + item);
      fetches.put(item, this);
    }
  }
}
