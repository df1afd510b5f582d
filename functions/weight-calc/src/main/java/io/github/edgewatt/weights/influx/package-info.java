/**
 * What a round saw and decided as InfluxDB 2 line protocol, where a URL is set. A queue of bounded
 * length stands between rounds and the database, so that no round ever waits for it.
 */
package io.github.edgewatt.weights.influx;
