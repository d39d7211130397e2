package org.betor.p2p.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.betor.p2p.internal.playing.HttpPort;
import org.betor.p2p.internal.playing.Resource;

/**
 * A page of another origin that plays a video for a while, seeks to its last second, and tells how
 * that goes.
 */
final class VideoPage implements AutoCloseable {
  private static final String REPORT = "/report/";

  private static final String HTML =
      """
      <!doctype html>
      <video muted src="%s"></video>
      <script>
        const video = document.querySelector('video');
        const say = what => fetch(
            '/report/' + what + ' width=' + video.videoWidth + ' time=' + video.currentTime);
        let sought = false;
        video.ontimeupdate = () => {
          if (!sought && video.currentTime > 0.5) {
            sought = true;
            say('plays').then(() => { video.currentTime = 59; });
          }
        };
        video.onseeked = () => say('sought');
        video.onended = () => say('ended');
        video.onerror = () => say('failed ' + video.error.message);
        video.play();
      </script>
      """;

  private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
  private final Path html;
  private final HttpPort port;

  /** Written to a folder. */
  VideoPage(Path folder, URI video) throws IOException {
    this.html = Files.writeString(folder.resolve("page.html"), HTML.formatted(video));
    this.port =
        HttpPort.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            this::find,
            InstantSource.system(),
            Duration.ofMinutes(1));
  }

  URI address() {
    return URI.create("http://localhost:" + port.address().getPort() + "/");
  }

  /** What it tells next. */
  String report() throws InterruptedException {
    String report = reports.poll(Program.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return report == null ? "nothing" : report;
  }

  private Optional<Resource> find(String path) {
    if (path.startsWith(REPORT)) {
      reports.add(URI.create(path).getPath().substring(REPORT.length()));
      return Optional.of(new Resource(0, "text/plain", "\"\"", () -> FileChannel.open(html)));
    }
    return path.equals("/")
        ? Optional.of(
            new Resource(
                html.toFile().length(), "text/html", "\"page\"", () -> FileChannel.open(html)))
        : Optional.empty();
  }

  @Override
  public void close() {
    port.close();
  }
}
