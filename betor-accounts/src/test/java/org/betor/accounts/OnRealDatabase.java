package org.betor.accounts;

import javax.sql.DataSource;
import org.betor.testkit.server.RealDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** What accounts do with their rows in H2, they do with their rows in another database. */
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
  class People extends UsersTest {
    @Override
    Community community() {
      return new Community(server.newDatabase());
    }
  }

  @Nested
  class Ranks extends RolesTest {
    @Override
    Community community() {
      return new Community(server.newDatabase());
    }
  }

  @Nested
  class SigningIn extends SignInTest {
    @Override
    Community community() {
      return new Community(server.newDatabase());
    }
  }

  @Nested
  class Audit extends AuditLogTest {
    @Override
    Community community() {
      return new Community(server.newDatabase());
    }
  }

  @Nested
  class Sessions extends TokensTest {
    @Override
    Community community() {
      return new Community(server.newDatabase());
    }
  }

  @Nested
  class Uploading extends UploadsTest {
    @Override
    Community community() {
      return new Community(server.newDatabase());
    }
  }

  @Nested
  class Ratio extends RatiosTest {
    @Override
    Community community() {
      return new Community(server.newDatabase());
    }
  }

  @Nested
  class Reports extends AnyOrderOfReportsTest {
    @Override
    Community community() {
      return new Community(server.newDatabase());
    }
  }

  @Nested
  class Turns extends TurnsOfActsTest {
    @Override
    Community community() {
      return new Community(server.newDatabase());
    }
  }

  @Nested
  class Tables extends SchemaTest {
    @Override
    DataSource database() {
      return server.newDatabase();
    }
  }

  @Nested
  class FirstStart extends SetupTest {
    @Override
    DataSource database() {
      return server.newDatabase();
    }
  }

  @Nested
  class Escalation extends EscalationTest {
    @Override
    Community community() {
      return new Community(server.newDatabase());
    }
  }

  @Nested
  class LastOnes extends TwoSuperAdminsTest {
    @Override
    Community community() {
      return new Community(server.newDatabase());
    }
  }

  @Nested
  class ManyAtOnce extends ManyReportsTest {
    @Override
    Community community() {
      return new Community(server.newDatabase());
    }
  }
}
