/** How peers are reached and taken in, up to the handshakes. */
package org.betor.p2p.internal.greeting;
