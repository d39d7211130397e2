package org.betor.mods;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.betor.testkit.server.RealDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** What a library does with its rows in H2, it does with its rows in another database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnRealDatabase {
  private final RealDatabase server;

  OnRealDatabase(RealDatabase server) {
    this.server = server;
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Nested
  class Libraries extends ModLibraryTest {
    private final DataSource database = server.newDatabase();

    @Override
    ModLibrary.Builder builder(Path folder) {
      return super.builder(folder).database(database);
    }
  }

  @Nested
  class Lists extends ModListsTest {
    private final DataSource database = server.newDatabase();

    @Override
    ModLibrary.Builder builder(Path folder) {
      return super.builder(folder).database(database);
    }
  }

  @Nested
  class Queues extends ModQueueTest {
    private final DataSource database = server.newDatabase();

    @Override
    ModLibrary.Builder builder(Path folder) {
      return super.builder(folder).database(database);
    }
  }
}
