package io.github.edgewatt.benchmarks.osmotic;

/**
 * What a day came to, its warm-up left out.
 *
 * @param asked requests sent
 * @param failed requests not answered
 * @param answered requests answered; together with {@code failed} as many as {@code asked}
 * @param replicas mean number of pods, pending ones among them
 * @param actions pods made and ended
 * @param joules of all nodes
 * @param idleJoules of all nodes if they had rested
 * @param refusals what policies called for and could not do, and functions they could not weigh
 */
record DayResult(
    String contender,
    int zones,
    long seed,
    double asked,
    double failed,
    double answered,
    double p50Millis,
    double p95Millis,
    double p99Millis,
    double replicas,
    long actions,
    double joules,
    double idleJoules,
    long refusals) {
  /** Whether it is this one. */
  boolean is(int itsZones, String itsContender, long itsSeed) {
    return zones == itsZones && contender.equals(itsContender) && seed == itsSeed;
  }

  /** Of all requests sent, in per cent. */
  double failedPercent() {
    return 100 * failed / asked;
  }

  /** All joules over the requests answered. */
  double joulesPerRequest() {
    return joules / answered;
  }

  /** Those above rest, likewise. */
  double addedJoulesPerRequest() {
    return (joules - idleJoules) / answered;
  }

  double kilowattHours() {
    return joules / 3.6e6;
  }
}
