package org.betor.core.internal.title;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.betor.api.model.Listing;
import org.betor.api.model.TitleId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledReleasesTest {
  private static final Set<String> NEVER_MEANT = Set.of("tvEpisode", "videoGame");

  @TempDir private Path folder;

  @BeforeEach
  void writeTitles() throws IOException {
    TitleDataset.writeTo(folder);
  }

  @Test
  void thereAreManyTitlesWithIdsOfTheirOwn() throws IOException {
    List<String> ids = rows(TitleDataset.BASICS).map(row -> row[0]).toList();

    assertThat(ids)
        .hasSizeGreaterThanOrEqualTo(3_000)
        .doesNotHaveDuplicates()
        .isSorted()
        .allSatisfy(id -> assertThat(TitleId.imdb(id).value()).isEqualTo(id));
  }

  @Test
  void everyRowHasAsManyFieldsAsTheHeader() throws IOException {
    for (String file : List.of(TitleDataset.BASICS, TitleDataset.AKAS, TitleDataset.RATINGS)) {
      int fields = lines(file).get(0).split("\t", -1).length;

      assertThat(rows(file)).as(file).allMatch(row -> row.length == fields);
    }
  }

  @Test
  void namesAndRatingsAreOfTitlesThatThereAre() throws IOException {
    Set<String> ids = rows(TitleDataset.BASICS).map(row -> row[0]).collect(toSet());

    assertThat(rows(TitleDataset.AKAS).map(row -> row[0])).isSorted().allMatch(ids::contains);
    assertThat(rows(TitleDataset.RATINGS).map(row -> row[0]))
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(ids::contains);
  }

  @Test
  void titlesAreTheSameEachTime() throws IOException {
    List<String> before = lines(TitleDataset.BASICS);

    TitleDataset.writeTo(folder);

    assertThat(lines(TitleDataset.BASICS)).isEqualTo(before);
  }

  @Test
  void everyExpectedTitleCanBeARelease() throws IOException {
    Set<String> released =
        rows(TitleDataset.BASICS)
            .filter(row -> !NEVER_MEANT.contains(row[1]) && !row[5].equals("\\N"))
            .map(row -> row[0])
            .collect(toSet());

    assertThat(LabelledReleases.read().stream().flatMap(row -> row.expected().stream()))
        .allSatisfy(id -> assertThat(released).contains(id.value()));
  }

  @Test
  void thereAreManyReleasesAndOfSomeNothingIsClaimed() throws IOException {
    List<LabelledRelease> releases = LabelledReleases.read();

    assertThat(releases).hasSizeGreaterThanOrEqualTo(400);
    assertThat(releases.stream().filter(row -> row.expected().isEmpty()).count())
        .isBetween(releases.size() / 5L, releases.size() / 4L);
    assertThat(releases).allSatisfy(row -> assertThat(row.why()).isNotBlank());
  }

  @Test
  void noReleaseSaysWhatAnotherSays() throws IOException {
    assertThat(LabelledReleases.read().stream().map(row -> said(row.release().listings().get(0))))
        .doesNotHaveDuplicates();
  }

  private static String said(Listing listing) {
    return List.of(
            listing.post().heading(),
            listing.post().originalTitle(),
            listing.post().translatedTitle(),
            listing.post().year(),
            listing.post().mediaType(),
            listing.post().runtime(),
            listing.offer().context())
        .toString();
  }

  private Stream<String[]> rows(String file) throws IOException {
    return lines(file).stream().skip(1).map(line -> line.split("\t", -1));
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file));
  }
}
