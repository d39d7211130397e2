package org.betor.samples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.betor.samples.SteamCmdState.StoredItem;

/** The program's download of one item, as well or badly as it is meant to go. */
final class SteamCmdDownload {
  private static final int ON = -1;
  private static final int TIMED_OUT = 10;
  private static final int ABORTED = 134;
  private static final int BROKEN = 139;
  private static final int FLOOD_LINES = 80_000;

  private final SteamCmdState state;
  private final PrintStream out;
  private final Path workshop;
  private final String game;
  private final String id;

  SteamCmdDownload(
      SteamCmdState state, PrintStream out, Path installation, String game, String id) {
    this.state = state;
    this.out = out;
    this.workshop = installation.resolve("steamapps").resolve("workshop");
    this.game = game;
    this.id = id;
  }

  /** The exit code, or less than zero if the run goes on. */
  int run() throws IOException, InterruptedException {
    Files.createDirectories(workshop);
    out.println("Downloading item " + id + " ...");
    try (FileChannel file =
            FileChannel.open(
                workshop.resolve("state.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = file.tryLock()) {
      return lock == null ? fails("Locking Failed") : run(state.next(id));
    }
  }

  private int run(SteamCmdDeed deed) throws IOException, InterruptedException {
    Optional<StoredItem> found = state.find(id);
    if (!deed.says().isEmpty()) {
      return fails(deed.says());
    }
    if (found.isEmpty()) {
      return fails("File Not Found");
    }
    if (found.get().forOwners()) {
      return fails("Failure");
    }
    return found.get().game().equals(game) ? run(deed, found.get()) : fails("No match");
  }

  private int run(SteamCmdDeed deed, StoredItem item) throws IOException, InterruptedException {
    return switch (deed) {
      case TIMEOUT -> timeOut(item);
      case EMPTY -> success(Files.createDirectories(content()), 0);
      case SILENT -> ON;
      case ABORT -> ABORTED;
      case CRASH -> BROKEN;
      case HANG -> hang();
      case HANG_WITH_CHILD -> {
        state.note("child", List.of(Long.toString(SteamCmdSession.startChild())));
        yield hang();
      }
      case NOISE -> noise(item);
      case FLOOD -> flood(item);
      case OTHER_FAILS -> {
        out.println("ERROR! Download item 1" + id + " failed (File Not Found).");
        yield installed(item);
      }
      case ELSEWHERE -> success(state.folder().resolve("items"), 1);
      case LINK -> linked(item);
      default -> installed(item);
    };
  }

  private int timeOut(StoredItem item) throws IOException {
    int half = (SteamCmdTree.files(item.files()).size() + 1) / 2;
    SteamCmdTree.copy(item.files(), staging(), half);
    out.print("ERROR! Timeout downloading item " + id);
    out.println("Unloading Steam API...OK");
    return TIMED_OUT;
  }

  private int installed(StoredItem item) throws IOException {
    SteamAcf acf = SteamAcf.read(workshop, game);
    SteamAcf.Entry entry = entry(item);
    if (acf.has(id, entry)) {
      return success(content(), entry.size());
    }
    state.note("kept-" + id, List.of(Integer.toString(SteamCmdTree.files(staging()).size())));
    SteamCmdTree.copy(item.files(), staging(), Integer.MAX_VALUE);
    SteamCmdTree.delete(content());
    Files.createDirectories(content().getParent());
    Files.move(staging(), content());
    acf.put(id, entry);
    return success(item.legacy() ? legacy(item) : content(), entry.size());
  }

  private Path legacy(StoredItem item) throws IOException {
    Path only = SteamCmdTree.files(content()).get(0);
    return Files.move(only, content().resolve(item.handle() + "_legacy.bin"));
  }

  private static SteamAcf.Entry entry(StoredItem item) throws IOException {
    long size = SteamCmdTree.size(item.files());
    String signed = Long.toString(Long.parseUnsignedLong(item.handle()));
    return item.legacy()
        ? new SteamAcf.Entry(size, item.updated(), "-1", signed)
        : new SteamAcf.Entry(size, item.updated(), item.handle(), "");
  }

  private int noise(StoredItem item) throws IOException {
    out.print("\u001b[0m\u001b[1;33mWarning: failed to set thread priority\u001b[0m\r");
    out.write(new byte[] {(byte) 0xff, (byte) 0xc3, (byte) 0x28, (byte) 0xef, '\r'});
    out.print("PosixFileOpen: RESOLVE_BENEATH unsupported, falling back to plain open()");
    int exit = installed(item);
    out.println("src\\public\\tier1\\interface.h (264) : m_pModule");
    return exit;
  }

  private int flood(StoredItem item) throws IOException {
    byte[] block = ByteBuffer.allocate(100).array();
    for (int line = 0; line < FLOOD_LINES; line++) {
      out.write(block);
    }
    out.println();
    return installed(item);
  }

  private int linked(StoredItem item) throws IOException {
    int exit = installed(item);
    Files.createSymbolicLink(content().resolve("away"), state.folder());
    return exit;
  }

  private static int hang() throws InterruptedException {
    Thread.sleep(Long.MAX_VALUE);
    return ON;
  }

  private int success(Path path, long size) {
    out.printf("Success. Downloaded item %s to \"%s\" (%d bytes) %n", id, path, size);
    return ON;
  }

  private int fails(String why) {
    out.printf("ERROR! Download item %s failed (%s).%n", id, why);
    return ON;
  }

  private Path content() {
    return workshop.resolve("content").resolve(game).resolve(id);
  }

  private Path staging() {
    return workshop.resolve("downloads").resolve(game).resolve(id);
  }
}
