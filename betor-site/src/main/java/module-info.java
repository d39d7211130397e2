/**
 * A toolkit for providers that read HTML sites: a site is described, its peculiarities are methods.
 */
@org.jspecify.annotations.NullMarked
module org.betor.site {
  requires transitive org.betor.api;
  requires static transitive org.jspecify;
  requires transitive org.jsoup;

  exports org.betor.site;
}
