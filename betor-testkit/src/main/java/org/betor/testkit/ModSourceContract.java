package org.betor.testkit;

/**
 * What every {@link org.betor.api.mod.ModSource} promises. A test class that implements this runs
 * these tests, against a service on this machine that stands in for the real one.
 *
 * <pre>{@code
 * class AtticSourceTest implements ModSourceContract {
 *   private final FakeAttic attic = FakeAttic.start();
 *
 *   public ModSource source() {
 *     return new AtticSource(attic.home());
 *   }
 *
 *   public void breakDown() {
 *     attic.answersWith(500);
 *   }
 *
 *   // ... and the other methods of ModSourceUnderTest
 * }
 * }</pre>
 */
public interface ModSourceContract extends ModSourceNames, ModSourceDetails, ModSourceFetches {}
