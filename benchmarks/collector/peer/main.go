// A collector as the published one is described: Go's own HTTP server and form parser, a lock, a
// list of events from which a timer removes what is older than five minutes, and a set of ids.
package main

import (
	"math"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"
)

type entry struct {
	millis float64
	at     int64
}

var (
	lock  sync.Mutex
	usage []entry
	sum   float64
	ids   = map[string]int64{}
)

func event(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		http.Error(w, "Only POST requests are allowed", http.StatusMethodNotAllowed)
		return
	}
	at, err := strconv.ParseInt(r.FormValue("timestamp_ms"), 10, 64)
	if err != nil {
		http.Error(w, "Error parsing timestamp_ms", http.StatusBadRequest)
		return
	}
	millis, err := strconv.ParseFloat(r.FormValue("duration_ms"), 64)
	if err != nil || math.IsNaN(millis) || math.IsInf(millis, 0) || millis < 0 {
		http.Error(w, "Error parsing duration_ms", http.StatusBadRequest)
		return
	}
	lock.Lock()
	usage = append(usage, entry{millis, at})
	sum += millis
	if id := r.FormValue("bitstream_identifier"); id != "" {
		ids[id] = at
	}
	lock.Unlock()
	w.Write([]byte("ok"))
}

func decay() {
	for range time.Tick(10 * time.Second) {
		lock.Lock()
		oldest := time.Now().UnixMilli() - 300_000
		kept := usage[:0]
		for _, one := range usage {
			if one.at >= oldest {
				kept = append(kept, one)
			} else {
				sum -= one.millis
			}
		}
		usage = kept
		lock.Unlock()
	}
}

func main() {
	go decay()
	http.HandleFunc("/", event)
	if err := http.ListenAndServe("127.0.0.1:"+os.Args[1], nil); err != nil {
		panic(err)
	}
}
