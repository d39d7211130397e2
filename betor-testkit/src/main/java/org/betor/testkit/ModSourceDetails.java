package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;
import org.junit.jupiter.api.Test;

/** What a source says of mods: a part of {@link ModSourceContract}. */
public interface ModSourceDetails extends ModSourceUnderTest {

  /** Nobody needs to be asked for that. */
  @Test
  default void ofNoModsThereIsNothingToSay() throws InterruptedException {
    breakDown();

    assertThat(source().details(Set.of())).isEmpty();
  }

  /** One question may be about many. */
  @Test
  default void everyModThatIsThereIsFound() throws InterruptedException {
    Map<ModKey, ModLookup> lookups = source().details(mods().keySet());

    assertThat(lookups).containsOnlyKeys(mods().keySet());
    lookups.forEach(
        (key, lookup) -> {
          ModDetails mod = found(lookup);
          assertThat(mod.key()).isEqualTo(key);
          assertThat(mod.name()).isNotBlank();
          assertThat(mod.members()).as("a mod with files is no collection").isEmpty();
        });
  }

  /** Else every look would be an update. */
  @Test
  default void theSameContentHasTheSameVersion() throws InterruptedException {
    for (ModKey mod : mods().keySet()) {
      assertThat(found(lookup(mod)).version())
          .matches(found(lookup(mod)).version()::isSameContentAs);
    }
  }

  /** With a reason, and beside others that are there. */
  @Test
  default void aModThatIsNotThereIsAbsent() throws InterruptedException {
    ModKey there = mods().keySet().iterator().next();
    Map<ModKey, ModLookup> lookups = source().details(Set.of(there, absent()));

    assertThat(lookups.get(there)).isInstanceOf(ModLookup.Found.class);
    assertThat(lookups.get(absent()))
        .isInstanceOfSatisfying(
            ModLookup.Absent.class, absence -> assertThat(absence.why()).isNotBlank());
  }

  /** Keys may come from an older library, or from a friend. */
  @Test
  default void aKeyThatTheSourceNeverGaveOutHurtsNoOther() throws InterruptedException {
    ModKey there = mods().keySet().iterator().next();
    Set<ModKey> mods = new HashSet<>(Set.of(there));
    for (String id : new String[] {"_", "-.-", "0", "a.b-c_d", "9".repeat(200)}) {
      mods.add(new ModKey(source().id(), id));
    }
    Map<ModKey, ModLookup> lookups = source().details(mods);

    assertThat(lookups.get(there)).isInstanceOf(ModLookup.Found.class);
    assertThat(lookups.keySet()).isSubsetOf(mods);
    lookups.remove(there);
    assertThat(lookups.values()).hasOnlyElementsOfType(ModLookup.Absent.class);
  }

  /** What nobody spoke of may well be there. */
  @Test
  default void aModOfWhichNothingIsSaidIsLeftOutAndNotAbsent() throws InterruptedException {
    List<ModKey> all = List.copyOf(mods().keySet());
    leaveOut(all.get(0));

    assertThat(source().details(new HashSet<>(all)))
        .containsOnlyKeys(new HashSet<>(all.subList(1, all.size())));
  }

  /** Which is no answer about any mod. */
  @Test
  default void aSourceThatIsDownIsAnException() throws InterruptedException {
    breakDown();
    assertThatExceptionOfType(ModException.class)
        .isThrownBy(() -> source().details(mods().keySet()))
        .satisfies(down -> assertThat(down.reason().isPassing()).isTrue())
        .satisfies(down -> assertThat(down.getMessage()).isNotBlank());

    recover();
    assertThat(source().details(mods().keySet())).containsOnlyKeys(mods().keySet());
  }

  /** Then it is as it was. */
  @Test
  default void troubleWithWhatCompletesAModIsNoFailure() throws InterruptedException {
    ModDetails mod = found(lookup(mods().keySet().iterator().next()));
    assertThat(source().complete(mod).key()).isEqualTo(mod.key());

    breakDown();
    assertThat(source().complete(mod).name()).isEqualTo(mod.name());
  }

  /** Under the id that the mod names. */
  @Test
  default void theGameOfAModIsKnown() throws InterruptedException {
    for (ModKey mod : mods().keySet()) {
      String game = found(lookup(mod)).game().orElse("");
      if (!game.isEmpty()) {
        assertThat(source().game(game))
            .hasValueSatisfying(known -> assertThat(known.id()).isEqualTo(game))
            .hasValueSatisfying(known -> assertThat(known.source()).isEqualTo(source().id()))
            .hasValueSatisfying(known -> assertThat(known.name()).isNotBlank());
      }
    }
  }

  /** Nothing that is not its id leads anywhere. */
  @Test
  default void aGameThatIsNoneIsNotKnown() throws InterruptedException {
    for (String none : new String[] {"", "..", "../1", "a b", "\r\n", "9".repeat(1000)}) {
      assertThat(source().game(none)).isEmpty();
    }
  }

  /** Soon, and its interrupt is used up. */
  @Test
  default void whoAsksAndIsInterruptedIsToldSo() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> source().details(mods().keySet()));
    assertThat(Thread.interrupted()).isFalse();
  }

  /** Each with its own answer. */
  @Test
  default void severalThreadsMayAskAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Map<ModKey, ModLookup>>> questions = new ArrayList<>();
      for (int count = 0; count < 8; count++) {
        questions.add(() -> source().details(mods().keySet()));
      }
      for (Future<Map<ModKey, ModLookup>> answer : threads.invokeAll(questions)) {
        assertThat(answer.get()).containsOnlyKeys(mods().keySet());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private ModLookup lookup(ModKey mod) throws InterruptedException {
    return source().details(Set.of(mod)).getOrDefault(mod, new ModLookup.Absent("left out"));
  }

  private static ModDetails found(ModLookup lookup) {
    if (lookup instanceof ModLookup.Found found) {
      return found.details();
    }
    throw new AssertionError("a mod that is there is " + lookup);
  }
}
