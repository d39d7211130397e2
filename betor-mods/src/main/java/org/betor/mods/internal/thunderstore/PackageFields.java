package org.betor.mods.internal.thunderstore;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModDetails.Picture;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModVersion;

/**
 * What an answer says of a package.
 *
 * @param latest its newest version, within the answer
 */
record PackageFields(PackageName name, Fields answer, Fields latest) {
  private static final Pattern VERSION = Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}");

  PackageFields(PackageName name, Fields answer) {
    this(name, answer, answer.fields("latest"));
  }

  /**
   * The package.
   *
   * @throws IOException if the answer is about something else
   */
  ModDetails details() throws IOException {
    ModDetails.Builder mod =
        ModDetails.of(name.key(), name.name().replace('_', ' ').strip(), version())
            .description(latest.text("description"))
            .fileName("%s-%s.zip".formatted(name.key().id(), version().handle()))
            .tags(tags());
    answer.time("date_created").ifPresent(mod::created);
    game().ifPresent(mod::game);
    latest.address("icon").ifPresent(icon -> mod.pictures(List.of(logo(icon))));
    latest.address("download_url").ifPresent(mod::file);
    latest.texts("dependencies").ifPresent(needs -> mod.needs(keys(needs)));
    return mod.build();
  }

  private ModVersion version() throws IOException {
    String number = latest.text("version_number");
    Optional<Instant> created = latest.time("date_created");
    boolean isIt = answer.text("full_name").equals(name.key().id());
    if (!isIt || !VERSION.matcher(number).matches() || created.isEmpty()) {
      throw new IOException("it does not say what is new of " + name.key());
    }
    return new ModVersion(number, created.get());
  }

  private Optional<String> game() {
    return answer.list("community_listings").stream()
        .filter(listing -> !listing.text("review_status").equals("rejected"))
        .map(listing -> listing.text("community"))
        .filter(Communities::isId)
        .findFirst();
  }

  /** Its categories, and what the site shows beside them. */
  private Set<String> tags() {
    Set<String> tags = new TreeSet<>();
    for (Fields listing : answer.list("community_listings")) {
      tags.addAll(listing.texts("categories").orElse(List.of()));
      if (listing.isTrue("has_nsfw_content")) {
        tags.add("NSFW");
      }
    }
    if (answer.isTrue("is_deprecated")) {
      tags.add("Deprecated");
    }
    tags.removeIf(String::isBlank);
    return tags;
  }

  private static List<ModKey> keys(List<String> dependencies) {
    return dependencies.stream()
        .flatMap(text -> PackageName.parse(text).stream())
        .map(PackageName::key)
        .distinct()
        .toList();
  }

  private static Picture logo(URI address) {
    return new Picture(Picture.Kind.LOGO, address);
  }
}
