package io.github.edgewatt.weights.etcd;

import static io.github.edgewatt.weights.etcd.EtcdConnection.bytes;
import static io.github.edgewatt.weights.etcd.EtcdConnection.text;

import io.etcd.jetcd.ByteSequence;
import io.etcd.jetcd.KeyValue;
import io.etcd.jetcd.kv.GetResponse;
import io.etcd.jetcd.kv.TxnResponse;
import io.etcd.jetcd.op.Cmp;
import io.etcd.jetcd.op.CmpTarget;
import io.etcd.jetcd.op.Op;
import io.etcd.jetcd.options.DeleteOption;
import io.etcd.jetcd.options.GetOption;
import io.etcd.jetcd.options.OptionsUtil;
import io.etcd.jetcd.options.PutOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real etcd's keys. */
final class JetcdKeyValues implements KeyValues {
  private static final int PAGE = 2_000;

  private final EtcdConnection etcd;

  JetcdKeyValues(EtcdConnection etcd) {
    this.etcd = etcd;
  }

  @Override
  public Listing read(String prefix, long sinceRevision) {
    ByteSequence end = OptionsUtil.prefixEndOf(bytes(prefix));
    List<Entry> entries = new ArrayList<>();
    ByteSequence from = bytes(prefix);
    long revision = 0;
    long count = 0;
    while (true) {
      GetOption.Builder option =
          GetOption.builder().withRange(end).withLimit(PAGE).withMinModRevision(sinceRevision);
      if (revision > 0) {
        // Every page of the same instant.
        option.withRevision(revision);
      }
      ByteSequence first = from;
      GetResponse page =
          etcd.call("read weights", client -> client.getKVClient().get(first, option.build()));
      if (revision == 0) {
        revision = page.getHeader().getRevision();
        count = page.getCount();
      }
      page.getKvs().forEach(one -> entries.add(entry(one)));
      if (!page.isMore() || page.getKvs().isEmpty()) {
        return new Listing(entries, count, revision);
      }
      ByteSequence last = page.getKvs().get(page.getKvs().size() - 1).getKey();
      from = last.concat(ByteSequence.from(new byte[1]));
    }
  }

  @Override
  public Committed commit(Fence fence, List<Change> changes) {
    ByteSequence leader = bytes(fence.key());
    List<Cmp> same = new ArrayList<>();
    List<Op> then = new ArrayList<>();
    List<Op> otherwise = new ArrayList<>();
    same.add(new Cmp(leader, Cmp.Op.EQUAL, CmpTarget.createRevision(fence.createRevision())));
    otherwise.add(Op.get(leader, GetOption.DEFAULT));
    for (Change change : changes) {
      ByteSequence key = bytes(change.key());
      same.add(new Cmp(key, Cmp.Op.EQUAL, CmpTarget.modRevision(change.modRevision())));
      then.add(
          change
              .value()
              .<Op>map(value -> Op.put(key, bytes(value), PutOption.DEFAULT))
              .orElseGet(() -> Op.delete(key, DeleteOption.DEFAULT)));
      otherwise.add(Op.get(key, GetOption.DEFAULT));
    }
    TxnResponse answer =
        etcd.call(
            "write weights",
            client ->
                client
                    .getKVClient()
                    .txn()
                    .If(same.toArray(Cmp[]::new))
                    .Then(then.toArray(Op[]::new))
                    .Else(otherwise.toArray(Op[]::new))
                    .commit());
    return answer.isSucceeded()
        ? new Committed.Done(answer.getHeader().getRevision())
        : conflict(fence, changes, answer.getGetResponses());
  }

  private static Committed conflict(Fence fence, List<Change> changes, List<GetResponse> found) {
    List<KeyValue> leader = found.get(0).getKvs();
    if (leader.isEmpty() || leader.get(0).getCreateRevision() != fence.createRevision()) {
      throw new LostLeadException();
    }
    Map<String, Optional<Entry>> current = new HashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      current.put(
          changes.get(i).key(),
          found.get(i + 1).getKvs().stream().map(JetcdKeyValues::entry).findFirst());
    }
    return new Committed.Conflict(current);
  }

  private static Entry entry(KeyValue one) {
    return new Entry(text(one.getKey()), text(one.getValue()), one.getModRevision());
  }
}
