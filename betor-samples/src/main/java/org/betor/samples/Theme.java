package org.betor.samples;

import java.util.List;

/** How a site dresses its posts: its pages, for one address of its home. */
interface Theme {

  /** The page of a post. */
  String post(SamplePost post);

  /**
   * A page of cards.
   *
   * @param bodyClass the WordPress class, which tells home from search
   * @param words what was searched for, empty on the home page
   */
  String listing(String bodyClass, String words, List<SamplePost> cards, int page, int pages);

  /** The answer to a search without hits. */
  String nothingFound(String words);

  /** What comes with status 404. */
  String missing();
}
