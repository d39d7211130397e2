package org.betor.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a password comes from. Never from an argument, which other programs could see. */
final class PasswordOptions {
  private static final Path STANDARD_INPUT = Path.of("-");

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "The password is its first line, - is standard input; asked for unless set.")
  private @Nullable Path file;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  /** Somebody's password. */
  String get(String name) throws IOException {
    String password = file == null ? asked("Password of " + name + ": ") : read(file);
    if (password.isEmpty()) {
      throw misuse("no password was given");
    }
    return password;
  }

  /** One that somebody shall have; asked for twice, since nobody sees it. */
  String getNew(String name) throws IOException {
    String password = get(name);
    if (file == null && !asked("The same again: ").equals(password)) {
      throw misuse("these are two different passwords");
    }
    return password;
  }

  private String asked(String question) {
    Console console =
        Optional.ofNullable(System.console())
            .orElseThrow(
                () ->
                    misuse("no terminal to ask for a password: say where it is, --password-file"));
    char @Nullable [] typed = console.readPassword("%s", question);
    return typed == null ? "" : new String(typed);
  }

  private static String read(Path file) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return firstLine(System.in);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return firstLine(in);
    } catch (IOException failure) {
      throw new IOException("cannot read a password from %s: %s".formatted(file, failure), failure);
    }
  }

  private static String firstLine(InputStream in) throws IOException {
    String line = new BufferedReader(new InputStreamReader(in, UTF_8)).readLine();
    return Objects.requireNonNullElse(line, "");
  }

  private ParameterException misuse(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
