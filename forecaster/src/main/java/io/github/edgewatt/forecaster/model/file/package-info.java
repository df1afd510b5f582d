/**
 * A trained model on disk: versioned JSON with a checksum, read without any learner's library, and
 * refused with the difference named where it does not fit. The model card beside it tells people
 * what it is worth. {@code docs/model-format.md} describes the file.
 */
package io.github.edgewatt.forecaster.model.file;
