/** Rounds: work that is done again and again at a fixed pace, by one of several processes. */
package io.github.edgewatt.steering.loop;
