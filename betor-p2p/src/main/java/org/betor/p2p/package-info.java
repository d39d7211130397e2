/** Downloads and seeds torrents. */
package org.betor.p2p;
