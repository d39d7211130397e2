package org.betor.accounts;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is what, by which password, and what roles may do, at one moment. */
record Ranking(
    Map<UserId, User> people, Map<String, String> hashes, Map<String, Role> roles, Instant time) {
  static Ranking of(Community community) throws SQLException {
    return new Ranking(
        community.users.page("", 1000).stream().collect(toMap(User::id, identity())),
        community.hashes(),
        community.roles.all().stream().collect(toMap(Role::name, identity())),
        community.time.instant());
  }

  List<User> byName() {
    return people.values().stream().sorted(comparing(User::name)).toList();
  }

  void assertNobodyRoseBy(User actor, Ranking after) {
    int own = weight(actor);
    List<User> notBelow =
        people.values().stream()
            .filter(user -> weight(user) >= own && !user.id().equals(actor.id()))
            .toList();
    assertThat(after.people.values()).as("who is not below them").containsAll(notBelow);
    assertThat(notBelow)
        .as("passwords of who is not below them")
        .allMatch(user -> after.hash(user).equals(hash(user)));
    assertThat(after.people.values())
        .filteredOn(user -> !user.role().equals(roleOf(user)))
        .as("who is new, or has another role")
        .allMatch(user -> after.weight(user) < own);
    assertThat(after.permissionsFrom(own)).isEqualTo(permissionsFrom(own));
  }

  void assertSomebodyMayDoEverything() {
    assertThat(role(Role.SUPER_ADMIN).permissions()).containsOnly(Permission.values());
    assertThat(people.values())
        .filteredOn(user -> user.role().equals(Role.SUPER_ADMIN))
        .anyMatch(user -> user.isAdmittedAt(time));
  }

  private Map<String, Set<Permission>> permissionsFrom(int weight) {
    return roles.values().stream()
        .filter(role -> role.weight() >= weight)
        .collect(toMap(Role::name, Role::permissions));
  }

  private int weight(User user) {
    return role(user.role()).weight();
  }

  private Role role(String name) {
    return requireNonNull(roles.get(name));
  }

  private String hash(User user) {
    return requireNonNull(hashes.get(user.id().toString()));
  }

  /** Nothing if they are new. */
  private String roleOf(User user) {
    User known = people.get(user.id());
    return known == null ? "" : known.role();
  }
}
