/**
 * Functions behind an OpenFaaS gateway, on Kubernetes or faasd. {@link
 * io.github.edgewatt.profiler.platform.openfaas.StackFile} tells what to deploy and how each
 * function is called, {@link io.github.edgewatt.profiler.platform.openfaas.GatewayClient} speaks
 * the gateway's REST API, and {@link
 * io.github.edgewatt.profiler.platform.openfaas.OpenFaasPlatform} deploys, waits for a real answer,
 * and removes what it deployed, labelled so that a later run can too.
 */
package io.github.edgewatt.profiler.platform.openfaas;
