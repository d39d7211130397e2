package org.betor.examples.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModulesTest {

  /** The JVM starts no program in which two modules have one package, or one cannot be found. */
  @Test
  void anApplicationMayHaveAllModulesOnItsModulePath() {
    ModuleFinder libraries = ModuleFinder.of(classPath().toArray(Path[]::new));
    List<String> own =
        List.of("api", "core", "events", "events.rabbitmq", "mods", "mods.steam", "p2p", "site");

    Configuration resolved =
        ModuleLayer.boot()
            .configuration()
            .resolve(
                libraries,
                ModuleFinder.of(),
                own.stream().map(name -> "org.betor." + name).collect(Collectors.toSet()));

    assertThat(resolved.findModule("com.h2database")).isPresent();
  }

  private static List<Path> classPath() {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(System.getProperty("java.class.path"))
        .map(Path::of)
        .toList();
  }
}
