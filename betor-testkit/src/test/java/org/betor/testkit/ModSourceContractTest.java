package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import org.betor.testkit.MemorySource.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each bad source fails the test that is meant for it; a good one is {@link MemorySourceTest}. */
class ModSourceContractTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "FINDS_EVERYTHING, aTextThatNamesNoModIsNone",
    "CALLS_LEFT_OUT_ABSENT, aModOfWhichNothingIsSaidIsLeftOutAndNotAbsent",
    "LEAVES_ABSENT_OUT, aModThatIsNotThereIsAbsent",
    "IS_EMPTY_WHEN_DOWN, aSourceThatIsDownIsAnException",
    "SWALLOWS_INTERRUPTS, whoAsksAndIsInterruptedIsToldSo",
    "SWALLOWS_INTERRUPTS, whoFetchesAndIsInterruptedIsToldSo",
    "TRUSTS_NAMES, noNameLeadsOutOfTheFolder",
    "LEAVES_RUBBISH, theFilesOfAModComeIntoTheFolder",
    "NEVER_TELLS, itTellsHowManyBytesAreHere"
  })
  void aFaultIsNoticed(Fault fault, String test) {
    assertThat(failure(fault, test)).isInstanceOf(AssertionError.class);
  }

  private @Nullable Throwable failure(Fault fault, String name) {
    Method test =
        Arrays.stream(ModSourceContract.class.getMethods())
            .filter(method -> method.getName().equals(name))
            .findFirst()
            .orElseThrow();
    Object[] arguments = test.getParameterCount() == 0 ? new Object[0] : new Object[] {folder};
    MemorySourceTest spoilt = new MemorySourceTest();
    spoilt.source.faults.add(fault);
    try {
      test.invoke(spoilt, arguments);
      return null;
    } catch (InvocationTargetException failed) {
      return failed.getCause();
    } catch (IllegalAccessException mistake) {
      throw new IllegalStateException(mistake);
    } finally {
      Thread.interrupted();
    }
  }
}
