/** Carries events between applications, over RabbitMQ. */
@SuppressWarnings("requires-automatic") // the client names its module in the manifest only
@org.jspecify.annotations.NullMarked
module org.betor.events.rabbitmq {
  requires transitive org.betor.api;
  requires static transitive org.jspecify;
  requires com.rabbitmq.client;
  requires org.betor.events;
  requires org.slf4j;

  exports org.betor.events.rabbitmq;

  provides org.betor.api.spi.EventChannel.Factory with
      org.betor.events.rabbitmq.RabbitEvents.Factory;
}
