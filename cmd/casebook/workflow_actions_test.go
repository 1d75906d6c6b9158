package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"go.yaml.in/yaml/v3"
)

// action does what the action of a step does, here.
func (m *machine) action(s workflowStep) (outputs map[string]string, ok bool) {
	name, _, _ := strings.Cut(s.Uses, "@")
	with := m.filled(s.With)
	if m.host.refuse[name] {
		m.run.said += "== " + name + "\nrefused\n"
		return nil, false
	}
	switch name {
	case "actions/checkout":
		m.checkOut(with)
	case "actions/cache/restore":
		m.take(with["path"], filepath.Join(m.host.dir, "cache"), m.dir)
	case "actions/cache/save":
		cache := filepath.Join(m.host.dir, "cache")
		if err := os.RemoveAll(cache); err != nil {
			m.host.t.Fatal(err)
		}
		m.take(with["path"], m.dir, cache)
	case "actions/upload-artifact":
		m.run.artifact = m.host.t.TempDir()
		m.take(with["path"], m.dir, m.run.artifact)
	case "actions/upload-pages-artifact":
		copyIfThere(m.host.t, with["path"], filepath.Join(m.host.dir, "handed"))
	case "actions/deploy-pages":
		copyIfThere(m.host.t, filepath.Join(m.host.dir, "handed"), filepath.Join(m.host.dir, "pages"))
	case "actions/setup-go":
	case "./.casebook":
		return m.composite(with)
	default:
		m.host.t.Fatalf("this test does not know what %s does", s.Uses)
	}
	return nil, true
}

// checkOut clones the remote, or has casebook stand where it is wanted.
func (m *machine) checkOut(with map[string]string) {
	t := m.host.t
	t.Helper()
	if with["persist-credentials"] != "false" {
		t.Error("a checkout leaves its token to the steps after it")
	}
	if with["repository"] == "" {
		m.host.remote.git(filepath.Dir(m.dir), "clone", "-q", "--depth", "1", m.host.remote.url, m.dir)
		return
	}
	project, err := filepath.Abs("../..")
	if err == nil {
		err = os.Symlink(project, filepath.Join(m.dir, with["path"]))
	}
	if err != nil || with["repository"] != "somebody/casebook" || with["ref"] != aCommit {
		t.Fatalf("checkout of %v: %v", with, err)
	}
}

// take copies the files of patterns, a line each, from a folder to another.
func (m *machine) take(patterns, from, to string) {
	t := m.host.t
	t.Helper()
	for pattern := range strings.Lines(patterns) {
		found, err := filepath.Glob(filepath.Join(from, strings.TrimSpace(pattern)))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range found {
			at := filepath.Join(to, strings.TrimPrefix(name, from))
			if info, err := os.Stat(name); err == nil && info.IsDir() {
				copyIfThere(t, name, at)
			} else {
				put(t, at, readFile(t, name))
			}
		}
	}
}

// composite runs the steps of action.yml, with a view of their own.
func (m *machine) composite(with map[string]string) (map[string]string, bool) {
	t := m.host.t
	t.Helper()
	var action struct {
		Inputs  map[string]struct{ Default string }
		Outputs map[string]struct{ Value string }
		Runs    struct{ Steps []workflowStep }
	}
	if err := yaml.Unmarshal([]byte(readFile(t, "../../action.yml")), &action); err != nil {
		t.Fatal(err)
	}
	inputs := map[string]string{}
	for name, input := range action.Inputs {
		inputs[name] = input.Default
		if given, ok := with[name]; ok {
			inputs[name] = given
		}
	}
	inner := *m
	inner.scope = m.scope.with("steps", map[string]any{}).with("inputs", inputs).with("github", map[string]string{"action_path": filepath.Join(m.dir, ".casebook")})
	inner.scope.failed = false
	inner.steps(action.Runs.Steps)
	m.path = inner.path
	outputs := map[string]string{}
	for name, output := range action.Outputs {
		outputs[name] = inner.fill(output.Value)
	}
	return outputs, !inner.scope.failed
}

// goEnv lets go build in another home as it does here.
var goEnv = sync.OnceValue(func() []string {
	var env []string
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOPATH", "GOFLAGS", "GOPROXY", "GOSUMDB", "GOTOOLCHAIN"} {
		if out, err := exec.Command("go", "env", name).Output(); err == nil {
			env = append(env, name+"="+strings.TrimSpace(string(out)))
		}
	}
	return env
})

func parseDay(day string) (time.Time, error) { return time.Parse("2006-01-02", day) }
