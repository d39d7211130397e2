/** Betor on the command line. */
@NullMarked
package org.betor.examples.cli;

import org.jspecify.annotations.NullMarked;
