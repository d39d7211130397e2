package org.betor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ProtectionTest {

  @Test
  void shufflesLikeTheSitesDo() {
    assertThat(Protection.shuffled("ABCDEFGHIJ")).isEqualTo("AHEBIFCJGD");
    assertThat(Protection.shuffled("ABCDEFG")).isEqualTo("AFDBGEC");
    assertThat(Protection.shuffled("magnet:?xt=urn:btih:bb746b7216159a8e8501658d30db29b5426ff0cc"))
        .isEqualTo("mb6ab5g78n4de63tb0:7d?2bx12t69=1bu55r94na2:86beft8fi50h0c:1c");
  }

  @Test
  void reversesLikeTheSitesDo() {
    assertThat(Protection.reversed("magnet:?xt=urn:btih:1234"))
        .isEqualTo("0MjMxoDapRnY64mc11Dd49jO0VmbnFWb");
  }

  @Test
  void hidesALinkBehindTwoPages() {
    assertThat(Protection.redirectPage(URI.create("http://127.0.0.1/"), "magnet:?xt=urn:btih:1234"))
        .contains(
            "const redirect = \"http://127.0.0.1/receber.php?id=0MjMxoDapRnY64mc11Dd49jO0VmbnFWb&amp;");
  }

  @Test
  void namesALinkInAScriptWithEscapes() {
    assertThat(Protection.destinationPage("magnet:?xt=urn:btih:1234&dn=a/b"))
        .contains("DEST_URL = \"magnet:?xt=urn:btih:1234\\u0026dn=a\\/b\"");
  }
}
