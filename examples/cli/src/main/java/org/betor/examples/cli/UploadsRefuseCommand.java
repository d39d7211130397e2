package org.betor.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps an upload from the index. */
@Command(
    name = "refuse",
    description = "Keeps an upload from the index.",
    mixinStandardHelpOptions = true)
final class UploadsRefuseCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The number of the upload.")
  private long id;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "For who handed it in.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String reason;

  @Mixin private UploadsOptions options = new UploadsOptions();

  @Override
  public Integer call() throws Exception {
    return options.print((me, uploads) -> UploadLine.of(uploads.refuse(me.id(), id, reason)));
  }
}
