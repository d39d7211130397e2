package org.betor.mods;

import java.time.Instant;
import org.betor.api.mod.ModException;

/**
 * An attempt to fetch a mod, with all its repetitions, that was in vain.
 *
 * @param row what was wished for
 * @param failed when it was given up
 * @param reason what kind of trouble it was
 * @param message for people
 */
public record ModFailure(ModRow row, Instant failed, ModException.Reason reason, String message) {}
