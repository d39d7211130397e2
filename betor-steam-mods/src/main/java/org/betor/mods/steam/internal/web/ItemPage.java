package org.betor.mods.steam.internal.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.betor.api.mod.ModKey;

/** The page of an item, for people, as far as its markup is as we know it. */
final class ItemPage {
  private static final String NEEDS = "RequiredItems";
  private static final String SCREENSHOT = "screenshot_holder";
  private static final Pattern ITEM =
      Pattern.compile("/(?:workshop|sharedfiles)/filedetails/?\\?(?:[^#]*&)?id=(\\d{1,20})(?!\\d)");
  private static final Pattern PICTURE =
      Pattern.compile("ShowEnlargedImagePreview\\(\\s*+'([^']{1,2000}+)'");
  private static final int MOST = 200;

  private final String html;

  ItemPage(String html) {
    this.html = html;
  }

  /** The items that it needs; empty if the page does not say, which is not the same as none. */
  Optional<List<ModKey>> needs() {
    Tags tags = new Tags(html);
    while (tags.next()) {
      if (tags.isStart("div") && tags.attribute("id").filter(NEEDS::equals).isPresent()) {
        return Optional.of(List.copyOf(linksWithin(tags)));
      }
    }
    return Optional.empty();
  }

  List<URI> screenshots() {
    Set<URI> pictures = new LinkedHashSet<>();
    Tags tags = new Tags(html);
    boolean isNext = false;
    while (tags.next() && pictures.size() < MOST) {
      if (tags.isStart("div")) {
        isNext = tags.attribute("class").filter(it -> it.contains(SCREENSHOT)).isPresent();
      } else if (isNext && tags.isStart("a")) {
        picture(tags.attribute("onclick"))
            .or(() -> picture(tags.attribute("href")))
            .ifPresent(pictures::add);
      }
    }
    return List.copyOf(pictures);
  }

  /** Up to the end of the container that was just begun. */
  private static Set<ModKey> linksWithin(Tags tags) {
    Set<ModKey> links = new LinkedHashSet<>();
    int depth = 1;
    while (depth > 0 && links.size() < MOST && tags.next()) {
      if (tags.isStart("div")) {
        depth++;
      } else if (tags.isEnd("div")) {
        depth--;
      } else if (tags.isStart("a")) {
        tags.attribute("href").flatMap(ItemPage::item).ifPresent(links::add);
      }
    }
    return links;
  }

  /** The item that an address leads to, whatever stands before its path. */
  static Optional<ModKey> item(String address) {
    Matcher item = ITEM.matcher(address);
    return item.find() ? SteamKey.find(item.group(1)) : Optional.empty();
  }

  private static Optional<URI> picture(Optional<String> script) {
    return script
        .map(PICTURE::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .filter(address -> address.startsWith("https://"))
        .flatMap(ItemPage::address);
  }

  private static Optional<URI> address(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }
}
