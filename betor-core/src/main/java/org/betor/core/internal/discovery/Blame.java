package org.betor.core.internal.discovery;

import java.security.CodeSource;

/** Says which plugin is broken, where it lies, and what to do. */
final class Blame {
  private Blame() {}

  /** A class that was loaded, and failed later. */
  static String on(Class<?> type, Throwable failure) {
    return on(place(type), failure);
  }

  /** Something whose class may not even be known. */
  static String on(String what, Throwable failure) {
    return "%s cannot be used: %s; %s".formatted(what, reason(failure), remedy(failure));
  }

  /** A class and where it comes from, such as {@code org.x.Y in file:/lib/y.jar}. */
  static String place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source != null && source.getLocation() != null) {
      return type.getName() + " in " + source.getLocation();
    }
    return type.getModule().isNamed()
        ? type.getName() + " in the module " + type.getModule().getName()
        : type.getName();
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure.toString() : failure + " (" + cause + ")";
  }

  private static String remedy(Throwable failure) {
    return failure instanceof LinkageError || failure.getCause() instanceof LinkageError
        ? "something it was built against is missing or has another version: update or remove it"
        : "mend or remove it";
  }
}
