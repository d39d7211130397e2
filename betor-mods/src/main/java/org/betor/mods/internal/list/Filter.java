package org.betor.mods.internal.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Conditions in SQL, apart from the values that they compare with. */
public final class Filter {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** One more condition. */
  public void and(String condition, Object... values) {
    conditions.add(condition);
    Collections.addAll(this.values, values);
  }

  /** A column has one of these values; any if there are none. */
  public void anyOf(String column, List<?> values) {
    if (!values.isEmpty()) {
      String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
      and("%s in (%s)".formatted(column, marks), values.toArray());
    }
  }

  /** A column contains a text, in upper or lower case. */
  public void contains(String column, String text) {
    String literal =
        text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    and("lower(%s) like ? escape '!'".formatted(column), "%" + literal + "%");
  }

  /** An order that no two rows share. */
  public static String order(String table, String column, boolean descending) {
    String way = descending ? "desc" : "asc";
    return column.equals("id")
        ? " order by %s.id %s".formatted(table, way)
        : " order by %s.%s %s, %s.id %s".formatted(table, column, way, table, way);
  }

  /** With a space before; empty if there is no condition. */
  String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** The values, and these after them. */
  Object[] values(Object... more) {
    List<Object> all = new ArrayList<>(values);
    Collections.addAll(all, more);
    return all.toArray();
  }
}
