/** What is made of which settings, started and ended in which order. */
package io.github.edgewatt.weights.wiring;
