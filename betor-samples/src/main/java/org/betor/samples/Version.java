package org.betor.samples;

import java.util.List;

/** A heading of the downloads, and the lines below it. */
record Version(String heading, List<Line> lines) {

  static Version of(String heading, Line... lines) {
    return new Version(heading, List.of(lines));
  }

  /** Text and the buttons behind it; a line without buttons announces something. */
  record Line(String text, List<Button> buttons) {
    static Line of(String text, Button... buttons) {
      return new Line(text, List.of(buttons));
    }
  }

  /** A button; one without label is a leftover of an earlier edit and shows nothing. */
  record Button(String label, Gate gate, SampleTorrent torrent) {
    static Button magnet(SampleTorrent torrent) {
      return new Button("Magnet-Link", Gate.OPEN, torrent);
    }

    static Button gated(Gate gate, SampleTorrent torrent) {
      return new Button("Magnet-Link", gate, torrent);
    }

    static Button leftover(SampleTorrent torrent) {
      return new Button("", Gate.OPEN, torrent);
    }

    /** Whether pressing it leads to the torrent. */
    boolean works() {
      return !label.isEmpty() && gate.opens() && torrent.spelling() != Spelling.BROKEN;
    }
  }
}
