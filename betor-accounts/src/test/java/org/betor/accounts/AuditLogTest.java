package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.accounts.Community.address;
import static org.betor.accounts.Refusals.assertRefused;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.betor.accounts.AccountsException.Reason;
import org.betor.api.spi.SeedOptions;
import org.betor.testkit.MemoryCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  @TempDir private Path folder;

  private final Community community = community();
  private final AuditLog audit = community.accounts.audit();
  private final Users users = community.users;
  private final UserId ana = community.ana.id();

  @AfterEach
  void close() throws SQLException {
    community.close();
  }

  @Test
  void everyPrivilegedActHasItsLine() throws Exception {
    User bia = community.person("Bia", Role.USER);
    users.rename(ana, bia.id(), "Beatriz");
    users.changeEmail(ana, bia.id(), "beatriz@example.org");
    users.changePassword(ana, bia.id(), "another password");
    users.assign(ana, bia.id(), Role.MANAGER);
    users.deactivate(ana, bia.id());
    users.activate(ana, bia.id());
    users.ban(ana, bia.id(), Ban.forGood("spam"));
    users.liftBan(ana, bia.id());
    users.export(ana, bia.id());
    community.accounts.tokens().sessions(ana, bia.id());
    users.erase(ana, bia.id());
    community.roles.add(ana, "Trusted", 1500);
    community.roles.grant(ana, "Trusted", Permission.BAN);
    community.roles.withhold(ana, "Trusted", Permission.BAN);
    community.roles.inherit(ana, "Trusted", Permission.BAN);
    community.roles.remove(ana, "Trusted");
    reuseATokenOf(ana);
    community.accounts.tokens().revokeAll(ana, ana);
    community.accounts.tokens().rotate(ana);
    decideUponUploads();
    community.accounts.ratios().setRule(ana, new RatioRule(0.5, 0));
    community.accounts.ratios().setMinimum(ana, ana, 0.7);
    community.accounts.ratios().adjust(ana, ana, 1, 0, "a gift");

    List<AuditEntry> entries = audit.latest(100);

    assertThat(entries).extracting(AuditEntry::act).contains(Act.values());
    assertThat(entries).extracting(AuditEntry::actor).containsOnly(community.ana.pseudonym());
    assertThat(entries.toString())
        .doesNotContain("Beatriz", "beatriz@example.org", "another password", "argon2");
  }

  private void reuseATokenOf(UserId user) {
    Tokens tokens = community.accounts.tokens();
    Tokens.Pair first = tokens.issue(user, address("192.0.2.1"));
    tokens.refresh(tokens.refresh(first.refresh()).refresh());
    assertRefused(Reason.REUSED_TOKEN, () -> tokens.refresh(first.refresh()));
  }

  private void decideUponUploads() throws Exception {
    NewUpload sintel =
        new NewUpload("Sintel", "", List.of(), 0, FreeFilm.in(folder, SeedOptions.PLAIN));
    try (MemoryCatalog catalog = new MemoryCatalog()) {
      Uploads uploads = community.accounts.uploads(catalog);
      uploads.refuse(ana, uploads.submit(ana, sintel).id(), "no");
      Submission second = uploads.submit(ana, sintel);
      uploads.approve(ana, second.id());
      uploads.delete(ana, second.id(), "old");
    }
  }

  @Test
  void aLineSaysWhoDidWhatToWhomAndWhen() {
    User bia = community.person("Bia", Role.USER);
    community.time.advance(Duration.ofHours(1));
    users.assign(ana, bia.id(), Role.MANAGER);

    AuditEntry entry = audit.latest(1).get(0);

    assertThat(entry.time()).isEqualTo(community.time.instant());
    assertThat(entry.actor()).isEqualTo(community.ana.pseudonym());
    assertThat(entry.act()).isEqualTo(Act.ASSIGN_ROLE);
    assertThat(entry.subject()).contains(bia.pseudonym());
    assertThat(entry.details()).isEqualTo("from User to Manager");
  }

  @Test
  void whatIsRefusedLeavesNoLine() {
    User bia = community.person("Bia", Role.MANAGER);
    List<AuditEntry> before = audit.latest(100);

    assertRefused(Reason.FORBIDDEN, () -> users.ban(bia.id(), ana, Ban.forGood("")));
    assertRefused(Reason.NAME_TAKEN, () -> users.rename(ana, bia.id(), "Ana"));

    assertThat(audit.latest(100)).isEqualTo(before);
  }

  @Test
  void anActThatCannotBeWrittenDownDoesNotHappen() throws SQLException {
    User bia = community.person("Bia", Role.USER);
    community.execute("drop table betor_audit");

    assertRefused(Reason.DATABASE, () -> users.ban(ana, bia.id(), Ban.forGood("")));

    assertThat(users.find(bia.id())).contains(bia);
  }

  @Test
  void pagesFollowEachOther() {
    for (int i = 0; i < 5; i++) {
      community.person("User" + i, Role.USER);
    }

    List<AuditEntry> first = audit.latest(4);
    List<AuditEntry> second = audit.before(first.get(3).id(), 4);

    assertThat(second).hasSize(2);
    assertThat(second.get(1).act()).isEqualTo(Act.SET_UP);
  }

  Community community() {
    return new Community();
  }
}
