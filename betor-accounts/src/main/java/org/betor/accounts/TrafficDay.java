package org.betor.accounts;

import java.time.LocalDate;

/**
 * What somebody's clients reported on one day.
 *
 * @param day in UTC, by the clock of the server when the reports came
 */
public record TrafficDay(LocalDate day, long uploadedBytes, long downloadedBytes) {}
