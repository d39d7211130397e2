/** A client and its torrents: what they are to do, and what is kept of it. */
package org.betor.p2p.internal.session;
