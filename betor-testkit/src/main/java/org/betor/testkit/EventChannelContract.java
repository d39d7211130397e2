package org.betor.testkit;

/**
 * What every {@link org.betor.api.spi.EventChannel} promises. A test class that implements this
 * runs these tests.
 *
 * <pre>{@code
 * class PigeonEventsTest implements EventChannelContract {
 *   @TempDir Path directory;
 *
 *   public EventChannel open(String name) {
 *     return PigeonEvents.builder(directory.resolve(name))
 *         .retries(ATTEMPTS, Duration.ofMillis(1), Duration.ofMillis(4))
 *         .open();
 *   }
 * }
 * }</pre>
 */
public interface EventChannelContract
    extends EventDeliveries, EventOrder, EventRetries, EventDeadLetters, EventRestarts {}
