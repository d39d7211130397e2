package org.betor.core.internal.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.betor.api.spi.Provider;
import org.betor.api.spi.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
  @TempDir private static Path sources;
  private static Path classes;

  @TempDir private Path folder;
  private final List<URLClassLoader> loaders = new ArrayList<>();

  @BeforeAll
  static void compile() throws IOException {
    classes =
        new PluginClasses(sources)
            .provider("Zebra", "zebra", "")
            .provider("Apple", "apple", "")
            .provider("OtherApple", "apple", "")
            .provider(
                "Thrower", "thrower", "{ if (true) throw new IllegalStateException(\"no\"); }")
            .provider("Lazy", "lazy", "{ new Needed(); }")
            .source("Needed", "class Needed {}")
            .packaged("InModule", "in-module", "")
            .packaged("Broken", "broken", "{ int x = 1 / 0; }")
            .endpoints()
            .compile();
  }

  @AfterEach
  void closeLoaders() throws IOException {
    for (URLClassLoader loader : loaders) {
      loader.close();
    }
  }

  @Test
  void findsProvidersInTheOrderOfTheClassPath() throws IOException {
    var found = Discovery.in(loader(provider("Zebra"), provider("Apple")), Settings.NONE);

    assertThat(ids(found)).containsExactly("zebra", "apple");
    assertThat(found.failures()).isEmpty();
  }

  @Test
  void findsTheGoodOneBesideAMisspeltName() throws IOException {
    Path misspelt = jar("misspelt", Provider.class, "Mispelt # a typo\nAnotherOne");

    var found = Discovery.in(loader(misspelt, provider("Apple")), Settings.NONE);

    assertThat(ids(found)).containsExactly("apple");
    assertThat(found.failures())
        .hasSize(2)
        .first()
        .asString()
        .contains("Mispelt", "misspelt.jar", "not found");
  }

  @Test
  void findsTheGoodOneBesideAClassWithoutItsSuperclass() throws IOException {
    Path orphan = jar("orphan", Provider.class, "Zebra", "Zebra");

    var found = Discovery.in(loader(orphan, provider("Apple")), Settings.NONE);

    assertThat(ids(found)).containsExactly("apple");
    assertThat(found.failures())
        .singleElement()
        .asString()
        .contains("Zebra", "orphan.jar", "NoClassDefFoundError: BaseZebra", "update or remove");
  }

  @Test
  void findsTheGoodOneBesideAConstructorThatThrows() throws IOException {
    var found = Discovery.in(loader(provider("Thrower"), provider("Apple")), Settings.NONE);

    assertThat(ids(found)).containsExactly("apple");
    assertThat(found.failures())
        .singleElement()
        .asString()
        .contains("Thrower in file:", "Thrower.jar", "IllegalStateException: no");
  }

  @Test
  void findsTheGoodOneBesideOneThatNeedsAClassNobodyHas() throws IOException {
    var found = Discovery.in(loader(provider("Lazy"), provider("Apple")), Settings.NONE);

    assertThat(ids(found)).containsExactly("apple");
    assertThat(found.failures())
        .singleElement()
        .asString()
        .contains("Lazy in file:", "Lazy.jar", "NoClassDefFoundError: Needed");
  }

  @Test
  void stopsAtALoaderThatAlwaysFails() {
    var failing =
        new ClassLoader(Provider.class.getClassLoader()) {
          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            throw new IOException("the disk is gone");
          }
        };

    var found = Discovery.in(failing, Settings.NONE);

    assertThat(found.providers()).isEmpty();
    assertThat(found.failures())
        .hasSizeLessThan(10)
        .anySatisfy(failure -> assertThat(failure).contains("the disk is gone"))
        .anySatisfy(failure -> assertThat(failure).contains("ended after 100 failures"));
  }

  @Test
  void handsAFactoryItsOwnSettings() throws IOException {
    var settings = Settings.of(Map.of("endpoints.ids", "one,two"));

    var found = Discovery.in(loader(factory(), provider("Apple")), settings);

    assertThat(ids(found)).containsExactly("apple", "one", "two");
  }

  @Test
  void losesOnlyTheFactoryThatThrows() throws IOException {
    var found = Discovery.in(loader(factory(), provider("Apple")), Settings.NONE);

    assertThat(ids(found)).containsExactly("apple");
    assertThat(found.failures())
        .singleElement()
        .asString()
        .contains("Endpoints in file:", "factory.jar", "set endpoints.ids");
  }

  @Test
  void losesOnlyTheProviderThatCannotSayWhoItIs() throws IOException {
    var settings = Settings.of(Map.of("endpoints.ids", "one,,two"));

    var found = Discovery.in(loader(factory()), settings);

    assertThat(ids(found)).containsExactly("one", "two");
    assertThat(found.failures()).singleElement().asString().contains("who am I?");
  }

  @Test
  void refusesTwoProvidersOfOneId() throws IOException {
    var loader = loader(provider("Apple"), provider("OtherApple"));

    assertThatIllegalStateException()
        .isThrownBy(() -> Discovery.in(loader, Settings.NONE))
        .withMessageContainingAll("\"apple\"", "Apple in", "OtherApple in", "OtherApple.jar");
  }

  @Test
  void refusesTwoEndpointsOfOneId() throws IOException {
    var settings = Settings.of(Map.of("endpoints.ids", "one,one"));
    var loader = loader(factory());

    assertThatIllegalStateException()
        .isThrownBy(() -> Discovery.in(loader, settings))
        .withMessageContaining("\"one\"");
  }

  @Test
  void takesAClassOnceThatIsGivenByHandAndFoundToo() throws IOException {
    var found = Discovery.in(loader(provider("Zebra"), provider("Apple")), Settings.NONE);
    var given = Discovery.of(List.of(found.providers().get(1)));

    assertThat(ids(given.and(found))).containsExactly("apple", "zebra");
  }

  @Test
  void findsTheProvidersOfAModuleLayer() throws IOException {
    assumeTrue(Provider.class.getModule().isNamed(), "needs the API as a module");
    String[] types = {
      "plugin/InModule", "plugin/BaseInModule", "plugin/Broken", "plugin/BaseBroken"
    };
    Path plugin = jar("plugin", Provider.class, "plugin.Broken\nplugin.InModule", types);

    var found = Discovery.in(layer(plugin), Settings.NONE);

    assertThat(ids(found)).containsExactly("in-module");
    assertThat(found.failures()).singleElement().asString().contains("plugin.Broken", "by zero");
  }

  private static ModuleLayer layer(Path jar) {
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration()
            .resolveAndBind(ModuleFinder.of(jar), ModuleFinder.of(), Set.of("plugin"));
    return boot.defineModulesWithOneLoader(configuration, Provider.class.getClassLoader());
  }

  private Path provider(String type) throws IOException {
    return jar(type, Provider.class, type, type, "Base" + type);
  }

  private Path factory() throws IOException {
    return jar("factory", Provider.Factory.class, "Endpoints", "Endpoints", "Endpoint");
  }

  /** A jar that declares a service and holds some of the compiled classes. */
  private Path jar(String name, Class<?> service, String declared, String... types)
      throws IOException {
    Path jar = folder.resolve(name + ".jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("META-INF/services/" + service.getName()));
      out.write((declared + "\n").getBytes(UTF_8));
      for (String type : types) {
        out.putNextEntry(new JarEntry(type + ".class"));
        out.write(Files.readAllBytes(classes.resolve(type + ".class")));
      }
    }
    return jar;
  }

  private ClassLoader loader(Path... jars) throws IOException {
    URL[] urls = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      urls[i] = jars[i].toUri().toURL();
    }
    var loader = new URLClassLoader(urls, Provider.class.getClassLoader());
    loaders.add(loader);
    return loader;
  }

  private static List<String> ids(Discovery discovery) {
    return discovery.providers().stream().map(provider -> provider.info().id()).toList();
  }
}
