/**
 * The server: which path belongs to which protocol, what is answered on the event loop and what by
 * workers, the settings, and the thread that looks after the files.
 */
package io.github.edgewatt.nodeforecast.http;
