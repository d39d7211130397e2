package org.betor.mods;

/** The library itself is in trouble: its database, its folder. The message says what to do. */
public final class ModLibraryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** {@code message} is for people. */
  public ModLibraryException(String message) {
    super(message);
  }

  /** The same, with what lies behind. */
  public ModLibraryException(String message, Throwable cause) {
    super(message, cause);
  }
}
