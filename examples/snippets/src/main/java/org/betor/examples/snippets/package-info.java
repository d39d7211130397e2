/** The small programs that READMEs quote. */
@NullMarked
package org.betor.examples.snippets;

import org.jspecify.annotations.NullMarked;
