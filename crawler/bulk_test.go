package crawler_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gocolly/colly/v2"
	"go.uber.org/goleak"

	"casebook/crawler"
	"casebook/crawler/archive"
	"casebook/crawler/replica"
)

// bulkEnv makes the test binary one of the processes of a measurement, so that
// the time and the memory of each are its own: "WORK ARGUMENTS".
const bulkEnv = "CASEBOOK_TEST_BULK"

// bulkWork are the processes of a measurement. Each prints what it has to say
// as JSON.
var bulkWork = map[string]func(args []string) error{"serve": serveBulk, "fetch": fetchBulk, "crawl": crawlBulk, "read": readBulk}

// An asking is a request as the server of a measurement saw it.
type asking struct{ Method, URL, Body string }

// serveBulk serves a register of so many items until its input ends, and to
// the host "asked.example" what it was asked since it was last told.
func serveBulk(args []string) error {
	items, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	twin := replica.NewRegister(items, 1)
	var mu sync.Mutex
	var log []asking
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	go http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		if r.Host == "asked.example" {
			json.NewEncoder(w).Encode(log)
			log = nil
			return
		}
		body, _ := io.ReadAll(r.Body)
		r.Body = io.NopCloser(bytes.NewReader(body))
		log = append(log, asking{r.Method, "http://" + r.Host + r.URL.RequestURI(), string(body)})
		twin.ServeHTTP(w, r)
	}))
	fmt.Println(l.Addr())
	_, err = io.Copy(io.Discard, os.Stdin)
	return err
}

// A spent is what a process of a measurement says of its work.
type spent struct {
	Seconds  float64
	Requests int
	Bytes    int64 // of answers
	Pages    int   // that were listed, or documents that were read
	Peak     int   // kB of resident memory
	Samples  []sample
}

// tell prints what was spent.
func (s spent) tell() error {
	s.Peak = resident("VmHWM")
	return json.NewEncoder(os.Stdout).Encode(s)
}

// A sample is the memory at some time of a crawl, after a garbage collection.
type sample struct {
	Items, Goroutines int
	Heap, Resident    int // kB
}

// fetchBulk asks what the crawl asked, and does nothing with it: colly alone.
func fetchBulk(args []string) error {
	b, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	var asked []asking
	if err := json.Unmarshal(b, &asked); err != nil {
		return err
	}
	c := colly.NewCollector(colly.AllowURLRevisit(), colly.MaxBodySize(0))
	c.WithTransport(&http.Transport{DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, network, args[0])
	}})
	var s spent
	c.OnResponse(func(r *colly.Response) { s.Bytes += int64(len(r.Body)) })
	start := time.Now()
	for _, a := range asked {
		if err := c.Request(a.Method, a.URL, strings.NewReader(a.Body), nil, nil); err != nil {
			return fmt.Errorf("%s %s: %w", a.Method, a.URL, err)
		}
		s.Requests++
	}
	s.Seconds = time.Since(start).Seconds()
	return s.tell()
}

// bulkSources are the sources of a measurement.
func bulkSources() []crawler.Source {
	return []crawler.Source{crawler.ICOActions(replica.ICOHome), crawler.ICONews(replica.ICOHome)}
}

// crawlBulk crawls the register at an address into a folder, some days from
// now, and looks at the memory after every so many items, 0 for never.
func crawlBulk(args []string) error {
	days, err1 := strconv.Atoi(args[2])
	every, err2 := strconv.Atoi(args[3])
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	var s spent
	start := time.Now()
	w, err := archive.Create(filepath.Join(args[1], "archive"), "crawler test")
	if err != nil {
		return err
	}
	items := 0
	report, err := crawler.Crawl(context.Background(), crawler.Config{
		Sources: bulkSources(), Archive: w, State: filepath.Join(args[1], "state"), Contact: "https://casebook.example/about",
		Reach: map[string]string{"ico.example": args[0]}, Now: func() time.Time { return time.Now().AddDate(0, 0, days) },
		Progress: func(_, _ int, url string) {
			if !strings.Contains(url, "/enforcement/") {
				return
			}
			if items++; every > 0 && items%every == 1 {
				s.Samples = append(s.Samples, memory(items-1))
			}
		},
	})
	if err := errors.Join(err, w.Close()); err != nil {
		return err
	}
	s.Seconds = time.Since(start).Seconds()
	for _, source := range report.Sources {
		s.Requests += source.Fetched
		s.Pages += source.Listed
	}
	if every > 0 {
		s.Samples = append(s.Samples, memory(items))
		if err := goleak.Find(); err != nil {
			return err
		}
	}
	return s.tell()
}

// memory is what is in use after a garbage collection.
func memory(items int) sample {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return sample{Items: items, Goroutines: runtime.NumGoroutine(), Heap: int(m.HeapAlloc >> 10), Resident: resident("VmRSS")}
}

// resident is a line of what Linux says of the process's memory in kB, 0
// elsewhere.
func resident(line string) (kB int) {
	status, _ := os.ReadFile("/proc/self/status")
	for l := range strings.Lines(string(status)) {
		fmt.Sscanf(l, line+": %d kB", &kB)
	}
	return kB
}

// readBulk makes documents of the archive in a folder.
func readBulk(args []string) error {
	start := time.Now()
	r, err := archive.Open(filepath.Join(args[0], "archive"))
	if err != nil {
		return err
	}
	readings, problems := crawler.Read(r, bulkSources())
	if len(problems) > 0 {
		return errors.New(problems[0].String())
	}
	return spent{Seconds: time.Since(start).Seconds(), Pages: len(readings)}.tell()
}

// A measured is a process of a measurement that has ended.
type measured struct {
	spent
	cpu  float64 // seconds
	load string  // of the machine when it began
}

func (m measured) String() string {
	return fmt.Sprintf("%6.2f s wall, %6.2f s CPU, %4d MB peak; load before %s", m.Seconds, m.cpu, m.Peak>>10, m.load)
}

// measure runs a process of a measurement.
func measure(t *testing.T, work ...string) measured {
	t.Helper()
	load, _ := os.ReadFile("/proc/loadavg") // unknown where there is none
	var out, said bytes.Buffer
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), bulkEnv+"="+strings.Join(work, " "))
	c.Stdout, c.Stderr = &out, &said
	if err := c.Run(); err != nil {
		t.Fatalf("%v: %v\n%s", work, err, said.String())
	}
	m := measured{cpu: (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), load: strings.Join(strings.Fields(string(load))[:1], "")}
	if err := json.Unmarshal(out.Bytes(), &m.spent); err != nil {
		t.Fatalf("%v: %v: %q", work, err, out.String())
	}
	return m
}

// bulkServer begins a server of a measurement and returns its address.
func bulkServer(t *testing.T, items int) string {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), fmt.Sprint(bulkEnv, "=serve ", items))
	c.Stderr = os.Stderr
	in, err1 := c.StdinPipe()
	out, err2 := c.StdoutPipe()
	if err := errors.Join(err1, err2, c.Start()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(in.Close(), c.Wait()); err != nil {
			t.Error(err)
		}
	})
	var at string
	if _, err := fmt.Fscanln(out, &at); err != nil {
		t.Fatal(err)
	}
	return at
}

// asked is what the server at an address was asked since the last time.
func asked(t *testing.T, at string) []asking {
	t.Helper()
	req, err := http.NewRequest("GET", "http://"+at, nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Host = "asked.example"
	r, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	var all []asking
	if err := json.NewDecoder(r.Body).Decode(&all); err != nil {
		t.Fatal(err)
	}
	return all
}

// bulkItems is how many items a measurement is over, from the environment.
func bulkItems(t *testing.T, otherwise int) int {
	t.Helper()
	said := os.Getenv("CASEBOOK_BULK")
	if said == "" {
		return otherwise
	}
	items, err := strconv.Atoi(said)
	if err != nil {
		t.Fatalf("CASEBOOK_BULK: %v", err)
	}
	return items
}

// TestBulkCost compares a crawl of a large register with colly alone asking for
// the same addresses, one after another: the ratio is the price of robots.txt,
// the archive, the state, the checks and the parsing.
func TestBulkCost(t *testing.T) {
	items := bulkItems(t, 0)
	if items == 0 {
		t.Skip("a measurement: make bulk")
	}
	const rounds, most = 3, 3
	at := bulkServer(t, items)
	list := filepath.Join(t.TempDir(), "asked.json")
	var dir string
	var bare, whole []measured
	for range rounds {
		dir = t.TempDir()
		whole = append(whole, measure(t, "crawl", at, dir, "0", "0"))
		b, err := json.Marshal(asked(t, at))
		if err := errors.Join(err, os.WriteFile(list, b, 0o644)); err != nil {
			t.Fatal(err)
		}
		bare = append(bare, measure(t, "fetch", at, list))
		asked(t, at)
		t.Logf("colly alone  %s", bare[len(bare)-1])
		t.Logf("crawl        %s", whole[len(whole)-1])
	}
	byTime := func(a, b measured) int { return int(1e6 * (a.Seconds - b.Seconds)) }
	slices.SortFunc(bare, byTime)
	slices.SortFunc(whole, byTime)
	one, other := whole[rounds/2], bare[rounds/2]
	t.Logf("%d items: %d requests, %.1f MB, %d documents listed", items, other.Requests, float64(other.Bytes)/1e6, one.Pages)
	t.Logf("medians: crawl %.0f pages a second, colly alone %.0f; ratio %.2f in wall time, %.2f in CPU time",
		float64(other.Requests)/one.Seconds, float64(other.Requests)/other.Seconds, one.Seconds/other.Seconds, one.cpu/other.cpu)
	night := measure(t, "crawl", at, dir, "1", "0")
	t.Logf("quiet night  %s; %d requests", night, len(asked(t, at)))
	t.Logf("read         %s", measure(t, "read", dir))
	if one.Seconds > most*other.Seconds {
		t.Errorf("a crawl takes %.2f times as long as colly alone, want at most %d", one.Seconds/other.Seconds, most)
	}
}

// TestBulk holds a crawl of many items to what must not grow with them: the
// memory beyond what is remembered of each address, the goroutines, and what
// the next night asks for. With CASEBOOK_BULK it is over more items.
func TestBulk(t *testing.T) {
	items := bulkItems(t, 200)
	at, dir := bulkServer(t, items), t.TempDir()
	crawl := measure(t, "crawl", at, dir, "0", strconv.Itoa(max(50, items/10)))
	t.Logf("crawl        %s; %d requests", crawl, len(asked(t, at)))
	if crawl.Pages <= items {
		t.Errorf("%d pages listed of a register of %d items and their news", crawl.Pages, items)
	}
	checkFlat(t, crawl.Samples)
	night := measure(t, "crawl", at, dir, "1", "0")
	questions := asked(t, at)
	t.Logf("quiet night  %s; %d requests", night, len(questions))
	for _, a := range questions {
		if path := strings.TrimPrefix(a.URL, "http://ico.example"); path != "/api/search" && path != "/sitemap.xml" && path != "/robots.txt" {
			t.Errorf("a quiet night asked for %s", a.URL)
		}
	}
}

// Of each item its addresses, their digests, stamps and links are remembered;
// its pages and files, some 7 kB here, are not.
const (
	mostEach = 3   // kB of heap for an item
	mostElse = 256 // kB that one look may differ from another
)

// checkFlat compares the first look at the memory of a crawl with the last
// under way, and the goroutines of all.
func checkFlat(t *testing.T, samples []sample) {
	t.Helper()
	for _, s := range samples {
		t.Logf("%5d items: %6d kB of heap, %6d kB resident, %d goroutines", s.Items, s.Heap, s.Resident, s.Goroutines)
		if s.Goroutines > samples[0].Goroutines {
			t.Errorf("%d goroutines after %d items, %d at first", s.Goroutines, s.Items, samples[0].Goroutines)
		}
	}
	if len(samples) < 4 {
		t.Fatalf("%d looks at the memory, want more", len(samples))
	}
	last := samples[len(samples)-2] // the one after it is of what the end leaves
	if grown, most := last.Heap-samples[0].Heap, mostElse+mostEach*last.Items; grown > most {
		t.Errorf("the heap grew by %d kB over %d items, want at most %d", grown, last.Items, most)
	}
}
