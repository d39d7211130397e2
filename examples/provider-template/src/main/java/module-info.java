/** Finds the free films of Reel Shelf. */
module com.example.reelshelf {
  requires transitive org.betor.api;
  requires org.jsoup;

  exports com.example.reelshelf;

  provides org.betor.api.spi.Provider with
      com.example.reelshelf.ReelShelfProvider;
}
