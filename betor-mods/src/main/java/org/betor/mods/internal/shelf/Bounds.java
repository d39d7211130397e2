package org.betor.mods.internal.shelf;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModVersion;
import org.betor.mods.internal.database.Micros;
import org.betor.mods.internal.database.PlainText;

/** How much of what a source says is kept. */
final class Bounds {
  static final int NAME = 1000;
  static final int SUMMARY = 10_000;
  static final int DESCRIPTION = 500_000;
  static final int ADDRESS = 4000;
  static final int GAME = 200;
  static final int MESSAGE = 2000;
  static final int FAILURES = 20;
  static final int PICTURES = 100;
  static final int TYPE = 100;
  private static final int TAG = 200;
  private static final int TAGS = 200;
  private static final int NEEDS = 5000;
  private static final int KEY = 400;

  private Bounds() {}

  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  static List<String> tags(Iterable<String> tags) {
    return stream(tags).map(tag -> PlainText.of(cut(tag, TAG))).distinct().limit(TAGS).toList();
  }

  static List<ModKey> needs(List<ModKey> needs) {
    return needs.stream().filter(key -> key.toString().length() <= KEY).limit(NEEDS).toList();
  }

  /** As it is once it was kept. */
  static ModVersion kept(ModVersion version) {
    return new ModVersion(
        PlainText.of(cut(version.handle(), NAME)), Micros.instant(Micros.of(version.updated())));
  }

  private static Stream<String> stream(Iterable<String> texts) {
    return StreamSupport.stream(texts.spliterator(), false);
  }
}
