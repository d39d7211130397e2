/** Makes torrents of files and folders. */
package org.betor.p2p.internal.making;
