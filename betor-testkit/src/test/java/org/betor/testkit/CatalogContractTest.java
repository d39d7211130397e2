package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.spi.Catalog;
import org.betor.testkit.bad.BadCatalogs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each bad catalogue fails the example that is meant for it, and a random comparison. A good one,
 * which fails none, is {@link MemoryCatalogTest}.
 */
class CatalogContractTest {

  @ParameterizedTest
  @CsvSource({
    "LosesListingsOfOldKeys, aReleaseWhoseInfoHashIsLearntKeepsAllListings",
    "CountsWhatIsHidden, nothingAboveTheViewersLevelShows",
    "CountsWhatIsHidden, whatIsHiddenChangesNoAnswer",
    "SuggestsWhatIsHidden, whatIsHiddenChangesNoAnswer",
    "LetsTheLastWriteWin, theNewestSectionOfAKindWins",
    "RepeatsAtCursors, pagesFollowEachOtherByCursor",
    "CorrectsWhatIsRight, nothingIsCorrectedWhereSomethingMatches",
    "ForgetsWhenReopened, whatWasPutIsThereAfterReopening",
    "KeepsAliases, removingOneKeyOfAReleaseRemovesAll",
    "NeverLiftsABlock, aBlockedReleaseShowsToNobodyUntilItIsLifted",
    "TurnsTheOrderRound, everyOrderPutsMissingValuesLast"
  })
  void failsAnExampleAndARandomComparison(String catalog, String example) {
    assertThat(failure(catalog, example)).isInstanceOf(AssertionError.class);
    assertThat(failure(catalog, "answersAsMemoryCatalogDoes"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("seed ");
  }

  @Test
  void aFailureNamesTheFewestOperations() {
    Throwable failure = failure("ForgetsWhenReopened", "answersAsMemoryCatalogDoes");

    assertThat(String.valueOf(failure).lines().limit(5))
        .satisfiesExactly(
            line -> assertThat(line).contains("seed "),
            line -> assertThat(line).startsWith("  put Change[key="),
            line -> assertThat(line).isEqualTo("  Reopen[]"),
            line -> assertThat(line).startsWith("  Ask[seed="),
            line -> assertThat(line).contains("scan"));
  }

  private static @Nullable Throwable failure(String catalog, String check) {
    try {
      CatalogContract.class.getMethod(check).invoke(contract(catalog));
      return null;
    } catch (InvocationTargetException failed) {
      return failed.getCause();
    } catch (ReflectiveOperationException mistake) {
      throw new IllegalStateException(mistake);
    }
  }

  private static CatalogContract contract(String catalog) {
    Map<String, Map<ReleaseKey, Release>> kept = new HashMap<>();
    return name -> opened(catalog, kept.computeIfAbsent(name, none -> new HashMap<>()));
  }

  private static Catalog opened(String catalog, Map<ReleaseKey, Release> kept) {
    try {
      return Class.forName(BadCatalogs.class.getName() + "$" + catalog)
          .asSubclass(Catalog.class)
          .getConstructor(Map.class)
          .newInstance(kept);
    } catch (ReflectiveOperationException mistake) {
      throw new IllegalStateException(mistake);
    }
  }
}
