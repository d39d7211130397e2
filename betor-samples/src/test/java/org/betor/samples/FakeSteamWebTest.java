package org.betor.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeSteamWebTest {
  private static final String DETAILS = "ISteamRemoteStorage/GetPublishedFileDetails/";

  private final FakeSteamWeb web = FakeSteamWeb.builder().start();

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  void answersByBothNamesOfTheMethod() throws Exception {
    String form = "itemcount=2&publishedfileids[0]=3100000001&publishedfileids%5B1%5D=7";

    assertThat(post(DETAILS + "v1/", form))
        .isEqualTo(post(DETAILS + "v0001/", form))
        .startsWith("200 {\"response\":{\"result\":1,\"resultcount\":2,\"publishedfiledetails\":[")
        .contains("\"file_size\":\"12053\"")
        .endsWith("{\"publishedfileid\":\"7\",\"result\":9}]}}");
  }

  @Test
  void wantsACountAndIndices() throws Exception {
    assertThat(post(DETAILS + "v1/", "publishedfileids[0]=3100000001")).startsWith("400 <html>");
    assertThat(post(DETAILS + "v1/", "itemcount=1&publishedfileids=3100000001"))
        .startsWith("400 <html>");
    assertThat(Browser.get(web.home().resolve(DETAILS + "v1/")).status()).isEqualTo(400);
  }

  @Test
  void countsNoCollectionWhereThereIsNone() throws Exception {
    assertThat(
            post(
                "ISteamRemoteStorage/GetCollectionDetails/v1/",
                "collectioncount=1&publishedfileids[0]=3100000001"))
        .contains("\"resultcount\":0,\"collectiondetails\":[{\"publishedfileid\":\"3100000001\"");
  }

  @Test
  void wantsItsKey() {
    String path = "IPublishedFileService/GetDetails/v1/?publishedfileids[0]=3100000001";
    URI address = web.home().resolve(path.replace("[", "%5B").replace("]", "%5D"));

    assertThat(Browser.get(address).status()).isEqualTo(403);
    assertThat(Browser.get(URI.create(address + "&key=" + web.key())).status()).isEqualTo(200);
  }

  @Test
  void writesDownWhatWasAsked() throws Exception {
    post(DETAILS + "v1/", "itemcount=1&publishedfileids[0]=1");

    assertThat(web.requests(DETAILS))
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.method()).isEqualTo("POST");
              assertThat(request.body()).isEqualTo("itemcount=1&publishedfileids[0]=1");
            });
  }

  private String post(String path, String form) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) web.home().resolve(path).toURL().openConnection();
    connection.setDoOutput(true);
    connection.getOutputStream().write(form.getBytes(UTF_8));
    int status = connection.getResponseCode();
    try (InputStream body =
        status == 200 ? connection.getInputStream() : connection.getErrorStream()) {
      return status + " " + new String(body.readAllBytes(), UTF_8);
    }
  }
}
