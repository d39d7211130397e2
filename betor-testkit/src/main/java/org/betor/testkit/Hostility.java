package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.betor.api.spi.SiteException;

/** A search among hostile pages. */
final class Hostility {
  private Hostility() {}

  /** Nothing readable comes, so nothing may be found. */
  static void everyPage(ProviderContract contract, HostilePage hostile) {
    RecordedVisit visit = search(contract, (page, fetch) -> hostile.insteadOf(page));

    if (hostile != HostilePage.TRUNCATED) {
      assertThat(visit.posts()).as("posts in pages that nobody can read").isEmpty();
    }
  }

  /** The search page comes whole, and the posts behind it do not. */
  static void laterPages(ProviderContract contract, HostilePage hostile) {
    search(contract, (page, fetch) -> fetch == 1 ? page : hostile.insteadOf(page));
  }

  private static RecordedVisit search(ProviderContract contract, RecordedSite.Damage damage) {
    RecordedVisit visit = contract.site().damaged(damage).visit();
    Attempt.of(() -> contract.provider().search(contract.query(), visit))
        .endedBy(SiteException.class);
    assertThat(visit.emptyProof()).as("proof that the site has nothing").isEmpty();
    return visit;
  }
}
