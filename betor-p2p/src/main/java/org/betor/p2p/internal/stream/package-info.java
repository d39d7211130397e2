/** Files that are read while they download. */
package org.betor.p2p.internal.stream;
