package org.betor.accounts.internal.people;

import java.util.regex.Pattern;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;

/**
 * What people may type. Each gives the text without the blanks around it, or says what is wrong.
 */
public final class Texts {
  private static final int LONGEST_NAME = 64;

  /** By RFC 5321, 4.5.3.1.3, without the brackets. */
  public static final int LONGEST_EMAIL = 254;

  /** Some characters become many when they are compared; the columns have room for this. */
  private static final int MOST_FOLDED = 3;

  private static final int LONGEST_REASON = 500;
  private static final Pattern UNFIT = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]++@[^@\\s]++");

  private Texts() {}

  /** The name of a user or a role; without {@code @}, so that no name looks like an address. */
  public static String name(String text) {
    String name = fit("a name", text, LONGEST_NAME);
    if (name.isEmpty() || name.contains("@")) {
      throw invalid("a name has 1 to %d characters and no @".formatted(LONGEST_NAME));
    }
    return name;
  }

  /** An address for e-mail. Only a message that arrives proves one, so little is asked of it. */
  public static String email(String text) {
    String email = fit("an e-mail address", text, LONGEST_EMAIL);
    if (!EMAIL.matcher(email).matches()) {
      throw invalid("an e-mail address has one @ with something on both sides, and no blanks");
    }
    return email;
  }

  /** Why something is done; may be empty. */
  public static String reason(String text) {
    return fit("a reason", text, LONGEST_REASON);
  }

  private static String fit(String what, String text, int longest) {
    String stripped = Blanks.stripped(text);
    if (stripped.length() > longest) {
      throw invalid("%s has up to %d characters, got %d".formatted(what, longest, text.length()));
    }
    if (Folded.of(stripped).length() > MOST_FOLDED * longest) {
      throw invalid("%s has too many unusual characters".formatted(what));
    }
    if (UNFIT.matcher(stripped).find()) {
      throw invalid(what + " has no line breaks, control or invisible characters");
    }
    return stripped;
  }

  private static AccountsException invalid(String message) {
    return new AccountsException(Reason.INVALID, message);
  }
}
