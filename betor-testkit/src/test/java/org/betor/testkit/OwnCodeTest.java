package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class OwnCodeTest {

  @Test
  void seesEverythingThatAProviderMustNotDo() {
    String found = String.join("\n", new OwnCode(Naughty.class).sideEffects());

    assertThat(found)
        .contains(
            "java.net.URL.openStream()",
            "java.net.Socket",
            "java.nio.file.Files",
            "java.io.File",
            "org.jsoup.Jsoup.connect",
            "java.lang.Thread.<init>",
            "java.util.concurrent.Executors",
            "java.util.List.parallelStream()",
            "java.lang.System.out",
            "java.lang.System.nanoTime()",
            "java.time.Instant.now()");
  }

  @Test
  void looksIntoTheClassesThatAProviderNeeds() {
    assertThat(new OwnCode(Innocent.class).sideEffects())
        .anySatisfy(place -> assertThat(place).contains("Naughty"));
  }

  @Test
  void allowsAProviderToRestoreAnInterruptAndToParse() {
    assertThat(new OwnCode(Good.class).sideEffects()).isEmpty();
  }

  static final class Good {
    void interrupt() {
      Thread.currentThread().interrupt();
    }

    String parse() {
      return Jsoup.parse("<p>text").text();
    }
  }

  static final class Innocent {
    Object needs() {
      return new Naughty();
    }
  }

  static final class Naughty {
    Object network() throws IOException {
      URI address = URI.create("http://127.0.0.1/");
      return List.of(
          address.toURL().openStream(), new Socket(), Jsoup.connect(address.toString()).get());
    }

    Object files() throws IOException {
      return List.of(new File("a"), Files.size(Path.of("a")));
    }

    Object threads() {
      Supplier<Object> lambda = () -> new Thread(() -> {});
      return List.of(lambda, Executors.newCachedThreadPool(), List.of(1).parallelStream());
    }

    Object clocks() {
      System.out.println(System.nanoTime());
      return Instant.now();
    }
  }
}
