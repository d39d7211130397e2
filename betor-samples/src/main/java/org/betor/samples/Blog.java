package org.betor.samples;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers requests like WordPress does. Immutable. */
final class Blog {
  private static final Pattern LISTING = Pattern.compile("(?:page/(\\d{1,6})/?)?");
  private static final Pattern GATEWAY = Pattern.compile("(?:get|go|links|receber)\\.php");

  private final Function<String, Theme> theme;
  private final List<SamplePost> posts;
  private final Map<String, SamplePost> bySlug;
  private final Map<String, Version.Button> byId;
  private final int postsPerPage;
  private final boolean redirectsSingleHit;

  Blog(
      Function<String, Theme> theme,
      List<SamplePost> posts,
      int postsPerPage,
      boolean redirectsSingleHit) {
    this.theme = theme;
    this.posts = posts;
    this.bySlug = posts.stream().collect(Collectors.toMap(SamplePost::slug, Function.identity()));
    this.byId =
        posts.stream()
            .flatMap(post -> post.draft().buttons())
            .collect(
                Collectors.toMap(
                    button -> button.gate().id(button.torrent()),
                    Function.identity(),
                    (first, again) -> first));
    this.postsPerPage = postsPerPage;
    this.redirectsSingleHit = redirectsSingleHit;
  }

  List<SamplePost> posts() {
    return posts;
  }

  /**
   * The answer to a request.
   *
   * @param home the address of the home, with a slash at its end
   * @param path the path below it
   * @param query the decoded parameters
   */
  Answer answer(String home, String path, Map<String, String> query) {
    Theme pages = theme.apply(home);
    Matcher listing = LISTING.matcher(path);
    if (listing.matches()) {
      int page = listing.group(1) == null ? 1 : Integer.parseInt(listing.group(1));
      return listing(pages, home, query.getOrDefault("s", "").strip(), page);
    }
    if (path.equals("redirect") && query.containsKey("to")) {
      return Answer.redirect(302, query.get("to"));
    }
    if (GATEWAY.matcher(path).matches()) {
      return Answer.html(200, gateway(home, query.getOrDefault("id", "")));
    }
    SamplePost post = bySlug.get(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    return post == null ? Answer.html(404, pages.missing()) : Answer.html(200, pages.post(post));
  }

  private Answer listing(Theme pages, String home, String words, int page) {
    List<SamplePost> hits =
        words.isEmpty() ? posts : posts.stream().filter(post -> post.matches(words)).toList();
    int last = (hits.size() + postsPerPage - 1) / postsPerPage;
    if (hits.isEmpty() && page == 1) {
      return Answer.html(200, pages.nothingFound(words));
    }
    if (page < 1 || page > last) {
      return Answer.html(404, pages.missing());
    }
    if (redirectsSingleHit && hits.size() == 1 && !words.isEmpty()) {
      return Answer.redirect(302, home + hits.get(0).slug() + "/");
    }
    List<SamplePost> cards =
        hits.subList((page - 1) * postsPerPage, Math.min(hits.size(), page * postsPerPage));
    String bodyClass = words.isEmpty() ? "home blog" : "search search-results";
    return Answer.html(200, pages.listing(bodyClass, words, cards, page, last));
  }

  private String gateway(String home, String id) {
    Version.Button button = byId.get(id);
    return button == null
        ? Protection.deadEndPage()
        : button.gate().page(home, button.torrent()).orElseGet(Protection::deadEndPage);
  }
}
