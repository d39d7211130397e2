/** Reads the Comando Torrents blog. */
package org.betor.providers.comando;
