package main

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"syscall"
	"unicode"
)

// The exit statuses, as the help text lists them.
const (
	statusUsage       = 1
	statusPartial     = 2
	statusRefused     = 3
	statusQuality     = 4
	statusDisk        = 5
	statusLocked      = 6
	statusInterrupted = 130
	statusTerminated  = 143
)

// A failure is an error with the exit status that it asks for and, where one
// is known, what to do about it.
type failure struct {
	status int
	err    error
	hint   string
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// statusOf is the exit status of a command that ended with err.
func statusOf(err error) int {
	var f *failure
	switch {
	case err == nil:
		return 0
	case errors.As(err, &f):
		return f.status
	}
	return statusUsage
}

// disk marks err as one of disk or I/O; a missing file or folder is a wrong
// argument instead.
func disk(err error, hint string) error {
	if err == nil {
		return nil
	}
	status := statusDisk
	if errors.Is(err, fs.ErrNotExist) {
		status = statusUsage
	}
	return &failure{status: status, err: err, hint: hint}
}

// interrupted is the failure of a command that a signal ended, with the status
// of that signal.
func interrupted(ctx context.Context, err error) error {
	status := statusInterrupted
	if strings.HasPrefix(context.Cause(ctx).Error(), syscall.SIGTERM.String()) {
		status = statusTerminated
	}
	return &failure{status: status, err: err, hint: "interrupted; what was done is saved, run the command again to go on"}
}

// printable makes text of others safe for a terminal and for the logs of a
// scheduled job: control characters become visible, and no line can begin
// with a workflow command.
func printable(s string) string {
	s = strings.ReplaceAll(s, "\n::", "\n :")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r):
			return '\uFFFD'
		}
		return r
	}, s)
}
