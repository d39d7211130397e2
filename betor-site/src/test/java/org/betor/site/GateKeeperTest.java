package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.betor.api.model.Link;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.Page;
import org.betor.api.spi.VisitEnded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateKeeperTest {
  private static final URI POST = MadeUpPage.HOME.resolve("sintel/");
  private static final String GATE = "https://gate.example/get.php?id=1";
  private static final String SINTEL =
      "magnet:?xt=urn:btih:08ada5a7a6183aae1e09d831df6748d566095a10";

  private final FakeVisit visit = new FakeVisit();
  private final GateKeeper keeper = new GateKeeper(POST, visit::fetch);

  @Test
  void aMagnetLinkIsOpenAlready() {
    assertThat(open(SINTEL)).contains(magnet(SINTEL));
    assertThat(visit.requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"&dn=Sintel [1080p] {x|y}", "&dn=100% livre", "&dn=a\"b^c", "&dn=Ação", "&tr=%zz"})
  void aMagnetLinkIsOpenHoweverUntidy(String rest) {
    assertThat(open(SINTEL + rest)).contains(magnet(SINTEL + rest));
  }

  @Test
  void aDisguiseIsLiftedWithoutAskingAnybody() {
    String id = DisguiseTest.reversed(DisguiseTest.base64(SINTEL));

    assertThat(open("https://gate.example/get.php?id=" + id + "&utm={x|y}"))
        .contains(magnet(SINTEL));
    assertThat(keeper.open(anchor("", DisguiseTest.shuffled(SINTEL)))).contains(magnet(SINTEL));
    assertThat(keeper.open(anchor("#", "https://gate.example/get.php?id=" + id)))
        .contains(magnet(SINTEL));
    assertThat(GateKeeper.needsFetch(anchor("https://gate.example/get.php?id=" + id, "")))
        .isFalse();
    assertThat(visit.requests).isEmpty();
  }

  @Test
  void aGateIsAskedAsFromThePost() {
    visit.page(GATE, "<script>DEST_URL = \"" + SINTEL + "\"</script>");

    assertThat(GateKeeper.needsFetch(anchor(GATE, ""))).isTrue();
    assertThat(open(GATE)).contains(magnet(SINTEL));
    assertThat(visit.requests)
        .singleElement()
        .satisfies(asked -> assertThat(asked.headers()).containsEntry("Referer", POST.toString()));
  }

  @Test
  void aGateMayLeadToAnotherAndRelativeLinksAreItsOwn() {
    visit.page(GATE, "<script>redirect = '/go.php?id=2'</script>");
    visit.page("https://gate.example/go.php?id=2", "<a href='" + SINTEL + "'>abrir</a>");

    assertThat(open(GATE)).contains(magnet(SINTEL));
    assertThat(visit.requests.get(1).headers()).containsEntry("Referer", GATE);
  }

  @Test
  void linksBehindAGateThatMovedAreThoseOfItsNewHost() {
    visit.redirect(
        GATE,
        Page.html(
            URI.create("https://moved.example/get.php?id=1"),
            "<script>redirect = '/go.php?id=2'</script>"));
    visit.page("https://moved.example/go.php?id=2", "<a href='" + SINTEL + "'>abrir</a>");

    assertThat(open(GATE)).contains(magnet(SINTEL));
  }

  @Test
  void gatesThatLeadInACircleStayShutAfterAWhile() {
    visit.page(GATE, "<script>redirect = '/get.php?id=1'</script>");

    assertThat(reason(GATE)).contains("gates in a row");
    assertThat(visit.requests).hasSizeLessThan(10);
  }

  @Test
  void aGateThatFailsStaysShutWithTheReason() {
    visit.page(Page.of(URI.create(GATE), 503, Map.of(), new byte[0]));

    assertThat(reason(GATE)).contains("503", "try later");
    assertThat(reason("https://gate.example/get.php?id=404")).contains("does not exist");
  }

  @Test
  void aGateThatShowsNothingStaysShutWithTheReason() {
    visit.page(GATE, "<p>Aguarde</p>");

    assertThat(reason(GATE)).contains("a link behind the gate", GATE);
  }

  @Test
  void aLinkToADriveStaysShutWithTheReason() {
    visit.page(GATE, "<script>location.href = 'https://drive.example/file/1'</script>");

    assertThat(reason(GATE)).isEqualTo("it leads to drive.example, not to a torrent");
    assertThat(visit.requests).hasSize(1);
  }

  @Test
  void aPlayerIsIgnored() {
    visit.page(GATE, "<script>location.href = 'https://watch.brplayer.example/e/1'</script>");

    assertThat(open(GATE)).isEmpty();
  }

  @Test
  void aTorrentFileIsKeptWithItsAddress() {
    assertThat(open("/files/sintel 2010.torrent"))
        .contains(
            new Link.TorrentFile(URI.create("https://blog.example/files/sintel%202010.torrent")));
    assertThat(open("/files/100%.torrent"))
        .contains(new Link.TorrentFile(URI.create("https://blog.example/files/100%25.torrent")));
  }

  @Test
  void aTorrentFileThatIsNotOnTheWebStaysShut() {
    assertThat(reason("mailto:sintel.torrent")).contains("mailto:sintel.torrent");
  }

  @Test
  void aBrokenMagnetLinkIsRefusedWithTheReason() {
    visit.page(GATE, "<script>DEST_URL = \"magnet:?xt=urn:btih:abcdef\"</script>");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> open("magnet:?xt=urn:btih:abcdef"))
        .withMessageContaining("abcdef");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open(GATE))
        .withMessageContaining("abcdef");
  }

  @Test
  void theEndOfTheVisitPassesThrough() {
    visit.endsAfter = 0;

    assertThatThrownBy(() -> open(GATE)).isInstanceOf(VisitEnded.class);
  }

  private Optional<Link> open(String target) {
    return keeper.open(anchor(target, ""));
  }

  private String reason(String target) {
    Link link = open(target).orElseThrow();
    assertThat(link).isInstanceOf(Link.Unopened.class);
    assertThat(((Link.Unopened) link).address()).isEqualTo(POST.resolve(target));
    return ((Link.Unopened) link).reason();
  }

  private static Link magnet(String text) {
    return new Link.Magnet(MagnetLink.parse(text));
  }

  private static Anchor anchor(String target, String data) {
    return new Anchor(target, data, "baixar", true, 0, 6);
  }
}
