/** What this program can be told by environment variables, besides what its policy can. */
package io.github.edgewatt.scaling.settings;
