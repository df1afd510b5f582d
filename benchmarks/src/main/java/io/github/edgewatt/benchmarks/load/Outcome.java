package io.github.edgewatt.benchmarks.load;

/**
 * One generator at one rate.
 *
 * @param tool its name
 * @param rate requests/s asked for; 0 for as fast as it can
 * @param scheduled requests due in the whole run, by rate and duration
 * @param arrived requests that arrived in the whole run
 * @param countErrorPercent |arrived - scheduled| / scheduled in percent
 * @param arrivals arrivals in the steady window, against an even grid
 * @param cpuMicrosPerRequest CPU of the generator's process per request in the steady window
 * @param cpuPercent the same as a share of its core
 * @param note what the tool itself said, or why it was left out
 */
record Outcome(
    String tool,
    double rate,
    long scheduled,
    long arrived,
    double countErrorPercent,
    ArrivalReport arrivals,
    double cpuMicrosPerRequest,
    double cpuPercent,
    String note) {}
