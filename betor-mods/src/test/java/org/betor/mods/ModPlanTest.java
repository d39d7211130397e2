package org.betor.mods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModPlanTest {
  @TempDir Path folder;
  private final ScriptedSource source = new ScriptedSource();
  private ModLibrary library;

  @BeforeEach
  void open() {
    library = ModLibrary.open(folder, source);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void putsWhatIsNeededFirst() throws Exception {
    mod(1, 2, 3);
    mod(2, 3);
    mod(3);

    ModPlan plan = library.plan(ScriptedSource.key(1));

    assertThat(ids(plan)).containsExactly("3", "2", "1");
    assertThat(plan.sizeBytes()).hasValue(3000);
    assertThat(plan.isCut()).isFalse();
    assertThat(source.fetched()).isEmpty();
  }

  @Test
  void opensCollectionsInCollections() throws Exception {
    collection(10, 11, 1);
    collection(11, 2);
    mod(1);
    mod(2, 3);
    mod(3);

    assertThat(ids(library.plan(ScriptedSource.key(10)))).containsExactly("3", "2", "1");
  }

  @Test
  void namesCyclesAndPlansNevertheless() throws Exception {
    mod(1, 2);
    mod(2, 3);
    mod(3, 2);

    ModPlan plan = library.plan(ScriptedSource.key(1));

    assertThat(ids(plan)).containsExactly("3", "2", "1");
    assertThat(plan.cycles()).containsExactly(keys(2, 3));
  }

  @Test
  void namesWhatIsMissingOrForeign() throws Exception {
    ModKey elsewhere = new ModKey("elsewhere", "9");
    source.lost(2, "deleted");
    source.has(3, mod -> mod.game("78").needs(List.of()));
    source.has(1, mod -> mod.needs(List.of(keys(2).get(0), keys(3).get(0), elsewhere, key(4))));

    ModPlan plan = library.plan(ScriptedSource.key(1));

    assertThat(ids(plan)).containsExactly("1");
    assertThat(plan.missing()).containsEntry(key(2), "deleted").containsKey(key(4));
    assertThat(plan.foreign()).containsExactlyInAnyOrder(key(3), elsewhere);
  }

  @Test
  void tellsNoNeedsFromUnknownNeeds() throws Exception {
    source.has(1);
    mod(2);

    ModPlan plan = library.plan(key(1), key(2));

    assertThat(plan.unknownNeeds()).containsExactly(key(1));
  }

  @Test
  void leavesOutWhatIsHereAndFetchesTheRestOnceApproved() throws Exception {
    mod(1, 2);
    mod(2);
    library.request(key(2));
    library.await(key(2), Duration.ofMinutes(1));

    ModPlan plan = library.plan(key(1));
    List<Requested> answers = library.request(plan);

    assertThat(plan.here()).containsExactly(key(2));
    assertThat(answers).containsExactly(new Requested.Queued(key(1), false, false));
  }

  @Test
  void goesNoDeeperThanItsLimit() throws Exception {
    for (long id = 1; id <= 20; id++) {
      mod(id, id + 1);
    }

    ModPlan plan = library.plan(key(1));

    assertThat(plan.isCut()).isTrue();
    assertThat(plan.fetched()).hasSize(8);
  }

  @Test
  void goesNoFurtherThanItsLimit() throws Exception {
    mod(1, LongStream.rangeClosed(2, 6000).toArray());
    LongStream.rangeClosed(2, 6000).forEach(this::mod);

    ModPlan plan = library.plan(key(1));

    assertThat(plan.isCut()).isTrue();
    assertThat(plan.fetched()).hasSize(5000);
  }

  @Test
  void doesNotPassOffASilentSourceAsNothing() {
    source.isDown();

    assertThatThrownBy(() -> library.plan(key(1))).isInstanceOf(ModException.class);
  }

  @Test
  void answersAWishForACollectionWithItsMembers() throws Exception {
    collection(10, 1, 2);

    assertThat(library.request(key(10))).isEqualTo(new Requested.Collection(key(10), keys(1, 2)));
  }

  private void mod(long id, long... needs) {
    source.has(id, mod -> mod.needs(keys(needs)));
  }

  private void collection(long id, long... members) {
    source.has(id, mod -> mod.members(keys(members)));
  }

  private static ModKey key(long id) {
    return ScriptedSource.key(id);
  }

  private static List<ModKey> keys(long... ids) {
    return Arrays.stream(ids).mapToObj(ScriptedSource::key).toList();
  }

  private static List<String> ids(ModPlan plan) {
    return plan.fetched().stream().map(mod -> mod.key().id()).toList();
  }
}
