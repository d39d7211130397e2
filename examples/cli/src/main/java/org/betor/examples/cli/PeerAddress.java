package org.betor.examples.cli;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code host:port}; an IPv6 address stands in brackets. */
final class PeerAddress implements ITypeConverter<InetSocketAddress> {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([^:\\[\\]]+)):(\\d{1,5})");

  @Override
  public InetSocketAddress convert(String text) {
    Matcher address = HOST_AND_PORT.matcher(text);
    if (!address.matches()) {
      throw new TypeConversionException("a peer is HOST:PORT, got \"" + text + "\"");
    }
    String host = address.group(1) == null ? address.group(2) : address.group(1);
    int port = Integer.parseInt(address.group(3));
    if (port < 1 || port > 65_535) {
      throw new TypeConversionException("a port is from 1 to 65535, got " + port);
    }
    return new InetSocketAddress(host, port);
  }
}
