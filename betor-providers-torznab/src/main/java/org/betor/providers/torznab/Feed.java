package org.betor.providers.torznab;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.betor.api.spi.Page;
import org.betor.api.spi.SiteException;
import org.jsoup.nodes.Element;

/**
 * A page of results.
 *
 * @param whole whether it was read to its end
 */
record Feed(Page page, List<Item> items, boolean whole) {
  /** More is never read of one page, whatever was asked for. */
  static final int MAX_ITEMS = 1_000;

  private static final Pattern END = Pattern.compile("</rss\\s*>", Pattern.CASE_INSENSITIVE);
  private static final String ITEM_END = "</item>";

  /** Whether the text is a feed that came to its end. */
  static boolean isIn(String text) {
    return END.matcher(text).find()
        && Xml.root(text).filter(root -> Xml.name(root).equals("rss")).isPresent();
  }

  /**
   * The items of an answer. One that ends in its middle loses the item that it breaks.
   *
   * @throws SiteException if this is no feed, or it breaks before the end of its first item
   */
  static Feed read(Page page) {
    String text = page.text();
    boolean whole = END.matcher(text).find();
    int end = text.lastIndexOf(ITEM_END) + ITEM_END.length();
    if (!whole && end < ITEM_END.length()) {
      throw SiteException.unreadable(page.address(), "it ends in its middle", null);
    }
    Reader reader = new Reader();
    boolean bounded = Xml.elements(whole ? text : text.substring(0, end), reader::take);
    if (reader.items.isEmpty() && !bounded) {
      throw SiteException.unreadable(
          page.address(), "it has more than %,d elements".formatted(Xml.MAX_ELEMENTS), null);
    }
    if (reader.items.isEmpty() && !reader.seesChannel) {
      throw SiteException.layoutChanged(page.address(), "rss > channel");
    }
    return new Feed(page, reader.items, whole && bounded);
  }

  private static final class Reader {
    private final List<Item> items = new ArrayList<>();
    private boolean seesChannel;

    boolean take(Element element) {
      switch (Xml.name(element)) {
        case "item" -> items.add(Item.of(element));
        case "channel" -> seesChannel = true;
        default -> {}
      }
      return items.size() < MAX_ITEMS;
    }
  }
}
