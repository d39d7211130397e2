package org.betor.api.name;

import java.time.YearMonth;

/** Reads days: 2014.07.22, 22-07-2014, 140722, 9th Dec 2019, October 8, 2014. */
final class Dates {
  private static final int FIRST_YEAR = 1930;
  private static final int LAST_YEAR = 2045;

  private final Reading name;

  Dates(Reading name) {
    this.name = name;
  }

  void read() {
    for (int i = 0; i < name.size(); i++) {
      if (name.number(i) >= 0 && name.isFree(i) && !name.isGlued(i)) {
        i = Math.max(i, numbers(i) - 1);
      } else if (name.isRole(i, Role.MONTH)) {
        month(i);
      }
    }
  }

  private int numbers(int i) {
    int digits = name.token(i).length();
    if (digits == 8 || digits == 6) {
      return compact(i, digits);
    }
    boolean joined =
        name.number(i + 1) >= 0
            && name.number(i + 2) >= 0
            && isSeparated(i + 1)
            && isSeparated(i + 2);
    return joined && !name.isGlued(i + 3) && name.isFree(i + 1) && name.isFree(i + 2)
        ? three(i)
        : 0;
  }

  private boolean isSeparated(int i) {
    return (name.isOneSign(i) && !name.isGap(i, ",")) || name.isGap(i, "/");
  }

  private int three(int i) {
    int first = name.number(i);
    int second = name.number(i + 1);
    int third = name.number(i + 2);
    int[] digits = {name.token(i).length(), name.token(i + 1).length(), name.token(i + 2).length()};
    if (digits[0] == 4) {
      return put(first, second, third, i, i + 2);
    }
    if (digits[2] == 4 && digits[0] <= 2 && digits[1] <= 2) {
      int end = put(third, second, first, i, i + 2);
      return end > 0 ? end : put(third, first, second, i, i + 2);
    }
    boolean listed = name.isGap(i + 1, " ") || name.isDash(i);
    if (digits[0] == 2 && digits[1] == 2 && digits[2] == 2 && !listed) {
      int end = put(2000 + first, second, third, i, i + 2);
      return end > 0 ? end : put(2000 + third, second, first, i, i + 2);
    }
    return 0;
  }

  /** Such as 20140722 or 140722, which must not be the whole name. */
  private int compact(int i, int digits) {
    if (name.isGlued(i + 1) || name.size() < 3) {
      return 0;
    }
    int number = name.number(i);
    int year = number / 10_000 + (digits == 6 ? 2000 : 0);
    return put(year, number / 100 % 100, number % 100, i, i);
  }

  private void month(int i) {
    int month = Integer.parseInt(name.token(i).mark.value);
    int suffix =
        name.is(i - 1, "th")
                || name.is(i - 1, "st")
                || name.is(i - 1, "nd")
                || name.is(i - 1, "rd")
                || name.isRole(i - 1, Role.OF)
            ? 1
            : 0;
    int before = i - 1 - suffix;
    int day = name.number(before);
    if (day >= 1 && name.isNear(i) && isYear(i + 1)) {
      put(name.number(i + 1), month, day, before, i + 1);
    } else if (name.number(i + 1) >= 1
        && name.token(i + 1).length() <= 2
        && isYear(i + 2)
        && (name.gapHas(i + 2, ',') || name.gapHas(i + 2, '-'))) {
      put(name.number(i + 2), month, name.number(i + 1), i, i + 2);
    }
  }

  private boolean isYear(int i) {
    return name.number(i) >= FIRST_YEAR && name.number(i) <= LAST_YEAR && name.gapLength(i) <= 2;
  }

  private int put(int year, int month, int day, int first, int last) {
    boolean valid =
        year >= FIRST_YEAR
            && year <= LAST_YEAR
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth();
    if (!valid) {
      return 0;
    }
    StringBuilder date = new StringBuilder(10).append(year);
    date.append('-').append(month / 10).append(month % 10);
    date.append('-').append(day / 10).append(day % 10);
    name.put(Role.DATE, date.toString(), first, last);
    return last + 1;
  }
}
