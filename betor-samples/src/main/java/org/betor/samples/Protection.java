package org.betor.samples;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How such sites hide a magnet link: the direction that encodes. */
public final class Protection {
  private static final int STEP = 3;

  private Protection() {}

  /** Base64, read from right to left: the {@code id} of {@code get.php?id=}. */
  public static String reversed(String link) {
    byte[] bytes = link.getBytes(StandardCharsets.UTF_8);
    return new StringBuilder(Base64.getEncoder().encodeToString(bytes)).reverse().toString();
  }

  /** Every third letter that is still free takes the next one: the attribute {@code data-u}. */
  public static String shuffled(String link) {
    char[] letters = new char[link.length()];
    boolean[] taken = new boolean[letters.length];
    int place = 0;
    for (int i = 0; i < letters.length; i++) {
      while (taken[place]) {
        place = (place + 1) % letters.length;
      }
      letters[place] = link.charAt(i);
      taken[place] = true;
      place = (place + STEP) % letters.length;
    }
    return new String(letters);
  }

  /** A page that leads on to {@code receber.php?id=} with the reversed link. */
  public static String redirectPage(URI home, String link) {
    return waitingPage(
        """
        <script>
          const seconds = 15;
          const redirect = "%sreceber.php?id=%s&amp;utm_source=site&amp;utm_medium=botao";
          setTimeout(function () { window.location.href = redirect; }, seconds * 1000);
        </script>
        """
            .formatted(home, reversed(link)));
  }

  /** A page whose script names the link. */
  public static String destinationPage(String link) {
    return waitingPage(
        """
        <script>
          var COUNTDOWN = 10;
          var DEST_URL = "%s";
        </script>
        """
            .formatted(link.replace("/", "\\/").replace("&", "\\u0026")));
  }

  /** A page that leads nowhere. */
  public static String deadEndPage() {
    return waitingPage(
        "<script>const seconds = 15; /* the button comes with the advert */</script>");
  }

  private static String waitingPage(String script) {
    return """
        <!doctype html>
        <html lang="pt-BR"><head><meta charset="utf-8"><title>Aguarde</title></head>
        <body>
        <h1>Preparando o seu link</h1>
        <p>Aguarde alguns segundos.</p>
        %s
        </body></html>
        """
        .formatted(script);
  }
}
