package org.betor.accounts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.betor.accounts.Refusals.assertRefused;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.Submission.State;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.Contents;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Swarm;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Change;
import org.betor.api.spi.SeedOptions;
import org.betor.testkit.MemoryCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UploadsTest {
  @TempDir private Path folder;

  private final Community community = community();
  private final Accounts accounts = community.accounts;
  private final Map<ReleaseKey, Release> kept = new HashMap<>();
  private final MemoryCatalog catalog = new MemoryCatalog(kept);
  private final Uploads uploads = accounts.uploads(catalog);
  private final User bia = community.person("Bia", Role.USER);
  private final User caio = community.person("Caio", Role.SUPERVISOR);
  private final User duda = community.person("Duda", Role.MANAGER);

  @AfterEach
  void close() throws Exception {
    community.close();
    catalog.close();
  }

  @Test
  void whatIsApprovedIsFoundByThoseWhoseWeightSuffices() throws Exception {
    Submission sintel = uploads.submit(bia.id(), sintel(1000));
    assertThat(found(community.ana)).isEmpty();

    assertThat(uploads.approve(caio.id(), sintel.id()).state()).isEqualTo(State.APPROVED);

    assertThat(found(bia)).containsExactly("Sintel");
    assertThat(find(sintel, Viewer.ANYONE)).isEmpty();
    Release release = find(sintel, accounts.viewer(bia.id())).get(0);
    assertThat(release.level()).isEqualTo(1000);
    assertThat(release.tags()).containsExactly("fantasy", "short");
    assertThat(release.find(Contents.class).orElseThrow().files())
        .extracting(Contents.File::path)
        .containsExactly("film.mkv", "notes.txt");
    assertThat(release.listings().get(0).post().facts())
        .containsEntry("description", List.of("A girl looks for a dragon.", "A free film."));
    assertThat(release.toString()).doesNotContain("Bia");
  }

  private List<String> found(User user) {
    return catalog
        .search(CatalogQuery.words("sintel").build(), accounts.viewer(user.id()))
        .releases()
        .stream()
        .map(Release::title)
        .toList();
  }

  private List<Release> find(Submission submission, Viewer viewer) {
    return catalog.find(submission.key(), viewer).stream().toList();
  }

  @Test
  void whatIsRefusedSaysWhyAndMayBeHandedInAgain() throws Exception {
    Submission first = uploads.submit(bia.id(), sintel(0));

    uploads.refuse(caio.id(), first.id(), "say which resolution");
    Submission second = uploads.submit(bia.id(), sintel(0));

    assertThat(uploads.own(bia.id(), Long.MAX_VALUE, 10))
        .extracting(Submission::state)
        .containsExactly(State.WAITING, State.REFUSED);
    assertThat(uploads.find(bia.id(), first.id()).orElseThrow().reason())
        .isEqualTo("say which resolution");
    assertRefused(Reason.ALREADY_DECIDED, () -> uploads.approve(caio.id(), first.id()));
    assertThat(uploads.approve(caio.id(), second.id()).decided()).isPresent();
    assertThat(find(second, Viewer.ANYONE)).hasSize(1);
  }

  @Test
  void whatIsDeletedIsBlockedForEverybodyWhoeverOffersItLater() throws Exception {
    Submission sintel = uploads.submit(bia.id(), sintel(0));
    uploads.approve(caio.id(), sintel.id());

    assertRefused(Reason.FORBIDDEN, () -> uploads.delete(caio.id(), sintel.id(), "asked to"));
    uploads.delete(duda.id(), sintel.id(), "the maker asked for it");
    catalog.put(List.of(new Change(sintel.key(), new Swarm(5, 1, community.time.instant()))));
    catalog.refresh();

    assertThat(found(community.ana)).isEmpty();
    assertRefused(Reason.ALREADY_UPLOADED, () -> uploads.submit(bia.id(), sintel(0)));
    assertRefused(
        Reason.ALREADY_DECIDED, () -> uploads.delete(duda.id(), sintel.id(), "once more"));
  }

  @Test
  void oneTorrentIsUploadedOnce() throws Exception {
    NewUpload sintel = sintel(0);
    Submission waiting = uploads.submit(bia.id(), sintel);

    assertRefused(Reason.ALREADY_UPLOADED, () -> uploads.submit(duda.id(), sintel));
    uploads.approve(caio.id(), waiting.id());
    assertRefused(Reason.ALREADY_UPLOADED, () -> uploads.submit(duda.id(), sintel));
  }

  @Test
  void whoHandsInATorrentLearnsNothingOfOneThatIsHiddenFromThem() throws Exception {
    NewUpload heavy = sintel(3000);
    Submission hidden = uploads.submit(duda.id(), heavy);
    NewUpload light = sintel(0, heavy.metainfo());

    Submission bias = uploads.submit(bia.id(), light);
    assertThat(bias.state()).isEqualTo(State.WAITING);
    assertThat(uploads.waiting(caio.id(), 0, 10)).isEmpty();
    assertThat(uploads.find(caio.id(), bias.id())).isEmpty();
    assertRefused(Reason.UNKNOWN_UPLOAD, () -> uploads.approve(caio.id(), bias.id()));
    assertRefused(Reason.ALREADY_UPLOADED, () -> uploads.submit(bia.id(), light));

    uploads.approve(community.ana.id(), hidden.id());
    assertThat(uploads.waiting(duda.id(), 0, 10)).containsExactly(bias);
    assertRefused(Reason.ALREADY_UPLOADED, () -> uploads.approve(duda.id(), bias.id()));
    assertThat(find(bias, accounts.viewer(bia.id()))).isEmpty();
    uploads.refuse(duda.id(), bias.id(), "no");

    uploads.delete(duda.id(), hidden.id(), "the maker asked for it");
    assertThat(uploads.submit(bia.id(), light).state()).isEqualTo(State.WAITING);
    assertRefused(Reason.ALREADY_UPLOADED, () -> uploads.submit(duda.id(), light));
  }

  @Test
  void whoMayDecideFindsTheirOwnAmongWhatWaitsWhetherOrNotAnotherIsHidden() throws Exception {
    NewUpload heavy = sintel(3000);
    uploads.submit(duda.id(), heavy);
    Submission hindered = uploads.submit(caio.id(), sintel(0, heavy.metainfo()));
    Submission free = uploads.submit(caio.id(), bunny());

    assertThat(uploads.waiting(caio.id(), 0, 10))
        .containsExactly(hindered, free)
        .containsExactlyInAnyOrderElementsOf(uploads.own(caio.id(), Long.MAX_VALUE, 10));
  }

  @Test
  void nobodyApprovesTheirOwnSaveWhoMayDoEverything() throws Exception {
    Submission own = uploads.submit(caio.id(), sintel(0));
    assertRefused(Reason.FORBIDDEN, () -> uploads.approve(caio.id(), own.id()));
    assertRefused(Reason.FORBIDDEN, () -> uploads.refuse(caio.id(), own.id(), "no"));
    uploads.refuse(duda.id(), own.id(), "no");

    Submission anas = uploads.submit(community.ana.id(), sintel(0));
    assertThat(uploads.approve(community.ana.id(), anas.id()).state()).isEqualTo(State.APPROVED);
  }

  @Test
  void nobodyHandsInSeesOrDecidesWhatWeighsMoreThanTheirRole() throws Exception {
    assertRefused(Reason.INVALID, () -> uploads.submit(bia.id(), sintel(1001)));
    assertRefused(Reason.INVALID, () -> uploads.submit(bia.id(), sintel(-1)));
    Submission heavy = uploads.submit(duda.id(), sintel(3000));

    assertThat(uploads.waiting(caio.id(), 0, 10)).isEmpty();
    assertThat(uploads.find(caio.id(), heavy.id())).isEmpty();
    assertRefused(Reason.UNKNOWN_UPLOAD, () -> uploads.approve(caio.id(), heavy.id()));
    assertThat(uploads.waiting(community.ana.id(), 0, 10)).containsExactly(heavy);
  }

  @Test
  void whoLacksThePermissionNeitherHandsInNorDecides() throws Exception {
    User guest = community.person("Eva", Role.GUEST);
    Submission sintel = uploads.submit(bia.id(), sintel(0));

    assertRefused(Reason.FORBIDDEN, () -> uploads.submit(guest.id(), sintel(0)));
    assertRefused(Reason.FORBIDDEN, () -> uploads.approve(bia.id(), sintel.id()));
    assertRefused(Reason.FORBIDDEN, () -> uploads.waiting(bia.id(), 0, 10));
    assertThat(uploads.find(guest.id(), sintel.id())).isEmpty();
  }

  @Test
  void whoDecidesSeesTheFilesFirst() throws Exception {
    Submission sintel = uploads.submit(bia.id(), sintel(0));

    assertThat(uploads.contents(caio.id(), sintel.id()).sizeBytes()).isEqualTo(sintel.sizeBytes());
    assertThat(uploads.contents(caio.id(), sintel.id()).name()).isEqualTo("Sintel");
  }

  @Test
  void aDecisionThatTheCatalogueDidNotHearReachesItLater() throws Exception {
    Submission sintel = uploads.submit(bia.id(), sintel(0));
    catalog.close();

    assertThatIllegalStateException().isThrownBy(() -> uploads.approve(caio.id(), sintel.id()));

    try (MemoryCatalog reopened = new MemoryCatalog(kept)) {
      Uploads again = accounts.uploads(reopened);
      assertThat(reopened.find(sintel.key(), Viewer.ANYONE)).isPresent();
      assertThat(again.find(bia.id(), sintel.id()).orElseThrow().state()).isEqualTo(State.APPROVED);
    }
  }

  @Test
  void anotherCatalogueIsToldTheSame() throws Exception {
    Submission sintel = uploads.submit(bia.id(), sintel(0));
    uploads.approve(caio.id(), sintel.id());
    community.time.advance(Duration.ofDays(1));

    try (MemoryCatalog another = new MemoryCatalog()) {
      accounts.uploads(another).republish();
      assertThat(another.find(sintel.key(), Viewer.ANYONE))
          .isEqualTo(catalog.find(sintel.key(), Viewer.ANYONE));
    }
  }

  @Test
  void passkeysOfTheUploaderAreNotKept() throws Exception {
    String passkey = "0123456789abcdef0123456789abcdef";
    SeedOptions options =
        SeedOptions.builder()
            .tracker(URI.create("http://tracker.example/" + passkey + "/announce"))
            .build();

    Submission sintel = uploads.submit(bia.id(), sintel(0, metainfo(options)));
    uploads.approve(caio.id(), sintel.id());

    assertThat(sintel.magnet().toString()).doesNotContain(passkey);
    assertThat(find(sintel, Viewer.ANYONE).get(0).listings().get(0).offer().link().target())
        .doesNotContain(passkey);
  }

  @ParameterizedTest
  @MethodSource
  void textsOutOfBoundsAreRefused(String title, String description, List<String> tags)
      throws Exception {
    NewUpload upload = new NewUpload(title, description, tags, 0, metainfo(SeedOptions.PLAIN));

    assertRefused(Reason.INVALID, () -> uploads.submit(bia.id(), upload));
  }

  static Stream<Arguments> textsOutOfBoundsAreRefused() {
    return Stream.of(
        arguments(" ", "", List.of()),
        arguments("t".repeat(201), "", List.of()),
        arguments("two\nlines", "", List.of()),
        arguments("a", "d".repeat(4001), List.of()),
        arguments("a", "\u0000", List.of()),
        arguments("a", "", List.of("")),
        arguments("a", "", List.of("t".repeat(51))),
        arguments("a", "", Collections.nCopies(21, "tag")));
  }

  @Test
  void aLongParagraphReachesTheCatalogueWhole() throws Exception {
    String paragraph =
        IntStream.range(0, 400).mapToObj(i -> "dragon" + i).collect(Collectors.joining(" "));
    Submission sintel =
        uploads.submit(
            bia.id(),
            new NewUpload("Sintel", paragraph, List.of(), 0, metainfo(SeedOptions.PLAIN)));
    uploads.approve(caio.id(), sintel.id());

    List<String> parts =
        requireNonNull(
            find(sintel, Viewer.ANYONE).get(0).listings().get(0).post().facts().get("description"));
    assertThat(parts).allMatch(part -> part.length() <= 500);
    assertThat(String.join(" ", parts)).isEqualTo(paragraph);
  }

  @Test
  void whoIsErasedLeavesOnlyWhatWasPublishedUnderAPseudonym() throws Exception {
    Submission sintel = uploads.submit(bia.id(), sintel(0));
    uploads.approve(caio.id(), sintel.id());
    Submission waiting = uploads.submit(bia.id(), bunny());
    assertThat(community.users.export(bia.id(), bia.id()).toString())
        .contains("Big Buck Bunny", "A girl looks for a dragon.");

    community.users.erase(bia.id(), bia.id());

    assertThat(uploads.find(caio.id(), waiting.id())).isEmpty();
    assertThat(uploads.find(caio.id(), sintel.id())).isPresent();
    assertThat(find(sintel, Viewer.ANYONE)).hasSize(1);
    assertThat(uploads.delete(duda.id(), sintel.id(), "old").state()).isEqualTo(State.DELETED);
  }

  @Test
  void eachActIsInTheLogWithoutTheUploadersWords() throws Exception {
    Submission sintel = uploads.submit(bia.id(), sintel(0));
    uploads.approve(caio.id(), sintel.id());
    uploads.delete(duda.id(), sintel.id(), "old");

    assertThat(accounts.audit().latest(3))
        .extracting(AuditEntry::act)
        .containsExactly(Act.DELETE_UPLOAD, Act.APPROVE_UPLOAD, Act.SUBMIT_UPLOAD);
    assertThat(accounts.audit().latest(3))
        .allMatch(entry -> entry.subject().equals(Optional.of(bia.pseudonym())))
        .allMatch(entry -> entry.details().startsWith(sintel.key().value()))
        .noneMatch(entry -> entry.details().contains("Sintel"));
  }

  private NewUpload sintel(int weight) throws Exception {
    return sintel(weight, metainfo(SeedOptions.PLAIN));
  }

  private static NewUpload sintel(int weight, Metainfo metainfo) {
    return new NewUpload(
        "Sintel",
        "A girl looks for a dragon.\r\n\r\nA free film.",
        List.of("fantasy", "short"),
        weight,
        metainfo);
  }

  private NewUpload bunny() throws Exception {
    SeedOptions other = SeedOptions.builder().pieceBytes(1 << 20).build();
    return new NewUpload("Big Buck Bunny", "", List.of(), 0, metainfo(other));
  }

  private Metainfo metainfo(SeedOptions options) throws Exception {
    return FreeFilm.in(folder, options);
  }

  Community community() {
    return new Community();
  }
}
