package org.betor.samples;

/** Where a private tracker writes its member's key. */
public enum PasskeyPlace {
  /** In a parameter: {@code download/7.torrent?torrent_pass=KEY}. */
  PARAMETER("https://tracker.example/download/%1$d.torrent?torrent_pass=%2$s"),
  /** In place of the file's name: {@code download/7/KEY.torrent}. */
  FILE_NAME("https://tracker.example/download/%1$d/%2$s.torrent"),
  /** As if it were an ending: {@code dl/7.KEY}. */
  ENDING("https://tracker.example/dl/%1$d.%2$s"),
  /**
   * In an address that names no server: {@code /torrents.php?id=7&authkey=KEY&torrent_pass=KEY}.
   */
  RELATIVE("/torrents.php?action=download&id=%1$d&authkey=%2$s&torrent_pass=%2$s");

  private final String address;

  PasskeyPlace(String address) {
    this.address = address;
  }

  String address(int number, String passkey) {
    return address.formatted(number, passkey);
  }
}
