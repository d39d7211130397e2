package org.betor.core.internal.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.core.internal.catalog.LogEntry.Part;

/** All that a batch writes under one key. */
record Merge(ReleaseKey key, List<Part> parts) {

  static Collection<Merge> of(List<Part> batch) {
    Map<ReleaseKey, Merge> merges = new LinkedHashMap<>();
    for (Part part : batch) {
      merges
          .computeIfAbsent(part.release().key(), key -> new Merge(key, new ArrayList<>()))
          .parts
          .add(part);
    }
    return merges.values();
  }

  /** A batch in pieces that only put, or only remove, in their order. */
  static List<List<Part>> pieces(List<Part> batch) {
    List<List<Part>> pieces = new ArrayList<>();
    for (int from = 0; from < batch.size(); ) {
      int to = from + 1;
      while (to < batch.size() && batch.get(to).removes() == batch.get(from).removes()) {
        to++;
      }
      pieces.add(batch.subList(from, to));
      from = to;
    }
    return pieces;
  }

  /** What is written under the key when this is, too. */
  Release onto(Release own) {
    return own.sections().isEmpty() && parts.size() == 1
        ? parts.get(0).release()
        : own.with(sections());
  }

  /** The record of what this gave, which may be at hand. */
  byte[] record(Release own) {
    return parts.get(0).release().equals(own) ? parts.get(0).record() : PackedJson.of(own);
  }

  private List<Section> sections() {
    return parts.stream().flatMap(part -> part.release().sections().stream()).toList();
  }
}
