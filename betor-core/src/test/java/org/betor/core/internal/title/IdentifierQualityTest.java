package org.betor.core.internal.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Store;
import org.betor.api.spi.TitleQuestion;
import org.betor.core.Identification;
import org.betor.core.ImportProgress;
import org.betor.core.ImportSelection;
import org.betor.core.internal.imdb.ImdbIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentifierQualityTest {
  private static final double PRECISION = 0.99;
  private static final double RECALL = 0.90;

  @TempDir Path folder;

  @Test
  void claimsMostAndHardlyEverWrongly() throws IOException {
    Score score = new Score();
    try (ImdbIndex index = imported()) {
      Identifier identifier =
          new Identifier(
              new Assignments(EmptyStore::new, InstantSource.system()),
              List.of(new Imported(index)));
      for (LabelledRelease each : LabelledReleases.read()) {
        score.add(each, identifier.identify(each.release()));
      }
    }

    assertThat(score.precision()).as("precision; %s", score).isGreaterThanOrEqualTo(PRECISION);
    assertThat(score.recall()).as("recall; %s", score).isGreaterThanOrEqualTo(RECALL);
  }

  private ImdbIndex imported() throws IOException {
    Path files = Files.createDirectories(folder.resolve("files"));
    TitleDataset.writeTo(files);
    ImdbIndex index = ImdbIndex.open(folder.resolve("imdb"));
    index.importFiles(
        Stream.of(TitleDataset.BASICS, TitleDataset.AKAS, TitleDataset.RATINGS)
            .map(files::resolve)
            .toList(),
        ImportSelection.FILMS_AND_SERIES,
        ImportProgress.NONE);
    return index;
  }

  private static final class Score {
    private final List<String> mistakes = new ArrayList<>();
    private int right;
    private int claimed;
    private int claimable;

    void add(LabelledRelease labelled, Identification answer) {
      Optional<TitleId> claim = answer.title().map(title -> title.ids().get(0));
      claimed += claim.isPresent() ? 1 : 0;
      claimable += labelled.expected().isPresent() ? 1 : 0;
      right += claim.isPresent() && claim.equals(labelled.expected()) ? 1 : 0;
      if (!claim.equals(labelled.expected())) {
        mistakes.add(
            "%n%s (%s), not %s: %s"
                .formatted(
                    labelled.release(),
                    labelled.why(),
                    labelled.expected().map(TitleId::toString).orElse("anything"),
                    answer.explain()));
      }
    }

    double precision() {
      return (double) right / claimed;
    }

    double recall() {
      return (double) right / claimable;
    }

    @Override
    public String toString() {
      return "%d right of %d claimed and %d claimable%s"
          .formatted(right, claimed, claimable, mistakes);
    }
  }

  private record Imported(ImdbIndex index) implements Knowledge {
    @Override
    public Optional<List<Title>> candidates(TitleQuestion question) {
      return Optional.of(index.candidates(question, 30));
    }

    @Override
    public Optional<List<Title>> find(TitleId id) {
      return Optional.of(index.find(id).stream().toList());
    }

    @Override
    public boolean mayAddTo(Title known) {
      return false;
    }
  }

  /** Nobody said anything of any page. */
  private static final class EmptyStore implements Store {
    @Override
    public Optional<byte[]> get(String key) {
      return Optional.empty();
    }

    @Override
    public void change(Map<String, byte[]> puts, Set<String> removals) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> keys(String start) {
      return List.of();
    }
  }
}
