/**
 * The function {@code nodeForecast}: rates of functions in; values, intervals, probability of
 * overload and warnings out, in our own words.
 */
package io.github.edgewatt.nodeforecast.funqy;
