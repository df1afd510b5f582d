/**
 * Pressure: a number for each function, zone that serves it and zone that asks, from requests,
 * distances, response times and CPU use. Functions of numbers on arrays.
 */
package io.github.edgewatt.scaling.pressure;
