package crawler_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"casebook/crawler"
	"casebook/crawler/archive"
)

// A fault is a way in which an answer goes wrong. The rows are named after the
// table in docs/faults.md.
type fault struct {
	name  string
	at    string // path; "" for the page of item a
	do    func(honest string) http.HandlerFunc
	times int    // 0 for every time
	err   error  // in which the run ends
	say   string // in its report
}

const (
	itemA   = "/action-weve-taken/enforcement/a/"
	noticeA = "/media2/x/a.pdf"
	search  = "/api/search"
)

// raw takes the connection and writes bytes as they are.
func raw(write func(c net.Conn, honest string)) func(string) http.HandlerFunc {
	return func(honest string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			c, _, err := http.NewResponseController(w).Hijack()
			if err != nil {
				panic(err)
			}
			defer c.Close()
			write(c, honest)
		}
	}
}

// instead answers without regard to what the honest answer is.
func instead(h http.HandlerFunc) func(string) http.HandlerFunc {
	return func(string) http.HandlerFunc { return h }
}

// headed answers honestly with one more header.
func headed(name, value string) func(string) http.HandlerFunc {
	return func(honest string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set(name, value)
			fmt.Fprint(w, honest)
		}
	}
}

// encodedAs answers in gzip, after the bytes went through change.
func encodedAs(change func([]byte) []byte) func(string) http.HandlerFunc {
	return func(honest string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Header().Set("Content-Type", "text/html")
			w.Write(change(zipped([]byte(honest))))
		}
	}
}

func zipped(b []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	z.Write(b)
	z.Close()
	return out.Bytes()
}

func half[T string | []byte](b T) T { return b[:len(b)/2] }

// drip answers a byte at a time.
func drip(every time.Duration) func(net.Conn, string) {
	return func(c net.Conn, honest string) {
		for _, b := range []byte("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + honest) {
			if _, err := c.Write([]byte{b}); err != nil {
				return
			}
			time.Sleep(every)
		}
	}
}

var partial, refused, listing = crawler.ErrPartial, crawler.ErrRefused, crawler.ErrListing

var faults = []fault{
	{"F01 429 once", "", instead(later(429, "1")), 1, nil, ""},
	{"F01 429 for ever", "", instead(later(429, "0")), 0, refused, "429"},
	{"F02 429 with a date", "", instead(func(w http.ResponseWriter, _ *http.Request) {
		later(429, time.Now().Add(time.Second).UTC().Format(http.TimeFormat))(w, nil)
	}), 1, nil, ""},
	{"F03 429 for years", "", instead(later(429, "99999999")), 0, refused, "99999999"},
	{"F04 503 twice", "", instead(later(503, "0")), 2, nil, ""},
	{"F05 500 for ever", "", instead(answers(500)), 0, partial, "500"},
	{"F06 403", "", instead(answers(403)), 0, partial, "403"},
	{"F07 404", "", instead(answers(404)), 0, partial, "404"},
	{"F08 410", "", instead(answers(410)), 0, partial, "410"},
	{"F09 304 unasked", "", instead(answers(304)), 0, partial, "nothing is known"},
	{"F10 204", "", instead(answers(204)), 0, partial, "204"},
	{"F10 206", "", func(honest string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusPartialContent)
			fmt.Fprint(w, half(honest))
		}
	}, 0, partial, "206"},
	{"F11 not found with status 200", "", instead(says(itemPage("1408", "Page not found", "", ""))), 0, partial, "not-found"},
	{"F11 not found in another form", "", instead(says("<!doctype html><title>Gone away</title><h1>There is no such page</h1></html>")), 0, partial, itemA},
	{"F12 a test for robots", "", instead(says("<!doctype html><title>Just a moment...</title><h1>Checking your browser</h1></html>")), 0, refused, "test for robots"},
	{"F13 nothing", "", instead(says("")), 0, partial, itemA},
	{"F13 white space", "", instead(says(" \n\t\n")), 0, partial, itemA},
	{"F14 redirect to itself", "", instead(redirects(itemA)), 0, partial, "more than 5 redirects: https://ico.example" + itemA + " →"},
	{"F14 redirects to ever new addresses", "", instead(func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.URL.Query().Get("hop"))
		redirects(itemA+"?hop="+strconv.Itoa(n+1))(w, r)
	}), 0, partial, "?hop=4"},
	{"F17 redirect to a number", "", instead(redirects("https://2130706433/")), 0, partial, "127.0.0.1"},
	{"F17 redirect to a file", "", instead(redirects("file:///etc/hostname")), 0, partial, "file:"},
	{"F17 redirect with backslashes", "", instead(redirects(`http:\\elsewhere.example\x`)), 0, partial, "elsewhere.example"},
	{"F17 redirect out of the site's root", "", instead(redirects("../../../../etc/hostname")), 0, partial, "404"},
	{"F17 redirect to no address", "", instead(redirects("https://[")), 0, partial, "redirect to"},
	{"F17 redirect to nowhere", "", instead(answers(302)), 0, partial, "302"},
	{"F18 shorter than it says", "", raw(func(c net.Conn, honest string) {
		fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s", len(honest), half(honest))
	}), 0, partial, "EOF"},
	{"F18 chunks without an end", "", raw(func(c net.Conn, honest string) {
		fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n", len(half(honest)), half(honest))
	}), 0, partial, "EOF"},
	{"F18 reset in the middle", "", raw(func(c net.Conn, honest string) {
		fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s", len(honest), half(honest))
		c.(*net.TCPConn).SetLinger(0)
	}), 0, partial, itemA},
	{"F18 closed without a word, once", "", raw(func(net.Conn, string) {}), 1, nil, ""},
	{"F18 closed without a word", "", raw(func(net.Conn, string) {}), 0, partial, "EOF"},
	{"F19 a page cut without a trace", "", raw(func(c net.Conn, honest string) {
		fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n%s", half(honest))
	}), 0, partial, "unexpected EOF"},
	{"F19 a PDF cut without a trace", noticeA, raw(func(c net.Conn, honest string) {
		fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n%s", half(honest))
	}), 0, partial, "unexpected EOF"},
	{"F19 a listing cut without a trace", search, raw(func(c net.Conn, _ string) {
		fmt.Fprint(c, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"results\":[")
	}), 1, nil, ""},
	{"F20 no HTTP", "", raw(func(c net.Conn, _ string) { fmt.Fprint(c, "\x16\x03\x01\x00 220 mail\r\n\r\n") }), 0, partial, itemA},
	{"F20 two lengths", "", raw(func(c net.Conn, honest string) {
		fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: %d\r\n\r\n%s", len(honest), honest)
	}), 0, partial, "Content-Length"},
	{"F21 a header that drips", "", raw(drip(100 * time.Millisecond)), 0, partial, "no whole answer within"},
	{"F21 a body that stalls", "", func(honest string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, half(honest))
			http.NewResponseController(w).Flush()
			<-r.Context().Done()
		}
	}, 0, partial, "no whole answer within"},
	{"F24 called gzip and is not", "", headed("Content-Encoding", "gzip"), 0, partial, "gzip"},
	{"F24 gzip cut in two", "", encodedAs(half[[]byte]), 0, partial, "EOF"},
	{"F25 gzip in gzip", "", encodedAs(zipped), 0, partial, itemA},
	{"F25 an encoding that nobody asked for", "", headed("Content-Encoding", "br"), 0, partial, `content encoding "br"`},
	{"F26 a huge header", "", headed("X-Big", strings.Repeat("a", 2<<20)), 0, partial, "header"},
	{"F26 many headers and cookies", "", func(honest string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			for i := range 500 {
				w.Header().Add("Set-Cookie", fmt.Sprintf("c%d=%0200d", i, i))
				w.Header().Add("X-Many", "v")
			}
			fmt.Fprint(w, honest)
		}
	}, 0, nil, ""},
	{"F29 a PDF called HTML", noticeA, headed("Content-Type", "text/html"), 0, nil, ""},
	{"F29 an error page called PDF", noticeA, func(string) http.HandlerFunc {
		return headed("Content-Type", "application/pdf")("<!doctype html><h1>An error</h1></html>")
	}, 0, partial, noticeA},
	{"F29 no type at all", "", func(honest string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header()["Content-Type"] = nil
			fmt.Fprint(w, honest)
		}
	}, 0, nil, ""},
	{"F30 a listing cut in the middle", search, instead(says(`{"results":[{"id":`)), 0, listing, "not the JSON"},
	{"F30 a page for a listing", search, instead(says("<!doctype html><title>Maintenance</title>")), 0, listing, "not the JSON"},
	{"F30 null for a listing", search, instead(says("null")), 0, listing, "shape"},
	{"F31 a listing that lost its rows", search, instead(says(`{"results":[],"pagination":{"totalResults":3,"totalPages":1}}`)), 0, listing, "names none"},
	{"F32 keys renamed", search, instead(says(`{"x_results":[],"x_pagination":{}}`)), 0, listing, "shape"},
	{"F32 other types", search, instead(says(`{"results":{"0":1},"pagination":{"totalResults":"3"}}`)), 0, listing, "results"},
	{"F32 a number beyond counting", search, instead(says(`{"results":[],"pagination":{"totalResults":1e400}}`)), 0, listing, "1e400"},
	{"F33 deep JSON", search, instead(says(strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000))), 0, listing, "depth"},
	{"F34 a redesign", "", func(honest string) http.HandlerFunc {
		return says(strings.NewReplacer(`id="`, `id="x-`, `class="`, `class="x-`).Replace(honest))
	}, 0, partial, itemA},
	{"F37 a clock far ahead", "", headed("Last-Modified", "Thu, 01 Jan 2099 00:00:00 GMT"), 0, nil, ""},
	{"F37 a clock of long ago", "", headed("Date", "Thu, 01 Jan 1970 00:00:00 GMT"), 0, nil, ""},
	{"F40 a flood of interim answers", "", raw(func(c net.Conn, honest string) {
		fmt.Fprint(c, strings.Repeat("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", 100))
		fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s", len(honest), honest)
	}), 0, nil, ""},
	{"F44 robots.txt out of order", "/robots.txt", instead(answers(500)), 0, refused, "nothing may be read"},
	{"F44 robots.txt stalls", "/robots.txt", instead(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "User-agent: *\n")
		http.NewResponseController(w).Flush()
		<-r.Context().Done()
	}), 0, crawler.ErrUnreachable, "nothing may be read"},
	{"F45 a huge robots.txt", "/robots.txt", instead(says("User-agent: *\nDisallow: /private/\n" + strings.Repeat("# more\n", 1<<20))), 0, nil, ""},
	{"F52 a slow line", "", raw(func(c net.Conn, honest string) {
		fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n", len(honest))
		for b := range bytes.SplitSeq([]byte(honest), []byte(" ")) {
			c.Write(append(b, ' '))
			time.Sleep(10 * time.Millisecond)
		}
	}), 0, nil, ""},
}

// Whatever goes wrong with one answer: the run says so in the way that it
// should, what was read before and beside it stays, nothing of the broken
// answer is taken for a page, and the next night everything is as it would have
// been without.
func TestFaults(t *testing.T) {
	undisturbed := nightly(t, smallRegister(t))
	if _, _, err := undisturbed.run(0); err != nil {
		t.Fatal(err)
	}
	want := newest(t, undisturbed)
	for _, f := range faults {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			s := smallRegister(t)
			path := f.at
			if path == "" {
				path = itemA
			}
			honest := s.pages[path]
			broken := f.do(bodyOf(honest))
			if f.times > 0 {
				handlers := []http.HandlerFunc{}
				for range f.times {
					handlers = append(handlers, broken)
				}
				broken = times(append(handlers, honest)...)
			}
			s.set(path, broken)
			n := nightly(t, s)
			_, report, err := n.run(0)
			if !errors.Is(err, f.err) || (err == nil) != (f.err == nil) {
				t.Errorf("got %v, want %v", err, f.err)
			}
			if said := fmt.Sprint(report.Failed, err); !strings.Contains(said, f.say) {
				t.Errorf("got %s, want it to say %q", said, f.say)
			}
			if f.err == partial {
				kept(t, n, path)
			}
			s.set(path, honest)
			if _, report, err := n.run(1); err != nil {
				t.Errorf("the next night: got %v, failures %v", err, report.Failed)
			}
			if diff := cmp.Diff(want, newest(t, n)); diff != "" {
				t.Errorf("what is archived in the end (-undisturbed +disturbed):\n%s", diff)
			}
		})
	}
}

// nightly is a crawl of the register, night after night.
func nightly(t *testing.T, s *site) *nights {
	t.Helper()
	n := &nights{t: t, site: s, source: crawler.ICOActions(home), host: "ico.example", state: t.TempDir(), archive: t.TempDir()}
	n.source.AtLeast = 3
	n.config = n.config.WithOneRequest(time.Second)
	return n
}

// kept checks that the other items were read, and the broken address was not.
func kept(t *testing.T, n *nights, broken string) {
	t.Helper()
	state := n.stateFile()
	for _, name := range []string{"b", "c"} {
		if !strings.Contains(state, `{"url":"`+home+"/action-weve-taken/enforcement/"+name+"/") {
			t.Errorf("item %s was not read", name)
		}
	}
	if strings.Contains("\n"+state, "\n"+`{"url":"`+home+broken+`"`) {
		t.Errorf("the state takes the broken answer for a page:\n%s", state)
	}
}

// newest is what the archive holds of each address in the end.
func newest(t *testing.T, n *nights) map[string]string {
	t.Helper()
	digests := map[string]string{}
	for _, e := range openArchive(t, n.archive).Entries() {
		if e.Status == http.StatusOK && e.Method == http.MethodGet && !strings.HasSuffix(e.URL, "/robots.txt") {
			digests[e.URL] = e.Digest
		}
	}
	return digests
}

// bodyOf is what a handler answers with; "" for none.
func bodyOf(h http.HandlerFunc) string {
	if h == nil {
		return ""
	}
	w := &recorder{header: http.Header{}}
	r, err := http.NewRequest(http.MethodPost, "/", strings.NewReader(`{"pageNumber":1,"order":"oldest"}`))
	if err != nil {
		panic(err)
	}
	h(w, r)
	return w.String()
}

type recorder struct {
	bytes.Buffer
	header http.Header
}

func (r *recorder) Header() http.Header { return r.header }
func (r *recorder) WriteHeader(int)     {}

// F06: what is forbidden everywhere is not asked for to the end.
func TestFaultForbiddenEverywhere(t *testing.T) {
	s := smallRegister(t)
	for _, name := range []string{"a", "b", "c"} {
		s.set("/action-weve-taken/enforcement/"+name+"/", answers(403))
	}
	n := nightly(t, s)
	got, _, err := n.run(0)
	if !errors.Is(err, crawler.ErrRefused) || strings.Count(got, "/enforcement/") != 3 {
		t.Errorf("got %v and visits %q, want an end after three, each asked for once", err, got)
	}
}

// F15: a redirect to another port of this machine, however it is written.
func TestFaultRedirectHome(t *testing.T) {
	for _, host := range []string{"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "127.1"} {
		t.Run(host, func(t *testing.T) {
			t.Parallel()
			canary := newSite(t, nil)
			_, port, err := net.SplitHostPort(canary.at)
			if err != nil {
				t.Fatal(err)
			}
			s := smallRegister(t)
			s.set(itemA, redirects("http://"+host+":"+port+"/secret"))
			s.set("/action-weve-taken/enforcement/b/", redirects("https://"+host+":"+port+"/secret"))
			_, report, err := nightly(t, s).run(0)
			if !errors.Is(err, crawler.ErrPartial) || len(report.Failed) != 2 {
				t.Errorf("got %v and failures %v", err, report.Failed)
			}
			if got := canary.paths(); got != "" {
				t.Errorf("the canary was asked for %q", got)
			}
		})
	}
}

// F23: a packed file stays packed: colly would unpack one of this name, whatever
// it grows to.
func TestFaultPackedFile(t *testing.T) {
	bomb := zipped(make([]byte, 256<<20))
	s := newSite(t, map[string]http.HandlerFunc{"/list": says("/a.xml.gz"), "/a.xml.gz": says(string(bomb))})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, entries, err := s.crawl(t)
	runtime.ReadMemStats(&after)
	if last := entries[len(entries)-1]; err != nil || last.Digest != archive.Digest(bomb) {
		t.Errorf("got %s with digest %s and %v, want the file as it is", last.URL, last.Digest, err)
	}
	if took := after.TotalAlloc - before.TotalAlloc; took > 100<<20 {
		t.Errorf("a file of %d bytes took %d of memory", len(bomb), took)
	}
}

// F30: a page of the listing that another order makes up for is said, and no
// more than that.
func TestFaultOneListingPage(t *testing.T) {
	s := smallRegister(t)
	honest := s.pages[search]
	s.set(search, func(w http.ResponseWriter, r *http.Request) {
		sent, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		if bytes.Contains(sent, []byte(`"pageNumber":3,"order":"newest"`)) {
			fmt.Fprint(w, "<!doctype html><title>Maintenance</title></html>")
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(sent))
		honest(w, r)
	})
	_, report, err := nightly(t, s).run(0)
	if !errors.Is(err, crawler.ErrPartial) || len(report.Failed) != 1 || report.Listed != 3 {
		t.Errorf("got %v, failures %v, %d listed; want one failure and all three items", err, report.Failed, report.Listed)
	}
}

// F38: a new ETag for the same bytes is no news.
func TestFaultETagFlips(t *testing.T) {
	n := 0
	flips := func(w http.ResponseWriter, _ *http.Request) {
		n++
		w.Header().Set("ETag", fmt.Sprintf(`"%d"`, n))
		fmt.Fprint(w, "a")
	}
	nights := newNights(t, map[string]http.HandlerFunc{"/list": says("/a"), "/a": flips})
	if _, _, err := nights.run(0); err != nil {
		t.Fatal(err)
	}
	before := nights.stateFile()
	if _, report, err := nights.run(1); err != nil || report.Unchanged != report.Fetched {
		t.Errorf("got %d of %d unchanged and %v", report.Unchanged, report.Fetched, err)
	}
	if diff := cmp.Diff(before, nights.stateFile()); diff != "" {
		t.Errorf("state (-before +after):\n%s", diff)
	}
}

// F48: pages that lead to ever new pages end with the budget, and an error.
func TestFaultEndlessPages(t *testing.T) {
	n := newNights(t, map[string]http.HandlerFunc{"/list": says("/page"), "/robots.txt": says("")})
	n.source = stamped(n.source)
	n.site.other = func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.URL.Path+"x") }
	n.config.Budget.Requests = 40
	got, _, err := n.run(0)
	if !errors.Is(err, crawler.ErrBudget) || len(strings.Fields(got)) != 39 {
		t.Errorf("got %v after %d visits, want %v after 39 and robots.txt", err, len(strings.Fields(got)), crawler.ErrBudget)
	}
}

// F49: a name that does not exist costs its own source and no other.
func TestFaultNoSuchName(t *testing.T) {
	t.Parallel()
	s := newSite(t, map[string]http.HandlerFunc{"/list": says("/a"), "/a": says("a")})
	nowhere := plainSource("nowhere.invalid")
	nowhere.Delay = 0
	w, err := archive.Create(t.TempDir(), "crawler test")
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	config := crawler.Config{
		Sources: []crawler.Source{nowhere, plainSource(plainHost)}, Archive: w, Reach: map[string]string{plainHost: s.at},
	}.WithBackoff(backoff).WithOneRequest(time.Second)
	report, err := crawler.Crawl(t.Context(), config)
	if !errors.Is(err, crawler.ErrUnreachable) || !strings.Contains(err.Error(), "nowhere.invalid") {
		t.Errorf("got %v, want %v with the name", err, crawler.ErrUnreachable)
	}
	if other := report.Sources[1]; other.Err != nil || other.Fetched != 2 {
		t.Errorf("the other source: got %+v", other)
	}
}

// A listing that lost much of what it named stops the run; what it named stays.
func TestFaultShrunkListing(t *testing.T) {
	long := ""
	pages := map[string]http.HandlerFunc{}
	for i := range 20 {
		path := fmt.Sprintf("/doc%d", i)
		long += path + "@1 "
		pages[path] = says("words")
	}
	pages["/list"] = says(long)
	n := newNights(t, pages)
	n.source = stamped(n.source)
	if _, _, err := n.run(0); err != nil {
		t.Fatal(err)
	}
	before := n.stateFile()
	pages["/list"] = says("/doc1@1 /doc2@1")
	if _, _, err := n.run(1); !errors.Is(err, crawler.ErrListing) || !strings.Contains(err.Error(), "fell from 20 documents to 2") {
		t.Errorf("got %v, want %v with both numbers", err, crawler.ErrListing)
	}
	if diff := cmp.Diff(before, n.stateFile()); diff != "" {
		t.Errorf("state (-before +after):\n%s", diff)
	}
	n.config.AcceptShrink = true
	if _, report, err := n.run(1); err != nil || len(report.Unlisted) != 18 {
		t.Errorf("accepted: got %v and %d unlisted, want 18", err, len(report.Unlisted))
	}
}
