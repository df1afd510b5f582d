package io.github.edgewatt.workloads.function;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Holds memory for a while, without a thread. The memory lies outside the Java heap and is given
 * back at once, so that the process's size follows what is held and no collector's work is
 * measured.
 */
public final class EatMemory {
  private static final int PAGE = 4096;
  private static final int MEBIBYTE = 1 << 20;

  private final int mostMebibytes;
  private final Semaphore free;
  private final Executor worker;
  private final Delay delay;

  /**
   * With its bounds.
   *
   * @param mostMebibytes held at once over all calls
   * @param worker where memory is written and read
   * @param delay counts the time it is held; must run its tasks off the caller's thread
   */
  public EatMemory(int mostMebibytes, Executor worker, Delay delay) {
    this.mostMebibytes = mostMebibytes;
    this.free = new Semaphore(mostMebibytes);
    this.worker = worker;
    this.delay = delay;
  }

  /**
   * What a call asks for; absent fields take their defaults.
   *
   * @param mebibytes to hold, 1 to 64; default 1
   * @param holdMillis for how long, 0 to 5,000; default 1,000
   */
  public record Input(Integer mebibytes, Integer holdMillis) {
    public Input {
      mebibytes = Bounds.number("mebibytes", mebibytes, 1, 1, 64);
      holdMillis = Bounds.number("holdMillis", holdMillis, 1_000, 0, 5_000);
    }

    public static Input ofText(String text) {
      return new Input(Bounds.parse("mebibytes", text), null);
    }
  }

  /**
   * What a call has done.
   *
   * @param bytes held
   * @param holdMillis for how long
   * @param pages pages that still had what was written into them when the time was over
   */
  public record Output(int bytes, int holdMillis, int pages) {}

  /**
   * Completes after the hold.
   *
   * @throws BusyException when all that may be held at once is held
   */
  public CompletionStage<Output> run(Input input) {
    if (!free.tryAcquire(input.mebibytes())) {
      throw new BusyException(
          "already holding nearly " + mostMebibytes + " MiB, the most at once; call again later");
    }
    // Started by a completed future, so that a worker that refuses fails the answer instead of
    // throwing past the release below.
    return CompletableFuture.completedFuture(input.mebibytes() * MEBIBYTE)
        .thenApplyAsync(EatMemory::take, worker)
        .thenCompose(memory -> hold(memory, input.holdMillis()))
        .whenComplete((output, failure) -> free.release(input.mebibytes()));
  }

  private static ByteBuf take(int bytes) {
    ByteBuf memory = Unpooled.directBuffer(bytes);
    for (int at = 0; at < bytes; at += PAGE) {
      memory.setInt(at, at);
    }
    return memory;
  }

  private CompletionStage<Output> hold(ByteBuf memory, int holdMillis) {
    CompletableFuture<ByteBuf> due = new CompletableFuture<>();
    delay.after(holdMillis, () -> due.complete(memory));
    return due.thenApplyAsync(held -> look(held, holdMillis), worker)
        .whenComplete((output, failure) -> memory.release());
  }

  private static Output look(ByteBuf memory, int heldMillis) {
    int bytes = memory.capacity();
    int pages = 0;
    for (int at = 0; at < bytes; at += PAGE) {
      if (memory.getInt(at) == at) {
        pages++;
      }
    }
    return new Output(bytes, heldMillis, pages);
  }
}
