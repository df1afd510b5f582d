package io.github.edgewatt.weights.etcd;

import static io.github.edgewatt.weights.etcd.EtcdConnection.bytes;
import static io.github.edgewatt.weights.etcd.EtcdConnection.text;

import io.etcd.jetcd.common.exception.ErrorCode;
import io.etcd.jetcd.kv.TxnResponse;
import io.etcd.jetcd.op.Cmp;
import io.etcd.jetcd.op.CmpTarget;
import io.etcd.jetcd.op.Op;
import io.etcd.jetcd.options.PutOption;
import java.time.Duration;
import java.util.Optional;

/** An election in a real etcd. */
final class JetcdElection implements Election {
  private final EtcdConnection etcd;

  JetcdElection(EtcdConnection etcd) {
    this.etcd = etcd;
  }

  @Override
  public Optional<Holder> holder(String key) {
    return etcd
        .call("look for a leader", client -> client.getKVClient().get(bytes(key)))
        .getKvs()
        .stream()
        .map(one -> new Holder(text(one.getValue()), one.getCreateRevision()))
        .findFirst();
  }

  @Override
  public long grant(Duration lease) {
    return etcd.call("take a lease", client -> client.getLeaseClient().grant(lease.toSeconds()))
        .getID();
  }

  @Override
  public boolean keep(long lease) {
    try {
      return etcd.call("keep a lease", client -> client.getLeaseClient().keepAliveOnce(lease))
              .getTTL()
          > 0;
    } catch (EtcdException e) {
      if (e.getCause() instanceof io.etcd.jetcd.common.exception.EtcdException refused
          && refused.getErrorCode() == ErrorCode.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void revoke(long lease) {
    etcd.call("give a lease back", client -> client.getLeaseClient().revoke(lease));
  }

  @Override
  public Optional<Long> take(String key, String name, long lease) {
    TxnResponse answer =
        etcd.call(
            "take the lead",
            client ->
                client
                    .getKVClient()
                    .txn()
                    .If(new Cmp(bytes(key), Cmp.Op.EQUAL, CmpTarget.createRevision(0)))
                    .Then(
                        Op.put(
                            bytes(key),
                            bytes(name),
                            PutOption.builder().withLeaseId(lease).build()))
                    .commit());
    return answer.isSucceeded() ? Optional.of(answer.getHeader().getRevision()) : Optional.empty();
  }
}
