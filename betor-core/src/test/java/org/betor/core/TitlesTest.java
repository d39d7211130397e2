package org.betor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.betor.api.model.Release;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.Upload;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Change;
import org.betor.api.spi.TitleQuestion;
import org.betor.samples.SampleTitles;
import org.betor.samples.Trouble;
import org.betor.testkit.MemoryCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TitlesTest {
  private static final TitleId SINTEL = TitleId.imdb("tt1727587");
  private static final TitleId BUNNY = TitleId.imdb("tt1254207");
  private static final TitleQuestion BUNNY_IN_BRAZIL =
      TitleQuestion.of("O Grande Coelho Bunny").year(2008).build();

  @TempDir Path folder;

  @Test
  void identifiesWithoutANetworkOnceTheFilesAreImported() throws IOException {
    try (Titles titles = Titles.open(folder)) {
      assertThat(titles.identify(BUNNY_IN_BRAZIL).title()).isEmpty();

      ImportReport report = titles.importImdb(ImdbFiles.writeTo(folder), ImportProgress.NONE);

      assertThat(report.titles()).isEqualTo(3);
      assertThat(titles.identify(BUNNY_IN_BRAZIL).title())
          .hasValueSatisfying(title -> assertThat(title.ids()).containsExactly(BUNNY));
      assertThat(titles.identify(BUNNY_IN_BRAZIL).explain())
          .contains("called \"O Grande Coelho Bunny\" +60", "same year +25");
      assertThat(titles.notices()).singleElement().asString().contains("IMDb");
    }
  }

  @Test
  void whatIsImportedAndAssignedIsThereTheNextTime() throws IOException {
    URI page = URI.create("https://films.example/sintel/");
    try (Titles titles = Titles.open(folder)) {
      titles.importImdb(ImdbFiles.writeTo(folder), ImportProgress.NONE);
      titles.assign(page, SINTEL);
    }
    try (Titles titles = Titles.open(folder)) {
      assertThat(titles.find(SINTEL)).map(Title::name).hasValue("Sintel");
      assertThat(titles.assigned()).containsExactly(Map.entry(page, SINTEL));
      titles.unassign(page);
      assertThat(titles.assigned()).isEmpty();
    }
  }

  @Test
  void alwaysHasSomethingForAnIdAndSaysIfItKnowsNothing() throws IOException {
    try (Titles titles = Titles.open(folder)) {
      assertThat(titles.find(SINTEL)).isEmpty();
      assertThat(titles.orPlaceholder(SINTEL).isPlaceholder()).isTrue();

      titles.importImdb(ImdbFiles.writeTo(folder), ImportProgress.NONE);

      assertThat(titles.orPlaceholder(SINTEL).isPlaceholder()).isFalse();
      assertThat(titles.orPlaceholder(SINTEL).year()).hasValue(2010);
    }
  }

  @Test
  void asksServicesThatAreSetUpWhereTheFilesDoNotSuffice() {
    try (SampleTitles services = SampleTitles.builder().start();
        Titles titles = asking(services)) {
      Title bunny = titles.identify(BUNNY_IN_BRAZIL).title().orElseThrow();

      assertThat(bunny.ids()).contains(BUNNY, new TitleId(TitleId.Authority.TMDB_FILM, "10378"));
      assertThat(titles.notices()).anyMatch(notice -> notice.contains("TMDB"));
    }
  }

  @Test
  void aServiceThatFailsLeavesTheAnswerOpen() {
    try (SampleTitles services = SampleTitles.builder().start();
        Titles titles = asking(services)) {
      services.trouble("", Trouble.GARBAGE);

      Identification answer = titles.identify(BUNNY_IN_BRAZIL);

      assertThat(answer.title()).isEmpty();
      assertThat(answer.complete()).isFalse();
      services.heal();
      assertThat(titles.identify(BUNNY_IN_BRAZIL).title()).isPresent();
    }
  }

  private Titles asking(SampleTitles services) {
    Titles.Builder builder = Titles.builder(folder);
    services.settings().forEach(builder::setting);
    return builder.open();
  }

  @Test
  void showsAWorkWithTheReleasesThatTheViewerMaySee() {
    MemoryCatalog catalog = new MemoryCatalog();
    Release open = release(1);
    Release hidden = release(2).with(new Upload("ana", 5, Films.NOON));
    List.of(open, hidden)
        .forEach(
            release ->
                release
                    .sections()
                    .forEach(section -> catalog.put(List.of(new Change(release.key(), section)))));
    catalog.refresh();
    try (Titles titles = Titles.builder(folder).catalog(catalog).open()) {
      KnownTitle everybody = titles.find(SINTEL, Viewer.ANYONE).orElseThrow();

      assertThat(everybody.title().name()).isEqualTo("Sintel 1");
      assertThat(everybody.title().isPlaceholder()).isFalse();
      assertThat(everybody.releases().releases()).containsExactly(open);
      assertThat(titles.find(SINTEL, new Viewer("ana", 5)).orElseThrow().releases().total())
          .isEqualTo(2);
      assertThat(titles.find(BUNNY, Viewer.ANYONE)).isEmpty();
    }
  }

  private static Release release(int number) {
    return Release.of(Films.key(number))
        .with(
            Films.listing(
                number, Films.post(number, "Sintel " + number).ids(List.of(SINTEL)).build()));
  }

  @Test
  void aFolderThatIsInUseIsRefusedByName() {
    try (Titles titles = Titles.open(folder);
        Titles other = Titles.open(folder)) {
      titles.assigned();
      assertThatThrownBy(other::assigned)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(folder.toString());
    }
  }
}
