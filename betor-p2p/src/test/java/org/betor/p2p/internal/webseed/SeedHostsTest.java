package org.betor.p2p.internal.webseed;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.betor.p2p.internal.http.LocalHosts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedHostsTest {
  private final LocalHosts hosts = SeedHosts.localHosts();

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "192.168.1.1", "10.0.0.1", "fd00::1"})
  void allowsFilesNearbyButNoQueries(String host) {
    assertThatCode(() -> check("/films/sintel.mkv", host)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check("/apply?dns=1.2.3.4", host)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"169.254.169.254", "fe80::1"})
  void allowsNothingWhereCloudsTellSecrets(String host) {
    assertThatThrownBy(() -> check("/latest/meta-data", host)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "192.168.1.1", "10.0.0.1", "fd00::1"})
  void isNotLedThereFromOutside(String host) throws Exception {
    check("/films/sintel.mkv?key=1", "93.184.216.34");

    assertThatThrownBy(() -> check("/films/sintel.mkv", host))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("redirects from outside");
  }

  private void check(String path, String host) throws IOException {
    hosts.check(URI.create("http://seed.example" + path), InetAddress.getByName(host));
  }
}
