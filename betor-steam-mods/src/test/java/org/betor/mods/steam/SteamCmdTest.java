package org.betor.mods.steam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModVersion;
import org.betor.samples.FakeSteamCmd;
import org.betor.samples.SteamCmdDeed;
import org.betor.samples.SteamItem;
import org.betor.samples.SteamItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class SteamCmdTest {
  private static final Duration ENOUGH = Duration.ofMinutes(1);

  private final List<Long> progress = new CopyOnWriteArrayList<>();
  @TempDir private Path folder;
  private Path files;
  private FakeSteamCmd program;
  private SteamCmd steamCmd;

  @BeforeEach
  void install() throws IOException {
    files = Files.createDirectory(folder.resolve("files"));
    program = FakeSteamCmd.in(folder.resolve("program"), SteamItems.all());
    steamCmd = patient(ENOUGH);
  }

  @Test
  void fetchesTheFilesAndNothingElse() throws Exception {
    ModVersion version = fetch(SteamItems.WEATHER);

    assertThat(contents(files)).isEqualTo(expected(SteamItems.WEATHER));
    assertThat(version).isEqualTo(version(SteamItems.WEATHER));
    assertThat(progress).isNotEmpty();
  }

  @Test
  void givesEveryRunAnInstallationAndAHomeOfItsOwnAndLogsInLast() throws Exception {
    fetch(SteamItems.LIBRARY);

    List<String> commands = program.runs().get(1);
    Path installation = Path.of(commands.get(commands.indexOf("+force_install_dir") + 1));
    assertThat(program.runs().get(0)).containsExactly("+quit");
    assertThat(installation.isAbsolute() && installation.startsWith(files)).isTrue();
    assertThat(commands.indexOf("+login")).isGreaterThan(commands.indexOf("+force_install_dir"));
    assertThat(commands).containsSubsequence("+login", "anonymous", "+workshop_download_item");
    assertThat(commands).endsWith("990010", "3100000002", "+quit");
    assertThat(program.homes()).allMatch(home -> Path.of(home).startsWith(files));
  }

  @Test
  void renewsItselfOnceAndIsStartedAgainAsOftenAsThatTakes() throws Exception {
    program.nextStart(SteamCmdDeed.UPDATE_42, SteamCmdDeed.UPDATE_7);
    fetch(SteamItems.LIBRARY);
    assertThat(program.runs()).hasSize(4);

    program.nextStart(SteamCmdDeed.UPDATE_42);
    steamCmd.fetch(mod(SteamItems.LANTERN), other(), progress::add);
    assertThat(program.runs()).hasSize(6);
  }

  @ParameterizedTest
  @EnumSource(names = {"NOISE", "FLOOD", "OTHER_FAILS", "EMPTY"})
  void bringsTheFilesInSpiteOf(SteamCmdDeed deed) throws Exception {
    program.next(SteamItems.LANTERN, deed);

    fetch(SteamItems.LANTERN);

    assertThat(contents(files)).isEqualTo(expected(SteamItems.LANTERN));
  }

  @ParameterizedTest
  @CsvSource({
    "FAILURE, FAILED",
    "NO_CONNECTION, UNREACHABLE",
    "ACCESS_DENIED, DENIED",
    "FILE_NOT_FOUND, ABSENT",
    "NO_MATCH, ABSENT",
    "IO_FAILED, FAILED",
    "LOCKED, FAILED",
    "STRANGE, FAILED",
    "TIMEOUT, TIMED_OUT",
    "SILENT, FAILED",
    "ABORT, FAILED",
    "CRASH, FAILED",
    "ELSEWHERE, UNSAFE"
  })
  void saysWhyNothingCame(SteamCmdDeed deed, Reason reason) {
    program.next(SteamItems.LANTERN, deed);

    assertReason(reason);
  }

  @Test
  void goesOnAfterATimeOutWithWhatIsHere() throws Exception {
    program.next(SteamItems.LANTERN, SteamCmdDeed.TIMEOUT);
    assertReason(Reason.TIMED_OUT);

    fetch(SteamItems.LANTERN);

    assertThat(program.kept(SteamItems.LANTERN)).containsExactly(1);
    assertThat(contents(files)).isEqualTo(expected(SteamItems.LANTERN));
  }

  @Test
  void keepsWhatIsHereWhileNobodyCanLogIn() throws Exception {
    program.next(SteamItems.LANTERN, SteamCmdDeed.TIMEOUT, SteamCmdDeed.NO_CONNECTION);
    assertReason(Reason.TIMED_OUT);
    program.nextLogin(SteamCmdDeed.LOGIN_LIMITED);

    assertReason(Reason.TIMED_OUT);
    assertReason(Reason.TIMED_OUT);
    fetch(SteamItems.LANTERN);

    assertThat(program.kept(SteamItems.LANTERN)).containsExactly(1);
  }

  @Test
  void givesUpWhatIsAlwaysEmpty() {
    program.next(SteamItems.LANTERN, SteamCmdDeed.EMPTY, SteamCmdDeed.EMPTY);

    assertReason(Reason.DAMAGED);
  }

  @Test
  void answersNoQuestionForAPassword() {
    program.nextLogin(SteamCmdDeed.PROMPT);

    assertReason(Reason.UNAUTHORISED);
  }

  @Test
  void saysThatTooManyLogIn() {
    program.nextLogin(SteamCmdDeed.LOGIN_LIMITED);
    assertReason(Reason.LIMITED);
    program.nextLogin(SteamCmdDeed.LOGIN_FAILS);
    assertReason(Reason.UNREACHABLE);
  }

  @Test
  void saysThatThereIsNoNetwork() {
    program.nextLogin(SteamCmdDeed.LOGIN_OFFLINE);

    assertThatThrownBy(() -> fetch(SteamItems.LANTERN))
        .isInstanceOfSatisfying(
            ModException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE))
        .hasMessageContaining("No Connection")
        .hasMessageContaining("try later");
  }

  @Test
  void renewsItselfOnceThereIsANetwork() throws Exception {
    program.nextStart(SteamCmdDeed.OFFLINE, SteamCmdDeed.OFFLINE);
    assertReason(Reason.UNREACHABLE);

    fetch(SteamItems.LANTERN);

    assertThat(program.runs()).hasSize(4);
    assertThat(program.runs().get(2)).containsExactly("+quit");
  }

  @Test
  void fetchesAnItemThatIsOneFileUnderItsName() throws Exception {
    ModVersion version =
        steamCmd.fetch(
            mod(SteamItems.OLD_MAP).with().fileName("maps/old_map.vpk").build(),
            files,
            progress::add);

    assertThat(contents(files)).containsOnlyKeys("old_map.vpk");
    assertThat(version).isEqualTo(version(SteamItems.OLD_MAP));
  }

  @Test
  void leavesOutWhatIsNoFile() throws Exception {
    program.next(SteamItems.LANTERN, SteamCmdDeed.LINK);

    fetch(SteamItems.LANTERN);

    assertThat(contents(files)).isEqualTo(expected(SteamItems.LANTERN));
    assertThat(folder.resolve("program").resolve("items")).isNotEmptyDirectory();
  }

  @Test
  void takesNoFileForItsOwnFolder() {
    program.put(
        SteamItem.mod(SteamItems.LANTERN, SteamItems.GAME, "Lantern")
            .file(".Betor-SteamCMD/installation/a.txt", "a")
            .build());

    assertReason(Reason.UNSAFE);
  }

  @Test
  void fetchesWhatIsNewerThanItWasToldOf() throws Exception {
    program.put(
        SteamItem.mod(SteamItems.LANTERN, SteamItems.GAME, "Lantern")
            .file("new.txt", "new")
            .updated(Instant.parse("2026-05-01T00:00:00Z"))
            .build());

    ModVersion version = fetch(SteamItems.LANTERN);

    assertThat(version.updated()).isEqualTo(Instant.parse("2026-05-01T00:00:00Z"));
    assertThat(version.isSameContentAs(version(SteamItems.LANTERN))).isFalse();
  }

  @Test
  void learnsThatAGameGivesNothingToStrangers() {
    for (long item : List.of(SteamItems.LANTERN, SteamItems.LIBRARY)) {
      program.next(item, SteamCmdDeed.FAILURE);
      assertReason(Reason.FAILED, item);
    }
    program.next(SteamItems.WEATHER, SteamCmdDeed.NO_CONNECTION);

    assertReason(Reason.NEEDS_ACCOUNT, SteamItems.WEATHER);
  }

  @Test
  void takesNoFailureForASignOnceAModCame() throws Exception {
    fetch(SteamItems.HIDDEN);
    for (long item : List.of(SteamItems.LANTERN, SteamItems.LIBRARY, SteamItems.WEATHER)) {
      program.next(item, SteamCmdDeed.FAILURE);
      assertReason(Reason.FAILED, item);
    }
  }

  @Test
  void endsWhatDoesNotGetOnWithAllThatItStarted() throws Exception {
    fetch(SteamItems.HIDDEN);
    steamCmd = patient(Duration.ofSeconds(3));
    program.next(SteamItems.LANTERN, SteamCmdDeed.HANG_WITH_CHILD);

    assertReason(Reason.TIMED_OUT);

    assertThat(program.children()).allMatch(child -> !isAlive(child));
  }

  @Test
  void endsWithTheThreadThatWaits() throws Exception {
    program.next(SteamItems.LANTERN, SteamCmdDeed.HANG_WITH_CHILD);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<?> fetch = thread.submit(() -> fetch(SteamItems.LANTERN));
      while (program.children().isEmpty()) {
        Thread.onSpinWait();
      }
      fetch.cancel(true);
    } finally {
      thread.shutdown();
      assertThat(thread.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(program.children()).isNotEmpty().allMatch(child -> !isAlive(child));
  }

  @Test
  void asksForTheContentOfAnotherSystemBeforeTheLogin() throws Exception {
    steamCmd = SteamCmd.launchedBy(program.launcher()).platform(SteamCmd.Platform.WINDOWS).build();

    fetch(SteamItems.LIBRARY);

    assertThat(program.runs().get(1))
        .containsSubsequence("+@sSteamCmdForcePlatformType", "windows", "+login");
  }

  @Test
  void fetchesSeveralAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<Map<String, String>>> all = new ArrayList<>();
    List<Long> items = List.of(SteamItems.LANTERN, SteamItems.LIBRARY, SteamItems.WEATHER);
    for (long item : items) {
      all.add(
          threads.submit(
              () -> {
                Path own = other();
                steamCmd.fetch(mod(item), own, progress::add);
                return contents(own);
              }));
    }
    threads.shutdown();

    for (int index = 0; index < items.size(); index++) {
      assertThat(all.get(index).get()).isEqualTo(expected(items.get(index)));
    }
  }

  @Test
  void saysThatThereIsNoProgram() {
    steamCmd = SteamCmd.launchedBy(List.of(folder.resolve("nothing").toString())).build();

    assertReason(Reason.NOT_INSTALLED);
  }

  @Test
  void startsNothingForIdsThatAreNone() {
    ModVersion version = new ModVersion("", Instant.EPOCH);
    for (String game : List.of("", "+quit", "990010 1", "../990010", "99999999999")) {
      ModDetails mod = ModDetails.of(Workshop.key(1), "", version).game(game).build();
      assertThatThrownBy(() -> steamCmd.fetch(mod, files, progress::add))
          .isInstanceOf(ModException.class);
    }
    ModDetails mod = ModDetails.of(new ModKey("steam", "x"), "", version).game("1").build();
    assertThatThrownBy(() -> steamCmd.fetch(mod, files, progress::add))
        .isInstanceOf(ModException.class);
    assertThat(program.runs()).isEmpty();
  }

  private SteamCmd patient(Duration quiet) {
    return SteamCmd.launchedBy(program.launcher()).quiet(quiet).build();
  }

  private ModVersion fetch(long item) throws IOException, InterruptedException {
    return steamCmd.fetch(mod(item), files, progress::add);
  }

  private void assertReason(Reason reason) {
    assertReason(reason, SteamItems.LANTERN);
  }

  private void assertReason(Reason reason, long item) {
    assertThatThrownBy(() -> fetch(item))
        .isInstanceOfSatisfying(ModException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private Path other() throws IOException {
    return Files.createTempDirectory(folder, "other");
  }

  private static boolean isAlive(long process) {
    return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
  }

  private static ModVersion version(long id) {
    return new ModVersion(SteamItems.item(id).handle(), SteamItems.item(id).updated());
  }

  private static ModDetails mod(long id) {
    SteamItem item = SteamItems.item(id);
    return ModDetails.of(Workshop.key(id), item.title(), version(id))
        .game(Long.toString(item.game()))
        .build();
  }

  private static Map<String, String> expected(long id) {
    Map<String, String> contents = new HashMap<>();
    SteamItems.item(id).files().forEach((path, bytes) -> contents.put(path, hash(bytes)));
    return contents;
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new HashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(path -> !Files.isDirectory(path)).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        contents.put(name, hash(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  private static String hash(byte[] bytes) {
    return bytes.length + ":" + Arrays.hashCode(bytes);
  }
}
