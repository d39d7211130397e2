package org.betor.testkit;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.betor.api.model.Language;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.api.spi.Setting;

/** What of a {@link ProviderInfo} must stay the same. */
record Identity(
    String id,
    String name,
    List<Language> languages,
    List<URI> homes,
    Set<Query.Field> understands,
    List<Setting> settings) {

  static Identity of(ProviderInfo info) {
    return new Identity(
        info.id(),
        info.name(),
        info.languages(),
        info.homes(),
        info.understands(),
        info.settings());
  }
}
