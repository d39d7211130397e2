package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.betor.api.spi.Provider;
import org.betor.testkit.bad.BadProviders;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each bad provider fails the check that is meant for it, and no other. A good one, which fails
 * none, is the example.
 */
class ProviderContractTest {

  @ParameterizedTest
  @CsvSource({
    "ChangesItsName, isWhoItIs",
    "IsNotRegistered, isFoundByServiceLoader",
    "FindsNothing, findsAPostWithAnOffer",
    "RemembersEarlierSearches, answersSeveralSearchesAtOnce",
    "GoesOnAfterTheEnd, endsWithItsVisit",
    "SwallowsTheInterrupt, keepsTheInterrupt",
    "ReadsTheClock, doesNothingBesidesItsVisit",
    "TrustsPages, survivesHostilePages",
    "TakesBlankPagesForEmpty, doesNotTakeABlankPageForAProofOfNothing",
    "IgnoresAChangedLayout, reportsAChangedLayout"
  })
  void failsOneCheck(String provider, String check) throws Exception {
    Class<?> type = Class.forName(BadProviders.class.getName() + "$" + provider);

    assertThat(failedChecks(type)).containsExactly(check);
  }

  private static List<String> failedChecks(Class<?> provider) {
    ProviderContract contract = contract(provider);
    return Arrays.stream(ProviderContract.class.getMethods())
        .filter(method -> method.isDefault() && !method.getName().equals("query"))
        .filter(check -> fails(contract, check))
        .map(Method::getName)
        .toList();
  }

  private static ProviderContract contract(Class<?> provider) {
    return new ProviderContract() {
      @Override
      public Provider provider() {
        try {
          return (Provider) provider.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }

      @Override
      public RecordedSite site() {
        return RecordedSite.of(ProviderContractTest.class)
            .page("https://cinemateca.example/?s=sintel", "/recorded-pages/search-sintel.html")
            .page("https://cinemateca.example/sintel/", "/recorded-pages/post-sintel.html");
      }
    };
  }

  private static boolean fails(ProviderContract contract, Method check) {
    try {
      if (check.invoke(contract) instanceof Stream<?> tests) {
        for (Object test : tests.toList()) {
          run((DynamicTest) test);
        }
      }
      return false;
    } catch (InvocationTargetException e) {
      assertThat(e.getCause()).isInstanceOf(AssertionError.class);
      return true;
    } catch (AssertionError e) {
      return true;
    } catch (Throwable e) {
      throw new IllegalStateException(check + " failed with more than an assertion", e);
    }
  }

  /** The large pages take their time, and no provider here is to blame for them. */
  private static void run(DynamicTest test) throws Throwable {
    if (!test.getDisplayName().matches(".*(huge|deep)")) {
      test.getExecutable().execute();
    }
  }
}
