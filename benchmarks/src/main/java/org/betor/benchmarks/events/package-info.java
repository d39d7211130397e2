/** Events, published and handed over. */
package org.betor.benchmarks.events;
