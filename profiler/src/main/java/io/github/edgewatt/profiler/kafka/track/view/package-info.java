/** What a person sees while results come: a table that stands on a terminal, lines elsewhere. */
package io.github.edgewatt.profiler.kafka.track.view;
