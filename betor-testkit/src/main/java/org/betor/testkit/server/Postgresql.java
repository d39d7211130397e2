package org.betor.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How PostgreSQL is started. What it is told to leave out costs durability and nothing else. */
final class Postgresql {
  private static final String PACKAGE = "postgresql";
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

  private Postgresql() {}

  static RealDatabase start() {
    Path programs = newest().resolve("bin");
    Installed.need(PACKAGE, programs.resolve("initdb"), programs.resolve("postgres"));
    ServerProcess process = ServerProcess.of("postgres", "INT");
    try {
      String data = process.folder().resolve("data").toString();
      int port = process.port();
      process.run(
          List.of(
              programs.resolve("initdb").toString(),
              "--pgdata=" + data,
              "--username=postgres",
              "--auth=trust",
              "--encoding=UTF8",
              "--locale=C",
              "--no-sync"));
      process.start(
          List.of(
              programs.resolve("postgres").toString(),
              "-D" + data,
              "-p" + port,
              "-clisten_addresses=127.0.0.1",
              "-cunix_socket_directories=",
              "-cfsync=off"));
      String address = "jdbc:postgresql://127.0.0.1:" + port + "/%s?user=postgres";
      RealDatabase.awaitReady(process, address);
      return new RealDatabase(process, address, "create database %s");
    } catch (RuntimeException | Error failure) {
      process.close();
      throw failure;
    }
  }

  /** The folder of the newest version; a name that does not exist if there is none. */
  private static Path newest() {
    if (!Files.isDirectory(VERSIONS)) {
      return VERSIONS;
    }
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions.max(Comparator.comparingInt(Postgresql::number)).orElse(VERSIONS);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int number(Path version) {
    String name = version.getFileName().toString();
    return name.matches("[0-9]{1,4}") ? Integer.parseInt(name) : 0;
  }
}
