package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.betor.site.MadeUpPage.HOME;
import static org.betor.site.MadeUpPage.blog;
import static org.betor.site.MadeUpPage.html;
import static org.betor.site.MadeUpPage.magnet;

import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.betor.api.model.Link;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.Query;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.SiteException.Reason;
import org.betor.api.spi.VisitEnded;
import org.junit.jupiter.api.Test;

class BlogTest {
  private static final Query SINTEL = Query.text("sintel");
  private static final String NOTHING = "<div class='posts'><p>Nada encontrado</p></div>";
  private static final String NEXT =
      "<a class='nextpostslink' rel='next' href='/page/2/?s=sintel'>»</a>";

  private final FakeVisit visit = new FakeVisit();

  @Test
  void findsThePostsOfASearchInTheSitesOrder() {
    visit.page("?s=sintel", list("/a/", "b/")).page("a/", post("A")).page("b/", post("B"));

    blog().search(SINTEL, visit);

    assertThat(visit.posts).extracting(Post::heading).containsExactly("A", "B");
    assertThat(visit.posts).allSatisfy(post -> assertThat(post.offers()).hasSize(1));
    assertThat(visit.problems).isEmpty();
    assertThat(visit.empty).isEmpty();
    assertThat(visit.requests.get(1).headers())
        .containsEntry("Referer", "https://blog.example/?s=sintel");
  }

  @Test
  void asksInTheWordsOfTheSite() {
    visit.page("?s=os+vampiros+temporada+2", list("a/")).page("a/", post("A"));

    blog().search(Query.text("os vampiros").season(2), visit);

    assertThat(visit.posts).hasSize(1);
  }

  @Test
  void readsTheNextPagesUpToItsBound() {
    visit.page("?s=sintel", list("a1/") + NEXT);
    IntStream.range(2, 9)
        .forEach(
            n ->
                visit.page(
                    "page/" + n + "/?s=sintel",
                    list("/a" + n + "/") + "<a href='/page/" + (n + 1) + "/?s=sintel'>»</a>"));

    blog().search(SINTEL, visit);

    assertThat(visit.paths())
        .containsExactly("?s=sintel", "a1/", "page/2/?s=sintel", "a2/", "page/3/?s=sintel", "a3/");
  }

  @Test
  void endsWhereNoLinkLeadsOn() {
    visit.page("?s=sintel", list("a/")).page("a/", post("A"));

    blog().search(SINTEL, visit);

    assertThat(visit.paths()).containsExactly("?s=sintel", "a/");
  }

  @Test
  void aPagePastTheEndIsTheEndAndNoFailure() {
    visit.page("?s=sintel", list("a/") + NEXT).page("a/", post("A"));

    blog().search(SINTEL, visit);

    assertThat(visit.posts).hasSize(1);
    assertThat(visit.problems).isEmpty();
  }

  @Test
  void aPostThatSticksToTheTopOfEveryPageIsReadOnce() {
    visit
        .page("?s=sintel", list("top/", "a/", "top/") + NEXT)
        .page("page/2/?s=sintel", list("/top/", "/b/"));
    Stream.of("top", "a", "b").forEach(name -> visit.page(name + "/", post(name)));

    blog().search(SINTEL, visit);

    assertThat(visit.posts).extracting(Post::heading).containsExactly("top", "a", "b");
  }

  @Test
  void aPostThatTheHostDoesNotWantIsNotFetched() {
    visit.page("?s=sintel", list("unwanted/", "a/")).page("a/", post("A"));

    blog().search(SINTEL, visit);

    assertThat(visit.paths()).doesNotContain("unwanted/");
    assertThat(visit.posts).hasSize(1);
  }

  @Test
  void theOnlyHitMayBeShownAtOnceAndIsTheEnd() {
    Page hit =
        Page.html(
            HOME.resolve("sintel/"), "<link rel='next' href='/older-post/'>" + post("Sintel"));
    visit.redirect("?s=sintel", hit);

    blog().search(SINTEL, visit);

    assertThat(visit.posts)
        .singleElement()
        .satisfies(post -> assertThat(post.address()).isEqualTo(HOME.resolve("sintel/")));
    assertThat(visit.requests).hasSize(1);
  }

  @Test
  void aSearchWithoutResultsIsProvedEmpty() {
    visit.page("?s=sintel", "<div class='posts'><p>Nada encontrado</p></div>");

    blog().search(SINTEL, visit);

    assertThat(visit.empty).containsExactly(HOME.resolve("?s=sintel"));
    assertThat(visit.posts).isEmpty();
  }

  @Test
  void whereTheSiteHasNothingShorterWordsAreTried() {
    visit
        .page("?s=tears+of+steel+open+movie", NOTHING)
        .page("?s=tears+steel+open+movie", NOTHING)
        .page("?s=tears+steel+open", list("a/") + NEXT)
        .page("a/", post("A"));

    blog().search(Query.text("tears of steel open movie"), visit);

    assertThat(visit.paths())
        .containsExactly(
            "?s=tears+of+steel+open+movie",
            "?s=tears+steel+open+movie",
            "?s=tears+steel+open",
            "a/");
    assertThat(visit.posts).hasSize(1);
    assertThat(visit.empty).isEmpty();
  }

  @Test
  void aYearThatMayBeThePartOfATitleIsLeftOutOnlyWhereNothingIsFound() {
    visit.page("?s=sintel+1970", NOTHING).page("?s=sintel", list("a/")).page("a/", post("A"));

    blog().search(Query.text("sintel 1970"), visit);

    assertThat(visit.paths()).containsExactly("?s=sintel+1970", "?s=sintel", "a/");
  }

  @Test
  void onlyTheLastOfTheShorterSearchesProvesThatThereIsNothing() {
    visit.page("?s=tears+of+steel", NOTHING).page("?s=tears+steel", NOTHING);

    blog().search(Query.text("tears of steel"), visit);

    assertThat(visit.empty).containsExactly(HOME.resolve("?s=tears+steel"));
  }

  @Test
  void aShorterSearchThatFailsProvesNothing() {
    visit.page("?s=tears+of+steel", NOTHING).page("?s=tears+steel", "<main>redesenhado</main>");

    assertThatThrownBy(() -> blog().search(Query.text("tears of steel"), visit))
        .isInstanceOf(SiteException.class);
    assertThat(visit.empty).isEmpty();
  }

  @Test
  void aSiteThatHasOnlyUnwantedPostsIsNotAskedAgain() {
    visit.page("?s=tears+of+steel", list("unwanted/") + NEXT);

    blog().search(Query.text("tears of steel"), visit);

    assertThat(visit.paths()).containsExactly("?s=tears+of+steel", "page/2/?s=tears+of+steel");
    assertThat(visit.empty).isEmpty();
  }

  @Test
  void aPageOfAnotherShapeIsAFailureThatNamesTheSelector() {
    visit.page("?s=sintel", "<main>redesenhado</main>");

    assertThatThrownBy(() -> blog().search(SINTEL, visit))
        .isInstanceOfSatisfying(
            SiteException.class,
            failure -> assertThat(failure.reason()).isEqualTo(Reason.LAYOUT_CHANGED))
        .hasMessageContaining("div.post div.title > a[href]");
    assertThat(visit.empty).isEmpty();
  }

  @Test
  void aSearchThatIsRefusedIsAFailure() {
    visit.page(Page.of(HOME.resolve("?s=sintel"), 403, Map.of(), new byte[0]));

    assertThatThrownBy(() -> blog().search(SINTEL, visit)).hasMessageContaining("403");
  }

  @Test
  void oneBadPostIsSkippedAndNoted() {
    visit
        .page("?s=sintel", list("gone/", "bad/", "a/"))
        .page("bad/", "<div class='content'>sem título</div>")
        .page("a/", post("A"));

    blog().search(SINTEL, visit);

    assertThat(visit.posts).extracting(Post::heading).containsExactly("A");
    assertThat(visit.problems).hasSize(2);
    assertThat(visit.problems.get(0)).contains("/gone/", "does not exist");
    assertThat(visit.problems.get(1)).contains("/bad/", "div.post div.title h1");
  }

  @Test
  void aPostWithoutLinksIsNotedAndNotFound() {
    visit.page("?s=sintel", list("a/")).page("a/", html("Sintel", "<p>EM BREVE</p>"));

    blog().search(SINTEL, visit);

    assertThat(visit.posts).isEmpty();
    assertThat(visit.problems).singleElement().asString().contains("no download links", "/a/");
  }

  @Test
  void aBrokenMagnetLinkIsNotedAndTheOthersStay() {
    visit
        .page("?s=sintel", list("a/"))
        .page(
            "a/",
            html(
                "Sintel",
                "<a href='magnet:?xt=urn:btih:abc'>1</a><a href='" + magnet(1) + "'>2</a>"));

    blog().search(SINTEL, visit);

    assertThat(visit.posts).singleElement().satisfies(post -> assertThat(post.offers()).hasSize(1));
    assertThat(visit.problems).singleElement().asString().contains("/a/", "abc");
  }

  @Test
  void gatesAreAskedAndOneThatStaysShutIsKeptWithTheReason() {
    visit
        .page("?s=sintel", list("a/"))
        .page(
            "a/",
            html("Sintel", "<a href='/go.php?id=1'>720p</a> <a href='/go.php?id=2'>1080p</a>"))
        .page("go.php?id=1", "<script>DEST_URL = \"" + magnet(1) + "\"</script>");

    blog().search(SINTEL, visit);

    assertThat(visit.posts)
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.offers().get(0).link()).isInstanceOf(Link.Magnet.class);
              assertThat(post.offers().get(1).link())
                  .isInstanceOfSatisfying(
                      Link.Unopened.class,
                      shut -> assertThat(shut.reason()).contains("go.php?id=2", "does not exist"));
            });
    assertThat(visit.problems).isEmpty();
  }

  @Test
  void theEndOfTheVisitPassesThrough() {
    visit.page("?s=sintel", list("a/", "b/") + NEXT).page("a/", post("A")).endsAfter = 2;

    assertThatThrownBy(() -> blog().search(SINTEL, visit)).isInstanceOf(VisitEnded.class);
    assertThat(visit.posts).hasSize(1);
  }

  @Test
  void theNewestAreThoseOfTheHomePageAndOfTheLaterListPages() {
    visit
        .page("", list("a/"))
        .page("page/2/", list("/b/"))
        .page("a/", post("A"))
        .page("b/", post("B"));

    blog().latest(1, visit);
    blog().latest(2, visit);
    blog().latest(3, visit);

    assertThat(visit.posts).extracting(Post::heading).containsExactly("A", "B");
    assertThat(visit.empty).containsExactly(HOME.resolve("page/3/"));
  }

  @Test
  void aPeculiarityIsAMethodThatIsOverridden() {
    Blog blog =
        new Blog(MadeUpPage.SITE) {
          @Override
          protected String searchWords(Query query, Year thisYear) {
            return query.text().toUpperCase(Locale.ROOT);
          }

          @Override
          protected Post refine(Post post, SitePage page) {
            return post.toBuilder().originalTitle(page.document().title()).build();
          }
        };
    visit.page("?s=SINTEL", list("a/")).page("a/", "<title>Título da página</title>" + post("A"));

    blog.search(SINTEL, visit);

    assertThat(visit.posts)
        .singleElement()
        .satisfies(post -> assertThat(post.originalTitle()).contains("Título da página"));
  }

  private static String list(String... posts) {
    StringBuilder html = new StringBuilder("<div class='posts'>");
    for (String post : posts) {
      html.append("<div class='post'><div class='title'><a href='")
          .append(post)
          .append("'>x</a></div></div>");
    }
    return html.append("</div>").toString();
  }

  private static String post(String heading) {
    return html(heading, "<a href='" + magnet(heading.hashCode() & 0xffff) + "'>Magnet</a>");
  }
}
