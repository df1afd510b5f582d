// The least an extender can do: read the question, give every node the same score.
package main

import (
	"encoding/json"
	"net/http"
	"os"
)

type args struct {
	Pod       json.RawMessage
	NodeNames *[]string
}

type host struct {
	Host  string
	Score int64
}

func main() {
	http.HandleFunc("/prioritize", func(w http.ResponseWriter, r *http.Request) {
		var asked args
		if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		scores := make([]host, 0, len(*asked.NodeNames))
		for _, name := range *asked.NodeNames {
			scores = append(scores, host{name, 5})
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(scores)
	})
	panic(http.ListenAndServe("127.0.0.1:"+os.Args[1], nil))
}
