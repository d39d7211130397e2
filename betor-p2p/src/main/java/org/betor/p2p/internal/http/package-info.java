/** Questions over HTTP and HTTPS that can be cut at any moment, bounded in all that is answered. */
package org.betor.p2p.internal.http;
