/** Contracts that the tests of a plugin implement, and fakes of what a host gives. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("requires-automatic") // ArchUnit names its module in the manifest only
module org.betor.testkit {
  requires transitive org.betor.api;
  requires static transitive org.jspecify;
  requires com.tngtech.archunit;
  requires org.assertj.core;
  requires transitive java.sql;
  requires transitive org.junit.jupiter.api;

  exports org.betor.testkit;
  exports org.betor.testkit.server;

  uses org.betor.api.spi.Provider;
  uses org.betor.api.spi.Provider.Factory;
}
