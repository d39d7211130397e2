/** What peers say to one another, and the sockets they say it through. */
package org.betor.p2p.internal.wire;
