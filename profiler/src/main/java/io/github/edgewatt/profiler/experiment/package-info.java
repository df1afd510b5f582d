/** An experiment of the image pipeline as one file and one command that can be taken up again. */
package io.github.edgewatt.profiler.experiment;
