package org.betor.testkit;

import static java.util.function.Predicate.not;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The code of a plugin: its class, and what that needs of its own package and those below. */
final class OwnCode {
  /** Types that do I/O or run threads. */
  private static final Pattern FORBIDDEN_TYPE =
      Pattern.compile(
          "java\\.net\\.http\\..*|javax\\.net\\..*|java\\.lang\\.Process.*|java\\.net\\.(Server|Datagram|Multicast)?Socket(Channel)?"
              + "|java\\.net\\.(Http|Jar)?URLConnection|java\\.nio\\.channels\\..*"
              + "|java\\.nio\\.file\\.Files|java\\.io\\.(File.*|RandomAccessFile)"
              + "|org\\.jsoup\\.(Connection|helper\\.HttpConnection).*"
              + "|java\\.util\\.(Timer|concurrent\\.(.*Executor.*|ForkJoin.*|CompletableFuture))");

  /** Methods, constructors and fields of types that are harmless otherwise. */
  private static final Pattern FORBIDDEN_ACCESS =
      Pattern.compile(
          "java\\.net\\.URL\\.(openStream|openConnection)|org\\.jsoup\\.Jsoup\\.(connect|newSession)"
              + "|java\\.lang\\.Thread\\.(<init>|start|sleep|startVirtualThread|ofVirtual|ofPlatform)"
              + "|java\\.lang\\.System\\.(out|err|in|currentTimeMillis|nanoTime)"
              + "|java\\.time\\.[A-Za-z]*\\.now|java\\.time\\.Clock\\.system.*"
              + "|java\\.util\\..*\\.parallelStream|java\\.util\\.stream\\..*\\.parallel");

  private final Class<?> plugin;

  OwnCode(Class<?> plugin) {
    this.plugin = plugin;
  }

  /** What the code does without its visit: one sentence for each place. */
  List<String> sideEffects() {
    return classes().stream().flatMap(OwnCode::sideEffects).distinct().sorted().toList();
  }

  private static Stream<String> sideEffects(JavaClass type) {
    Stream<String> types =
        type.getDirectDependenciesFromSelf().stream()
            .filter(use -> FORBIDDEN_TYPE.matcher(use.getTargetClass().getName()).matches())
            .map(Dependency::getDescription);
    Stream<String> accesses =
        type.getAccessesFromSelf().stream()
            .filter(access -> FORBIDDEN_ACCESS.matcher(name(access)).matches())
            .map(JavaAccess::getDescription);
    return Stream.concat(types, accesses);
  }

  private static String name(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }

  private Set<JavaClass> classes() {
    JavaClasses all = ArchConfiguration.withThreadLocalScope(this::imported);
    Set<JavaClass> own = new LinkedHashSet<>();
    Deque<JavaClass> next = new ArrayDeque<>(List.of(all.get(plugin)));
    while (!next.isEmpty()) {
      JavaClass type = next.remove();
      if (own.add(type)) {
        type.getDirectDependenciesFromSelf().stream()
            .map(use -> use.getTargetClass().getBaseComponentType())
            .filter(target -> all.contain(target.getName()))
            .filter(not(own::contains))
            .forEach(next::add);
      }
    }
    return own;
  }

  /** The classes of other packages are known by their names alone, which is all that is asked. */
  private JavaClasses imported(ArchConfiguration configuration) {
    configuration.setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter().withImportOption(this::isInOwnPackage).importPath(place());
  }

  private boolean isInOwnPackage(Location location) {
    return location.contains("/" + plugin.getPackageName().replace('.', '/') + "/");
  }

  private Path place() {
    CodeSource source = plugin.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException("nobody knows where %s comes from".formatted(plugin));
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
