package org.betor.samples;

/** What the info block says of the files. */
record FileFacts(String quality, String format, String audio, String subtitles, String size) {}
