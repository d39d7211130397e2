package org.betor.core.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.SiteException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  private static final Resolver NAMES =
      FetchingSetup.names(
          Map.of(
              "site.example", "93.184.215.14",
              "inside.example", "10.0.0.1",
              "localhost", "127.0.0.1",
              "jackett", "172.18.0.2",
              "router.lan", "192.168.0.1"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.8.8.8",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.1.1.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fdff::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::10.0.0.1",
        "2002:a00:1::1",
        "2002:7f00:1::"
      })
  void knowsWhatIsNotPublic(String address) throws UnknownHostException {
    assertThat(PublicInternet.has(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.0.1",
        "172.32.0.1",
        "192.167.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "::ffff:1.1.1.1",
        "64:ff9b::1.1.1.1",
        "2002:101:101::1"
      })
  void knowsWhatIsPublic(String address) throws UnknownHostException {
    assertThat(PublicInternet.has(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "http://site.example/, http://site.example/a",
    "http://site.example/, https://93.184.215.14/",
    "http://127.0.0.1:8080/, http://localhost:9090/",
    "http://localhost/, http://[::1]/",
    "http://192.168.0.7:9117/, http://192.168.0.7:9117/dl",
    "http://jackett:9117/, http://JACKETT:9117/dl",
    "http://router.lan/, http://site.example/"
  })
  void letsAHomeReachThePublicAndItsOwn(String home, String address) {
    assertThat(guard(home).check(URI.create(address))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://site.example/, http://localhost/",
    "http://site.example/, http://inside.example/",
    "http://inside.example/, http://inside.example/",
    "http://192.168.0.7/, http://192.168.0.8/",
    "http://192.168.0.7/, http://127.0.0.1/",
    "http://127.0.0.1/, http://192.168.0.7/",
    "http://jackett/, http://router.lan/",
    "http://site.example/, http://2130706433/",
    "http://site.example/, http://a_b/"
  })
  void refusesWhatIsNeither(String home, String address) {
    assertThatThrownBy(() -> guard(home).check(URI.create(address)))
        .isInstanceOfSatisfying(
            SiteException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DISALLOWED))
        .hasMessageContaining(address);
  }

  @Test
  void saysThatANameIsUnknown() {
    assertThatThrownBy(
            () -> guard("http://site.example/").check(URI.create("http://gone.example/")))
        .isInstanceOfSatisfying(
            SiteException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
  }

  @Test
  void checksAgainWhenTheTurnComes() throws Exception {
    var time = new FakeTime();
    var addresses = Stream.of("93.184.215.14", "10.0.0.1").iterator();
    Resolver moving = host -> List.of(InetAddress.getByName(addresses.next()));
    URI address = URI.create("http://moving.example/");
    var guard = new AddressGuard(address, moving);
    var pace = new HostPace(2, Duration.ZERO, time, time);

    guard.check(address);
    try (var turn = new Turn(address, pace, guard, time)) {
      assertThatThrownBy(turn::begin)
          .isInstanceOfSatisfying(
              SiteException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DISALLOWED));
    }
    assertThat(pace.isIdle()).isTrue();
  }

  private static AddressGuard guard(String home) {
    return new AddressGuard(URI.create(home), NAMES);
  }
}
