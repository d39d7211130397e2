package org.betor.mods.internal.list;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which mods are wanted; any where nothing is said.
 *
 * @param tags that a mod has all of
 * @param games that are all of them a mod's
 * @param sources of which one is a mod's
 * @param namePart that a mod's name has in it, as {@link IndexedMod#fold} gives it
 * @param needing whether a mod is known to need others
 */
public record ModFilter(
    List<String> tags,
    List<String> games,
    List<String> sources,
    String namePart,
    Optional<Boolean> needing) {

  Predicate<IndexedMod> wanted() {
    long partMarks = Marks.ofLetters(namePart);
    long tagMarks = Marks.ofTexts(tags);
    return mod ->
        Marks.mayHave(mod.nameMarks(), partMarks)
            && Marks.mayHave(mod.tagMarks(), tagMarks)
            && (games.isEmpty() || games.stream().allMatch(mod.game()::equals))
            && (sources.isEmpty() || sources.contains(mod.source()))
            && (needing.isEmpty() || needing.get() == mod.needs())
            && (tags.isEmpty() || mod.tags().containsAll(tags))
            && (namePart.isEmpty() || mod.foldedName().contains(namePart));
  }
}
