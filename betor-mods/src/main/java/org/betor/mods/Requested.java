package org.betor.mods;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModKey;

/** What became of the wish for a mod. */
public sealed interface Requested {

  /** Which mod was wished for. */
  ModKey mod();

  /** The number that stands for the answer in the {@link ClassicView}; empty for an archive. */
  OptionalInt errorId();

  /**
   * Here it is.
   *
   * @param archive to be closed
   * @param unchecked why nobody knows whether it is the newest; empty if it is
   */
  record Ready(ArchiveLoan archive, Optional<ModException> unchecked) implements Requested {
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
   * It will be fetched.
   *
   * @param unsuccessfulAttempts whether that was tried before, in vain
   * @param updating whether an older content of it is, or was, here
   */
  record Queued(ModKey mod, boolean unsuccessfulAttempts, boolean updating) implements Requested {
    @Override
    public OptionalInt errorId() {
      return OptionalInt.of(0);
    }
  }

  /** The queue is full: ask again later. */
  record QueueFull(ModKey mod) implements Requested {
    @Override
    public OptionalInt errorId() {
      return OptionalInt.of(1);
    }
  }

  /**
   * There is no such mod, or it is kept from us.
   *
   * @param why in words for people
   */
  record Absent(ModKey mod, String why) implements Requested {
    @Override
    public OptionalInt errorId() {
      return OptionalInt.of(2);
    }
  }

  /** The source does not say whether there is such a mod, and none is here. */
  record SourceDown(ModKey mod, ModException cause) implements Requested {
    @Override
    public OptionalInt errorId() {
      return OptionalInt.of(2);
    }
  }

  /** It is a collection of mods: {@link ModLibrary#plan} shows what that means. */
  record Collection(ModKey mod, List<ModKey> members) implements Requested {
    /** Copies. */
    public Collection {
      members = List.copyOf(members);
    }

    @Override
    public OptionalInt errorId() {
      return OptionalInt.of(2);
    }
  }

  /** Somebody wished for it before, and it is on its way. */
  record AlreadyQueued(ModKey mod, ModProgress progress) implements Requested {
    @Override
    public OptionalInt errorId() {
      return OptionalInt.of(3);
    }
  }
}
