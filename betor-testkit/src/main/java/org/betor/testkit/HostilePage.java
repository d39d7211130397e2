package org.betor.testkit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.betor.api.spi.Page;

/** Pages that nobody can read, and that come all the same. */
enum HostilePage {
  /** No byte at all. */
  EMPTY {
    @Override
    Page insteadOf(Page page) {
      return html(page, new byte[0]);
    }
  },
  /** The first half of the page. */
  TRUNCATED {
    @Override
    Page insteadOf(Page page) {
      return html(page, Arrays.copyOf(page.bytes(), page.bytes().length / 2));
    }
  },
  /** Eight MiB of text. */
  HUGE {
    @Override
    Page insteadOf(Page page) {
      return html(page, MUCH_TEXT);
    }
  },
  /** 50,000 elements, each within the other. */
  DEEP {
    @Override
    Page insteadOf(Page page) {
      return html(page, DEEP_TAGS);
    }
  },
  /** The page in an encoding that it does not declare. */
  WRONG_CHARSET {
    @Override
    Page insteadOf(Page page) {
      return html(page, page.text().getBytes(StandardCharsets.UTF_16LE));
    }
  },
  /** Bytes at random. */
  BINARY {
    @Override
    Page insteadOf(Page page) {
      return html(page, NOISE);
    }
  },
  /** Status 403, and a page that asks for proof of a human being. */
  CHALLENGE {
    @Override
    Page insteadOf(Page page) {
      byte[] body =
          "<html><head><title>Just a moment...</title></head></html>"
              .getBytes(StandardCharsets.US_ASCII);
      return Page.of(page.address(), 403, Map.of("cf-mitigated", List.of("challenge")), body);
    }
  };

  private static final byte[] MUCH_TEXT =
      ("<p>" + "betor ".repeat(1_400)).repeat(1_000).getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DEEP_TAGS =
      "<div>".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NOISE = noise();

  abstract Page insteadOf(Page page);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Page html(Page page, byte[] body) {
    URI address = page.address();
    return Page.of(address, 200, Map.of("Content-Type", List.of("text/html; charset=utf-8")), body);
  }

  private static byte[] noise() {
    byte[] bytes = new byte[100_000];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
