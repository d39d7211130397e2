package org.betor.site;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.betor.api.spi.ProviderInfo;

/**
 * A blog of films and series, as data: who it is, where its lists are, and by which CSS selectors
 * its parts are known. What is not said is as WordPress does it. Immutable.
 *
 * <p>Where several selectors are given, the first that matches anything counts.
 */
public final class SiteDescription {
  private final ProviderInfo info;
  private final String listPath;
  private final String searchPath;
  private final int searchPages;
  private final List<String> cardLinks;
  private final List<String> listFrames;
  private final List<String> emptyMarks;
  private final List<String> postMarks;
  private final List<String> postTitles;
  private final List<String> contentRoots;
  private final Map<Label, List<String>> labels;
  private final boolean trustsRatingWidget;

  private SiteDescription(Builder builder) {
    this.info = builder.info.build();
    this.listPath = builder.listPath;
    this.searchPath = builder.searchPath;
    this.searchPages = builder.searchPages;
    this.cardLinks = builder.cardLinks;
    this.listFrames = builder.listFrames;
    this.emptyMarks = builder.emptyMarks;
    this.postMarks = builder.postMarks;
    this.postTitles = builder.postTitles;
    this.contentRoots = builder.contentRoots;
    this.labels = Map.copyOf(builder.labels);
    this.trustsRatingWidget = builder.trustsRatingWidget;
  }

  /** Starts the description of a site; id and name as {@link ProviderInfo#of} wants them. */
  public static Builder of(String id, String name) {
    return new Builder(ProviderInfo.of(id, name));
  }

  /** Who the provider is. */
  public ProviderInfo info() {
    return info;
  }

  URI listAddress(URI home, int page) {
    return page == 1 ? home : home.resolve(listPath.replace("{page}", Integer.toString(page)));
  }

  URI searchAddress(URI home, String words, int page) {
    String query = searchPath.replace("{query}", URLEncoder.encode(words, StandardCharsets.UTF_8));
    return listAddress(home, page).resolve(query);
  }

  int searchPages() {
    return searchPages;
  }

  List<String> cardLinks() {
    return cardLinks;
  }

  List<String> listFrames() {
    return listFrames;
  }

  List<String> emptyMarks() {
    return emptyMarks;
  }

  List<String> postMarks() {
    return postMarks;
  }

  List<String> postTitles() {
    return postTitles;
  }

  List<String> contentRoots() {
    return contentRoots;
  }

  Map<Label, List<String>> labels() {
    return labels;
  }

  boolean trustsRatingWidget() {
    return trustsRatingWidget;
  }

  /** Collects the description of a site. */
  public static final class Builder {
    private final ProviderInfo.Builder info;
    private String listPath = "page/{page}/";
    private String searchPath = "?s={query}";
    private int searchPages = 3;
    private List<String> cardLinks = List.of("article .entry-title a[href]", "a.more-link[href]");
    private List<String> listFrames = List.of();
    private List<String> emptyMarks = List.of("body.search-no-results", ".no-results");
    private List<String> postMarks = List.of("body.single");
    private List<String> postTitles = List.of("h1.entry-title", "h1");
    private List<String> contentRoots = List.of("div.entry-content", "article", "body");
    private final Map<Label, List<String>> labels = new EnumMap<>(Label.class);
    private boolean trustsRatingWidget;

    private Builder(ProviderInfo.Builder info) {
      this.info = info;
    }

    /** A language of the site, as a BCP 47 tag; the main one first. */
    public Builder language(String tag) {
      info.language(tag);
      return this;
    }

    /** An address of the site; call it once for each mirror, the preferred one first. */
    public Builder home(String address) {
      info.home(address);
      return this;
    }

    /** Where the list's later pages are, below the home; {@code {page}} stands for the number. */
    public Builder listPath(String path) {
      this.listPath = path;
      return this;
    }

    /** How a search is asked of a list page; {@code {query}} stands for the encoded words. */
    public Builder searchPath(String path) {
      this.searchPath = path;
      return this;
    }

    /** How many pages of a search are read at most; 3 unless set. */
    public Builder searchPages(int pages) {
      if (pages < 1) {
        throw new IllegalArgumentException("a search reads at least one page, got " + pages);
      }
      this.searchPages = pages;
      return this;
    }

    /** The links from the cards of a list to their posts. */
    public Builder cardLinks(String... selectors) {
      this.cardLinks = List.of(selectors);
      return this;
    }

    /** What surrounds the cards, and is there without cards too. */
    public Builder listFrames(String... selectors) {
      this.listFrames = List.of(selectors);
      return this;
    }

    /** What only a search without results shows. */
    public Builder emptyMarks(String... selectors) {
      this.emptyMarks = List.of(selectors);
      return this;
    }

    /** What only the page of a single post shows. */
    public Builder postMarks(String... selectors) {
      this.postMarks = List.of(selectors);
      return this;
    }

    /** The heading of a post. */
    public Builder postTitles(String... selectors) {
      this.postTitles = List.of(selectors);
      return this;
    }

    /** What holds the information and the buttons of a post. */
    public Builder contentRoots(String... selectors) {
      this.contentRoots = List.of(selectors);
      return this;
    }

    /** A spelling of a label that only this site has, or uses for something else. */
    public Builder label(Label label, String spelling) {
      List<String> spellings = new ArrayList<>(labels.getOrDefault(label, List.of()));
      spellings.add(spelling);
      labels.put(label, List.copyOf(spellings));
      return this;
    }

    /**
     * The link in the line of the rating names the post's own film. Elsewhere it is often copied
     * from another post: then a widget's link counts for nothing, and of two ids neither.
     */
    public Builder trustsRatingWidget() {
      this.trustsRatingWidget = true;
      return this;
    }

    /** The description. */
    public SiteDescription build() {
      return new SiteDescription(this);
    }
  }
}
