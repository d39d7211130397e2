package org.betor.p2p.internal.portmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gateways of all kinds make of us, and we of them. */
@Timeout(60)
class PassTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final int PORT = 6881;

  private final FakeGateway gateway;

  PassTest() throws IOException {
    gateway = new FakeGateway();
  }

  @AfterEach
  void close() throws IOException {
    gateway.close();
  }

  @Test
  void mapsThePortForBothProtocolsForAnHour() {
    Outcome outcome = run();

    assertThat(gateway.calls()).containsExactly("add TCP 6881 3600", "add UDP 6881 3600");
    assertThat(outcome.problem()).isEmpty();
    assertThat(outcome.ours()).containsExactlyInAnyOrder(Protocol.values());
  }

  @Test
  void namesTheAddressThatTheGatewaySeesIfItListensAtAll() {
    InetAddress all = new InetSocketAddress(0).getAddress();
    Sockets sockets = new Sockets(all);

    Outcome outcome = new Pass(gateway.ssdp(), all, PORT, sockets).run(Outcome.NONE);

    sockets.cut();
    assertThat(outcome.problem()).isEmpty();
    assertThat(gateway.calls()).containsExactly("add TCP 6881 3600", "add UDP 6881 3600");
  }

  @Test
  void asksTheSameGatewayAgainWithoutASearch() {
    Outcome first = run();
    gateway.location = "http://127.0.0.1:1/elsewhere";

    Outcome second = run(first);

    assertThat(second).isEqualTo(first);
    assertThat(gateway.calls()).hasSize(4);
  }

  @Test
  void looksForAGatewayAgainIfThatIsGone() throws Exception {
    Outcome first;
    try (FakeGateway former = new FakeGateway()) {
      first = run(former.ssdp(), Outcome.NONE);
    }

    Outcome second = run(first);

    assertThat(second.gateway()).isPresent().isNotEqualTo(first.gateway());
    assertThat(second.problem()).isEmpty();
  }

  @Test
  void takesAMappingWithoutAnEndWhereNoOtherIsToBeHad() {
    gateway.errors = action -> action.endsWith(" 3600") ? 725 : 0;

    assertThat(run().problem()).isEmpty();
    assertThat(gateway.calls()).contains("add TCP 6881 0", "add UDP 6881 0");
  }

  @Test
  void leavesAPortThatAnotherMachineHas() {
    gateway.errors = action -> 718;

    Outcome outcome = run();

    assertThat(outcome.problem())
        .isEqualTo(
            "127.0.0.1: TCP: another machine has the port already; "
                + "127.0.0.1: UDP: another machine has the port already");
    assertThat(outcome.ours()).isEmpty();
    assertThat(outcome.gateway()).isEmpty();
  }

  @Test
  void keepsWhatIsMappedThoughTheOtherProtocolIsRefused() {
    gateway.errors = action -> action.contains("UDP") ? 501 : 0;

    Outcome outcome = run();

    assertThat(outcome.ours()).containsExactly(Protocol.TCP);
    assertThat(outcome.problem()).isEqualTo("127.0.0.1: UDP: it refuses with error 501");
  }

  @Test
  void takesTheServiceThatDoesIt() {
    gateway.description =
        FakeGateway.description(
            FakeGateway.service("urn:schemas-upnp-org:service:WANPPPConnection:1", "/ppp")
                + FakeGateway.service(FakeGateway.WANIP, "ctl"));

    assertThat(run().problem()).isEmpty();
    assertThat(gateway.calls())
        .containsExactly("POST /ppp HTTP/1.1", "add TCP 6881 3600", "add UDP 6881 3600");
  }

  @Test
  void saysThatNoGatewayAnswers() throws Exception {
    try (DatagramSocket mute = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
      Ssdp nowhere =
          new Ssdp((InetSocketAddress) mute.getLocalSocketAddress(), Duration.ofMillis(50));

      assertThat(run(nowhere, Outcome.NONE).problem()).isEqualTo("no gateway answers");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://192.0.2.1/desc.xml",
        "http://localhost/desc.xml",
        "https://127.0.0.1/desc.xml",
        "http://127.0.0.1@192.0.2.1/desc.xml",
        "http://me@127.0.0.1/desc.xml",
        "http://127.0.0.1:0/desc.xml",
        "http://127.0.0.1:99999/desc.xml",
        "file:///etc/hostname",
        "http:127.0.0.1",
        "/desc.xml",
        "http://[",
        "%",
        "",
      })
  void asksNobodyButWhoAnswered(String location) {
    gateway.location = location;

    assertThat(run().problem()).isEqualTo("no gateway answers");
  }

  @Test
  void asksNoOtherHostToMapAPort() throws Exception {
    try (ServerSocket victim = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
      gateway.description =
          FakeGateway.description(
              FakeGateway.service(
                  FakeGateway.WANIP, "http://127.0.0.2:%d/ctl".formatted(victim.getLocalPort())));

      assertThat(run().problem()).isEqualTo("127.0.0.1: it leads to another host, or to none");
      assertThat(gateway.calls()).isEmpty();
    } catch (BindException e) {
      Assumptions.abort("this system has one loopback address");
    }
  }

  @Test
  void refusesADescriptionThatIsTooLarge() {
    gateway.description = " ".repeat(300 << 10);

    assertThat(run().problem()).isEqualTo("127.0.0.1: its answer has more than 262144 bytes");
  }

  @Test
  void refusesADescriptionThatIsTooDeep() {
    gateway.description = "<a>".repeat(40) + "</a>".repeat(40);

    assertThat(run().problem()).isEqualTo("127.0.0.1: what it sends is too deep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE root SYSTEM \"http://127.0.0.1:1/evil.dtd\"><root/>",
        "<!DOCTYPE r [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;&a;\">]><root>&c;</root>",
        "<!DOCTYPE r [<!ENTITY file SYSTEM \"file:///etc/hostname\">]><root>&file;</root>",
      })
  void refusesADescriptionWithADocumentType(String description) {
    gateway.description = description;

    assertThat(run().problem()).isEqualTo("127.0.0.1: it sends a document type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "<root>", "<root>&file;</root>", "<a></b>", "\0\0\0"})
  void refusesADescriptionThatIsGarbage(String description) {
    gateway.description = description;

    assertThat(run().problem()).isEqualTo("127.0.0.1: what it sends is no XML");
  }

  @Test
  void saysThatAGatewayIsTooSlow() throws Exception {
    gateway.fallSilent();
    Sockets sockets = new Sockets(LOOPBACK);
    Thread impatient =
        new Thread(
            () -> {
              gateway.awaitQuestion();
              sockets.cut();
            });
    impatient.start();

    assertThat(run(gateway.ssdp(), Outcome.NONE, sockets).problem())
        .isEqualTo("no gateway answers in time");
    impatient.join();
  }

  @Test
  void saysThatAGatewayMapsNoPorts() {
    gateway.description = FakeGateway.description("");

    assertThat(run().problem()).isEqualTo("127.0.0.1: it maps no ports");
  }

  private Outcome run() {
    return run(Outcome.NONE);
  }

  private Outcome run(Outcome before) {
    return run(gateway.ssdp(), before);
  }

  private static Outcome run(Ssdp ssdp, Outcome before) {
    return run(ssdp, before, new Sockets(LOOPBACK));
  }

  private static Outcome run(Ssdp ssdp, Outcome before, Sockets sockets) {
    try {
      return new Pass(ssdp, LOOPBACK, PORT, sockets).run(before);
    } finally {
      sockets.cut();
    }
  }
}
