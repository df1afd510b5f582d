#!/usr/bin/env bash
# Stands in for the pipeline's commands: leaves files as they do. FAKE_FAIL names a stage that fails,
# FAKE_FEED_SECONDS is how long the feed takes, FAKE_LOG gets a line a call.
set -euo pipefail
stage=$1
shift
declare -A option=()
words=("$@")
for ((i = 0; i < ${#words[@]}; i++)); do
  case ${words[i]} in --*) option[${words[i]}]=${words[i + 1]:-} ;; esac
done
echo "$stage $$" >>"$FAKE_LOG"
echo "$stage $*"
if [ "${FAKE_FAIL:-}" = "$stage" ]; then
  echo "edgewatt: $stage is told to fail" >&2
  exit 1
fi
case $stage in
  feed)
    folder=${option[--output]}
    sleep "${FAKE_FEED_SECONDS:-0}" &
    trap 'kill $!; exit 143' TERM
    wait $!
    printf 'slice,time_ms,fraction,target_images_per_s,sent,bytes,achieved_mbps,lag_ms,failed\n0,1700000000000,1,4,4,400,0.0004,0,0\n' >"$folder/feed.csv"
    echo '{"start_time":1700000000000,"end_time":1700000001000,"first_id":'"${option[--first_id]}"',"last_id":3,"sent":4,"failed":[],"bytes":400,"achieved_mbps":0.0004,"asked_mbps":0.0004,"max_lag_ms":1,"shape":"day-night"}' >"$folder/feed.json"
    echo "fed 4 images"
    ;;
  track)
    out=${option[--output_path]}/1700000000_fake
    save() {
      mkdir -p "$out"
      printf ',source,model,dimensions,idle,pre,inf,post,queue,start_time,end_time,id,finish_time,detections,errors,partition,offset\n' >"$out/0.csv"
      for i in 0 1 2 3; do
        echo "$i,consumer-$((i % 2 + 1)),fake,\"[1, 3, 32, 32]\",1,2,3,1,4,170000000010$i,170000000014$i,$i,170000000020$i,0,[],0,$i" >>"$out/0.csv"
      done
      echo '{"received":4,"unique":4,"duplicates":0,"missing":0,"unknown":0}' >"$out/summary.json"
    }
    trap 'save; exit 143' TERM
    echo "ready"
    until [ -f "${option[--expect]}" ]; do sleep 0.05; done
    save
    echo "tracked 4 of 4"
    ;;
  extract) mkdir -p "${option[--output]}/1700000003/up" ;;
  correlate)
    echo "left,right,lag_s,score,pearson,n" >"$1/correlations.csv"
    echo "<p>fake</p>" >"$1/correlations.html"
    ;;
esac
