package org.betor.accounts.internal.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.Permission;
import org.betor.accounts.Role;
import org.betor.accounts.internal.database.Transaction;

/** Roles, within one transaction. */
public final class RoleTable {
  private final Transaction transaction;

  /** What this does is part of the transaction. */
  public RoleTable(Transaction transaction) {
    this.transaction = transaction;
  }

  /** All, the lightest first. */
  public List<Role> all() throws SQLException {
    List<Entry> entries =
        transaction.rows(
            Entry::read,
            "select role_key, permission, granted, withheld from betor_role_permission");
    Set<Permission> passedOn = EnumSet.noneOf(Permission.class);
    List<Role> roles = new ArrayList<>();
    for (Ranked ranked :
        transaction.rows(Ranked::read, "select name, weight from betor_role order by weight")) {
      roles.add(role(ranked, entries, passedOn));
    }
    return roles;
  }

  /** Adds to what is passed on. */
  private static Role role(Ranked ranked, List<Entry> entries, Set<Permission> passedOn) {
    Set<Permission> granted = EnumSet.noneOf(Permission.class);
    Set<Permission> withheld = EnumSet.noneOf(Permission.class);
    for (Entry entry : entries) {
      if (entry.role().equals(Folded.of(ranked.name()))) {
        addIf(entry.granted(), entry.permission(), granted);
        addIf(entry.withheld(), entry.permission(), withheld);
      }
    }
    passedOn.addAll(granted);
    Set<Permission> permissions = EnumSet.copyOf(passedOn);
    permissions.removeAll(withheld);
    return new Role(ranked.name(), ranked.weight(), granted, withheld, permissions);
  }

  private static void addIf(boolean wanted, Permission permission, Set<Permission> permissions) {
    if (wanted) {
      permissions.add(permission);
    }
  }

  /**
   * The role with a name.
   *
   * @throws AccountsException if there is none
   */
  public Role get(String name) throws SQLException {
    return find(name)
        .orElseThrow(
            () -> new AccountsException(Reason.UNKNOWN_ROLE, "there is no role named " + name));
  }

  /** The same, empty if there is none. */
  public Optional<Role> find(String name) throws SQLException {
    String wanted = Folded.of(name);
    return all().stream().filter(role -> Folded.of(role.name()).equals(wanted)).findFirst();
  }

  /** Adds one that has what lighter ones pass on. */
  public void add(String name, int weight) throws SQLException {
    transaction.change(
        "insert into betor_role (role_key, name, weight) values (?, ?, ?)",
        Folded.of(name),
        name,
        weight);
  }

  /** Removes one that nobody has. */
  public void remove(String name) throws SQLException {
    String key = Folded.of(name);
    transaction.change("delete from betor_role_permission where role_key = ?", key);
    transaction.change("delete from betor_role where role_key = ?", key);
  }

  /** Says how it stands with one permission of a role. */
  public void set(String name, Permission permission, boolean granted, boolean withheld)
      throws SQLException {
    String key = Folded.of(name);
    transaction.change(
        "delete from betor_role_permission where role_key = ? and permission = ?",
        key,
        permission.name());
    transaction.change(
        "insert into betor_role_permission (role_key, permission, granted, withheld) values (?, ?, ?, ?)",
        key,
        permission.name(),
        granted,
        withheld);
  }

  private record Ranked(String name, int weight) {
    static Ranked read(ResultSet row) throws SQLException {
      return new Ranked(row.getString("name"), row.getInt("weight"));
    }
  }

  private record Entry(String role, Permission permission, boolean granted, boolean withheld) {
    static Entry read(ResultSet row) throws SQLException {
      return new Entry(
          row.getString("role_key"),
          Permission.valueOf(row.getString("permission")),
          row.getBoolean("granted"),
          row.getBoolean("withheld"));
    }
  }
}
