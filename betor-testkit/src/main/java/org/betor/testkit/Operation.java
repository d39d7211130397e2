package org.betor.testkit;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.betor.api.model.ReleaseKey;
import org.betor.api.spi.Change;

/** Something that is done to a catalogue. */
sealed interface Operation {

  /** Writes. */
  record Put(List<Change> changes) implements Operation {
    @Override
    public String toString() {
      return changes.stream().map(Object::toString).collect(joining("\n      ", "put ", ""));
    }
  }

  /** Takes away. */
  record Remove(List<ReleaseKey> keys) implements Operation {}

  /** Closes it and opens it again. */
  record Reopen() implements Operation {}

  /** Refreshes it, and asks it everything; the seed gives the questions. */
  record Ask(long seed) implements Operation {}

  /** Some operations; the last asks. */
  static List<Operation> random(long seed) {
    Random random = new Random(seed);
    RandomFilms films = new RandomFilms(random);
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      operations.add(random(random, films));
    }
    operations.add(new Ask(random.nextLong()));
    return operations;
  }

  /** The same with one change at a time. */
  static List<Operation> oneByOne(List<Operation> operations) {
    return operations.stream()
        .flatMap(
            operation ->
                operation instanceof Put put
                    ? put.changes().stream().map(change -> new Put(List.of(change)))
                    : Stream.of(operation))
        .toList();
  }

  private static Operation random(Random random, RandomFilms films) {
    return switch (random.nextInt(12)) {
      case 0 -> new Remove(List.of(films.key()));
      case 1 -> new Reopen();
      case 2 -> new Ask(random.nextLong());
      default -> new Put(films.changes(1 + random.nextInt(4)));
    };
  }
}
