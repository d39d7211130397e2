/** Carries events within one application, and keeps them over restarts. */
@SuppressWarnings("module") // that of RabbitMQ is built later
@org.jspecify.annotations.NullMarked
module org.betor.events {
  requires transitive org.betor.api;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports org.betor.events;
  exports org.betor.events.internal.lane to
      org.betor.events.rabbitmq;
  exports org.betor.events.internal.log to
      org.betor.events.rabbitmq;

  provides org.betor.api.spi.EventChannel.Factory with
      org.betor.events.LocalEvents.Factory;
}
