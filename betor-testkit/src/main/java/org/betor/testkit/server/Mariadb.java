package org.betor.testkit.server;

import java.nio.file.Path;
import java.util.List;

/** How MariaDB is started. */
final class Mariadb {
  private static final Path INSTALL = Path.of("/usr/bin/mariadb-install-db");
  private static final Path SERVER = Path.of("/usr/sbin/mariadbd");

  private Mariadb() {}

  static RealDatabase start() {
    Installed.need("mariadb-server", INSTALL, SERVER);
    ServerProcess process = ServerProcess.of("mysql", "TERM");
    try {
      String data = "--datadir=" + process.folder().resolve("data");
      int port = process.port();
      process.run(
          List.of(
              INSTALL.toString(),
              "--no-defaults", // has to come first
              data,
              "--auth-root-authentication-method=normal",
              "--skip-test-db",
              "--skip-name-resolve"));
      process.start(
          List.of(
              SERVER.toString(),
              "--no-defaults",
              data,
              "--bind-address=127.0.0.1",
              "--port=" + port,
              "--socket=" + process.folder().resolve("socket"),
              "--pid-file=" + process.folder().resolve("pid"),
              "--skip-name-resolve",
              "--innodb-flush-log-at-trx-commit=0"));
      String address = "jdbc:mariadb://127.0.0.1:" + port + "/%s?user=root";
      RealDatabase.awaitReady(process, address);
      return new RealDatabase(process, address, "create database %s character set utf8mb4");
    } catch (RuntimeException | Error failure) {
      process.close();
      throw failure;
    }
  }
}
