package org.betor.samples;

/** One service of {@link SampleTitles}, which answers about the titles that it was made with. */
@FunctionalInterface
interface TitleService {
  Answer answer(TitleRequest request);
}
