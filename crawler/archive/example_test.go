package archive_test

import (
	"fmt"
	"net/http"
	"os"
	"time"

	"casebook/crawler/archive"
)

func Example() {
	dir, err := os.MkdirTemp("", "archive")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)

	w, err := archive.Create(dir, "example/1.0")
	if err != nil {
		fmt.Println(err)
		return
	}
	page := archive.Exchange{
		URL: "https://ico.example/notice/", Time: time.Date(2026, 11, 24, 6, 0, 0, 0, time.UTC),
		Status: 200, Header: http.Header{"Content-Type": {"text/html"}}, Body: []byte("<p>A notice.</p>"),
	}
	for range 2 { // the second day brings the same page
		unchanged, err := w.Add(page)
		fmt.Println(unchanged, err)
		page.Time = page.Time.AddDate(0, 0, 1)
	}
	if err := w.Close(); err != nil {
		fmt.Println(err)
	}

	r, err := archive.Open(dir)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range r.Latest() {
		body, err := r.Body(e, 1<<20)
		fmt.Println(e.Time.Format(time.DateOnly), e.Key, string(body), err)
	}
	// Output:
	// false <nil>
	// true <nil>
	// 2026-11-25 https://ico.example/notice/ <p>A notice.</p> <nil>
}
