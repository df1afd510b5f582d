package io.github.edgewatt.weights.etcd;

import io.etcd.jetcd.ByteSequence;
import io.etcd.jetcd.Client;
import io.etcd.jetcd.ClientBuilder;
import io.etcd.jetcd.Response;
import io.etcd.jetcd.common.exception.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A connection to etcd that is made when first needed, and anew after every failure that no answer
 * told: left to itself, gRPC waits up to two minutes before it looks again whether a server has
 * come back.
 */
final class EtcdConnection implements AutoCloseable {
  private static final int MOST_INBOUND_BYTES = 64 << 20;
  private static final Set<ErrorCode> ANSWERS =
      EnumSet.of(
          ErrorCode.INVALID_ARGUMENT,
          ErrorCode.NOT_FOUND,
          ErrorCode.ALREADY_EXISTS,
          ErrorCode.PERMISSION_DENIED,
          ErrorCode.RESOURCE_EXHAUSTED,
          ErrorCode.FAILED_PRECONDITION,
          ErrorCode.ABORTED,
          ErrorCode.OUT_OF_RANGE,
          ErrorCode.UNIMPLEMENTED);

  private final EtcdSettings settings;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "etcd-calls");
            thread.setDaemon(true);
            return thread;
          });

  private Client client;
  private boolean closed;

  /** Connects to nothing yet. */
  EtcdConnection(EtcdSettings settings) {
    this.settings = settings;
  }

  static ByteSequence bytes(String text) {
    return ByteSequence.from(text, StandardCharsets.UTF_8);
  }

  static String text(ByteSequence bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * The answer to a call, checked to come from the cluster that is expected.
   *
   * @param what is done, as in {@code cannot read weights}
   * @throws EtcdException one line where there is none in time, or another cluster answers
   */
  <T extends Response> T call(String what, Function<Client, CompletableFuture<T>> call) {
    return checked(ask(what, call));
  }

  private <T> T ask(String what, Function<Client, CompletableFuture<T>> call) {
    Client used = client(what);
    try {
      return call.apply(used).get(settings.deadline().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      renew(used);
      Thread.currentThread().interrupt();
      throw failed(what, "interrupted", e);
    } catch (TimeoutException e) {
      renew(used);
      throw failed(what, "no answer within " + seconds(settings.deadline()) + " s", e);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      if (broken(cause)) {
        renew(used);
      }
      throw failed(what, String.valueOf(cause.getMessage()), cause);
    } catch (RuntimeException e) {
      renew(used);
      throw failed(what, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Whether a failure may be the connection's. An answer, as that a lease is gone, proves it whole;
   * closing it would end the calls of other threads.
   */
  static boolean broken(Throwable failure) {
    return !(failure instanceof io.etcd.jetcd.common.exception.EtcdException told)
        || !ANSWERS.contains(told.getErrorCode());
  }

  private <T extends Response> T checked(T answer) {
    long id = answer.getHeader().getClusterId();
    if (settings.clusterId().isPresent() && settings.clusterId().getAsLong() != id) {
      throw new EtcdException(
          "etcd at "
              + settings.address()
              + " is cluster "
              + ClusterId.text(id)
              + ", not "
              + ClusterId.text(settings.clusterId().getAsLong())
              + " as osmotic_lb_opt_etcd_cluster_id says: nothing is written");
    }
    return answer;
  }

  private EtcdException failed(String what, String why, Throwable cause) {
    return new EtcdException(
        "cannot " + what + " at etcd " + settings.address() + ": " + why, cause);
  }

  private static String seconds(Duration time) {
    return String.valueOf(time.toMillis() / 1e3);
  }

  private synchronized Client client(String what) {
    if (closed) {
      throw failed(what, "this process ends", null);
    }
    if (client == null) {
      ClientBuilder builder =
          Client.builder()
              .endpoints("http://" + settings.address())
              .executorService(threads)
              .maxInboundMessageSize(MOST_INBOUND_BYTES)
              .connectTimeout(settings.deadline())
              .retryMaxDuration(settings.deadline());
      settings.user().ifPresent(user -> builder.user(bytes(user)));
      settings.password().ifPresent(password -> builder.password(bytes(password)));
      client = builder.build();
    }
    return client;
  }

  private synchronized void renew(Client failed) {
    if (client == failed) {
      client = null;
      // Ends its calls that still wait, too.
      failed.close();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (client != null) {
      client.close();
      client = null;
    }
    threads.shutdownNow();
  }
}
