package org.betor.samples;

import static java.util.stream.Collectors.joining;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.betor.api.model.MediaType;

/** BLUDV, as of 2026. */
final class BludvTheme implements Theme {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneOffset.UTC);

  /** Links to films that the page is not about. */
  private static final String SIDEBAR =
      """
      <div id="sidebar"><h3>Dica da semana</h3>
      <p><a href="https://www.imdb.com/title/tt0012349/" rel="nofollow">O Garoto</a></p></div>
      """;

  private final String home;

  /** Pages whose links start with {@code home}, which ends in a slash. */
  BludvTheme(String home) {
    this.home = home;
  }

  @Override
  public String post(SamplePost post) {
    String name = post.mediaType() == MediaType.SERIES ? "series" : "filmes";
    return frame(
        "single single-post",
        "<meta property=\"article:published_time\" content=\"%s\" />"
            .formatted(post.published().toString().replace("Z", "+00:00")),
        Html.escape(post.heading()),
        """
        <div class="post">
        <div class="title"><h1>%s</h1></div>
        <div class="infos">%s | <a href="%scategory/%s/" rel="category tag">%s</a></div>
        <div class="content">
        %s</div>
        </div>
        """
            .formatted(
                Html.escape(post.heading()),
                DAY.format(post.published()),
                home,
                name,
                name.equals("series") ? "Séries" : "Filmes",
                content(post)));
  }

  @Override
  public String listing(
      String bodyClass, String words, List<SamplePost> cards, int page, int pages) {
    String sticky = page == 1 ? card(cards.get(0), "post sticky", home) : "";
    String title = words.isEmpty() ? "Filmes livres" : "Busca por " + Html.escape(words);
    return frame(
        bodyClass,
        "",
        title,
        """
        <div class="posts">
        %s%s%s</div>
        %s"""
            .formatted(
                sticky,
                cards(cards),
                cardWithoutLink(),
                new PageNumbers(home, words, page, pages).html()));
  }

  @Override
  public String nothingFound(String words) {
    return frame(
        "search search-no-results",
        "",
        "Busca por " + Html.escape(words),
        """
        <div class="posts">
        <p>Nada encontrado para a sua busca.</p>
        </div>
        """);
  }

  @Override
  public String missing() {
    return frame("error404", "", "Página não encontrada", "<p>Esta página não existe.</p>");
  }

  private String content(SamplePost post) {
    Draft draft = post.draft();
    String synopsis =
        draft.synopsis().isEmpty()
            ? ""
            : "<p><strong>SINOPSE:</strong> %s</p>\n".formatted(Html.escape(draft.synopsis()));
    return poster(post)
        + new BludvInfoBlock(draft).html()
        + synopsis
        + new BludvDownloads(home, draft).html();
  }

  /** Every third card has addresses without a host. */
  private String cards(List<SamplePost> posts) {
    String path = home.replaceFirst("^https?://[^/]+", "");
    return IntStream.range(0, posts.size())
        .mapToObj(i -> card(posts.get(i), "post", i % 3 == 2 ? path : home))
        .collect(joining());
  }

  private String card(SamplePost post, String classes, String base) {
    String heading = Html.escape(post.heading());
    return """
        <div class="%s">
        <div class="title"><a href="%s%s/" title="%s">%s</a></div>
        <div class="icon"><span class="infos">%s</span></div>
        <div class="content">%s<p>%s<a class="more-link" href="%s%s/#more-%d">Leia mais</a></p>
        </div>
        </div>
        """
        .formatted(
            classes,
            base,
            post.slug(),
            heading,
            heading,
            DAY.format(post.published()),
            poster(post),
            new BludvInfoBlock(post.draft()).excerpt(),
            base,
            post.slug(),
            post.draft().number());
  }

  private String poster(SamplePost post) {
    return """
        <div class="separator"><img data-lazyloaded="1" src="%s" data-src="%simagens/%s.jpg"></div>
        """
        .formatted(Html.PIXEL, home, post.slug());
  }

  private static String cardWithoutLink() {
    return """
        <div class="post"><div class="title">Em breve</div>
        <div class="content"><p>Novos filmes livres toda semana.</p></div></div>
        """;
  }

  private String frame(String bodyClass, String meta, String title, String main) {
    return """
        <!doctype html>
        <html lang="pt-BR"><head><meta charset="utf-8">
        <title>%s</title>
        %s
        </head>
        <body class="%s">
        <div id="menu"><a href="%s">Início</a> <a href="%scategory/filmes/">Filmes</a></div>
        <form id="searchform" action="%s"><input name="s"></form>
        <div id="main">
        %s</div>
        %s</body></html>
        """
        .formatted(title, meta, bodyClass, home, home, home, main, SIDEBAR);
  }
}
