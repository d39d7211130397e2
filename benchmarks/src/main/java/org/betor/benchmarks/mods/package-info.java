/** What the benchmarks of mods need. */
package org.betor.benchmarks.mods;
