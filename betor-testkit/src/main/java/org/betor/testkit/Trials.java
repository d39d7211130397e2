package org.betor.testkit;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.testkit.Operation.Ask;
import org.betor.testkit.Operation.Put;
import org.betor.testkit.Operation.Remove;

/** Operations on a catalogue under test and on the oracle, each time from the beginning. */
final class Trials {
  private final CatalogUnderTest opener;
  private int count;

  Trials(CatalogUnderTest opener) {
    this.opener = opener;
  }

  /**
   * Does them.
   *
   * @throws AssertionError naming as few operations as fail, if any answer differs
   */
  void check(long seed) {
    List<Operation> operations = Operation.random(seed);
    Optional<Throwable> failure = failure(operations);
    if (failure.isPresent()) {
      List<Operation> smallest =
          Shrinking.smallest(operations, fewer -> failure(fewer).isPresent());
      Throwable reason = failure(smallest).or(() -> failure).orElseThrow();
      String steps = smallest.stream().map(Object::toString).collect(joining("\n  ", "  ", ""));
      throw new AssertionError(
          "seed %d, where this is enough:\n%s\n%s".formatted(seed, steps, reason.getMessage()),
          reason);
    }
  }

  private Optional<Throwable> failure(List<Operation> operations) {
    count++;
    Map<ReleaseKey, Release> kept = new HashMap<>();
    try (TestedCatalog tested = new TestedCatalog(opener, "trial-" + count)) {
      operations.forEach(operation -> apply(operation, tested, new MemoryCatalog(kept)));
      return Optional.empty();
    } catch (AssertionError | RuntimeException failure) {
      return Optional.of(failure);
    }
  }

  /** The oracle is opened for each, so it shows all that was put. */
  private static void apply(Operation operation, TestedCatalog tested, MemoryCatalog oracle) {
    if (operation instanceof Put put) {
      tested.catalog().put(put.changes());
      oracle.put(put.changes());
    } else if (operation instanceof Remove remove) {
      tested.catalog().remove(remove.keys());
      oracle.remove(remove.keys());
    } else if (operation instanceof Ask ask) {
      tested.catalog().refresh();
      new Comparison(tested.catalog(), oracle).check(ask.seed());
    } else {
      tested.reopen();
    }
  }
}
