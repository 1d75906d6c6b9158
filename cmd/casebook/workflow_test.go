package main

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"go.yaml.in/yaml/v3"
)

// A workflow is what these tests follow of one.
type workflow struct {
	Env  map[string]string      `yaml:"env"`
	Jobs map[string]workflowJob `yaml:"jobs"`
}

type workflowJob struct {
	Needs   string            `yaml:"needs"`
	If      string            `yaml:"if"`
	Env     map[string]string `yaml:"env"`
	Outputs map[string]string `yaml:"outputs"`
	Steps   []workflowStep    `yaml:"steps"`
}

type workflowStep struct {
	ID    string            `yaml:"id"`
	Name  string            `yaml:"name"`
	If    string            `yaml:"if"`
	Uses  string            `yaml:"uses"`
	Run   string            `yaml:"run"`
	In    string            `yaml:"working-directory"`
	With  map[string]string `yaml:"with"`
	Env   map[string]string `yaml:"env"`
	Shell string            `yaml:"shell"`
}

// A host runs the nightly workflow of a repository as GitHub would: its shell
// steps as they stand, and in the place of actions what these do, done here.
type host struct {
	t       *testing.T
	sources *night
	remote  *remote
	token   string            // that the jobs are given
	refuse  map[string]bool   // actions that fail
	before  map[string]func() // what happens before a step of this name
	dir     string            // of all that is not the remote
	issues  string            // folder of the one issue, and of what was asked of gh
	work    string            // the workspace of the job under way
	nights  int
}

// A nightRun is what came of one run of the workflow.
type nightRun struct {
	jobs     map[string]string // success, failure or skipped
	said     string
	summary  string
	artifact string // folder of what a step kept with the run, "" for nothing
	asked    []string
}

// newHost makes a repository with init, has it read the sources of a night, and
// pushes it with what the night has behind it.
func newHost(t *testing.T, n *night) *host {
	t.Helper()
	files := filepath.Join(t.TempDir(), "record")
	if status, said := casebook(t, "init", files, "--casebook", "somebody/casebook@"+aCommit); status != 0 {
		t.Fatal(said)
	}
	put(t, filepath.Join(files, "casebook.yaml"), n.read("casebook.yaml"))
	h := &host{t: t, sources: n, token: "may-push", dir: t.TempDir(), refuse: map[string]bool{}, before: map[string]func(){}}
	for _, folder := range []string{"content", "state", "runs"} {
		copyIfThere(t, n.path(folder), filepath.Join(files, folder))
	}
	copyIfThere(t, n.path("archive"), filepath.Join(h.dir, "cache", "archive"))
	h.remote = newRemote(t, files)
	h.issues = filepath.Join(h.dir, "issues")
	put(t, filepath.Join(h.dir, "bin", "gh"), ghStub)
	if err := os.Chmod(filepath.Join(h.dir, "bin", "gh"), 0o755); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(h.issues, "calls"), "")
	return h
}

// ghStub keeps one issue in a folder and notes what was asked for.
const ghStub = `#!/usr/bin/env bash
set -eu
[ "$GH_TOKEN" = may-push ] && [ "$GH_REPO" = somebody/record ]
echo "$1 $2" >> "$ISSUES/calls"
case "$1 $2" in
"issue list") if [ "$(cat "$ISSUES/title" 2>/dev/null)" = "$TITLE" ]; then echo 7; fi ;;
"issue create") [ "$3 $5" = "--title --body-file" ]; printf '%s' "$4" > "$ISSUES/title"; cp "$6" "$ISSUES/body" ;;
"issue edit") [ "$3 $4" = "7 --body-file" ]; cp "$5" "$ISSUES/body" ;;
*) exit 1 ;;
esac
`

func copyIfThere(t *testing.T, from, to string) {
	t.Helper()
	if _, err := os.Stat(from); err != nil {
		return
	}
	if err := os.RemoveAll(to); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}

// run runs the workflow that main has, on a day.
func (h *host) run(day string) nightRun {
	h.t.Helper()
	h.nights++
	h.sources.mu.Lock()
	h.sources.asked = nil
	h.sources.mu.Unlock()
	var flow workflow
	if err := yaml.Unmarshal([]byte(h.remote.git(h.remote.dir, "show", "main:.github/workflows/nightly.yml")), &flow); err != nil {
		h.t.Fatal(err)
	}
	run := nightRun{jobs: map[string]string{}}
	needs := map[string]any{}
	for len(run.jobs) < len(flow.Jobs) {
		for _, id := range slices.Sorted(maps.Keys(flow.Jobs)) {
			job := flow.Jobs[id]
			if run.jobs[id] == "" && (job.Needs == "" || run.jobs[job.Needs] != "") {
				run.jobs[id], needs[id] = h.job(&run, flow, job, needs, day)
			}
		}
	}
	h.sources.mu.Lock()
	defer h.sources.mu.Unlock()
	run.asked = slices.Clone(h.sources.asked)
	return run
}

// job runs one job on a machine of its own; its result and outputs are what
// others see of it.
func (h *host) job(run *nightRun, flow workflow, job workflowJob, needs map[string]any, day string) (result string, seen map[string]any) {
	h.t.Helper()
	h.work = filepath.Join(h.t.TempDir(), "work")
	m := &machine{host: h, run: run, dir: h.work, day: day}
	m.scope = scope{values: map[string]any{"needs": needs, "steps": map[string]any{}, "github": map[string]string{
		"token": h.token, "run_id": fmt.Sprint(h.nights), "run_attempt": "1", "repository": "somebody/record", "server_url": "https://github.example"}}}
	if needed, ok := needs[job.Needs].(map[string]any); ok && needed["result"] != "success" {
		return "skipped", map[string]any{"result": "skipped"}
	}
	if !m.holds(job.If) {
		return "skipped", map[string]any{"result": "skipped"}
	}
	m.env = m.filled(flow.Env)
	maps.Copy(m.env, m.filled(job.Env))
	m.scope.values["env"] = m.env
	m.steps(job.Steps)
	result = "success"
	if m.scope.failed {
		result = "failure"
	}
	return result, map[string]any{"result": result, "outputs": m.filled(job.Outputs)}
}

// A machine is the clean one on which a job runs.
type machine struct {
	host  *host
	run   *nightRun
	dir   string // the workspace
	day   string
	env   map[string]string
	path  []string // that steps added
	scope scope
}

func (m *machine) holds(condition string) bool {
	m.host.t.Helper()
	holds, err := m.scope.holds(condition)
	if err != nil {
		m.host.t.Fatal(err)
	}
	return holds
}

func (m *machine) fill(text string) string {
	m.host.t.Helper()
	filled, err := m.scope.fill(text)
	if err != nil {
		m.host.t.Fatal(err)
	}
	return filled
}

func (m *machine) filled(texts map[string]string) map[string]string {
	filled := map[string]string{}
	for k, v := range texts {
		filled[k] = m.fill(v)
	}
	return filled
}

// steps runs steps in their order; after one that failed only those that want to.
func (m *machine) steps(steps []workflowStep) {
	for _, s := range steps {
		if before := m.host.before[s.Name]; before != nil && m.holds(s.If) {
			before()
		}
		if !m.holds(s.If) {
			continue
		}
		var outputs map[string]string
		var ok bool
		if s.Uses != "" {
			outputs, ok = m.action(s)
		} else {
			outputs, ok = m.shell(s)
		}
		outcome := "success"
		if !ok {
			outcome, m.scope.failed = "failure", true
		}
		if s.ID != "" {
			m.scope.values["steps"].(map[string]any)[s.ID] = map[string]any{"outcome": outcome, "outputs": outputs}
		}
	}
}

// shell runs the script of a step as it stands.
func (m *machine) shell(s workflowStep) (outputs map[string]string, ok bool) {
	t := m.host.t
	told := t.TempDir()
	script := filepath.Join(told, "script")
	put(t, script, m.fill(s.Run))
	c := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", script)
	c.Dir = m.place(m.fill(s.In))
	c.Env = append(m.surroundings(told), pairs(m.env)...)
	c.Env = append(c.Env, pairs(m.filled(s.Env))...)
	out, err := c.CombinedOutput()
	m.run.said += fmt.Sprintf("== %s\n%s", s.Name, out)
	if err != nil {
		m.run.said += err.Error() + "\n"
	}
	for line := range strings.Lines(readFile(t, filepath.Join(told, "path"))) {
		m.path = append(m.path, strings.TrimSpace(line))
	}
	m.run.summary += readFile(t, filepath.Join(told, "summary"))
	return parseOutputs(readFile(t, filepath.Join(told, "output"))), err == nil
}

// place is a folder as a step names it.
func (m *machine) place(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	place := filepath.Join(m.dir, name)
	if err := os.MkdirAll(place, 0o755); err != nil {
		m.host.t.Fatal(err)
	}
	return place
}

// surroundings is the environment of a step before anything of the workflow is
// in it.
func (m *machine) surroundings(told string) []string {
	t := m.host.t
	home := filepath.Join(m.host.dir, "home")
	for _, name := range []string{"output", "path", "summary"} {
		put(t, filepath.Join(told, name), "")
	}
	put(t, filepath.Join(home, "made"), "")
	day, err := parseDay(m.day)
	if err != nil {
		t.Fatal(err)
	}
	env := []string{"HOME=" + home, "GIT_CONFIG_NOSYSTEM=1", "GIT_TERMINAL_PROMPT=0", "CI=true", "GITHUB_ACTIONS=true", "GITHUB_REF=refs/heads/main",
		"GITHUB_WORKSPACE=" + m.dir, "GITHUB_OUTPUT=" + told + "/output", "GITHUB_PATH=" + told + "/path", "GITHUB_STEP_SUMMARY=" + told + "/summary",
		"RUNNER_TEMP=" + runnerTemp(), "ISSUES=" + m.host.issues, "SOURCE_DATE_EPOCH=" + fmt.Sprint(day.Unix()),
		"PATH=" + strings.Join(append(slices.Clone(m.path), filepath.Join(m.host.dir, "bin"), os.Getenv("PATH")), ":")}
	return append(env, goEnv()...)
}

// runnerTemp is one for all machines, so that casebook is linked once.
var runnerTemp = sync.OnceValue(func() string {
	dir, err := os.MkdirTemp("", "casebook-runner-")
	if err != nil {
		panic(err) // no test can have a folder of its own then
	}
	return dir
})

func pairs(env map[string]string) []string {
	var all []string
	for _, k := range slices.Sorted(maps.Keys(env)) {
		all = append(all, k+"="+env[k])
	}
	return all
}

// parseOutputs reads what a step told: name=value, or name<<END and lines to END.
func parseOutputs(text string) map[string]string {
	outputs := map[string]string{}
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		name, end, long := strings.Cut(lines[i], "<<")
		if !long {
			if name, value, ok := strings.Cut(lines[i], "="); ok {
				outputs[name] = value
			}
			continue
		}
		last := i + 1 + slices.Index(lines[i+1:], end)
		outputs[name] = strings.Join(lines[i+1:last], "\n")
		i = last
	}
	return outputs
}
