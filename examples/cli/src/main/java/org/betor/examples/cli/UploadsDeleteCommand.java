package org.betor.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes an upload out of the index. */
@Command(
    name = "delete",
    description = "Takes an approved upload out of the index, and keeps it from coming back.",
    mixinStandardHelpOptions = true)
final class UploadsDeleteCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The number of the upload.")
  private long id;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "For people.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String reason;

  @Mixin private UploadsOptions options = new UploadsOptions();

  @Override
  public Integer call() throws Exception {
    return options.print((me, uploads) -> UploadLine.of(uploads.delete(me.id(), id, reason)));
  }
}
