/** The runs behind the figures in this folder's README. */
@NullMarked
package org.betor.benchmarks;

import org.jspecify.annotations.NullMarked;
