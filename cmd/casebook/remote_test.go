package main

import (
	"bytes"
	"io"
	"net/http"
	"net/http/cgi"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A remote is a bare repository behind a server that lets everybody read and
// only the holder of a token push, as GitHub does.
type remote struct {
	t     *testing.T
	dir   string
	url   string
	token string // with which one may push
}

// newRemote makes a remote whose branch main has the files of a folder.
func newRemote(t *testing.T, files string) *remote {
	t.Helper()
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("wants git, which is not installed here")
	}
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("wants bash, which runs the steps, and is not installed here")
	}
	programs, err := exec.Command(git, "--exec-path").Output()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(strings.TrimSpace(string(programs)), "git-http-backend")); err != nil {
		t.Skipf("wants the server that comes with git, which is not installed here: %v", err)
	}
	r := &remote{t: t, dir: filepath.Join(t.TempDir(), "record.git"), token: "may-push"}
	r.git(files, "init", "-q", "-b", "main")
	r.commit(files, "the beginning")
	r.git(files, "clone", "-q", "--bare", files, r.dir)
	r.git(r.dir, "config", "http.receivepack", "true")
	backend := &cgi.Handler{Path: git, Args: []string{"http-backend"}, Env: []string{"GIT_PROJECT_ROOT=" + filepath.Dir(r.dir), "GIT_HTTP_EXPORT_ALL=1"}}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		if strings.Contains(q.URL.String(), "git-receive-pack") && !r.admits(w, q) {
			return
		}
		body, err := io.ReadAll(q.Body) // CGI wants to know its length
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		q.Body, q.ContentLength, q.TransferEncoding = io.NopCloser(bytes.NewReader(body)), int64(len(body)), nil
		backend.ServeHTTP(w, q)
	}))
	t.Cleanup(server.Close)
	r.url = server.URL + "/record.git"
	return r
}

// admits lets a push through that comes with the token.
func (r *remote) admits(w http.ResponseWriter, q *http.Request) bool {
	user, token, said := q.BasicAuth()
	switch {
	case !said:
		w.Header().Set("WWW-Authenticate", `Basic realm="record"`)
		http.Error(w, "who are you?", http.StatusUnauthorized)
	case user != "x-access-token" || token != r.token:
		http.Error(w, "Write access to repository not granted.", http.StatusForbidden)
	default:
		return true
	}
	return false
}

// gitEnv is an environment in which git heeds no configuration of whoever runs
// the tests.
func gitEnv(home string) []string {
	return []string{"PATH=" + os.Getenv("PATH"), "HOME=" + home, "GIT_CONFIG_NOSYSTEM=1", "GIT_TERMINAL_PROMPT=0",
		"GIT_AUTHOR_NAME=Somebody", "GIT_AUTHOR_EMAIL=somebody@casebook.example", "GIT_COMMITTER_NAME=Somebody", "GIT_COMMITTER_EMAIL=somebody@casebook.example"}
}

func (r *remote) git(dir string, args ...string) string {
	r.t.Helper()
	c := exec.Command("git", args...)
	c.Dir, c.Env = dir, gitEnv(r.t.TempDir())
	out, err := c.CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

func (r *remote) commit(dir, message string) {
	r.t.Helper()
	r.git(dir, "add", "--all")
	r.git(dir, "commit", "-q", "-m", message)
}

// pushed has somebody else commit a change of files.
func (r *remote) pushed(message string, change func(dir string)) {
	r.t.Helper()
	dir := filepath.Join(r.t.TempDir(), "theirs")
	r.git(filepath.Dir(dir), "clone", "-q", r.dir, dir)
	change(dir)
	r.commit(dir, message)
	r.git(dir, "push", "-q", "origin", "main")
}

// log are the messages of the commits on main, the newest first.
func (r *remote) log() []string {
	r.t.Helper()
	return strings.Split(strings.TrimSuffix(r.git(r.dir, "log", "--format=%B%x00", "main"), "\x00\n"), "\x00\n")
}

// tree is what main has in a folder.
func (r *remote) tree(folder string) string {
	r.t.Helper()
	dir := filepath.Join(r.t.TempDir(), "tree")
	r.git(filepath.Dir(dir), "clone", "-q", r.dir, dir)
	if _, err := os.Stat(filepath.Join(dir, folder)); err != nil {
		return ""
	}
	return tree(r.t, filepath.Join(dir, folder))
}
