package org.betor.benchmarks.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.betor.accounts.Accounts;
import org.betor.benchmarks.ScratchFolder;
import org.junit.jupiter.api.Test;

class DatabasesTest {
  @Test
  void leavesNothingOfAccountsInH2() throws Exception {
    Path path;
    try (ScratchFolder folder = Databases.scratch();
        Accounts accounts = Databases.open(folder, Databases.NEXT_TO_NOTHING)) {
      People.register(accounts, 1);
      path = folder.path();
      assertThat(path).isNotEmptyDirectory();
    }
    assertThat(path).doesNotExist();
  }
}
