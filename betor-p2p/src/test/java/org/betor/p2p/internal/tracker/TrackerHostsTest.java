package org.betor.p2p.internal.tracker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.betor.p2p.internal.http.LocalHosts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerHostsTest {
  private final LocalHosts hosts = TrackerHosts.localHosts();

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "0.0.0.0", "169.254.169.254", "fe80::1", "fd00::1"})
  void allowsOnlyPathsOfTrackersThere(String host) {
    assertThatCode(() -> check("/announce", host)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check("/latest/meta-data", host))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/announce");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "::1", "169.254.169.254", "192.168.1.1", "10.0.0.1", "fd00::1"})
  void isNotLedThereFromOutside(String host) throws Exception {
    check("/anything", "93.184.216.34");

    assertThatThrownBy(() -> check("/announce", host))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("redirects from outside");
  }

  @Test
  void allowsATrackerOfTheHouseAndItsRedirects() throws Exception {
    check("/key/announce", "192.168.1.1");

    assertThatCode(() -> check("/other/announce", "192.168.1.2")).doesNotThrowAnyException();
  }

  private void check(String path, String host) throws IOException {
    hosts.check(URI.create("http://tracker.example" + path), InetAddress.getByName(host));
  }
}
