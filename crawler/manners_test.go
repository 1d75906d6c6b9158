package crawler_test

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"casebook/crawler"
	"casebook/crawler/archive"
)

func TestHonestAndOneAtATime(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{
		"/robots.txt": says("User-agent: *\nCrawl-delay: 0.15\n"),
		"/list": func(w http.ResponseWriter, r *http.Request) {
			http.SetCookie(w, &http.Cookie{Name: "watch", Value: "you"})
			fmt.Fprint(w, "/a /b /c")
		},
		"/a": says("a"), "/b": says("b"), "/c": says("c"),
	})
	report, entries, err := s.crawl(t)
	if err != nil {
		t.Fatal(err)
	}
	if report.Listed != 3 || report.Fetched != 4 {
		t.Errorf("got %d listed, %d fetched, want 3 and 4", report.Listed, report.Fetched)
	}
	visits := s.visits()
	for i, v := range visits {
		if v.agent != "casebook/1.2 (+https://casebook.example/about)" {
			t.Errorf("%s: got user agent %q", v.path, v.agent)
		}
		if v.cookie != "" {
			t.Errorf("%s: brought the cookie %q", v.path, v.cookie)
		}
		if v.open != 1 {
			t.Errorf("%s: %d requests at once", v.path, v.open)
		}
		if i > 0 && v.at.Sub(visits[i-1].at) < 150*time.Millisecond {
			t.Errorf("%s: came %s after the one before, want the Crawl-delay of 150ms", v.path, v.at.Sub(visits[i-1].at))
		}
	}
	if got := strings.Count(fmt.Sprint(s.log), "/robots.txt"); got != 1 {
		t.Errorf("asked for robots.txt %d times, want once", got)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.URL, "https://"+plainHost+"/") {
			t.Errorf("archived %q, want an address of %s", e.URL, plainHost)
		}
	}
}

func TestRobots(t *testing.T) {
	list := says("/open /private/a /moved")
	tests := []struct {
		name   string
		robots http.HandlerFunc
		want   string // paths that were asked for
		err    error
	}{
		{"a path is closed, also at the end of a redirect", says("User-agent: *\nDisallow: /private/\n"), "/list /open /moved", crawler.ErrPartial},
		{"closed to us by name", says("User-agent: casebook\nDisallow: /\n\nUser-agent: *\nAllow: /\n"), "", crawler.ErrRefused},
		{"closed to all", says("User-agent: *\nDisallow: /\n"), "", crawler.ErrRefused},
		{"out of order: then nothing is allowed", answers(500), "", crawler.ErrRefused},
		{"none", answers(404), "/list /open /private/a /moved /private/b", nil},
		{"moved", redirects("/other-robots.txt"), "/other-robots.txt /list /open /moved", crawler.ErrPartial},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t, map[string]http.HandlerFunc{
				"/robots.txt": test.robots, "/other-robots.txt": says("User-agent: *\nDisallow: /private/\n"),
				"/list": list, "/open": says("o"), "/private/a": says("a"), "/moved": redirects("/private/b"), "/private/b": says("b"),
			})
			_, _, err := s.crawl(t)
			if !errors.Is(err, test.err) {
				t.Errorf("got %v, want %v", err, test.err)
			}
			if got := s.paths(); got != test.want {
				t.Errorf("got visits %q, want %q", got, test.want)
			}
		})
	}
}

// times answers with the first handlers once each and with the last one for ever.
func times(handlers ...http.HandlerFunc) http.HandlerFunc {
	var n atomic.Int64
	return func(w http.ResponseWriter, r *http.Request) {
		handlers[min(int(n.Add(1)), len(handlers))-1](w, r)
	}
}

// later answers with a status and a time to wait.
func later(status int, retryAfter string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", retryAfter)
		w.WriteHeader(status)
	}
}

func breaksOff(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", "1000")
	fmt.Fprint(w, "only this")
}

func TestRetries(t *testing.T) {
	tests := []struct {
		name   string
		page   http.HandlerFunc
		visits int
		err    error
		say    string // in the failure
	}{
		{"busy once", times(later(429, "1"), says("a")), 2, nil, ""},
		{"out of order twice", times(later(503, "0"), later(503, "0"), says("a")), 3, nil, ""},
		{"a date to wait for", times(later(503, "Mon, 02 Jan 2006 15:04:05 GMT"), says("a")), 2, nil, ""},
		{"busy for ever", later(429, "0"), 3, crawler.ErrRefused, "429"},
		{"asks for a century", later(429, "3155760000"), 1, crawler.ErrRefused, "3155760000"},
		{"asks for more than can be counted", later(503, "99999999999999999999999"), 1, crawler.ErrPartial, "503"},
		{"gone", answers(410), 1, crawler.ErrPartial, "410"},
		{"forbidden", answers(403), 1, crawler.ErrPartial, "403"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t, map[string]http.HandlerFunc{"/list": says("/a /b"), "/a": test.page, "/b": says("b")})
			report, entries, err := s.crawl(t)
			if !errors.Is(err, test.err) {
				t.Errorf("got %v, want %v", err, test.err)
			}
			if got := strings.Count(s.paths(), "/a"); got != test.visits {
				t.Errorf("got %d visits, want %d", got, test.visits)
			}
			if test.say != "" && (len(report.Failed) != 1 || !strings.Contains(report.Failed[0].String(), test.say)) {
				t.Errorf("got failures %v, want one with %q", report.Failed, test.say)
			}
			for _, e := range entries {
				if e.Status == 429 || e.Status == 503 {
					t.Errorf("%s: a bad hour of status %d is archived", e.URL, e.Status)
				}
			}
		})
	}
}

func TestRetryAfterIsKept(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/list": times(later(429, "1"), says("/a")), "/a": says("a")})
	if _, _, err := s.crawl(t); err != nil {
		t.Fatal(err)
	}
	if v := s.visits(); v[1].at.Sub(v[0].at) < time.Second {
		t.Errorf("came back after %s, want 1s", v[1].at.Sub(v[0].at))
	}
}

// What is posted is posted again whole.
func TestRetriedPost(t *testing.T) {
	var bodies []string
	s := newSite(t, map[string]http.HandlerFunc{"/list": func(w http.ResponseWriter, r *http.Request) {
		var b strings.Builder
		if _, err := fmt.Fprint(&b, r.ContentLength); err != nil {
			t.Error(err)
		}
		sent := make([]byte, r.ContentLength)
		r.Body.Read(sent)
		bodies = append(bodies, string(sent))
		if len(bodies) < 2 {
			later(503, "0")(w, r)
			return
		}
		fmt.Fprint(w, "/a")
	}, "/a": says("a")})
	source := plainSource(plainHost)
	source.Start[0].Body = `{"pageNumber":1}`
	_, entries, err := crawlSources(t, map[string]string{plainHost: s.at}, source)
	if err != nil {
		t.Fatal(err)
	}
	if len(bodies) != 2 || bodies[0] != bodies[1] || bodies[0] != source.Start[0].Body {
		t.Errorf("got bodies %q", bodies)
	}
	want := archive.Key("POST", "https://"+plainHost+"/list", []byte(source.Start[0].Body))
	if entries[1].Key != want { // after robots.txt
		t.Errorf("got key %q, want %q", entries[1].Key, want)
	}
}

// A limit is an error, and nothing of what went over it is kept.
func TestLimits(t *testing.T) {
	endless := func(w http.ResponseWriter, _ *http.Request) {
		for line := []byte(strings.Repeat("more ", 20_000)); ; {
			if _, err := w.Write(line); err != nil {
				return
			}
		}
	}
	bomb := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		for line := make([]byte, 1<<20); ; {
			if _, err := z.Write(line); err != nil {
				return
			}
		}
	}
	tests := []struct {
		name string
		page http.HandlerFunc
		say  string
	}{
		{"an endless page", endless, "too large"},
		{"a small page that unpacks without end", bomb, "too large"},
		{"a redirect to itself", redirects("/a"), "redirects"},
		{"a redirect to plain HTTP", redirects("http://" + plainHost + "/b"), "https"},
		{"a redirect to another host", redirects("https://elsewhere.example/b"), "elsewhere.example"},
		{"a redirect to another port", redirects("https://" + plainHost + ":8443/b"), "not on a host of the source"},
		{"a redirect to a file", redirects("file:///etc/hostname"), "https"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t, map[string]http.HandlerFunc{"/list": says("/a /b"), "/a": test.page, "/b": says("b")})
			report, entries, err := s.crawl(t)
			if !errors.Is(err, crawler.ErrPartial) {
				t.Errorf("got %v, want %v", err, crawler.ErrPartial)
			}
			if len(report.Failed) != 1 || !strings.Contains(report.Failed[0].String(), test.say) {
				t.Errorf("got failures %v, want one that says %q", report.Failed, test.say)
			}
			for _, e := range entries {
				if e.Status == 200 && strings.HasSuffix(e.URL, "/a") {
					t.Error("what went over the limit is archived")
				}
			}
			if !strings.Contains(s.paths(), "/b") {
				t.Error("the next page was not read")
			}
		})
	}
}

func TestBrokenOffBody(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/list": says("/a"), "/a": times(breaksOff, says("whole"))})
	start := time.Now()
	report, _, err := s.crawl(t)
	if err != nil || len(report.Failed) > 0 {
		t.Errorf("got %v and failures %v, want the second attempt to do", err, report.Failed)
	}
	if time.Since(start) < backoff {
		t.Error("the second attempt came at once")
	}
}

// A private address is refused when it is dialled, whatever name leads there.
func TestPrivateAddress(t *testing.T) {
	for _, host := range []string{"localhost", "127.0.0.1", "[::1]", "10.1.2.3", "169.254.169.254"} {
		t.Run(host, func(t *testing.T) {
			t.Parallel()
			source := plainSource(host)
			source.Hosts = []string{strings.Trim(host, "[]")}
			report, _, err := crawlSources(t, nil, source)
			if !errors.Is(err, crawler.ErrUnreachable) || !strings.Contains(report.Sources[0].Failed[0].String(), "not an address of the public web") {
				t.Errorf("got %v, failures %v", err, report.Sources[0].Failed)
			}
		})
	}
}

func TestForbiddenAgainAndAgain(t *testing.T) {
	pages := map[string]http.HandlerFunc{"/list": says("/a /b /c /d /e")}
	for _, path := range []string{"/a", "/b", "/c", "/d", "/e"} {
		pages[path] = answers(403)
	}
	s := newSite(t, pages)
	if _, _, err := s.crawl(t); !errors.Is(err, crawler.ErrRefused) {
		t.Errorf("got %v, want %v", err, crawler.ErrRefused)
	}
	if got := s.paths(); got != "/list /a /b /c" {
		t.Errorf("got visits %q, want an end after three refusals", got)
	}
}

func TestTooFew(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/list": says("/a"), "/a": says("a")})
	source := plainSource(plainHost)
	source.AtLeast = 2
	_, _, err := crawlSources(t, map[string]string{plainHost: s.at}, source)
	if !errors.Is(err, crawler.ErrTooFew) || !strings.Contains(err.Error(), "1 documents listed, want at least 2") {
		t.Errorf("got %v, want %v", err, crawler.ErrTooFew)
	}
}

// A long delay does not keep a person waiting who wants to stop.
func TestInterruption(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/robots.txt": says("User-agent: *\nCrawl-delay: 20\n"), "/list": says("/a"), "/a": says("a")})
	w, err := archive.Create(t.TempDir(), "crawler test")
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	start := time.Now()
	report, err := crawler.Crawl(ctx, crawler.Config{Sources: []crawler.Source{plainSource(plainHost)}, Archive: w, Reach: map[string]string{plainHost: s.at}})
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > 2*time.Second {
		t.Errorf("got %v after %s", err, time.Since(start))
	}
	if len(report.Sources[0].Failed) > 0 {
		t.Errorf("got failures %v, want none: nobody but us is to blame", report.Sources[0].Failed)
	}
}

// Sources on different hosts do not wait for one another; those on one do.
func TestHostsAreIndependent(t *testing.T) {
	slow := func(body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			time.Sleep(150 * time.Millisecond)
			fmt.Fprint(w, body)
		}
	}
	pages := map[string]http.HandlerFunc{"/list": slow("/a"), "/a": slow("a")}
	one, two := newSite(t, pages), newSite(t, pages)
	start := time.Now()
	var calls []string
	w, err := archive.Create(t.TempDir(), "crawler test")
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	report, err := crawler.Crawl(t.Context(), crawler.Config{
		Sources: []crawler.Source{plainSource("one.example"), plainSource("two.example"), plainSource("one.example")}, Archive: w,
		Reach:    map[string]string{"one.example": one.at, "two.example": two.at},
		Progress: func(done, total int, url string) { calls = append(calls, fmt.Sprintf("%d/%d", done, total)) },
	})
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 1100*time.Millisecond {
		t.Errorf("took %s, want the time of the four requests to one host", took)
	}
	for _, v := range append(one.visits(), two.visits()...) {
		if v.open != 1 {
			t.Errorf("%s: %d requests at once", v.path, v.open)
		}
	}
	if len(report.Sources) != 3 || report.Sources[1].Source != "two.example" {
		t.Errorf("got reports %+v, want them in the order of the sources", report.Sources)
	}
	if last := calls[len(calls)-1]; len(calls) != 6 || last != "5/6" {
		t.Errorf("got progress %q", calls)
	}
}
