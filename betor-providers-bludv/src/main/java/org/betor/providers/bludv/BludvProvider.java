package org.betor.providers.bludv;

import org.betor.site.Blog;
import org.betor.site.SiteDescription;

/**
 * BLUDV: a WordPress blog with one post for each film or season, in Brazilian Portuguese. Its
 * domain changes every few months. Layout as of 2026; not affiliated with the site.
 */
public final class BludvProvider extends Blog {

  /** Made by {@link java.util.ServiceLoader}, or by hand. */
  public BludvProvider() {
    super(
        SiteDescription.of("bludv", "BLUDV")
            .language("pt-BR")
            .home("https://bludvfilmes1.xyz/")
            .home("https://bludvfilmes.xyz/")
            .home("https://bludv2.xyz/")
            .home("https://bludv1.com/")
            .listPath("page/{page}/")
            .searchPath("?s={query}")
            .cardLinks(
                "div.posts > div.post div.title > a[href]",
                "div.posts > div.post a.more-link[href]",
                "article.post .entry-title a[href]")
            .listFrames("div.posts")
            .emptyMarks("body.search-no-results")
            .postMarks("body.single")
            .postTitles("div.post div.title h1", "h1.entry-title", "h1")
            .contentRoots(
                "div.post div.content", "div.content", "div.entry-content", "article", "body")
            .trustsRatingWidget()
            .build());
  }
}
