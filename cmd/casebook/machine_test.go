package main

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"casebook/content"
	"casebook/content/durable"
	"casebook/content/facts"
)

// program builds casebook once for a test that needs it as a process.
func program(t *testing.T) string {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("wants the limits and file systems of Linux")
	}
	binary := filepath.Join(t.TempDir(), "casebook")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return binary
}

// shell runs a line with casebook as $CASEBOOK in a folder.
func shell(t *testing.T, binary, dir, line string) (status int, said string, state *os.ProcessState) {
	t.Helper()
	c := exec.Command("bash", "-c", line)
	c.Dir, c.Env = dir, append(os.Environ(), "CASEBOOK="+binary)
	out, err := c.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return c.ProcessState.ExitCode(), string(out), c.ProcessState
}

// repository has the case of build.txtar in a folder.
func repository(t *testing.T, dir string) string {
	t.Helper()
	a, err := txtar.ParseFile("testdata/script/build.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		if !strings.HasPrefix(f.Name, "content/") {
			continue
		}
		name := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// small mounts a file system of its own with options of tmpfs.
func small(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		t.Skipf("a file system of %s cannot be mounted, which wants root: %v", options, err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// temporaries are the files below dir that were being written.
func temporaries(t *testing.T, dir string) (found []string) {
	t.Helper()
	filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err == nil && (durable.Temporary(name) || strings.HasSuffix(name, ".next")) {
			found = append(found, name)
		}
		return nil
	})
	return found
}

// TestDiskFull fills a file system to the brim, in bytes and in files, before a
// build, an extraction and a crawl.
func TestDiskFull(t *testing.T) {
	binary := program(t)
	asked := false
	server := stranger(t, func(*http.Request) { asked = true })
	for _, tt := range []struct{ name, options, fill string }{
		{"bytes", "size=8m", "dd if=/dev/zero of=fill bs=4k 2>/dev/null; true"},
		{"files", "nr_inodes=200", "i=0; while : > f$i; do i=$((i+1)); done 2>/dev/null; true"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := repository(t, small(t, tt.options))
			if status, said, _ := shell(t, binary, dir, `"$CASEBOOK" -q build`); status != 0 {
				t.Fatalf("with room: status %d: %s", status, said)
			}
			edited, _, _ := shell(t, binary, dir, `sed -i 's/laptops/laptops of the practice/' content/cases/*/*.md`)
			shell(t, binary, dir, tt.fill)
			status, said, _ := shell(t, binary, dir, `"$CASEBOOK" -q build`)
			if edited != 0 || status != statusDisk || !strings.Contains(said, "no space left on device") || !strings.Contains(said, dir) {
				t.Errorf("build: status %d, want %d and the folder: %s", status, statusDisk, said)
			}
			if found := temporaries(t, dir); len(found) > 0 {
				t.Errorf("left over: %q", found)
			}
			if status, said, _ := shell(t, binary, dir, `"$CASEBOOK" -q verify`); status != 0 {
				t.Errorf("the site of before: status %d: %s", status, said)
			}
			status, said, _ = shell(t, binary, dir, fmt.Sprintf(`"$CASEBOOK" -q crawl --contact a@casebook.example --source ico-actions --home https://ico.example --base ico-actions=%s`, server.URL))
			if status != statusDisk || !strings.Contains(said, "nothing was asked for yet") || asked {
				t.Errorf("crawl: status %d, want %d before anything is asked for (%t): %s", status, statusDisk, asked, said)
			}
		})
	}
}

// TestReadOnly crawls into folders that cannot be written.
func TestReadOnly(t *testing.T) {
	binary := program(t)
	var requests atomic.Int64
	server := stranger(t, func(*http.Request) { requests.Add(1) })
	dir := small(t, "size=200m")
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, "size=200m"); err != nil {
		t.Skipf("cannot be made read-only: %v", err)
	}
	for _, folders := range []string{"--archive " + dir + "/a --state " + t.TempDir(), "--archive " + t.TempDir() + " --state " + dir} {
		status, said, _ := shell(t, binary, t.TempDir(), fmt.Sprintf(`"$CASEBOOK" -q crawl --contact a@casebook.example --source ico-actions --home https://ico.example --base ico-actions=%s %s`, server.URL, folders))
		if status != statusDisk || !strings.Contains(said, "read-only file system") || requests.Load() > 0 {
			t.Errorf("%s: status %d after %d requests, want %d before any: %s", folders, status, requests.Load(), statusDisk, said)
		}
	}
}

// TestLittleMachine crawls the whole register, extracts and builds with 64 file
// descriptors and a memory limit.
func TestLittleMachine(t *testing.T) {
	binary := program(t)
	server := stranger(t, nil)
	dir := t.TempDir()
	crawl := `ulimit -n 64; exec env GOMEMLIMIT=250MiB "$CASEBOOK" -q ` + strings.Join(crawlArgs(server.URL, dir), " ")
	for _, step := range []struct {
		name, line string
		most       int64 // MB
	}{
		{"crawl", crawl, 300},
		{"extract", `ulimit -n 64; exec "$CASEBOOK" -q extract --home https://ico.example`, 0},
		{"build", `ulimit -n 64; exec "$CASEBOOK" -q build`, 0},
	} {
		status, said, state := shell(t, binary, dir, step.line)
		mb := state.SysUsage().(*syscall.Rusage).Maxrss / 1024
		t.Logf("%s: %d MB, %s", step.name, mb, state.UserTime())
		if status != 0 || step.most > 0 && mb > step.most {
			t.Errorf("%s: status %d with %d MB, want 0 and at most %d: %s", step.name, status, mb, step.most, said)
		}
	}
}

// TestClosedPipe reads one line of many: nobody complains.
func TestClosedPipe(t *testing.T) {
	binary, dir := program(t), repository(t, t.TempDir())
	status, said, _ := shell(t, binary, dir, `set -o pipefail; yes "an article of no importance" | head -c 2000000 > a.txt; "$CASEBOOK" -q extract a.txt $(printf 'a.txt %.0s' $(seq 30)) | head -n 1`)
	if status != 0 && status != 141 || strings.Contains(said, "error") {
		t.Errorf("status %d, want 0 or 141 and no error: %s", status, said)
	}
}

// TestSecondSignal ends a crawl at once, with all that was read still sound.
func TestSecondSignal(t *testing.T) {
	binary, dir := program(t), t.TempDir()
	var requests atomic.Int64
	reached, hold := make(chan bool, 1), make(chan bool)
	server := stranger(t, func(*http.Request) {
		if requests.Add(1) == 20 {
			reached <- true
			<-hold
		}
	})
	defer close(hold)
	c := exec.Command(binary, append([]string{"-q"}, crawlArgs(server.URL, dir)...)...)
	var said bytes.Buffer
	c.Stderr = &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	<-reached
	start := time.Now()
	c.Process.Signal(syscall.SIGINT)
	time.Sleep(300 * time.Millisecond) // the first is being heeded
	c.Process.Signal(syscall.SIGINT)
	err := c.Wait()
	if took := time.Since(start); err == nil || took > 3*time.Second {
		t.Errorf("ended after %v: %v, want at once: %s", took, err, &said)
	}
	if status, said, _ := shell(t, binary, dir, `"$CASEBOOK" -q verify --home https://ico.example --fix > out; cat out`); status != 0 {
		t.Errorf("verify: status %d: %s", status, said)
	}
}

// TestOtherSurroundings builds one book in other time zones, languages and
// folders, under other masks and days, to the same bytes.
func TestOtherSurroundings(t *testing.T) {
	binary, want := program(t), ""
	for _, surroundings := range []string{
		":", "export TZ=Pacific/Kiritimati LANG=tr_TR.UTF-8; umask 077", "export GOMAXPROCS=1 TZ=America/St_Johns", "export GOMAXPROCS=7",
		"export SOURCE_DATE_EPOCH=1", "NOW=--now=2025-11-24", "NOW=--now=2036-11-24", "NOW=--now=2028-02-29", "NOW=--now=2027-12-31",
	} {
		dir := repository(t, filepath.Join(t.TempDir(), strings.Repeat("x", len(surroundings))))
		status, said, _ := shell(t, binary, dir, surroundings+`; "$CASEBOOK" -q build $NOW && cd public && find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum`)
		if want == "" {
			want = said
		}
		if status != 0 || said != want {
			t.Errorf("%q: status %d, digest %s, want %s", surroundings, status, said, want)
		}
	}
}

// TestPanicInOneDocument fails that document, and the others are done.
func TestPanicInOneDocument(t *testing.T) {
	defer func() { extractFacts = facts.Extract }()
	extractFacts = func(t content.Text, h facts.Hint) content.Facts {
		if strings.Contains(t.Body, "out of bounds") {
			panic("index out of range")
		}
		return facts.Extract(t, h)
	}
	dir := t.TempDir()
	good, bad := filepath.Join(dir, "good.txt"), filepath.Join(dir, "bad.txt")
	for file, text := range map[string]string{good: "The Commissioner fined Northgate Ltd £130,000.", bad: "This is out of bounds."} {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	status, said := casebook(t, "extract", "--json", bad, good)
	if status != statusPartial || !strings.Contains(said, "bad.txt: a mistake of casebook's: index out of range") || !strings.Contains(said, `"amount":130000`) {
		t.Errorf("status %d, want %d, the failure and the other's sum: %s", status, statusPartial, said)
	}
	read, failed := findFacts([]content.Reading{
		{Document: content.Document{URL: "https://a.example/", SHA256: "ab12"}, Text: content.Text{Body: "out of bounds"}},
		{Document: content.Document{URL: "https://b.example/"}, Text: content.Text{Body: "Nothing."}},
	})
	if len(read) != 1 || len(failed) != 1 || !strings.Contains(failed[0], "https://a.example/ (sha256 ab12)") {
		t.Errorf("read %d, failed %q, want one each, by its digest", len(read), failed)
	}
}
