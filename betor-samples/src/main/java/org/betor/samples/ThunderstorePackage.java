package org.betor.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A version of a package that a {@link FakeThunderstore} has. Immutable.
 *
 * <pre>{@code
 * ThunderstorePackage.of("Gardeners", "LanternKit", "1.2.0")
 *     .file("manifest.json", "{}")
 *     .needs("Gardeners-SeedLibrary-0.9.1")
 *     .build();
 * }</pre>
 */
public final class ThunderstorePackage {
  private final Builder facts;

  private ThunderstorePackage(Builder facts) {
    this.facts = facts;
  }

  /** A package of a team, with a name and a version such as {@code 1.2.0}. */
  public static Builder of(String namespace, String name, String version) {
    return new Builder(namespace, name, version);
  }

  /** Its team. */
  public String namespace() {
    return facts.namespace;
  }

  /** Its name, unique within its team. */
  public String name() {
    return facts.name;
  }

  /** Its version. */
  public String version() {
    return facts.version;
  }

  /** Such as {@code Gardeners-LanternKit}. */
  public String fullName() {
    return facts.namespace + "-" + facts.name;
  }

  /** Its files by their names. */
  public Map<String, byte[]> files() {
    return facts.files;
  }

  /** The archive as it is sent, deflated. */
  public byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : facts.files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  boolean isDeprecated() {
    return facts.deprecated;
  }

  /** As an answer about the newest version has it. */
  Map<String, Object> latest(String home) {
    Map<String, Object> latest = new LinkedHashMap<>();
    latest.put("namespace", facts.namespace);
    latest.put("name", facts.name);
    latest.put("version_number", facts.version);
    latest.put("full_name", fullName() + "-" + facts.version);
    latest.put("description", facts.description);
    latest.put("icon", "%sicons/%s.png".formatted(home, fullName()));
    latest.put("dependencies", facts.needs);
    latest.put("download_url", home + "package/download/" + path());
    latest.put("downloads", 1_234);
    latest.put("date_created", facts.created.toString());
    latest.put("website_url", "");
    latest.put("is_active", true);
    return latest;
  }

  /** Such as {@code Gardeners/LanternKit/1.2.0/}. */
  String path() {
    return "%s/%s/%s/".formatted(facts.namespace, facts.name, facts.version);
  }

  @Override
  public String toString() {
    return fullName() + "-" + facts.version;
  }

  /** Says what is in a package. */
  public static final class Builder {
    private final String namespace;
    private final String name;
    private final String version;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<String> needs = new ArrayList<>();
    private String description = "";
    private boolean deprecated;
    private Instant created = Instant.parse("2025-06-01T08:00:00.123456Z");

    private Builder(String namespace, String name, String version) {
      this.namespace = namespace;
      this.name = name;
      this.version = version;
    }

    /** A file; its name may lead anywhere. */
    public Builder file(String path, String text) {
      return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file; its name may lead anywhere. */
    public Builder file(String path, byte[] bytes) {
      files.put(path, bytes);
      return this;
    }

    /** What it needs, such as {@code Gardeners-SeedLibrary-0.9.1}. */
    public Builder needs(String... packages) {
      needs.addAll(List.of(packages));
      return this;
    }

    /** What it says of itself. */
    public Builder description(String description) {
      this.description = description;
      return this;
    }

    /** When this version was published. */
    public Builder created(Instant created) {
      this.created = created;
      return this;
    }

    /** Its team has given it up. */
    public Builder deprecated() {
      this.deprecated = true;
      return this;
    }

    /** The package. */
    public ThunderstorePackage build() {
      Builder facts = new Builder(namespace, name, version);
      facts.files.putAll(files);
      facts.needs.addAll(needs);
      facts.description = description;
      facts.deprecated = deprecated;
      facts.created = created;
      return new ThunderstorePackage(facts);
    }
  }
}
