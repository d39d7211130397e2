package org.betor.accounts.internal.ratio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.TrafficReport;
import org.betor.api.model.InfoHash;

/** Reports as JSON: one object of plain strings and whole numbers. */
public final class ReportJson {
  private static final int LONGEST = 1024;
  private static final String FORM =
      "{\"session\":\"%s\",\"infoHash\":\"%s\",\"sequence\":%d,\"uploadedBytes\":%d,\"downloadedBytes\":%d}";

  /** A name, and a string without escapes or a whole number; then what comes after it. */
  private static final Pattern MEMBER =
      Pattern.compile(
          "\\s*+\"([A-Za-z]{1,40})\"\\s*+:\\s*+(?:\"([^\"\\\\\\p{Cntrl}]*+)\"|(0|[1-9]\\d{0,18}+))\\s*+([,}])");

  private ReportJson() {}

  /** On one line. */
  public static String write(TrafficReport report) {
    return FORM.formatted(
        report.session(),
        report.infoHash().hex(),
        report.sequence(),
        report.uploadedBytes(),
        report.downloadedBytes());
  }

  /**
   * Reads what anybody sent.
   *
   * @throws AccountsException if it is no report
   */
  public static TrafficReport read(String json) {
    try {
      Map<String, String> members = members(json.strip());
      return new TrafficReport(
          UUID.fromString(text(members, "session")),
          new InfoHash(text(members, "infoHash")),
          number(members, "sequence"),
          number(members, "uploadedBytes"),
          number(members, "downloadedBytes"));
    } catch (IllegalArgumentException unfit) {
      throw new AccountsException(
          Reason.INVALID, "this is no report of traffic: " + unfit.getMessage(), unfit);
    }
  }

  /** Strings keep their first quotation mark, so that they are no numbers. */
  private static Map<String, String> members(String json) {
    if (json.length() > LONGEST || !json.startsWith("{")) {
      throw new IllegalArgumentException(
          "it is a JSON object of up to %d characters".formatted(LONGEST));
    }
    Map<String, String> members = new LinkedHashMap<>();
    Matcher member = MEMBER.matcher(json);
    int at = 1;
    do {
      if (!member.region(at, json.length()).lookingAt()) {
        throw new IllegalArgumentException("strings or whole numbers are expected at " + at);
      }
      String value = member.group(2) == null ? member.group(3) : '"' + member.group(2);
      if (members.put(member.group(1), value) != null) {
        throw new IllegalArgumentException(member.group(1) + " is there twice");
      }
      at = member.end();
    } while (member.group(4).equals(","));
    if (at < json.length()) {
      throw new IllegalArgumentException("it goes on behind its end");
    }
    return members;
  }

  private static String text(Map<String, String> members, String name) {
    String value = members.getOrDefault(name, "");
    if (!value.startsWith("\"")) {
      throw new IllegalArgumentException(name + " is a string");
    }
    return value.substring(1);
  }

  private static long number(Map<String, String> members, String name) {
    return Long.parseLong(members.getOrDefault(name, ""));
  }
}
