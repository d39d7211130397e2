package org.betor.core.internal.discovery;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.spi.ToolProvider;
import org.betor.api.spi.Provider;

/** Classes of plugins that were never on any class path, compiled against the API. */
final class PluginClasses {
  private static final String PROVIDER =
      """
      import org.betor.api.spi.*;
      public class %1$s extends Base%1$s {
        %3$s
        @Override public ProviderInfo info() {
          return ProviderInfo.of("%2$s", "Name").home("https://x.example/").build();
        }
      }
      abstract class Base%1$s implements Provider {
        @Override public void search(Query query, Visit visit) {}
      }
      """;

  private static final String ENDPOINTS =
      """
      import java.util.List;
      import java.util.stream.Stream;
      import org.betor.api.spi.*;
      public class Endpoints implements Provider.Factory {
        @Override public String id() { return "endpoints"; }
        @Override public List<Provider> create(Settings settings) {
          String ids = settings.find("ids").orElseThrow(
              () -> new IllegalArgumentException("set endpoints.ids"));
          return Stream.of(ids.split(",")).<Provider>map(Endpoint::new).toList();
        }
      }
      class Endpoint implements Provider {
        private final String id;
        Endpoint(String id) { this.id = id; }
        @Override public ProviderInfo info() {
          if (id.isEmpty()) throw new IllegalStateException("who am I?");
          return ProviderInfo.of(id, "Name").home("https://x.example/").build();
        }
        @Override public void search(Query query, Visit visit) {}
      }
      """;

  private final Path sources;
  private final Path classes;

  PluginClasses(Path folder) throws IOException {
    sources = Files.createDirectories(folder.resolve("sources"));
    classes = Files.createDirectories(folder.resolve("classes"));
  }

  /** A provider, and its superclass named Base and its own name. */
  PluginClasses provider(String type, String id, String inItsBody) throws IOException {
    return source(type, PROVIDER.formatted(type, id, inItsBody));
  }

  /** The same, in the package {@code plugin}. */
  PluginClasses packaged(String type, String id, String inItsBody) throws IOException {
    return source(type, "package plugin;\n" + PROVIDER.formatted(type, id, inItsBody));
  }

  /** A factory of providers with the ids in its setting; one without an id cannot say who it is. */
  PluginClasses endpoints() throws IOException {
    return source("Endpoints", ENDPOINTS);
  }

  PluginClasses source(String type, String text) throws IOException {
    Files.writeString(sources.resolve(type + ".java"), text);
    return this;
  }

  /** The folder of the compiled classes. */
  Path compile() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-d", classes + "", "-cp", api()));
    try (var files = Files.list(sources)) {
      files.map(Path::toString).forEach(arguments::add);
    }
    var said = new StringWriter();
    var out = new PrintWriter(said);
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    if (javac.run(out, out, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("javac failed: " + said);
    }
    return classes;
  }

  /** Where the API's classes lie, as a folder or a jar. */
  private static String api() {
    String name = "/" + Provider.class.getName().replace('.', '/') + ".class";
    URL url = Objects.requireNonNull(Provider.class.getResource(name));
    String root = url.toString().replace(name, "").replaceFirst("^jar:", "").replaceFirst("!$", "");
    return Path.of(URI.create(root)).toString();
  }
}
