package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.testkit.bad.BadClient;
import org.betor.testkit.bad.BadTorrents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each bad client fails the test that is meant for it; a good one is {@link ScriptedClientTest}.
 */
class TorrentClientContractTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "DeletesWhatIsRemoved, removingLeavesTheFiles",
    "LeavesFilesBehind, removingWithFilesLeavesNothing",
    "WatchesForEver, aListenerIsToldAgainAndAgain",
    "CallsFaultyListenersAgain, aListenerThatThrowsHurtsNobody",
    "ChoosesEverything, filesCanBeChosenBeforeTheyAreKnown",
    "SwallowsInterrupts, waitingCanBeInterrupted",
    "EndsWhereItsPatienceEnds, aReaderOutOfPatienceMayTryAgain",
    "GivesWhateverIsThere, whatIsReadIsRight"
  })
  void aFaultIsNoticed(String torrent, String test) {
    assertThat(failure(torrent, test, new ScriptedSwarm())).isInstanceOf(AssertionError.class);
  }

  @Test
  void whatIsCalledFinishedTooEarlyIsNoticed() {
    ScriptedSwarm slow = new ScriptedSwarm();
    slow.pass(3);

    assertThat(failure("FinishesTooEarly", "finishedMeansThatEveryWantedByteIsThereAndRight", slow))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("is right");
  }

  private @Nullable Throwable failure(String torrent, String test, ScriptedSwarm swarm) {
    try {
      TorrentClientContract.class
          .getMethod(test, Path.class)
          .invoke(new Spoilt(swarm, good -> bad(torrent, good)), folder);
      return null;
    } catch (InvocationTargetException failed) {
      return failed.getCause();
    } catch (ReflectiveOperationException mistake) {
      throw new IllegalStateException(mistake);
    }
  }

  private static Torrent bad(String name, Torrent good) {
    try {
      return Class.forName(BadTorrents.class.getName() + "$" + name)
          .asSubclass(Torrent.class)
          .getConstructor(Torrent.class)
          .newInstance(good);
    } catch (ReflectiveOperationException mistake) {
      throw new IllegalStateException(mistake);
    }
  }

  /** The contract of clients whose torrents are bad. */
  private record Spoilt(ScriptedSwarm swarm, UnaryOperator<Torrent> spoil)
      implements TorrentClientContract {

    @Override
    public TorrentClient open(Path directory) {
      return new BadClient(swarm.open(directory), spoil);
    }

    @Override
    public MagnetLink linkTo(TorrentClient client, Torrent torrent) {
      return MagnetLink.of(torrent.infoHash());
    }
  }
}
