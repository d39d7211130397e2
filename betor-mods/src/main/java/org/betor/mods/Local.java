package org.betor.mods;

import java.util.Optional;
import java.util.OptionalInt;
import org.betor.api.mod.ModKey;

/** What is here of a mod, without asking its source. */
public sealed interface Local {

  /** Which mod is meant. */
  ModKey mod();

  /** The number that stands for the answer in the {@link ClassicView}; empty for an archive. */
  OptionalInt errorId();

  /**
   * Here it is.
   *
   * @param archive to be closed
   */
  record Ready(ArchiveLoan archive) implements Local {
    @Override
    public ModKey mod() {
      return archive.mod();
    }

    @Override
    public OptionalInt errorId() {
      return OptionalInt.empty();
    }
  }

  /**
   * It is not here.
   *
   * @param lastFailure why the last attempt to fetch it failed, if there was one
   */
  record NotHere(ModKey mod, Optional<ModFailure> lastFailure) implements Local {
    @Override
    public OptionalInt errorId() {
      return OptionalInt.of(1);
    }
  }

  /** Its file was gone or changed, so that the library has forgotten it. */
  record Damaged(ModKey mod) implements Local {
    @Override
    public OptionalInt errorId() {
      return OptionalInt.of(2);
    }
  }

  /** It is on its way. */
  record StillLoading(ModKey mod, ModProgress progress) implements Local {
    @Override
    public OptionalInt errorId() {
      return OptionalInt.of(3);
    }
  }
}
