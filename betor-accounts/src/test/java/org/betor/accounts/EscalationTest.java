package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.betor.accounts.AccountsException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever people do in whatever order, nobody rises above themselves. */
class EscalationTest {
  private static final int STEPS = 600;

  private static final Set<Act> ALL =
      EnumSet.of(
          Act.CREATE_USER,
          Act.RENAME_USER,
          Act.CHANGE_EMAIL,
          Act.CHANGE_PASSWORD,
          Act.ASSIGN_ROLE,
          Act.DEACTIVATE_USER,
          Act.ACTIVATE_USER,
          Act.BAN_USER,
          Act.LIFT_BAN,
          Act.ERASE_USER,
          Act.ADD_ROLE,
          Act.REMOVE_ROLE,
          Act.GRANT_PERMISSION,
          Act.WITHHOLD_PERMISSION,
          Act.INHERIT_PERMISSION);

  private final Community community = community();
  private final Users users = community.users;
  private final Roles roles = community.roles;
  private final Random random = new Random(7);

  @AfterEach
  void close() throws SQLException {
    community.close();
  }

  @Test
  void noSequenceOfActsTouchesWhatIsNotBelowWhoActs() throws SQLException {
    for (Role role : roles.all()) {
      community.person("one" + role.name(), role.name());
      community.person("two" + role.name(), role.name());
    }
    Set<Act> done = EnumSet.noneOf(Act.class);
    Ranking before = Ranking.of(community);
    for (int step = 0; step < STEPS; step++) {
      User actor = any(before.byName());
      User target = any(before.byName());
      boolean happened = attempt(() -> act(actor.id(), target.id()));
      Ranking after = Ranking.of(community);
      after.assertSomebodyMayDoEverything();
      if (!actor.role().equals(Role.SUPER_ADMIN)) { // they are below nobody
        before.assertNobodyRoseBy(actor, after);
        if (happened) {
          done.add(community.accounts.audit().latest(1).get(0).act());
        }
      }
      before = after;
    }

    assertThat(done).isEqualTo(ALL);
  }

  private void act(UserId by, UserId whom) {
    String role = any(roles.all()).name();
    Permission permission = any(List.of(Permission.values()));
    String name = "name" + random.nextInt(1_000);
    switch (random.nextInt(18)) {
      case 0 -> users.assign(by, whom, role);
      case 1 -> users.deactivate(by, whom);
      case 2, 3 -> users.activate(by, whom);
      case 4 -> users.ban(by, whom, Ban.forGood(""));
      case 5, 6 -> users.liftBan(by, whom);
      case 7 -> roles.grant(by, role, permission);
      case 8 -> roles.withhold(by, role, permission);
      case 9 -> roles.inherit(by, role, permission);
      case 10, 11 -> roles.add(by, name, random.nextInt(5500));
      case 12 -> roles.remove(by, role);
      case 13, 14 -> users.create(by, Community.newUser(name), role);
      case 15 -> users.rename(by, whom, name);
      case 16 -> users.changeEmail(by, whom, name + "@example.org");
      default -> changePasswordOrErase(by, whom);
    }
  }

  private void changePasswordOrErase(UserId by, UserId whom) {
    if (random.nextBoolean()) {
      users.changePassword(by, whom, "another password");
    } else {
      users.erase(by, whom);
    }
  }

  /** Whether it was not refused. */
  private static boolean attempt(Runnable act) {
    try {
      act.run();
      return true;
    } catch (AccountsException refused) {
      assertThat(refused.reason()).isNotEqualTo(Reason.DATABASE);
      return false;
    }
  }

  private <T> T any(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  Community community() {
    return new Community();
  }
}
