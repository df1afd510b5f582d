/**
 * The routes of the collector: events as a form, a query or JSON, what counts now, figures of its
 * own. Everything here answers from memory; nothing waits for the API server.
 */
package io.github.edgewatt.collector.http;
