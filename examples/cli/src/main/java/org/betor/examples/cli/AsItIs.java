package org.betor.examples.cli;

import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Takes what follows an option for its value, even if it looks like an option. */
final class AsItIs implements IParameterConsumer {
  @Override
  public void consumeParameters(Stack<String> rest, ArgSpec option, CommandSpec command) {
    if (rest.isEmpty()) {
      throw new MissingParameterException(
          command.commandLine(), option, "no " + option.paramLabel() + " was given");
    }
    option.setValue(rest.pop());
  }
}
