package org.betor.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets an upload into the index. */
@Command(
    name = "approve",
    description = "Lets an upload into the index.",
    mixinStandardHelpOptions = true)
final class UploadsApproveCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The number of the upload.")
  private long id;

  @Mixin private UploadsOptions options = new UploadsOptions();

  @Override
  public Integer call() throws Exception {
    return options.print((me, uploads) -> UploadLine.of(uploads.approve(me.id(), id)));
  }
}
