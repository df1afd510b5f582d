/**
 * The CSV tables, column by column: how a row becomes a line and a line a row again. Pure text in
 * and out; folders and files are the business of the packages that look at this one.
 */
package io.github.edgewatt.dataset.table;
