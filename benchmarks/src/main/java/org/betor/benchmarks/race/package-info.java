/** The catalogue against bare Lucene and SQLite: same data, same questions, same answers. */
@NullMarked
package org.betor.benchmarks.race;

import org.jspecify.annotations.NullMarked;
