/** What a site says, and what is known of a torrent: immutable values, checked where made. */
package org.betor.api.model;
