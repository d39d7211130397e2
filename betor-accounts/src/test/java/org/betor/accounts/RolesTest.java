package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.accounts.Refusals.assertRefused;

import java.sql.SQLException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.api.model.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RolesTest {
  private final Community community = community();
  private final Accounts accounts = community.accounts;
  private final Roles roles = community.roles;
  private final UserId ana = community.ana.id();

  @AfterEach
  void close() throws SQLException {
    community.close();
  }

  private Role role(String name) {
    return roles.find(name).orElseThrow();
  }

  @Test
  void sixAreThereAtTheStartWithRoomBetweenThem() {
    assertThat(roles.all())
        .extracting(Role::name)
        .containsExactly("Guest", "User", "Supervisor", "Manager", "Admin", "SuperAdmin");
    assertThat(roles.all())
        .extracting(Role::weight)
        .containsExactly(0, 1000, 2000, 3000, 4000, 5000);
    assertThat(role("guest").permissions()).containsExactly(Permission.SEARCH);
    assertThat(role("superadmin").permissions()).containsExactlyInAnyOrder(Permission.values());
  }

  @Test
  void aHeavierRoleHasWhatLighterOnesHave() {
    for (int i = 1; i < roles.all().size(); i++) {
      assertThat(roles.all().get(i).permissions())
          .containsAll(roles.all().get(i - 1).permissions());
    }
  }

  @Test
  void aNewRoleStandsBetweenTwoAndHasWhatIsBelowIt() {
    Role trusted = roles.add(ana, "Trusted", 1500);

    assertThat(trusted.permissions()).isEqualTo(role(Role.USER).permissions());
    roles.grant(ana, "trusted", Permission.APPROVE_UPLOADS);
    User bia = community.person("Bia", "Trusted");
    assertThat(accounts.may(bia.id(), Permission.APPROVE_UPLOADS)).isTrue();
    assertThat(accounts.may(bia.id(), Permission.BAN)).isFalse();
    assertThat(accounts.viewer(bia.id())).isEqualTo(new Viewer(bia.id().toString(), 1500));
  }

  @Test
  void namesAndWeightsAreTakenOnce() {
    roles.add(ana, "Trusted", 1500);

    assertRefused(Reason.NAME_TAKEN, () -> roles.add(ana, "TRUSTED", 1600));
    assertRefused(Reason.WEIGHT_TAKEN, () -> roles.add(ana, "Other", 1500));
    assertRefused(Reason.INVALID, () -> roles.add(ana, "Other", -1));
    assertRefused(Reason.INVALID, () -> roles.add(ana, " ", 1700));
  }

  @Test
  void whatIsWithheldIsWithheldFromOneRoleOnly() {
    roles.withhold(ana, Role.USER, Permission.UPLOAD);

    assertThat(role(Role.USER).has(Permission.UPLOAD)).isFalse();
    assertThat(role(Role.USER).has(Permission.DOWNLOAD)).isTrue();
    assertThat(role(Role.SUPERVISOR).has(Permission.UPLOAD)).isTrue();
    roles.grant(ana, Role.USER, Permission.UPLOAD);
    assertThat(role(Role.USER).has(Permission.UPLOAD)).isTrue();
  }

  @Test
  void aGrantByMistakeCanBeTakenBack() {
    roles.grant(ana, Role.GUEST, Permission.BAN);
    assertThat(role(Role.USER).has(Permission.BAN)).isTrue();

    roles.inherit(ana, Role.GUEST, Permission.BAN);

    assertThat(role(Role.USER).has(Permission.BAN)).isFalse();
    assertThat(role(Role.MANAGER).has(Permission.BAN)).isTrue();
  }

  @Test
  void whatIsTakenFromALighterRoleStaysWithWhoTakesItAndThoseAbove() {
    User admin = community.person("Bia", Role.ADMIN);

    roles.inherit(admin.id(), Role.USER, Permission.UPLOAD);

    assertThat(role(Role.MANAGER).has(Permission.UPLOAD)).isFalse();
    assertThat(role(Role.ADMIN).has(Permission.UPLOAD)).isTrue();
    assertThat(role(Role.SUPER_ADMIN).has(Permission.UPLOAD)).isTrue();
  }

  @Test
  void nobodyTouchesTheirOwnRoleOrOneAbove() {
    User admin = community.person("Bia", Role.ADMIN);

    for (String role : new String[] {Role.ADMIN, Role.SUPER_ADMIN}) {
      assertRefused(Reason.FORBIDDEN, () -> roles.grant(admin.id(), role, Permission.BAN));
      assertRefused(Reason.FORBIDDEN, () -> roles.withhold(admin.id(), role, Permission.BAN));
      assertRefused(Reason.FORBIDDEN, () -> roles.inherit(admin.id(), role, Permission.BAN));
      assertRefused(Reason.FORBIDDEN, () -> roles.remove(admin.id(), role));
    }
    assertRefused(Reason.FORBIDDEN, () -> roles.add(admin.id(), "Above", 4001));
    assertRefused(Reason.FORBIDDEN, () -> roles.add(ana, "Above", 5001));
    assertRefused(Reason.FORBIDDEN, () -> roles.withhold(ana, Role.SUPER_ADMIN, Permission.BAN));
  }

  @Test
  void nobodyGivesAPermissionThatTheyLack() {
    User admin = community.person("Bia", Role.ADMIN);
    User user = community.person("Caio", Role.USER);
    assertRefused(
        Reason.FORBIDDEN, () -> roles.grant(admin.id(), Role.USER, Permission.MANAGE_SETTINGS));

    roles.withhold(ana, Role.ADMIN, Permission.BAN);

    assertRefused(Reason.FORBIDDEN, () -> roles.grant(admin.id(), Role.USER, Permission.BAN));
    assertRefused(
        Reason.FORBIDDEN, () -> community.users.assign(admin.id(), user.id(), Role.MANAGER));
  }

  @Test
  void aRoleThatSomebodyHasStays() {
    roles.add(ana, "Trusted", 1500);
    User bia = community.person("Bia", "Trusted");

    assertRefused(Reason.ROLE_IN_USE, () -> roles.remove(ana, "Trusted"));
    assertRefused(Reason.ROLE_IN_USE, () -> roles.remove(ana, Role.MANAGER));
    community.users.assign(ana, bia.id(), Role.USER);
    roles.remove(ana, "Trusted");
    assertThat(roles.find("Trusted")).isEmpty();
    assertRefused(Reason.UNKNOWN_ROLE, () -> community.person("Caio", "Trusted"));
  }

  Community community() {
    return new Community();
  }
}
