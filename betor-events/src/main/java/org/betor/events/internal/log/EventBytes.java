package org.betor.events.internal.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.betor.api.spi.Event;

/** An event as bytes. */
public final class EventBytes {
  static final int VERSION = 1;

  private EventBytes() {}

  /** An event's bytes. */
  public static byte[] of(Event event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128 + event.json().length());
    try {
      write(event, new DataOutputStream(bytes));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * The event of these bytes.
   *
   * @throws IOException if they are none, or of a later version
   */
  public static Event read(byte[] bytes) throws IOException {
    try {
      return read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IllegalArgumentException damaged) {
      throw new IOException("no event: " + damaged.getMessage(), damaged);
    }
  }

  /** The version of an event's bytes; a later one cannot be read here. */
  static int version(byte[] bytes) {
    return Byte.toUnsignedInt(bytes[0]);
  }

  private static void write(Event event, DataOutputStream out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(event.id().getMostSignificantBits());
    out.writeLong(event.id().getLeastSignificantBits());
    out.writeUTF(event.type());
    out.writeUTF(event.source().toString());
    Instant time = event.time();
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
    out.writeUTF(event.subject());
    byte[] json = event.json().getBytes(StandardCharsets.UTF_8); // may be too long for writeUTF
    out.writeInt(json.length);
    out.write(json);
    out.writeInt(event.level());
  }

  private static Event read(DataInputStream in) throws IOException {
    int version = in.readUnsignedByte();
    if (version != VERSION) {
      throw new IOException(
          "an event of version %d; use the program that wrote it".formatted(version));
    }
    return new Event(
        new UUID(in.readLong(), in.readLong()),
        in.readUTF(),
        URI.create(in.readUTF()),
        Instant.ofEpochSecond(in.readLong(), in.readInt()),
        in.readUTF(),
        new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8),
        in.readInt());
  }
}
