package org.betor.accounts;

import java.util.Set;

/**
 * What people are. A heavier role may do what the lighter ones were granted, except what is
 * withheld from it.
 *
 * @param name unique without case
 * @param weight from 0; no two roles have the same
 * @param granted what begins with this role, and is passed on to heavier ones
 * @param withheld what this role lacks though it or lighter ones were granted it; heavier ones do
 *     not lack it
 * @param permissions what it may do, all in all
 */
public record Role(
    String name,
    int weight,
    Set<Permission> granted,
    Set<Permission> withheld,
    Set<Permission> permissions) {
  /** May do everything, always; at least one active user has it. */
  public static final String SUPER_ADMIN = "SuperAdmin";

  /** Below {@link #SUPER_ADMIN}. */
  public static final String ADMIN = "Admin";

  /** Below {@link #ADMIN}. */
  public static final String MANAGER = "Manager";

  /** Below {@link #MANAGER}. */
  public static final String SUPERVISOR = "Supervisor";

  /** What people are who register. */
  public static final String USER = "User";

  /** What somebody is who has not signed in: the lightest. */
  public static final String GUEST = "Guest";

  /** Copies the sets. */
  public Role {
    granted = Set.copyOf(granted);
    withheld = Set.copyOf(withheld);
    permissions = Set.copyOf(permissions);
  }

  /** Whether people with this role may do something. */
  public boolean has(Permission permission) {
    return permissions.contains(permission);
  }
}
