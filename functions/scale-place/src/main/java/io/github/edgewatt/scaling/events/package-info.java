/**
 * Events of scaling as JSON: the published fields first and in their order, then those that the
 * published code sends besides, then ours.
 */
package io.github.edgewatt.scaling.events;
