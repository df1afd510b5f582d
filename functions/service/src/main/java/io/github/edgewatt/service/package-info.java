/**
 * What every function of ours that is a server shares: how it starts and says what is wrong with
 * its arguments, health and readiness, answers and failures as JSON, and a token its callers show.
 */
package io.github.edgewatt.service;
