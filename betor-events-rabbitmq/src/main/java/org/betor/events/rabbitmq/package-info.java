/** Events over RabbitMQ. */
package org.betor.events.rabbitmq;
