/** Loopback sites about films that are free to share, for demos and tests. */
@org.jspecify.annotations.NullMarked
module org.betor.samples {
  requires transitive org.betor.api;
  requires static transitive org.jspecify;
  requires jdk.httpserver;

  exports org.betor.samples;
}
