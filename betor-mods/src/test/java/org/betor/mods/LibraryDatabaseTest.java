package org.betor.mods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.betor.api.mod.ModKey;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryDatabaseTest {
  @TempDir Path folder;
  private final ScriptedSource source = new ScriptedSource();

  @Test
  void keepsItsRowsInADatabaseOfTheApplication() throws Exception {
    DataSource database = JdbcConnectionPool.create("jdbc:h2:mem:mods;DB_CLOSE_DELAY=-1", "", "");
    ModKey mod = source.has(1);
    try (ModLibrary library = open(database)) {
      library.request(mod);
      library.await(mod, Duration.ofMinutes(1));
    }

    try (ModLibrary library = open(database)) {
      Local local = library.fetchLocal(mod);
      assertThat(local).isInstanceOf(Local.Ready.class);
      ((Local.Ready) local).archive().close();
    }
    assertThat(folder.resolve("library.mv.db")).doesNotExist();
  }

  @Test
  void refusesTablesOfANewerRelease() throws Exception {
    DataSource database = JdbcConnectionPool.create("jdbc:h2:mem:newer;DB_CLOSE_DELAY=-1", "", "");
    open(database).close();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("insert into schema_version values (99)");
    }

    assertThatThrownBy(() -> open(database))
        .isInstanceOf(ModLibraryException.class)
        .hasMessageContaining("use a newer release");
    assertThatThrownBy(() -> open(database)).isInstanceOf(ModLibraryException.class);
  }

  @Test
  void saysWhatIsTheMatterWithAFileThatIsNoDatabase() throws Exception {
    Files.writeString(folder.resolve("library.mv.db"), "no database at all".repeat(1000));

    assertThatThrownBy(() -> ModLibrary.open(folder, source))
        .isInstanceOf(ModLibraryException.class)
        .hasMessageContaining("the library's database fails");
  }

  @Test
  void refusesAFolderWhoseNameWouldBeReadAsSettings() {
    assertThatThrownBy(() -> ModLibrary.open(folder.resolve("mods;INIT=x"), source))
        .isInstanceOf(ModLibraryException.class)
        .hasMessageContaining("semicolon");
  }

  @Test
  void refusesTwoSourcesOfOneName() {
    assertThatThrownBy(() -> ModLibrary.open(folder, source, new ScriptedSource()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"inventory\"");
    ModLibrary.open(folder, source).close();
  }

  private ModLibrary open(DataSource database) {
    return ModLibrary.builder(folder).sources(List.of(source)).database(database).open();
  }
}
