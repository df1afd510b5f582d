package io.github.edgewatt.workloads.http;

import io.github.edgewatt.workloads.function.AllowList;
import io.github.edgewatt.workloads.function.Curl;
import io.github.edgewatt.workloads.function.EatMemory;
import io.github.edgewatt.workloads.function.Env;
import io.github.edgewatt.workloads.function.Figlet;
import io.github.edgewatt.workloads.function.Gzip;
import io.github.edgewatt.workloads.function.HostList;
import io.github.edgewatt.workloads.function.JsonWork;
import io.github.edgewatt.workloads.function.Markdown;
import io.github.edgewatt.workloads.function.Matmul;
import io.github.edgewatt.workloads.function.Nmap;
import io.github.edgewatt.workloads.function.QrCode;
import io.github.edgewatt.workloads.function.Shasum;
import io.github.edgewatt.workloads.function.Thumbnail;
import io.netty.util.internal.PlatformDependent;
import io.quarkus.funqy.Funq;
import io.quarkus.vertx.http.HttpServer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The functions as Funqy knows them. Those that wait answer with a {@link Uni}. */
@Singleton
public class Functions {
  private final Env env = new Env(System.getenv());
  private final Nmap nmap;
  private final EatMemory eatMemory;
  private final Curl curl;

  @Inject
  Functions(Settings settings, Workers workers, HttpServer server) {
    nmap = new Nmap(new HostList(settings.nmap().allow().orElse(Set.of())));
    eatMemory = new EatMemory(mostMebibytes(settings), workers, workers);
    curl =
        new Curl(
            () -> URI.create("http://127.0.0.1:" + server.getPort() + InternalRoutes.STUB),
            new AllowList(settings.curl().allow().orElse(List.of())),
            workers,
            Duration.ofMillis(settings.curl().deadlineMillis()));
  }

  // Beyond the JVM's own bound an allocation would fail as an error instead of being refused; the
  // sixteen mebibytes are left to the server's buffers.
  private static int mostMebibytes(Settings settings) {
    long outsideHeap = (PlatformDependent.maxDirectMemory() >> 20) - 16;
    return (int) Math.max(1, Math.min(settings.eatMemory().mostMebibytes(), outsideHeap));
  }

  @Funq(FunctionNames.FIGLET)
  public Figlet.Output figlet(Figlet.Input input) {
    return Figlet.run(input);
  }

  @Funq(FunctionNames.SHASUM)
  public Shasum.Output shasum(Shasum.Input input) {
    return Shasum.run(input);
  }

  @Funq(FunctionNames.NMAP)
  public Nmap.Output nmap(Nmap.Input input) {
    return nmap.run(input);
  }

  @Funq(FunctionNames.ENV)
  public Env.Output env(Env.Input input) {
    return env.run(input);
  }

  @Funq(FunctionNames.CURL)
  public Uni<Curl.Output> curl(Curl.Input input) {
    return Uni.createFrom().completionStage(() -> curl.run(input));
  }

  @Funq(FunctionNames.EAT_MEMORY)
  public Uni<EatMemory.Output> eatMemory(EatMemory.Input input) {
    return Uni.createFrom().completionStage(() -> eatMemory.run(input));
  }

  @Funq(FunctionNames.MATMUL)
  public Matmul.Output matmul(Matmul.Input input) {
    return Matmul.run(input);
  }

  @Funq(FunctionNames.GZIP)
  public Gzip.Output gzip(Gzip.Input input) {
    return Gzip.run(input);
  }

  @Funq(FunctionNames.JSON)
  public JsonWork.Output json(JsonWork.Input input) {
    return JsonWork.run(input);
  }

  @Funq(FunctionNames.THUMBNAIL)
  public Thumbnail.Output thumbnail(Thumbnail.Input input) {
    return Thumbnail.run(input);
  }

  @Funq(FunctionNames.QRCODE)
  public QrCode.Output qrcode(QrCode.Input input) {
    return QrCode.run(input);
  }

  @Funq(FunctionNames.MARKDOWN)
  public Markdown.Output markdown(Markdown.Input input) {
    return Markdown.run(input);
  }
}
