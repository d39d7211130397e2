/**
 * Events in numbered files: appended, durable together, read in order, deleted when all are done.
 */
package org.betor.events.internal.log;
