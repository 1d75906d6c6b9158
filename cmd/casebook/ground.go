package main

import (
	"fmt"
	"os/exec"
	"strings"
)

// A ground is what a run stands on: the commit that is checked out and the
// case files as they lie there.
type ground struct{ head, tree string }

// groundOf looks at a folder of case files. Outside a git repository, or
// without git, only the files count.
func groundOf(contentDir string) ground {
	g := ground{tree: stamp(contentDir)}
	head, err := exec.Command("git", "-C", placesOf([]string{contentDir})[0], "rev-parse", "--verify", "--quiet", "HEAD").Output()
	if err == nil {
		g.head = strings.TrimSpace(string(head))
	}
	return g
}

// still reports whether a folder is as it was when the run began: what somebody
// checked out, pulled or edited meanwhile must not be written over.
func (g ground) still(contentDir string) error {
	now := groundOf(contentDir)
	var what string
	switch {
	case now.head != g.head:
		what = fmt.Sprintf("another commit is checked out now, %.12s instead of %.12s", now.head, g.head)
	case now.tree != g.tree:
		what = "files were changed"
	default:
		return nil
	}
	return &failure{status: statusLocked, err: fmt.Errorf("update: %s: %s while the run was under way; nothing was written", contentDir, what), hint: "run it again: it begins from what is there now"}
}
