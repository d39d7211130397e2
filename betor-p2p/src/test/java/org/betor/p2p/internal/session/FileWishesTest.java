package org.betor.p2p.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.betor.api.spi.FilePriority;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.bencode.Dictionary;
import org.betor.p2p.internal.bencode.MalformedException;
import org.junit.jupiter.api.Test;

class FileWishesTest {
  private static final FileWishes ALL = FileWishes.choose(Optional.empty());

  @Test
  void wantsAllFilesUnlessSomeAreChosen() {
    assertThat(ALL.ofAll(2)).containsExactly(FilePriority.NORMAL, FilePriority.NORMAL);
    assertThat(FileWishes.choose(Optional.of(Set.of(1, 99))).ofAll(3))
        .containsExactly(FilePriority.SKIP, FilePriority.NORMAL, FilePriority.SKIP);
    assertThat(FileWishes.choose(Optional.of(Set.of())).ofAll(1))
        .containsExactly(FilePriority.SKIP);
  }

  @Test
  void putsWhatWasSaidOfOneFileAboveTheChoice() {
    FileWishes wishes =
        FileWishes.choose(Optional.of(Set.of(0)))
            .with(0, FilePriority.LOW)
            .with(1, FilePriority.HIGH)
            .with(0, FilePriority.SKIP);

    assertThat(wishes.ofAll(3))
        .isEqualTo(List.of(FilePriority.SKIP, FilePriority.HIGH, FilePriority.SKIP));
  }

  @Test
  void areReadAsTheyWereWritten() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      FileWishes wishes = random(random);
      assertThat(writtenAndRead(wishes)).isEqualTo(wishes);
    }
  }

  @Test
  void areReadAlsoOfVeryManyFiles() throws Exception {
    Set<Integer> many = IntStream.range(0, 110_000).boxed().collect(Collectors.toSet());
    Map<Integer, FilePriority> high =
        many.stream().collect(Collectors.toMap(file -> file, file -> FilePriority.HIGH));
    FileWishes wishes = new FileWishes(Optional.of(many), high);

    assertThat(writtenAndRead(wishes).equals(wishes)).isTrue();
  }

  static FileWishes random(Random random) {
    Map<Integer, FilePriority> priorities = new HashMap<>();
    for (int left = random.nextInt(5); left > 0; left--) {
      priorities.put(random.nextInt() >>> 1, List.of(FilePriority.values()).get(random.nextInt(4)));
    }
    Set<Integer> chosen =
        random.ints(random.nextInt(5), 0, 200_000).boxed().collect(Collectors.toSet());
    return new FileWishes(
        random.nextBoolean() ? Optional.empty() : Optional.of(chosen), priorities);
  }

  private static FileWishes writtenAndRead(FileWishes wishes) throws MalformedException {
    return FileWishes.read(Dictionary.read(Bencode.write(wishes.toMap())));
  }
}
