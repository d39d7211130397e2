package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.p2p.Clients.eventually;
import static org.betor.p2p.Clients.eventuallyNoThread;

import java.nio.file.Path;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.p2p.internal.portmap.FakeGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(60)
@Isolated
class MappedPortTest {
  @TempDir private Path temp;

  @Test
  void thePortIsMappedWhileTheClientIsOpen() throws Exception {
    try (FakeGateway gateway = new FakeGateway()) {
      BtClient client = builder(gateway).mapPort(true).open();
      int port = client.port();
      eventually("it is mapped", () -> gateway.calls().size() == 2);

      client.close();

      assertThat(gateway.calls())
          .containsExactlyInAnyOrder(
              "add TCP %d 3600".formatted(port),
              "add UDP %d 3600".formatted(port),
              "delete TCP " + port,
              "delete UDP " + port);
      eventuallyNoThread("betor");
    }
  }

  @Test
  void noGatewayIsAskedUnlessThatIsSwitchedOn() throws Exception {
    try (FakeGateway gateway = new FakeGateway()) {
      builder(gateway).open().close();
      BtClient other =
          Clients.builder(temp.resolve("other")).gateways(gateway.ssdp()).mapPort(true).open();
      eventually("the other one asks", () -> gateway.calls().size() == 2);
      other.close();

      assertThat(gateway.calls()).hasSize(4).allMatch(call -> call.contains(" " + other.port()));
    }
  }

  @Test
  void theClientGoesOnAndEndsThoughTheGatewayNeverAnswers() throws Exception {
    Film film = Film.in(temp.resolve("seeds"), 300_000);
    try (FakeGateway gateway = new FakeGateway()) {
      gateway.fallSilent();
      try (Clients clients = new Clients(temp)) {
        BtClient client = clients.keep(builder(gateway).mapPort(true).open());
        gateway.awaitQuestion();

        clients
            .download(client, film, Clients.at(clients.seeder(film)))
            .await(TorrentSnapshot::isFinished, Clients.PATIENCE);
      }

      assertThat(gateway.calls()).isEmpty();
      eventuallyNoThread("betor");
    }
  }

  private BtClient.Builder builder(FakeGateway gateway) {
    return Clients.builder(temp.resolve("client")).gateways(gateway.ssdp());
  }
}
