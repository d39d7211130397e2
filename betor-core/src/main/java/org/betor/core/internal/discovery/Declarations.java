package org.betor.core.internal.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.ServiceConfigurationError;

/**
 * The files that declare a service on a class path. They tell what a failure does not: which class
 * it is about, and in which jar.
 */
final class Declarations {
  private final ClassLoader loader;
  private final String service;

  Declarations(ClassLoader loader, Class<?> service) {
    this.loader = loader;
    this.service = service.getName();
  }

  /** What a failure to find the next service is about, as far as can be told. */
  String culprit(Throwable failure) {
    for (URL file : files()) {
      for (String name : names(file)) {
        if (isAbout(failure, name)) {
          return name + ", declared in " + file + ",";
        }
      }
    }
    return "a " + service;
  }

  private boolean isAbout(Throwable failure, String name) {
    return failure instanceof ServiceConfigurationError
        ? String.valueOf(failure.getMessage()).contains(name)
        : failsLike(failure, name);
  }

  private boolean failsLike(Throwable failure, String name) {
    try {
      Class.forName(name, false, loader);
      return false;
    } catch (ClassNotFoundException e) {
      return false;
    } catch (LinkageError e) {
      return e.toString().equals(failure.toString());
    }
  }

  private List<URL> files() {
    try {
      return Collections.list(loader.getResources("META-INF/services/" + service));
    } catch (IOException e) {
      return List.of();
    }
  }

  private static List<String> names(URL file) {
    try (var lines = new BufferedReader(new InputStreamReader(file.openStream(), UTF_8))) {
      return lines
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(name -> !name.isEmpty())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
