package io.github.edgewatt.profiler.overload;

import java.util.List;

/**
 * What the verdict on a row looks at.
 *
 * @param due requests the schedule asked for, all functions
 * @param sent requests that left, or tried to and found no connection
 * @param dropped requests not sent because the in-flight cap was reached
 * @param asksPerSecond asked rate, all functions
 * @param sendLagP99Micros worst 99th percentile of the send lag among the functions, NaN without
 *     load
 * @param maxPauseMillis longest pause of the generator
 * @param idleCpuPercent CPU of the node at rest before the load, percent of one core
 * @param foreignCpuPercent CPU of the node that is neither its idle CPU nor a function's, percent
 *     of one core; NaN where a function's is not known
 * @param functionCpuPercent CPU of all functions, percent of one core
 * @param platformCpuPercent CPU that the platform itself may have used for the calls, percent of
 *     one core; 0 where calls go straight to the functions
 * @param nodeCpuTotalPercent CPU of the whole machine, the generator's included where it runs here,
 *     percent of one core
 * @param cores cores of the machine
 * @param generatorOnNode whether the generator shares the node's cores
 * @param meterProblem why the meter's reading or the gateway's calls cannot be trusted, or empty
 * @param functionFailure what happened to a function's process, or empty
 * @param overloaded whether the overload rule fired
 * @param notes what the meter says of its figures and that does not spoil them
 * @param restTimedOut whether the rest before ended by its time limit
 */
public record WindowQuality(
    long due,
    long sent,
    long dropped,
    double asksPerSecond,
    double sendLagP99Micros,
    double maxPauseMillis,
    double idleCpuPercent,
    double foreignCpuPercent,
    double functionCpuPercent,
    double platformCpuPercent,
    double nodeCpuTotalPercent,
    int cores,
    boolean generatorOnNode,
    String meterProblem,
    String functionFailure,
    boolean overloaded,
    List<String> notes,
    boolean restTimedOut) {
  public WindowQuality {
    notes = List.copyOf(notes);
  }
}
