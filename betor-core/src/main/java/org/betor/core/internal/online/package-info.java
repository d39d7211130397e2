/** Asks services on the web about films and series, and not more often than they can bear. */
package org.betor.core.internal.online;
