package org.betor.api.spi;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.betor.api.model.Language;

/** Who a provider is: a constant, known without I/O. Immutable. */
public final class ProviderInfo {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");

  private final String id;
  private final String name;
  private final List<Language> languages;
  private final List<URI> homes;
  private final Set<Query.Field> understands;
  private final List<Setting> settings;

  private ProviderInfo(Builder builder) {
    this.id = builder.id;
    this.name = builder.name;
    this.languages = List.copyOf(builder.languages);
    this.homes = List.copyOf(builder.homes);
    this.understands = Set.copyOf(builder.understands);
    this.settings = List.copyOf(builder.settings);
    if (homes.isEmpty()) {
      throw new IllegalArgumentException("the provider " + id + " names no home");
    }
  }

  /**
   * Starts the description of a provider.
   *
   * @param id unique among all providers and stable for ever: 2 to 40 lower-case letters, digits
   *     and hyphens, a letter first; not {@code btih} or {@code btmh}
   * @param name how people call it
   */
  public static Builder of(String id, String name) {
    return new Builder(id, name);
  }

  /** The unique and stable id. */
  public String id() {
    return id;
  }

  /** How people call it. */
  public String name() {
    return name;
  }

  /** The languages of the site, the main one first. */
  public List<Language> languages() {
    return languages;
  }

  /** The addresses of the site, the preferred one first; at least one. Each ends in a slash. */
  public List<URI> homes() {
    return homes;
  }

  /** What of a query the provider makes use of. */
  public Set<Query.Field> understands() {
    return understands;
  }

  /** The settings that it reads. */
  public List<Setting> settings() {
    return settings;
  }

  @Override
  public String toString() {
    return "%s (%s)".formatted(name, id);
  }

  /** Collects the description of a provider. */
  public static final class Builder {
    private final String id;
    private final String name;
    private final List<Language> languages = new ArrayList<>();
    private final List<URI> homes = new ArrayList<>();
    private final Set<Query.Field> understands = EnumSet.of(Query.Field.TEXT);
    private final List<Setting> settings = new ArrayList<>();

    private Builder(String id, String name) {
      if (!ID.matcher(id).matches() || id.equals("btih") || id.equals("btmh")) {
        throw new IllegalArgumentException(
            "a provider's id is 2 to 40 lower-case letters, digits and hyphens, got \"%s\""
                .formatted(id));
      }
      this.id = id;
      this.name = name;
    }

    /** A language of the site, as a BCP 47 tag; the main one first. */
    public Builder language(String tag) {
      languages.add(new Language(tag));
      return this;
    }

    /** An address of the site, absolute, over HTTP; the preferred one first. */
    public Builder home(String address) {
      homes.add(home(URI.create(address)));
      return this;
    }

    /** What of a query it makes use of, besides the text. */
    public Builder understands(Query.Field... fields) {
      understands.addAll(List.of(fields));
      return this;
    }

    /** The settings that it reads. */
    public Builder settings(Collection<Setting> settings) {
      this.settings.addAll(settings);
      return this;
    }

    /** The description. */
    public ProviderInfo build() {
      return new ProviderInfo(this);
    }

    private static URI home(URI address) {
      if (!("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
          || address.getHost() == null) {
        throw new IllegalArgumentException("a home is an http or https address, got " + address);
      }
      String text = address.toString();
      return text.endsWith("/") ? address : URI.create(text + "/");
    }
  }
}
