/**
 * What a forecast costs in time (JMH), and how many measurements the choice of what to measure next
 * saves, by replaying measured data in several orders.
 */
package io.github.edgewatt.benchmarks.forecast;
