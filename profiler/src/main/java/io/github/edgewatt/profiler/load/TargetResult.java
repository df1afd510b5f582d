package io.github.edgewatt.profiler.load;

import org.HdrHistogram.Histogram;

/**
 * One target's requests whose intended send time lies in the window.
 *
 * @param name the target's name
 * @param due requests the schedule asked for
 * @param sent requests that left
 * @param statusClasses answers by status class; index 0 unused, 1 to 5 for 1xx to 5xx
 * @param timeouts no answer within the response timeout
 * @param connectionErrors failures below HTTP
 * @param dropped not sent: in-flight cap reached
 * @param unfinished open when the drain ended
 * @param responseBytes body bytes received
 * @param response response times (completion - intended) of answered requests, ns
 * @param service service times (completion - actual send) of answered requests, ns
 * @param failed times until failure (completion - intended) of requests without an answer, ns;
 *     time-outs at the timeout
 * @param sendLag actual - intended send time, ns
 */
public record TargetResult(
    String name,
    long due,
    long sent,
    long[] statusClasses,
    long timeouts,
    long connectionErrors,
    long dropped,
    long unfinished,
    long responseBytes,
    Histogram response,
    Histogram service,
    Histogram failed,
    Histogram sendLag) {}
