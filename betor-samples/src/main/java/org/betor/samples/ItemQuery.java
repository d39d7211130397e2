package org.betor.samples;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The query language of the archive, as far as people use it: words and phrases, {@code
 * field:value}, ranges, {@code AND}, {@code OR}, {@code NOT}, brackets and wildcards. Words without
 * an operator between them must all be there.
 */
final class ItemQuery {
  private static final Pattern OPERATOR = Pattern.compile("AND|OR|NOT|[()\\[\\]:!-]");

  private final Deque<String> left;
  private final List<String> words = new ArrayList<>();
  private final Predicate<ItemDocument> condition;

  private ItemQuery(List<String> tokens) {
    this.left = new ArrayDeque<>(tokens);
    this.condition = alternatives("");
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("nobody expects " + left.peek());
    }
  }

  /**
   * Reads a query.
   *
   * @throws IllegalArgumentException if the archive would not understand it
   */
  static ItemQuery parse(String text) {
    return new ItemQuery(QueryTokens.of(text));
  }

  boolean matches(ItemDocument item) {
    return condition.test(item);
  }

  /** How much of the title is asked for, from 0. */
  double relevance(ItemDocument item) {
    List<String> title = ItemDocument.tokens(item.item().title());
    return (double) title.stream().filter(words::contains).count() / title.size();
  }

  private Predicate<ItemDocument> alternatives(String field) {
    Predicate<ItemDocument> any = all(field);
    while (take("OR")) {
      any = any.or(all(field));
    }
    return any;
  }

  private Predicate<ItemDocument> all(String field) {
    Predicate<ItemDocument> all = one(field);
    while (!left.isEmpty() && !isNext("OR") && !isNext(")")) {
      take("AND");
      all = all.and(one(field));
    }
    return all;
  }

  private Predicate<ItemDocument> one(String field) {
    if (take("NOT") || take("!") || take("-")) {
      return one(field).negate();
    }
    if (take("(")) {
      Predicate<ItemDocument> inside = alternatives(field);
      expect(")");
      return inside;
    }
    if (take("[")) {
      return range(field);
    }
    String value = value();
    return take(":") ? one(value) : term(field, value);
  }

  private Predicate<ItemDocument> range(String field) {
    String from = value();
    expect("TO");
    String to = value();
    expect("]");
    return item ->
        item.texts(field)
            .anyMatch(
                text ->
                    (from.equals("*") || text.compareTo(from) >= 0)
                        && (to.equals("*") || text.compareTo(to) <= 0));
  }

  private Predicate<ItemDocument> term(String field, String value) {
    if (value.equals("*")) {
      return item -> item.texts(field).findAny().isPresent();
    }
    if (value.contains("*") || value.contains("?")) {
      Pattern pattern =
          Pattern.compile(SamplePost.plain(value).replace("*", "\\S*").replace("?", "\\S"));
      return item ->
          item.texts(field)
              .flatMap(text -> ItemDocument.tokens(text).stream())
              .anyMatch(token -> pattern.matcher(token).matches());
    }
    List<String> wanted = ItemDocument.tokens(value);
    if (wanted.isEmpty()) {
      return item -> true; // punctuation alone is not looked for
    }
    if (field.isEmpty()) {
      words.addAll(wanted);
    }
    String phrase = phrase(wanted);
    return item ->
        item.texts(field).anyMatch(text -> phrase(ItemDocument.tokens(text)).contains(phrase));
  }

  private static String phrase(List<String> tokens) {
    return " " + String.join(" ", tokens) + " ";
  }

  private String value() {
    String token = left.isEmpty() ? ")" : left.remove();
    if (OPERATOR.matcher(token).matches()) {
      throw new IllegalArgumentException("nobody expects " + token);
    }
    return token;
  }

  private boolean isNext(String token) {
    return token.equals(left.peek());
  }

  private boolean take(String token) {
    boolean next = isNext(token);
    if (next) {
      left.remove();
    }
    return next;
  }

  private void expect(String token) {
    if (!take(token)) {
      throw new IllegalArgumentException(token + " is missing");
    }
  }
}
