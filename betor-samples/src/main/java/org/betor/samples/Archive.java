package org.betor.samples;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers requests like the Internet Archive does. Immutable. */
final class Archive implements Website {
  private static final Pattern ITEM = Pattern.compile("(metadata|details)/([^/]+)/?");
  private static final Pattern FILE = Pattern.compile("(download|1/items)/([^/]+)/([^/]+)");

  private final ArchiveSearch search;
  private final Map<String, SampleItem> items;

  Archive(List<SampleItem> items) {
    this.search = new ArchiveSearch(items);
    this.items =
        items.stream().collect(toUnmodifiableMap(SampleItem::identifier, Function.identity()));
  }

  @Override
  public Answer answer(Request request) {
    if (request.path().equals("advancedsearch.php")) {
      return search.answer(Parameters.of(request.rawQuery()));
    }
    Matcher item = ITEM.matcher(request.path());
    if (item.matches()) {
      return item.group(1).equals("metadata") ? record(item.group(2)) : details(item.group(2));
    }
    Matcher file = FILE.matcher(request.path());
    return file.matches() ? file(request, file.group(1), file.group(2), file.group(3)) : missing();
  }

  /** An item that is not there has an empty record. */
  private Answer record(String identifier) {
    SampleItem item = items.get(identifier);
    return Answer.json(item == null ? "{}" : ItemRecord.of(item));
  }

  private Answer details(String identifier) {
    SampleItem item = items.get(identifier);
    return item == null || item.isDark()
        ? missing()
        : Answer.html(
            200, "<html><body><h1>%s</h1></body></html>".formatted(Html.escape(item.title())));
  }

  /** Downloads lead to the machine that has the file. */
  private Answer file(Request request, String service, String identifier, String name) {
    SampleItem item = items.get(identifier);
    if (item == null || !name.equals(identifier + "_archive.torrent") || item.torrent().isEmpty()) {
      return missing();
    }
    if (item.isWithheld()) {
      return Answer.html(403, "<h1>Item not available</h1>");
    }
    return service.equals("download")
        ? Answer.redirect(302, "%s1/items/%s/%s".formatted(request.home(), identifier, name))
        : torrent(item);
  }

  private static Answer torrent(SampleItem item) {
    String name = item.torrent().map(SampleTorrent::name).orElseThrow();
    return Answer.torrent(TorrentFile.of(name).withComment("made up"));
  }

  private static Answer missing() {
    return Answer.html(404, "<html><body><h1>Page not found</h1></body></html>");
  }
}
