package org.betor.p2p.internal.portmap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringReader;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.betor.p2p.internal.bencode.MalformedException;

/** XML of anyone's: without document types, so without entities and files, and not deep. */
final class BoundedXml {
  private static final int MAX_DEPTH = 32;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private BoundedXml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /**
   * Reads a document.
   *
   * @param ended gets each element where it ends: its name without a prefix, and the text since any
   *     element began or ended
   */
  static void read(byte[] document, BiConsumer<String, String> ended) throws MalformedException {
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text(document)));
      read(reader, ended);
      reader.close();
    } catch (XMLStreamException | RuntimeException e) { // the parser has many ways to fail
      throw new MalformedException("what it sends is no XML");
    }
  }

  /** Decoded here, since the parser prints to the console what is no UTF-8. */
  private static String text(byte[] document) {
    String text = new String(document, UTF_8);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static void read(XMLStreamReader reader, BiConsumer<String, String> ended)
      throws XMLStreamException, MalformedException {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          text.setLength(0);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          ended.accept(reader.getLocalName(), text.toString().strip());
          text.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.DTD -> throw new MalformedException("it sends a document type");
        default -> {}
      }
      if (depth > MAX_DEPTH) {
        throw new MalformedException("what it sends is too deep");
      }
    }
  }
}
