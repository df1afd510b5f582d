/**
 * The routes: a scheduler's, a function for any other caller, and what tells how scores came about.
 * Work is done by threads of its own behind a bounded queue; a scheduler is answered in time
 * whatever happens to it.
 */
package io.github.edgewatt.scoring.http;
