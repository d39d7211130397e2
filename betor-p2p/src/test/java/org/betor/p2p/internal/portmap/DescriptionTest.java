package org.betor.p2p.internal.portmap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.betor.p2p.internal.bencode.MalformedException;
import org.junit.jupiter.api.Test;

class DescriptionTest {
  private static final String TYPE = "urn:schemas-upnp-org:service:WANPPPConnection:1";

  @Test
  void namesTheServicesThatMapPorts() throws Exception {
    Description read = read(FakeGateway.description(FakeGateway.service(TYPE, " /ppp?a=1&amp;b ")));

    assertThat(read.services()).containsExactly(new Description.Service(TYPE, "/ppp?a=1&b"));
    assertThat(read.base()).isEmpty();
  }

  @Test
  void mayBeginWithAByteOrderMark() throws Exception {
    String marked = "\uFEFF" + FakeGateway.description(FakeGateway.service(TYPE, "/ppp"));

    assertThat(read(marked).services()).hasSize(1);
  }

  @Test
  void namesABoundedNumberOfThem() throws Exception {
    String many = FakeGateway.service(TYPE, "/ppp").repeat(100);

    assertThat(read(FakeGateway.description(many)).services()).hasSizeLessThan(10);
  }

  @Test
  void isNeverUnreadableInAnotherWay() {
    Random random = new Random(1900);
    byte[] good = FakeGateway.description(FakeGateway.service(TYPE, "/ppp")).getBytes(UTF_8);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = good.clone();
      for (int flips = random.nextInt(8); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(Description.read(bytes).services()).hasSizeLessThan(10);
      } catch (MalformedException expected) {
        assertThat(expected).hasMessageContaining("it sends");
      }
    }
  }

  private static Description read(String document) throws MalformedException {
    return Description.read(document.getBytes(UTF_8));
  }
}
