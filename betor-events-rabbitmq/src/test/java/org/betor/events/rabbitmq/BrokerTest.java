package org.betor.events.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.EOFException;
import java.io.IOException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class BrokerTest {

  @Test
  void aBrokerThatEndsWhileWeDeclareIsAway() {
    assertThat(Broker.isAway(new IOException(closed(320)))).isTrue();
    assertThat(Broker.isAway(new IOException(closed(403)))).isFalse();
  }

  @Test
  void aConnectionThatBreaksIsAwayAndABrokerThatRefusesUsIsNot() {
    assertThat(Broker.isAway(new IOException(new EOFException()))).isTrue();
    assertThat(Broker.isAway(new AuthenticationFailureException("no"))).isFalse();
    Throwable untrusted = new SSLHandshakeException("no").initCause(new EOFException());
    assertThat(Broker.isAway(untrusted)).isFalse();
  }

  private static ShutdownSignalException closed(int code) {
    return new ShutdownSignalException(
        true, false, new AMQP.Connection.Close.Builder().replyCode(code).build(), null);
  }
}
