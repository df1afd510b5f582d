package io.github.edgewatt.workloads.http;

import io.github.edgewatt.workloads.function.Curl;
import io.github.edgewatt.workloads.function.EatMemory;
import io.github.edgewatt.workloads.function.Env;
import io.github.edgewatt.workloads.function.Figlet;
import io.github.edgewatt.workloads.function.Gzip;
import io.github.edgewatt.workloads.function.JsonWork;
import io.github.edgewatt.workloads.function.Markdown;
import io.github.edgewatt.workloads.function.Matmul;
import io.github.edgewatt.workloads.function.Nmap;
import io.github.edgewatt.workloads.function.QrCode;
import io.github.edgewatt.workloads.function.Shasum;
import io.github.edgewatt.workloads.function.Thumbnail;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** From a name to what is called. */
@Singleton
class Catalogue {
  private final Functions functions;
  private final Workers workers;

  @Inject
  Catalogue(Functions functions, Workers workers) {
    this.functions = functions;
    this.workers = workers;
  }

  Served<?> find(String name) {
    Functions f = functions;
    return switch (name) {
      case FunctionNames.FIGLET ->
          Served.computing(Figlet.Input.class, Figlet.Input::ofText, f::figlet, workers);
      case FunctionNames.SHASUM ->
          Served.computing(Shasum.Input.class, Shasum.Input::ofText, f::shasum, workers);
      case FunctionNames.NMAP ->
          Served.computing(Nmap.Input.class, Nmap.Input::ofText, f::nmap, workers);
      case FunctionNames.ENV ->
          Served.computing(Env.Input.class, Env.Input::ofText, f::env, workers);
      case FunctionNames.CURL -> Served.waiting(Curl.Input.class, Curl.Input::ofText, f::curl);
      case FunctionNames.EAT_MEMORY ->
          Served.waiting(EatMemory.Input.class, EatMemory.Input::ofText, f::eatMemory);
      case FunctionNames.MATMUL ->
          Served.computing(Matmul.Input.class, Matmul.Input::ofText, f::matmul, workers);
      case FunctionNames.GZIP ->
          Served.computing(Gzip.Input.class, Gzip.Input::ofText, f::gzip, workers);
      case FunctionNames.JSON ->
          Served.computing(JsonWork.Input.class, JsonWork.Input::ofText, f::json, workers);
      case FunctionNames.THUMBNAIL ->
          Served.computing(Thumbnail.Input.class, Thumbnail.Input::ofText, f::thumbnail, workers);
      case FunctionNames.QRCODE ->
          Served.computing(QrCode.Input.class, QrCode.Input::ofText, f::qrcode, workers);
      case FunctionNames.MARKDOWN ->
          Served.computing(Markdown.Input.class, Markdown.Input::ofText, f::markdown, workers);
      default -> throw new IllegalArgumentException("no function '" + name + "'");
    };
  }
}
