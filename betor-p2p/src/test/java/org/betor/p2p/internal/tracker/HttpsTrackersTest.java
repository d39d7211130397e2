package org.betor.p2p.internal.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.http.OwnCertificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsTrackersTest {
  @TempDir private static Path folder;
  private static SSLContext own;

  @BeforeAll
  static void makeACertificate() throws Exception {
    own = OwnCertificate.make(folder);
  }

  @Test
  void asksATrackerWithACertificateForItsHost() throws Exception {
    try (AskedTrackers asked = trusting(own.getSocketFactory());
        HttpPort port = port()) {
      assertThat(asked.announce(address("127.0.0.1", port)))
          .isInstanceOf(AnnounceAnswer.Answered.class);
    }
  }

  @Test
  void refusesACertificateForAnotherHost() throws Exception {
    try (AskedTrackers asked = trusting(own.getSocketFactory());
        HttpPort port = port()) {
      assertThat(asked.announce(address("tracker.example", port)))
          .isInstanceOf(AnnounceAnswer.Refused.class);
      assertThat(port.heads()).isEmpty();
    }
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor() throws Exception {
    try (AskedTrackers asked = AskedTrackers.open();
        HttpPort port = port()) {
      assertThat(asked.announce(address("127.0.0.1", port)))
          .isInstanceOf(AnnounceAnswer.Refused.class);
      assertThat(port.heads()).isEmpty();
    }
  }

  private static AskedTrackers trusting(SSLSocketFactory tls) {
    return AskedTrackers.open(host -> InetAddress.getLoopbackAddress(), () -> tls);
  }

  private static HttpPort port() throws Exception {
    ServerSocket server = own.getServerSocketFactory().createServerSocket();
    byte[] answer = HttpPort.ok(Bencode.write(Map.of("interval", 77)));
    return new HttpPort(server, 0, (target, out) -> out.write(answer));
  }

  private static URI address(String host, HttpPort port) {
    return URI.create("https://" + host + ":" + port.port() + "/announce");
  }
}
