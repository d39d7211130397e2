package org.betor.testkit.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A real RabbitMQ on a port of loopback, as Debian's package {@code rabbitmq-server} has it, with
 * its data in a folder of its own. Its user is {@code guest}, with that password. It ends when it
 * is closed, and not before.
 *
 * <p>Where it is not installed, the test is skipped; with {@code -Dinterop.required=true} it fails.
 *
 * <pre>{@code
 * try (RealBroker broker = RealBroker.rabbitmq()) {
 *   factory.setPort(broker.port());
 *   broker.kill();
 *   broker.restart();
 * }
 * }</pre>
 */
public final class RealBroker implements AutoCloseable {
  private static final Path SERVER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");
  private static final Path OPENSSL = Path.of("/usr/bin/openssl");
  private static final byte[] PROTOCOL = "AMQP\0\0\11\1".getBytes(US_ASCII); // 0-9-1
  private static final int METHOD_FRAME = 1;
  private static final int PATIENCE_MILLIS = 1_000;

  private final ServerProcess process;
  private final List<String> command;
  private final int port;
  private final int tlsPort;
  private final int namesPort;

  private RealBroker(ServerProcess process) {
    this.process = process;
    this.port = process.port();
    this.tlsPort = process.port();
    this.namesPort = process.port();
    this.command = command(process.folder(), port, namesPort, process.port());
  }

  /** Whether there is one to start. */
  public static boolean isInstalled() {
    return Files.isExecutable(SERVER);
  }

  /** Starts a broker. */
  public static RealBroker rabbitmq() {
    Installed.need("rabbitmq-server", SERVER);
    Installed.need("openssl", OPENSSL);
    RealBroker broker = new RealBroker(ServerProcess.of("rabbitmq", "KILL"));
    try {
      broker.configure();
      broker.restart();
      return broker;
    } catch (RuntimeException | Error failure) {
      broker.close();
      throw failure;
    }
  }

  /** Where it listens, after a restart too. */
  public int port() {
    return port;
  }

  /** Where it listens for TLS, under a certificate of its own for {@code localhost}. */
  public int tlsPort() {
    return tlsPort;
  }

  /** That certificate, in a file in PEM. */
  public Path certificate() {
    return process.folder().resolve("certificate.pem");
  }

  /** Ends it as a failure of the machine would; what it has on its disk stays. */
  public void kill() {
    try {
      Path pid = process.folder().resolve("pid"); // the process that we started is a shell
      ProcessHandle.of(Long.parseLong(Files.readString(pid).trim()))
          .ifPresent(server -> end(server));
      process.awaitEnd();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Starts it with what it has on its disk; returns when it answers. */
  public void restart() {
    process.start(command);
    process.awaitReady(this::answers);
  }

  /** It takes no messages any more, as if it was short of disk. */
  public void alarm() {
    limitDisk("1000000GB");
  }

  /** It takes messages again. */
  public void calm() {
    limitDisk("50MB");
  }

  private void limitDisk(String free) {
    process.run(
        List.of(
            "env",
            "HOME=" + process.folder(),
            "ERL_EPMD_PORT=" + namesPort,
            "RABBITMQ_CONF_ENV_FILE=" + process.folder().resolve("none"),
            SERVER.resolveSibling("rabbitmqctl").toString(),
            "--node",
            "betor" + port + "@localhost",
            "set_disk_free_limit",
            free));
  }

  /** Ends it, and deletes its data. */
  @Override
  public void close() {
    if (Files.exists(process.folder().resolve("pid"))) {
      kill();
    }
    process.start(List.of("env", "ERL_EPMD_PORT=" + namesPort, "epmd", "-kill"));
    process.awaitEnd();
    process.close();
  }

  private static void end(ProcessHandle server) {
    server.destroyForcibly();
    server.onExit().join();
  }

  private void configure() {
    process.run(
        List.of(
            OPENSSL.toString(),
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost",
            "-keyout",
            "key.pem",
            "-out",
            "certificate.pem"));
    try {
      Files.writeString(process.folder().resolve("plugins"), "[].");
      Files.writeString(
          process.folder().resolve("rabbitmq.conf"),
          """
          listeners.tcp.1 = 127.0.0.1:%d
          listeners.ssl.1 = 127.0.0.1:%d
          ssl_options.certfile = %s
          ssl_options.keyfile = %s
          log.console = true
          log.file = false
          disk_free_limit.absolute = 50MB
          vm_memory_high_watermark.absolute = 512MB
          """
              .formatted(port, tlsPort, certificate(), process.folder().resolve("key.pem")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The node has a name service of its own, so that brokers do not know of each other. */
  private static List<String> command(Path folder, int port, int namesPort, int nodesPort) {
    return List.of(
        "env",
        "HOME=" + folder,
        "RABBITMQ_NODENAME=betor" + port + "@localhost",
        "RABBITMQ_CONFIG_FILE=" + folder.resolve("rabbitmq.conf"),
        "RABBITMQ_ENABLED_PLUGINS_FILE=" + folder.resolve("plugins"),
        "RABBITMQ_CONF_ENV_FILE=" + folder.resolve("none"),
        "RABBITMQ_MNESIA_BASE=" + folder.resolve("mnesia"),
        "RABBITMQ_LOG_BASE=" + folder.resolve("logs"),
        "RABBITMQ_LOGS=-",
        "RABBITMQ_PID_FILE=" + folder.resolve("pid"),
        "RABBITMQ_DIST_PORT=" + nodesPort,
        "ERL_EPMD_PORT=" + namesPort,
        "ERL_EPMD_ADDRESS=127.0.0.1",
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS=-kernel inet_dist_use_interface {127,0,0,1} +S 2:2",
        SERVER.toString());
  }

  /** An open port alone is not enough. */
  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(PROTOCOL);
      return socket.getInputStream().read() == METHOD_FRAME;
    } catch (IOException notYet) {
      return false;
    }
  }
}
