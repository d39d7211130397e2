package org.betor.api.spi;

/**
 * A setting that a plugin reads.
 *
 * @param name its name, without the plugin's id
 * @param fallback the value where the application sets none
 * @param secret whether its value never shows in messages
 * @param about what it does, for people
 */
public record Setting(String name, String fallback, boolean secret, String about) {}
