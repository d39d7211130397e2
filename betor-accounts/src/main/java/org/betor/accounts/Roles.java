package org.betor.accounts;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.internal.database.Database;
import org.betor.accounts.internal.people.Actor;
import org.betor.accounts.internal.people.Acts;
import org.betor.accounts.internal.people.Folded;
import org.betor.accounts.internal.people.RoleTable;
import org.betor.accounts.internal.people.Texts;
import org.betor.accounts.internal.people.UserTable;

/**
 * Roles, from {@link Role#GUEST} to {@link Role#SUPER_ADMIN}. To change them needs {@link
 * Permission#MANAGE_ROLES}, and works for roles lighter than one's own and permissions that one
 * has; nothing is changed by it for one's own role and heavier ones. Names are the same in any case
 * of their letters.
 *
 * <p>Everything throws {@link AccountsException}, with {@link Reason#FORBIDDEN} where somebody may
 * not. Safe for use by several threads.
 */
public final class Roles {
  private static final Set<String> FIXED =
      Set.of(Role.GUEST, Role.USER, Role.SUPERVISOR, Role.MANAGER, Role.ADMIN, Role.SUPER_ADMIN);

  private final Database database;
  private final Acts acts;

  Roles(Database database, Acts acts) {
    this.database = database;
    this.acts = acts;
  }

  /** All, the lightest first. */
  public List<Role> all() {
    return database.transact(transaction -> new RoleTable(transaction).all());
  }

  /** The one with a name. */
  public Optional<Role> find(String name) {
    return database.transact(transaction -> new RoleTable(transaction).find(name.strip()));
  }

  /**
   * Adds a role, which has what lighter ones pass on.
   *
   * @param weight between that of {@link Role#GUEST} and that of who does it
   */
  public Role add(UserId by, String name, int weight) {
    String fit = Texts.name(name);
    return acts.by(
        by,
        actor -> {
          actor.need(Permission.MANAGE_ROLES);
          RoleTable roles = new RoleTable(actor.transaction());
          actor.needHeavierThan(weight);
          checkFree(roles.all(), fit, weight);
          roles.add(fit, weight);
          actor.note(Act.ADD_ROLE, "%s of weight %d".formatted(fit, weight));
          return roles.get(fit);
        });
  }

  private static void checkFree(List<Role> roles, String name, int weight) {
    if (weight < 0) {
      throw new AccountsException(Reason.INVALID, "a role weighs 0 or more, got " + weight);
    }
    for (Role role : roles) {
      if (role.weight() == weight) {
        throw new AccountsException(
            Reason.WEIGHT_TAKEN, "%s has the weight %d".formatted(role.name(), weight));
      }
      if (Folded.of(role.name()).equals(Folded.of(name))) {
        throw new AccountsException(
            Reason.NAME_TAKEN, "there is a role named %s".formatted(role.name()));
      }
    }
  }

  /** Removes a role that was added and that nobody has. */
  public void remove(UserId by, String name) {
    acts.by(
        by,
        actor -> {
          Role role = changeable(actor, name);
          if (FIXED.contains(role.name())
              || new UserTable(actor.transaction()).count(role.name()) > 0) {
            throw new AccountsException(
                Reason.ROLE_IN_USE,
                "%s stays: it is there from the start, or somebody has it".formatted(role.name()));
          }
          role.granted().forEach(actor::need);
          RoleTable roles = new RoleTable(actor.transaction());
          roles.remove(role.name());
          keep(actor, roles, role.granted());
          actor.note(Act.REMOVE_ROLE, role.name());
          return role;
        });
  }

  /** Lets a role do something, and heavier ones from which it is not withheld. */
  public Role grant(UserId by, String role, Permission permission) {
    return change(by, role, permission, Act.GRANT_PERMISSION);
  }

  /** Keeps a role from something; heavier ones are as before. */
  public Role withhold(UserId by, String role, Permission permission) {
    return change(by, role, permission, Act.WITHHOLD_PERMISSION);
  }

  /**
   * Takes back what was granted to a role or withheld from it: it has what lighter ones pass on.
   */
  public Role inherit(UserId by, String role, Permission permission) {
    return change(by, role, permission, Act.INHERIT_PERMISSION);
  }

  private Role change(UserId by, String name, Permission permission, Act act) {
    return acts.by(
        by,
        actor -> {
          Role role = changeable(actor, name);
          actor.need(permission);
          RoleTable roles = new RoleTable(actor.transaction());
          boolean withheld = act == Act.WITHHOLD_PERMISSION;
          boolean granted =
              act == Act.GRANT_PERMISSION || (withheld && role.granted().contains(permission));
          roles.set(role.name(), permission, granted, withheld);
          keep(actor, roles, Set.of(permission));
          actor.note(act, "%s: %s".formatted(role.name(), permission));
          return roles.get(role.name());
        });
  }

  private static Role changeable(Actor actor, String name) throws SQLException {
    actor.need(Permission.MANAGE_ROLES);
    Role role = new RoleTable(actor.transaction()).get(name.strip());
    actor.needHeavierThan(role.weight());
    return role;
  }

  /** What the role of who acts had from lighter ones begins with it where it would be lost. */
  private static void keep(Actor actor, RoleTable roles, Set<Permission> permissions)
      throws SQLException {
    Role left = roles.get(actor.role().name());
    for (Permission permission : permissions) {
      if (!left.has(permission)) {
        roles.set(left.name(), permission, true, false);
      }
    }
  }
}
