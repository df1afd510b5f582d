package io.github.edgewatt.dataset;

/**
 * How the load on one function really went. Counts are of requests whose intended send time lies in
 * the window; latencies count from the intended send time, service times from the actual one.
 *
 * @param due requests the schedule asked for
 * @param sent requests that left
 * @param succeeded answers with status 2xx or 3xx
 * @param clientErrors answers with status 4xx
 * @param serverErrors answers with status 5xx
 * @param timeouts requests without an answer within the response timeout
 * @param connectionErrors requests that failed below HTTP
 * @param dropped requests not sent because the in-flight cap was reached
 * @param unfinished requests still open when the drain ended
 * @param sentRate achieved rate in requests per second
 * @param latencyP50Millis median response time in ms
 * @param latencyP90Millis 90th percentile in ms
 * @param latencyP99Millis 99th percentile in ms
 * @param latencyP999Millis 99.9th percentile in ms
 * @param latencyMaxMillis longest response time in ms
 * @param serviceP50Millis median service time in ms
 * @param serviceP99Millis 99th percentile of the service time in ms
 * @param sendLagP99Micros 99th percentile of (actual - intended send time) in microseconds
 * @param cpuMillisPerRequest CPU of the function in ms per answered request, NaN where none was
 *     answered
 * @param joulesPerRequest energy attributed to the function in joules per answered request
 * @param replicasMax most replicas seen in the window
 * @param replicasMean time-weighted mean of replicas over the window
 * @param workingSetBytes memory all replicas need, time-weighted mean: the sum of their working
 *     sets in a cluster, resident memory on the local platform
 * @param meterPowerMicrowatts what the power meter itself counts for the function's processes;
 *     {@link FunctionRow#powerMicrowatts} is the share of the node's energy
 */
public record FunctionDetail(
    long due,
    long sent,
    long succeeded,
    long clientErrors,
    long serverErrors,
    long timeouts,
    long connectionErrors,
    long dropped,
    long unfinished,
    double sentRate,
    double latencyP50Millis,
    double latencyP90Millis,
    double latencyP99Millis,
    double latencyP999Millis,
    double latencyMaxMillis,
    double serviceP50Millis,
    double serviceP99Millis,
    double sendLagP99Micros,
    double cpuMillisPerRequest,
    double joulesPerRequest,
    int replicasMax,
    double replicasMean,
    double workingSetBytes,
    double meterPowerMicrowatts) {}
