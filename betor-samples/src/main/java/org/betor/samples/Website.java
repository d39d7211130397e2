package org.betor.samples;

/** What answers below the home of a site. */
@FunctionalInterface
interface Website {
  Answer answer(Request request);
}
