package org.betor.events.rabbitmq.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.betor.api.spi.EventException;
import org.betor.api.spi.Interest;
import org.betor.events.rabbitmq.RabbitBuilder;
import org.betor.events.rabbitmq.RabbitEvents;
import org.betor.testkit.server.RealBroker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("interop")
@Timeout(120)
class TlsTest {
  private static final String PASSWORD = "open-sesame";

  @TempDir Path folder;

  @Test
  void aBrokerIsTrustedByItsCertificateAndAPasswordIsNotTold() throws Exception {
    Path file = folder.resolve("history");
    History history = History.open(file);
    try (RealBroker broker = RealBroker.rabbitmq()) {
      try (RabbitEvents events = at(broker).tls(trusting(broker.certificate())).open()) {
        events.subscribe(Interest.of("history"), history);
        Evening.publish(events, 0);
        history.await(Evening.BATCH);
      }
      assertRefused(at(broker).tls(), "PKIX");
      assertRefused(
          at(broker).tls(trusting(broker.certificate())).credentials("ada", PASSWORD), "RabbitMQ");
    }
    assertThat(History.recorded(file)).hasSize(Evening.BATCH);
  }

  private static void assertRefused(RabbitBuilder builder, String why) {
    try (RabbitEvents events = builder.open()) {
      assertThatExceptionOfType(EventException.class)
          .isThrownBy(() -> events.subscribe(Interest.of("history"), event -> {}))
          .withMessageContaining(why)
          .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(PASSWORD))
          .extracting(EventException::reason)
          .isEqualTo(EventException.Reason.UNREACHABLE);
    }
  }

  private RabbitBuilder at(RealBroker broker) {
    return RabbitEvents.builder(folder.resolve("outbox")).port(broker.tlsPort());
  }

  private static SSLContext trusting(Path certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(certificate)) {
      trusted.setCertificateEntry(
          "broker", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
