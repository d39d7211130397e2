package org.betor.site;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Finds when a post was published. A day without a time is taken as its start in UTC. */
final class PublishedDate {
  /** A page has one or two dates; what has hundreds is no page for people. */
  private static final int MAX_PLACES = 10;

  /** No date has more characters, and what stands behind it is no part of it. */
  private static final int MAX_CHARS = 200;

  private static final List<String> MONTHS =
      List.of("jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez");
  private static final Pattern DATE_IN_DATA =
      Pattern.compile("\"datePublished\"\\s*:\\s*\"([^\"]{8,40})\"");
  private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern BRAZILIAN_DAY =
      Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})");
  private static final Pattern DAY_IN_WORDS =
      Pattern.compile("(\\d{1,2})o? de (\\p{L}{3})\\p{L}* de (\\d{4})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(?<!\\p{L})(\\p{L}{3})\\p{L}* (\\d{1,2}), (\\d{4})(?!\\d)");

  private PublishedDate() {}

  /** The date in the surest place; themes and search engine plugins have several. */
  static Optional<Instant> of(SitePage page) {
    List<Element> metas = page.tagged("meta");
    return date(metas, meta -> is(meta, "property", "article:published_time"))
        .or(() -> date(page.tagged("script"), script -> is(script, "type", "application/ld+json")))
        .or(() -> date(page.tagged("time"), PublishedDate::isMarked))
        .or(() -> date(page.document().stream(), PublishedDate::isMarked))
        .or(() -> date(metas, meta -> is(meta, "property", "og:updated_time")));
  }

  private static Optional<Instant> date(List<Element> elements, Predicate<Element> place) {
    return date(elements.stream(), place);
  }

  private static Optional<Instant> date(Stream<Element> elements, Predicate<Element> place) {
    return elements
        .filter(place)
        .limit(MAX_PLACES)
        .flatMap(PublishedDate::said)
        .map(PublishedDate::cut)
        .flatMap(text -> parse(text).stream())
        .findFirst();
  }

  private static boolean isMarked(Element element) {
    return is(element, "itemprop", "datePublished") || element.hasClass("entry-date");
  }

  private static boolean is(Element element, String attribute, String value) {
    return element.attr(attribute).equalsIgnoreCase(value);
  }

  private static Stream<String> said(Element element) {
    return switch (element.normalName()) {
      case "meta" -> Stream.of(element.attr("content"));
      case "script" ->
          DATE_IN_DATA
              .matcher(element.data())
              .results()
              .limit(MAX_PLACES)
              .map(date -> date.group(1));
      default -> Stream.of(element.attr("datetime"), start(element));
    };
  }

  /** The first words of an element; to read all of them costs what is nested once per level. */
  private static String start(Element element) {
    StringBuilder words = new StringBuilder();
    Iterator<TextNode> texts = element.nodeStream(TextNode.class).iterator();
    while (texts.hasNext() && words.length() < MAX_CHARS) {
      TextNode text = texts.next();
      words.append(text.isBlank() ? "" : cut(text.getWholeText().strip() + " "));
    }
    return words.toString();
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), MAX_CHARS));
  }

  /** Reads ISO 8601, {@code 31/12/2022}, {@code 12 de outubro de 2022}, {@code julho 11, 2021}. */
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeParseException noOffset) {
      return day(Folded.of(text)).map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
  }

  /** The first form that is in the text and names a day that there is. */
  private static Optional<LocalDate> day(String text) {
    return Stream.of(
            days(ISO_DAY, text, day -> day(day.group(1), day.group(2), day.group(3))),
            days(BRAZILIAN_DAY, text, day -> day(day.group(3), day.group(2), day.group(1))),
            days(DAY_IN_WORDS, text, day -> day(day.group(3), month(day.group(2)), day.group(1))),
            days(MONTH_FIRST, text, day -> day(day.group(3), month(day.group(1)), day.group(2))))
        .flatMap(days -> days)
        .findFirst();
  }

  private static Stream<LocalDate> days(
      Pattern form, String text, Function<MatchResult, Optional<LocalDate>> day) {
    return form.matcher(text).results().flatMap(found -> day.apply(found).stream());
  }

  /** The number of a month, or one that no month has. */
  private static String month(String abbreviation) {
    return Integer.toString(MONTHS.indexOf(abbreviation) + 1);
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
