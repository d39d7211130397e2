package org.betor.providers.comando;

import org.betor.site.Blog;
import org.betor.site.SiteDescription;

/**
 * Comando Torrents: a WordPress blog with one post for each film or season, in Brazilian
 * Portuguese, and its clones in the same theme. Its domain changes every year or so. Layout as of
 * 2021 and 2026; not affiliated with the site.
 */
public final class ComandoProvider extends Blog {

  /** Made by {@link java.util.ServiceLoader}, or by hand. */
  public ComandoProvider() {
    super(
        SiteDescription.of("comando", "Comando Torrents")
            .language("pt-BR")
            .home("https://comando1.com/")
            .home("https://comando.la/")
            .home("https://comandohds.org/")
            .home("https://comando.to/")
            .home("https://comandotorrents.com/")
            .home("https://comandotorrents.to/")
            .home("https://comandotorrents.org/")
            .home("https://comandotorrents.net/")
            .listPath("page/{page}/")
            .searchPath("?s={query}")
            .cardLinks("article :is(h1, h2).entry-title a[href]", "article a.more-link[href]")
            .listFrames("#content", "main")
            .emptyMarks("body.search-no-results")
            .postMarks("body.single", "article.single-view")
            .postTitles("h1.entry-title", "h1")
            .contentRoots("div.entry-content", "article", "body")
            .build());
  }
}
