/** Searches sites through plugins and keeps what they say in a local catalogue. */
package org.betor.core;
