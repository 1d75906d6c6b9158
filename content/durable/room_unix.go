//go:build linux || darwin

package durable

import "syscall"

// room is what the file system of a folder has left for us. One that does not
// count its files has room for any number.
func room(dir string) (bytes, files uint64, known bool) {
	var s syscall.Statfs_t
	if syscall.Statfs(dir, &s) != nil {
		return 0, 0, false
	}
	files = s.Ffree
	if s.Files == 0 {
		files = 1 << 40
	}
	return s.Bavail * uint64(s.Bsize), files, true
}
