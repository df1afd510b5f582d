/**
 * Serves a classic OpenFaaS handler over HTTP. Stands in for {@code com.openfaas:entrypoint}, which
 * answers one call at a time, reads bodies of POST only and ends without draining; the handler's API
 * is the same.
 */
package openfaas.entrypoint;
