package org.betor.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.betor.accounts.NewUpload;
import org.betor.accounts.Permission;
import org.betor.accounts.Uploads;
import org.betor.api.metainfo.Metainfo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands in a torrent. */
@Command(
    name = "submit",
    description = {
      "Hands in a torrent, which waits until somebody else approves it.",
      "To share what is in it is up to you: seed PATH."
    },
    mixinStandardHelpOptions = true)
final class UploadsSubmitCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PATH", description = "A torrent file, or what to make a torrent of.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path path;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "What it is; the name of the torrent unless set.")
  private @Nullable String title;

  @Option(names = "--description", paramLabel = "TEXT", description = "More about it.")
  private String description = "";

  @Option(names = "--tag", paramLabel = "WORD", description = "A tag; may be given again.")
  private List<String> tags = List.of();

  @Option(
      names = "--weight",
      paramLabel = "N",
      description = {
        "Only roles of this weight or more find it; ${DEFAULT-VALUE} unless set.",
        "The commands search and title show what weighs 0, whoever is logged in."
      })
  private int weight;

  @Mixin private UploadsOptions options = new UploadsOptions();

  @Override
  public Integer call() throws Exception {
    options.need(Permission.UPLOAD); // to hash what is large takes long
    Metainfo torrent = new UploadedPath(path, options).torrent();
    return options.print((me, uploads) -> submit(me, uploads, torrent));
  }

  private String submit(LoggedIn me, Uploads uploads, Metainfo torrent) {
    NewUpload upload =
        new NewUpload(title == null ? torrent.name() : title, description, tags, weight, torrent);
    return UploadLine.of(uploads.submit(me.id(), upload));
  }
}
