package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class PeerAddressTest {

  @Test
  void readsAddressesOfBothFamilies() {
    assertThat(new PeerAddress().convert("192.0.2.7:6881")).hasToString("/192.0.2.7:6881");
    assertThat(new PeerAddress().convert("[2001:db8::7]:80").getPort()).isEqualTo(80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7", "192.0.2.7:0", "192.0.2.7:65536", ":80", "2001:db8::7:80"})
  void refusesWhatIsNoAddressWithAPort(String text) {
    assertThatThrownBy(() -> new PeerAddress().convert(text))
        .isInstanceOf(TypeConversionException.class);
  }
}
