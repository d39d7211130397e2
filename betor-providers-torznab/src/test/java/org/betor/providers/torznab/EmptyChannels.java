package org.betor.providers.torznab;

import java.util.ArrayList;
import java.util.List;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.Visit;
import org.betor.testkit.ForwardingVisit;

/** A visit to an endpoint that has nothing, and knows what it was asked. */
final class EmptyChannels extends ForwardingVisit {
  private final List<String> asked = new ArrayList<>();

  EmptyChannels(Visit visit) {
    super(visit);
  }

  /** The questions besides that for caps, without page and key. */
  List<String> asked() {
    return asked;
  }

  @Override
  public Page fetch(PageRequest request) {
    String query = request.address().getRawQuery();
    if (query.startsWith("t=caps")) {
      return super.fetch(request);
    }
    asked.add(query.replaceFirst("&extended=.*", ""));
    return Feeds.xml(Feeds.feed());
  }
}
