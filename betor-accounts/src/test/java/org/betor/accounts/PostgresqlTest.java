package org.betor.accounts;

import org.betor.testkit.server.RealDatabase;
import org.junit.jupiter.api.Tag;

/** In PostgreSQL. */
@Tag("interop")
class PostgresqlTest extends OnRealDatabase {
  PostgresqlTest() {
    super(RealDatabase.postgresql());
  }
}
