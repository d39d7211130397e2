/** Loopback sites about films that are free to share, for demos, tests and benchmarks. */
package org.betor.samples;
