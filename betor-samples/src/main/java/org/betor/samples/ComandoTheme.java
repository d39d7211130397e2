package org.betor.samples;

import static java.util.stream.Collectors.joining;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.betor.api.model.MediaType;

/** Comando Torrents: the theme of 2021, in which posts of 2026 look a little different. */
final class ComandoTheme implements Theme {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy", Locale.forLanguageTag("pt-BR"))
          .withZone(ZoneOffset.UTC);

  private final String home;

  /** Pages whose links start with {@code home}, which ends in a slash. */
  ComandoTheme(String home) {
    this.home = home;
  }

  @Override
  public String post(SamplePost post) {
    Draft draft = post.draft();
    String content =
        new ComandoInfoBlock(home, draft).html()
            + synopsis(draft)
            + "<hr />\n"
            + new ComandoDownloads(home, draft).html();
    String heading = "<h1 class=\"entry-title\"><a href=\"%s\">%s</a></h1>";
    return frame(
        "single single-post",
        draft.dress() == Draft.Dress.WORDS ? meta(post) : "",
        Html.escape(post.heading()),
        article("single-view", post, heading, home, content + hiddenHeading(post)));
  }

  @Override
  public String listing(
      String bodyClass, String words, List<SamplePost> cards, int page, int pages) {
    String sticky = page == 1 ? card(cards.get(0), 0) : "";
    return frame(
        bodyClass,
        "",
        words.isEmpty() ? "Filmes livres" : "Busca por " + Html.escape(words),
        sticky
            + IntStream.range(0, cards.size())
                .mapToObj(i -> card(cards.get(i), i))
                .collect(joining())
            + new PageNumbers(home, words, page, pages).html());
  }

  @Override
  public String nothingFound(String words) {
    return frame(
        "search search-no-results",
        "",
        "Busca por " + Html.escape(words),
        """
        <article class="blog-view no-results"><h2 class="entry-title">Nada encontrado</h2>
        <p>Nenhum post para a sua busca.</p></article>
        """);
  }

  @Override
  public String missing() {
    return frame("error404", "", "Página não encontrada", "<p>Esta página não existe.</p>");
  }

  /** Every third card has a larger heading, and addresses without a host. */
  private String card(SamplePost post, int place) {
    boolean third = place % 3 == 2;
    String base = third ? home.replaceFirst("^https?://[^/]+", "") : home;
    String heading = "<%s class=\"entry-title\"><a href=\"%s\">%s</a></%s>";
    String more =
        "<p><a class=\"more-link\" href=\"%s%s/\"><img src=\"%s\" /></a></p>\n"
            .formatted(base, post.slug(), Html.PIXEL);
    return article(
        "blog-view",
        post,
        third
            ? heading.formatted("h1", "%s", "%s", "h1")
            : heading.formatted("h2", "%s", "%s", "h2"),
        base,
        new ComandoInfoBlock(home, post.draft()).html() + more);
  }

  private String article(
      String view, SamplePost post, String heading, String base, String content) {
    boolean series = post.mediaType() == MediaType.SERIES;
    return """
        <article id="post-%d" class="%s post type-post hentry">
        <header class="entry-header cf">%s</header>
        <div class="entry-byline cf"><div class="entry-date" itemprop="datePublished"><a>%s</a></div>
        <div class="entry-categories"><a href="%scategory/%s/" rel="category tag">%s</a></div></div>
        <div class="entry-content cf" itemprop="text">
        %s</div>
        </article>
        """
        .formatted(
            post.draft().number(),
            view,
            heading.formatted(base + post.slug() + "/", Html.escape(post.heading())),
            DAY.format(post.published()),
            home,
            series ? "series" : "filmes",
            series ? "Series" : "Filmes",
            content);
  }

  private static String synopsis(Draft draft) {
    return """
        <p><span id="more-%d"></span><strong><span style="color: #0000ff;">SINOPSE</span>: </strong>%s</p>
        <p style="text-align: center;"><iframe src="about:blank" width="450" height="315"></iframe></p>
        """
        .formatted(draft.number(), Html.escape(draft.synopsis()));
  }

  /** White on white, with another year, for search engines. */
  private static String hiddenHeading(SamplePost post) {
    return """
        <h3 class="entry-title"><span style="color: #ffffff;">%s Torrent (%d) Dublado 480p</span></h3>
        """
        .formatted(Html.escape(post.translatedTitle()), post.year() + 1);
  }

  private static String meta(SamplePost post) {
    return """
        <meta property="article:published_time" content="%s" />
        <script type="application/ld+json">{"@graph":[{"@type":"WebPage","url":"%s"}]}</script>
        """
        .formatted(post.published().toString().replace("Z", "+00:00"), post.slug());
  }

  private String frame(String bodyClass, String meta, String title, String content) {
    return """
        <!doctype html>
        <html lang="pt-BR"><head><meta charset="utf-8">
        <title>%s</title>
        %s
        </head>
        <body class="%s">
        <div id="header"><a href="%s">Início</a> <a href="%scategory/filmes/">Filmes</a></div>
        <div id="main" class="col-scs cf">
        <div id="content" class="cf">
        %s</div>
        <div id="sidebar-left" class="sidebar cf"><h4>Mais vistos</h4>
        <p><a href="%s?s=limite"><img src="%s" alt="Limite (1931)" /></a></p></div>
        </div>
        </body></html>
        """
        .formatted(title, meta, bodyClass, home, home, content, home, Html.PIXEL);
  }
}
