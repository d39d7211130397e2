package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.betor.accounts.internal.database.Database;
import org.betor.accounts.internal.people.Actor;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.TorrentClient;
import org.betor.testkit.MemoryCatalog;
import org.betor.testkit.ScriptedSwarm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Acts take turns: who only looks need not wait, and nobody has the turn for long. */
class TurnsOfActsTest {
  private static final int FILES = 2_000;

  @TempDir private Path folder;

  private final Community community = community();
  private final MemoryCatalog catalog = new MemoryCatalog();
  private final User bia = community.person("Bia", Role.USER);

  @AfterEach
  void close() throws SQLException {
    catalog.close();
    community.close();
  }

  @Test
  void anUploadOfManyFilesIsHandedInWithFewStatements() throws Exception {
    CountedStatements counted = new CountedStatements();
    Metainfo metainfo = torrent();
    try (Accounts accounts = community.settings().database(counted.of(community.database)).open()) {
      Uploads uploads = accounts.uploads(catalog);
      int before = counted.count();

      Submission upload =
          uploads.submit(bia.id(), new NewUpload("Frames", "", List.of(), 0, metainfo));

      assertThat(counted.count() - before).isLessThan(20);
      assertThat(uploads.contents(bia.id(), upload.id()).files()).hasSize(FILES);
    }
  }

  private Metainfo torrent() throws Exception {
    Path frames = Files.createDirectories(folder.resolve("frames"));
    for (int frame = 0; frame < FILES; frame++) {
      Files.writeString(frames.resolve("%04d.png".formatted(frame)), "f");
    }
    try (TorrentClient client = new ScriptedSwarm().open(folder.resolve("client"))) {
      return client.seed(frames, SeedOptions.PLAIN).metainfo().orElseThrow();
    }
  }

  @Test
  @Timeout(60)
  void whoOnlyLooksDoesNotWaitForAnActThatLasts() throws Exception {
    UserId ana = community.ana.id();
    Uploads uploads = community.accounts.uploads(catalog);
    Submission upload =
        uploads.submit(
            bia.id(),
            new NewUpload("Sintel", "", List.of(), 0, FreeFilm.in(folder, SeedOptions.PLAIN)));
    Database.of(community.database)
        .transact(
            transaction -> {
              Actor.lock(transaction);
              assertThat(uploads.own(bia.id(), Long.MAX_VALUE, 10)).containsExactly(upload);
              assertThat(uploads.waiting(ana, 0, 10)).containsExactly(upload);
              assertThat(uploads.find(ana, upload.id())).contains(upload);
              assertThat(uploads.contents(ana, upload.id()).files()).hasSize(2);
              assertThat(community.accounts.tokens().sessions(ana, bia.id())).isEmpty();
              assertThat(community.users.export(bia.id(), bia.id())).containsKey("uploads");
              return upload;
            });
  }

  Community community() {
    return new Community();
  }
}
