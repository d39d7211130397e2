package org.betor.p2p.internal.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.PieceOrder;
import org.betor.api.spi.SeedingGoal;
import org.betor.api.spi.TorrentClient.Rates;
import org.betor.api.spi.TorrentState.StopReason;
import org.betor.p2p.internal.bencode.Dictionary;

/**
 * What somebody said is to be done with a torrent.
 *
 * @param folder where its file or folder stands
 * @param wishes which files
 * @param order which pieces first
 * @param goal when it stops to seed
 * @param goalWaived whether it goes on all the same, since it was resumed after its goal
 * @param rates its own limits
 * @param stopped why it stands still; empty if it does not
 * @param metadataOnly whether it is to stop once its metadata is here
 */
record Intent(
    Path folder,
    FileWishes wishes,
    PieceOrder order,
    SeedingGoal goal,
    boolean goalWaived,
    Rates rates,
    Optional<StopReason> stopped,
    boolean metadataOnly) {

  static Intent of(AddOptions options, FileWishes wishes) {
    return new Intent(
        options.folder().toAbsolutePath(),
        wishes,
        options.order(),
        options.goal(),
        false,
        options.rates(),
        options.start() == AddOptions.Start.PAUSED
            ? Optional.of(StopReason.PAUSED)
            : Optional.empty(),
        options.start() == AddOptions.Start.METADATA_ONLY);
  }

  Intent with(FileWishes wishes) {
    return new Intent(folder, wishes, order, goal, goalWaived, rates, stopped, metadataOnly);
  }

  Intent with(PieceOrder order) {
    return new Intent(folder, wishes, order, goal, goalWaived, rates, stopped, metadataOnly);
  }

  Intent with(SeedingGoal goal) {
    return new Intent(folder, wishes, order, goal, false, rates, stopped, metadataOnly);
  }

  Intent with(Rates rates) {
    return new Intent(folder, wishes, order, goal, goalWaived, rates, stopped, metadataOnly);
  }

  Intent stop(StopReason reason) {
    return new Intent(
        folder, wishes, order, goal, goalWaived, rates, Optional.of(reason), metadataOnly);
  }

  /** Goes on; a goal that stopped it counts no more, be it a ratio or the metadata alone. */
  Intent resume() {
    boolean atGoal =
        stopped
            .filter(why -> why != StopReason.PAUSED && why != StopReason.METADATA_ONLY)
            .isPresent();
    boolean hasMetadata = stopped.filter(StopReason.METADATA_ONLY::equals).isPresent();
    return new Intent(
        folder,
        wishes,
        order,
        goal,
        goalWaived || atGoal,
        rates,
        Optional.empty(),
        metadataOnly && !hasMetadata);
  }

  /** Does not stop once the metadata is here. */
  Intent download() {
    return new Intent(folder, wishes, order, goal, goalWaived, rates, stopped, false);
  }

  /** Why a torrent that seeds is to stop now. */
  Optional<StopReason> reached(long seededSeconds, double ratio) {
    if (goalWaived) {
      return Optional.empty();
    }
    if (goal.time().filter(time -> seededSeconds >= time.toSeconds()).isPresent()) {
      boolean atOnce = goal.time().get().isZero();
      return Optional.of(atOnce ? StopReason.FINISHED : StopReason.TIME_REACHED);
    }
    return goal.ratio().isPresent() && ratio >= goal.ratio().getAsDouble()
        ? Optional.of(StopReason.RATIO_REACHED)
        : Optional.empty();
  }

  Map<String, Object> toMap() {
    Map<String, Object> map = new HashMap<>();
    map.put("folder", folder.toString());
    map.put("wishes", wishes.toMap());
    map.put("order", order.name());
    goal.ratio().ifPresent(ratio -> map.put("goal ratio", Double.toString(ratio)));
    goal.time().ifPresent(time -> map.put("goal time", time.toString()));
    map.put("goal waived", goalWaived ? 1 : 0);
    rates.downBytesPerSecond().ifPresent(rate -> map.put("down", rate));
    rates.upBytesPerSecond().ifPresent(rate -> map.put("up", rate));
    stopped.ifPresent(reason -> map.put("stopped", reason.name()));
    map.put("metadata only", metadataOnly ? 1 : 0);
    return map;
  }

  /**
   * Reads what {@link #toMap} wrote.
   *
   * @throws RuntimeException if it is damaged
   */
  static Intent read(Dictionary map) {
    return new Intent(
        Path.of(map.text("folder").orElseThrow()),
        FileWishes.read(map.dictionary("wishes")),
        PieceOrder.valueOf(map.text("order").orElseThrow()),
        new SeedingGoal(
            map.text("goal ratio")
                .map(ratio -> OptionalDouble.of(Double.parseDouble(ratio)))
                .orElse(OptionalDouble.empty()),
            map.text("goal time").map(Duration::parse)),
        map.number("goal waived").orElse(0) == 1,
        new Rates(map.number("down"), map.number("up")),
        map.text("stopped").map(StopReason::valueOf),
        map.number("metadata only").orElse(0) == 1);
  }
}
