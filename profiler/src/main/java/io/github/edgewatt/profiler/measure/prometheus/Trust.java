package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.dataset.DatasetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** Certificates a client trusts in place of the system's. */
final class Trust {
  private Trust() {}

  /** Lets the client trust the certificates of a PEM file, and no others. */
  static void only(OkHttpClient.Builder client, Path file) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      try (InputStream in = Files.newInputStream(file)) {
        for (Certificate certificate :
            CertificateFactory.getInstance("X.509").generateCertificates(in)) {
          store.setCertificateEntry("ca" + count++, certificate);
        }
      }
      if (count == 0) {
        throw new IOException("no certificate in it");
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      client.sslSocketFactory(context.getSocketFactory(), manager(factory));
    } catch (FileSystemException e) {
      throw new IOException(
          DatasetException.of("cannot read Prometheus' CA file", file, e).getMessage(), e);
    } catch (GeneralSecurityException | IOException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new IOException("CA file " + file + " for Prometheus cannot be used: " + why, e);
    }
  }

  private static X509TrustManager manager(TrustManagerFactory factory) throws IOException {
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new IOException("this Java has no trust manager for X.509");
  }
}
