package org.betor.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.betor.samples.Browser.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FakeThunderstoreTest {
  private final FakeThunderstore thunderstore = FakeThunderstore.start();

  @AfterEach
  void close() {
    thunderstore.close();
  }

  @Test
  void saysWhatAPackageIs() throws Exception {
    Response answer = get("api/experimental/package/Gardeners/LanternKit/");

    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.body())
        .contains("\"full_name\":\"Gardeners-LanternKit\"", "Gardeners-Seed_Library-0.9.1");
  }

  @Test
  void sendsTheArchiveFromSomewhereElse() throws Exception {
    Response redirect = get("package/download/Gardeners/LanternKit/1.2.0/");
    Response archive = Browser.ask(URI.create(redirect.header("Location").orElseThrow()));
    byte[] bytes = archive.latin().getBytes(StandardCharsets.ISO_8859_1);

    assertThat(redirect.status()).isEqualTo(302);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      assertThat(Objects.requireNonNull(zip.getNextEntry()).getName()).isEqualTo("manifest.json");
    }
  }

  @Test
  void doesNotHaveWhatIsGone() throws Exception {
    assertThat(get("api/experimental/package/Nobody/Gone/").status()).isEqualTo(404);
    assertThat(get("package/download/Gardeners/LanternKit/1.0.0/").status()).isEqualTo(404);
    assertThat(get("api/cyberstorm/community/none/").status()).isEqualTo(404);
  }

  @Test
  void getsIntoTroubleAsOftenAsItIsTold() throws Exception {
    thunderstore.trouble("api/", Trouble.LIMITED, 1);
    thunderstore.trouble("repository/", Trouble.CUT_CONNECTION);

    assertThat(get("api/experimental/package/Nobody/Gone/").status()).isEqualTo(429);
    assertThat(get("api/experimental/package/Nobody/Gone/").status()).isEqualTo(404);
    assertThatThrownBy(() -> get("repository/packages/Gardeners-LanternKit.zip"))
        .isInstanceOf(IOException.class);
    thunderstore.heal();
    assertThat(get("repository/packages/Gardeners-LanternKit.zip").status()).isEqualTo(200);
    assertThat(thunderstore.requests("api/")).isEqualTo(2);
    assertThat(thunderstore.requests()).startsWith("api/experimental/package/Nobody/Gone/");
  }

  private Response get(String path) throws IOException {
    return Browser.ask(thunderstore.home().resolve(path));
  }
}
