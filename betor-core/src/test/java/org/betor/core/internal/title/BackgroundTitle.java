package org.betor.core.internal.title;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A work as lines of IMDb's files.
 *
 * @param basics the fields of title.basics behind originalTitle
 * @param brazilian its name in Brazil; null if it has none of its own
 * @param rating the fields of title.ratings; null if nobody has voted
 */
record BackgroundTitle(
    String id,
    String type,
    String primary,
    String original,
    List<String> basics,
    @Nullable String brazilian,
    @Nullable List<String> rating) {

  String basicsLine() {
    return String.join("\t", id, type, primary, original, String.join("\t", basics));
  }

  List<String> akaLines() {
    List<String> lines = new ArrayList<>();
    lines.add(akaLine(1, original, "\\N", "original", "1"));
    lines.add(akaLine(2, primary, "US", "imdbDisplay", "0"));
    lines.add(akaLine(3, original, "FR", "\\N", "0"));
    if (brazilian != null) {
      lines.add(akaLine(4, brazilian, "BR", "imdbDisplay", "0"));
      lines.add(akaLine(5, brazilian, "PT", "\\N", "0"));
    }
    return lines;
  }

  List<String> ratingLines() {
    return rating == null ? List.of() : List.of(id + "\t" + String.join("\t", rating));
  }

  private String akaLine(int ordering, String name, String region, String types, String original) {
    return String.join("\t", id, "" + ordering, name, region, "\\N", types, "\\N", original);
  }
}
