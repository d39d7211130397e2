/** One thread for all sockets, and the time that it goes by. */
package org.betor.p2p.internal.loop;
