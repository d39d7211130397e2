package org.betor.p2p.internal.portmap;

/** What is sent to a port; gateways know them by these names. */
enum Protocol {
  TCP,
  UDP
}
