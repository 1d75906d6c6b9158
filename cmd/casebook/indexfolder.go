package main

import (
	"os"
	"path/filepath"
)

// indexFlags say where the index of words is kept.
type indexFlags struct {
	Index string `type:"path" placeholder:"DIR" help:"Folder in which to keep the index of words, so that the next run reads only what changed. By default state/index beside the folder of case files, where there is a state; else it is kept nowhere."`
}

// folder is where the index is kept of the case files in a folder; "" for
// nowhere. It may be deleted at any time, and git does not see it.
func (f indexFlags) folder(content string) string {
	if f.Index != "" {
		return f.Index
	}
	state := filepath.Join(filepath.Dir(content), "state")
	if info, err := os.Stat(state); err != nil || !info.IsDir() {
		return ""
	}
	return filepath.Join(state, "index")
}
