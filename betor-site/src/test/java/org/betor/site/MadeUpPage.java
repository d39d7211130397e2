package org.betor.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;

/** Pages of a blog that was made up for tests, and the blog itself. */
final class MadeUpPage {
  static final URI HOME = URI.create("https://blog.example/");
  static final SiteDescription SITE =
      SiteDescription.of("blog", "Blog")
          .language("pt-BR")
          .home("https://blog.example/")
          .cardLinks("div.post div.title > a[href]", "a.more-link[href]")
          .listFrames("div.posts")
          .contentRoots("div.content", "body")
          .postTitles("div.post div.title h1", "h1")
          .trustsRatingWidget()
          .build();

  private MadeUpPage() {}

  /** The blog as a provider. */
  static Blog blog() {
    return new Blog(SITE) {};
  }

  /** A post from the folder of pages, read without network. */
  static Post read(String name) {
    try (InputStream page = MadeUpPage.class.getResourceAsStream("/made-up-pages/" + name)) {
      byte[] bytes = Objects.requireNonNull(page, name).readAllBytes();
      return blog().read(Page.of(HOME.resolve("a-post/"), 200, Map.of(), bytes));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A post with this below its information block, read without network. */
  static Post post(String heading, String content) {
    return blog().read(Page.html(HOME.resolve("a-post/"), html(heading, content)));
  }

  static String html(String heading, String content) {
    return "<body class='single'><div class='post'><div class='title'><h1>"
        + heading
        + "</h1></div><div class='content'>"
        + content
        + "</div></div></body>";
  }

  /** A magnet link whose hash is made of a number. */
  static String magnet(int number) {
    return "magnet:?xt=urn:btih:%040x".formatted(number);
  }

  /** What people would ask first: {@code S01E02 WEB-DL 1080p 2.70 GB pt-BR+en}. */
  static String summary(Offer offer) {
    double gigabytes = offer.sizeBytes().orElse(0) / (double) (1 << 30);
    String size = gigabytes == 0 ? "" : String.format(Locale.ROOT, " %.2f GB", gigabytes);
    String audio = String.join("+", offer.audio().stream().map(Object::toString).toList());
    return (offer.episodes() + " " + offer.quality() + size + " " + audio).strip();
  }
}
