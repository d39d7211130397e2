package org.betor.mods;

import org.betor.testkit.server.RealDatabase;
import org.junit.jupiter.api.Tag;

/** In MariaDB. */
@Tag("interop")
class MariadbTest extends OnRealDatabase {
  MariadbTest() {
    super(RealDatabase.mariadb());
  }
}
