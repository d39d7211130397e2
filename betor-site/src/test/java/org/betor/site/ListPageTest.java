package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.site.MadeUpPage.HOME;
import static org.betor.site.MadeUpPage.magnet;

import org.betor.api.spi.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListPageTest {
  private static final String CARD =
      "<div class='post'><div class='title'><a href='/a/'>A</a></div></div>";

  @Test
  void everyPostIsListedOnceWithItsWholeAddress() {
    ListPage list =
        list(
            "<div class='post'><div class='title'><a href='/a/'>A</a></div></div>"
                + "<div class='post'><div class='title'><a href='b/#more'>B</a></div></div>"
                + "<div class='post'><div class='title'><a href='https://blog.example/a/'>A</a></div></div>"
                + "<div class='post'><div class='title'><a href='c d|e/'>C</a></div></div>"
                + "<div class='post'><div class='title'><a>sem link</a></div></div>"
                + "<div class='post'><div class='title'><a href='javascript:x()'>x</a></div></div>");

    assertThat(list.posts())
        .containsExactly(HOME.resolve("/a/"), HOME.resolve("/b/"), HOME.resolve("/c%20d%7Ce/"));
    assertThat(list.isPost()).isFalse();
    assertThat(list.isProvedEmpty()).isFalse();
  }

  @Test
  void whereTheFirstSelectorFindsNothingTheNextIsTried() {
    assertThat(list("<a class='more-link' href='/a/'>Leia mais</a>").posts())
        .containsExactly(HOME.resolve("/a/"));
  }

  @Test
  void theOnlyHitMayBeShownAtOnce() {
    assertThat(list("<body class='single'><h1>A</h1>" + CARD).isPost()).isTrue();
    assertThat(list("<h1>A</h1><a href='" + magnet(1) + "'>M</a>").isPost()).isTrue();
    assertThat(list("<h1>A</h1><a href='/go.php?id=1'>M</a>").isPost()).isTrue();
    assertThat(list(CARD + "<a href='" + magnet(1) + "'>M</a>").isPost()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<body class='search search-no-results'>",
        "<div class='no-results'>Ops</div>",
        "<div class='posts'></div>",
        "<div class='posts'><div class='clear'></div></div>",
        "<div class='posts'><p>Nada encontrado</p></div>",
        "<div class='posts'><p>Nenhum resultado para a busca</p></div>",
        "<div class='posts'><p>Não foi encontrado nada</p></div>"
      })
  void anEmptyListProvesThatThereIsNothing(String html) {
    assertThat(list(html).posts()).isEmpty();
    assertThat(list(html).isProvedEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<p>Nada encontrado</p>",
        "<div class='posts'><article><a href='/a/'>A</a></article></div>",
        "<div class='posts'><a href='/a/'><img></a></div>"
      })
  void aPageOfAnotherShapeProvesNothing(String html) {
    assertThat(list(html).posts()).isEmpty();
    assertThat(list(html).isProvedEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel='next' href='https://blog.example/page/2/'>",
        "<a rel='next' href='?x'>Próxima</a>",
        "<a class='nextpostslink' href='https://blog.example/page/2/?s=a'>»</a>",
        "<a href='/page/2'>2</a>",
        "<a href='/page/2?s=a'>2</a>",
        "<a href='/?s=a&paged=2'>2</a>"
      })
  void theNextPageIsKnownByItsLink(String html) {
    assertThat(list(html).leadsTo(2)).isTrue();
  }

  @Test
  void otherPagesAreNotTheNext() {
    assertThat(list("<a href='/page/20/'>20</a><a href='/page/1/'>1</a>").leadsTo(2)).isFalse();
  }

  private static ListPage list(String html) {
    return new ListPage(MadeUpPage.SITE, SitePage.of(Page.html(HOME, html)));
  }
}
