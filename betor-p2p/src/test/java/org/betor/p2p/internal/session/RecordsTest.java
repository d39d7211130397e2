package org.betor.p2p.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.disk.InventedTorrent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTest {
  private static final InventedTorrent FILM = InventedTorrent.single(64, 1_000);
  private static final InfoHash FILM_HASH = FILM.metainfo().infoHash().orElseThrow();
  private static final InfoHash OTHER = new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10");

  @TempDir private Path temp;
  private Path folder;
  private Records records;

  @BeforeEach
  void open() throws Exception {
    folder = temp.resolve("client");
    records = new Records(folder);
  }

  @Test
  void readsWhatItKeptInTheOrderOfTheTorrents() throws Exception {
    Resume second = numbered(ResumeTest.random(OTHER, new Random(1)), 8);
    Resume first = numbered(ResumeTest.random(FILM_HASH, new Random(2)), 7);
    records.write(second);
    records.write(first);
    records.writeTorrent(FILM_HASH, FILM.file());

    assertThat(new Records(folder).read())
        .extracting(Records.Kept::resume)
        .containsExactly(first, second);
    assertThat(records.read().get(0).metainfo().orElseThrow().info())
        .isEqualTo(FILM.metainfo().info());
    assertThat(records.read().get(1).metainfo()).isEmpty();
  }

  @Test
  void replacesWhatItKeptAndForgetsIt() throws Exception {
    records.write(ResumeTest.random(OTHER, new Random(1)));
    Resume newer = ResumeTest.random(OTHER, new Random(2));
    records.write(newer);
    records.writeTorrent(OTHER, FILM.file());

    assertThat(records.read()).extracting(Records.Kept::resume).containsExactly(newer);
    records.delete(OTHER);
    assertThat(records.read()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void readsTheOthersWhenARecordIsDamaged() throws Exception {
    Resume whole = ResumeTest.random(FILM_HASH, new Random(1));
    records.write(whole);
    records.write(ResumeTest.random(OTHER, new Random(2)));
    Path damaged = folder.resolve(OTHER.hex() + ".resume");
    byte[] bytes = Files.readAllBytes(damaged);
    for (int at = 0; at < bytes.length; at += 11) {
      byte[] other = bytes.clone();
      other[at] ^= 1;
      Files.write(damaged, other);
      assertThat(records.read()).extracting(Records.Kept::resume).contains(whole);
    }
  }

  @Test
  void readsTheOthersWhenARecordCannotBeRead() throws Exception {
    Resume whole = ResumeTest.random(FILM_HASH, new Random(1));
    records.write(whole);
    Files.createDirectory(folder.resolve(OTHER.hex() + ".resume"));

    assertThat(records.read()).extracting(Records.Kept::resume).containsExactly(whole);
  }

  @Test
  void takesNoRecordForThatOfAnotherTorrent() throws Exception {
    records.write(ResumeTest.random(FILM_HASH, new Random(1)));
    Files.move(
        folder.resolve(FILM_HASH.hex() + ".resume"), folder.resolve(OTHER.hex() + ".resume"));

    assertThat(records.read()).isEmpty();
  }

  @Test
  void takesNoTorrentFileWhoseHashIsAnotherSoThatItIsFetchedAgain() throws Exception {
    records.write(ResumeTest.random(FILM_HASH, new Random(1)));
    byte[] damaged = FILM.file().clone();
    damaged[damaged.length - 10] ^= 1; // in the hash of a piece
    records.writeTorrent(FILM_HASH, damaged);

    assertThat(records.read()).singleElement().returns(true, kept -> kept.metainfo().isEmpty());
  }

  @Test
  void doesWithoutATorrentFileThatIsDamaged() throws Exception {
    records.write(ResumeTest.random(FILM_HASH, new Random(1)));
    records.writeTorrent(FILM_HASH, new byte[] {'d'});

    assertThat(records.read()).singleElement().returns(true, kept -> kept.metainfo().isEmpty());
  }

  @Test
  void mindsNoFileThatACrashLeftHalfWritten() throws Exception {
    Resume resume = ResumeTest.random(OTHER, new Random(1));
    records.write(resume);
    Files.write(folder.resolve(OTHER.hex() + ".resume.new"), new byte[] {'d', '4'});

    assertThat(records.read()).extracting(Records.Kept::resume).containsExactly(resume);
    records.write(resume);
    assertThat(names()).containsExactly(OTHER.hex() + ".resume");
  }

  @Test
  void keepsTheNodesOfTheDht() throws Exception {
    assertThat(records.readDht()).isEmpty();
    records.writeDht(new byte[] {1, 2});

    assertThat(new Records(folder).readDht()).containsExactly(1, 2);
  }

  private String[] names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toArray(String[]::new);
    }
  }

  private static Resume numbered(Resume resume, long number) {
    return new Resume(
        number,
        resume.link(),
        resume.intent(),
        resume.pieces(),
        resume.stamps(),
        resume.downloaded(),
        resume.uploaded(),
        resume.seededSeconds(),
        resume.peers());
  }
}
