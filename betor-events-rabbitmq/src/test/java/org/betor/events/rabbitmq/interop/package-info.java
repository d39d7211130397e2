/** Tests against a real RabbitMQ. */
package org.betor.events.rabbitmq.interop;
