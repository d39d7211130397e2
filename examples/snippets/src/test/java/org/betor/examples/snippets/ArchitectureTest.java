package org.betor.examples.snippets;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import org.betor.api.spi.Pause;
import org.betor.core.LuceneCatalog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules of the house that neither the module system nor the compiler enforces. */
class ArchitectureTest {
  private static final String CATALOG = "org.betor.core.internal.catalog..";
  private static final String TITLES = "org.betor.core.internal.imdb..";

  private static JavaClasses libraries;

  @BeforeAll
  static void readTheLibraries() {
    libraries =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                "org.betor.accounts",
                "org.betor.api",
                "org.betor.site",
                "org.betor.core",
                "org.betor.events",
                "org.betor.mods",
                "org.betor.p2p",
                "org.betor.providers");
  }

  @Test
  void onlyTheCatalogueAndTheIndexOfTitlesKnowLucene() {
    noClasses()
        .that(not(resideInAnyPackage(CATALOG, TITLES)).and(not(belongToAnyOf(LuceneCatalog.class))))
        .should()
        .dependOnClassesThat(resideInAPackage("org.apache.lucene.."))
        .check(libraries);
  }

  @Test
  void onlyTheFetchingRoomKnowsHttp() {
    noClasses()
        .that(not(resideInAPackage("org.betor.core.internal.fetch..")))
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.net.http..")
                .or(resideInAPackage("com.github.mizosoft.methanol..")))
        .check(libraries);
  }

  @Test
  void theRoomsOfTheEnginesDoNotLeanOnEachOtherInACircle() {
    slices()
        .matching("org.betor.accounts.internal.(*)..")
        .should()
        .beFreeOfCycles()
        .check(libraries);
    slices().matching("org.betor.core.internal.(*)..").should().beFreeOfCycles().check(libraries);
    slices().matching("org.betor.events.internal.(*)..").should().beFreeOfCycles().check(libraries);
    slices().matching("org.betor.mods.internal.(*)..").should().beFreeOfCycles().check(libraries);
    slices()
        .matching("org.betor.mods.steam.internal.(*)..")
        .should()
        .beFreeOfCycles()
        .check(libraries);
    slices().matching("org.betor.p2p.internal.(*)..").should().beFreeOfCycles().check(libraries);
  }

  @Test
  void timeComesFromTheInjectedClock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(libraries);
  }

  @Test
  void onlyThePauseThatIsGivenKnowsHowToSleep() {
    noClasses()
        .that(not(belongToAnyOf(Pause.class)))
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .check(libraries);
  }

  @Test
  void nothingIsPrinted() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(libraries);
  }

  @Test
  void noStaticFieldChanges() {
    fields().that().areStatic().should().beFinal().check(libraries);
  }

  @Test
  void theEnvironmentIsNotRead() {
    noClasses()
        .should()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(Runtime.class, "addShutdownHook", Thread.class)
        .check(libraries);
  }

  @Test
  void aRoomIsNamedAfterWhatFlowsThroughIt() {
    classes()
        .should()
        .resideOutsideOfPackages("..util..", "..common..", "..helper..", "..impl..")
        .andShould()
        .haveNameNotMatching(".*(Utils?|Helper|Manager|Impl)$")
        .check(libraries);
  }
}
