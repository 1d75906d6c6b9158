package crawler

import (
	"fmt"
	"slices"
	"strings"
)

// Single is the source of one page and the files that it leads to: the source
// among those given whose page it is, or else a newspaper at that address, which
// nobody has named yet.
func Single(sources []Source, address string) (Source, error) {
	u, err := addresses.Parse(address)
	if err != nil || u.Scheme() != "https" && u.Scheme() != "http" || u.Port() != "" || u.Username() != "" || u.Hostname() == "" {
		return Source{}, fmt.Errorf("%q: want the address of a page, such as https://paper.example/news/1", address)
	}
	s, role := ownerOf(sources, address)
	if role == "" {
		home := "https://" + u.Hostname()
		if i := slices.IndexFunc(sources, func(s Source) bool { return slices.Contains(slices.Concat(s.Hosts, s.Aliases), u.Hostname()) }); i >= 0 {
			return Source{}, fmt.Errorf("%q: %s has no documents there", address, sources[i].Name)
		}
		s = Press(strings.TrimPrefix(u.Hostname(), "www."), home, home+"/") // no page of ours, so that it lists nothing
		role = s.Role(s.absolute(address))
	}
	if role != Document {
		return Source{}, fmt.Errorf("%q: is a list or a file: want the address of a page that is about one matter", address)
	}
	s.Start, s.AtLeast, s.AtMost = []Link{{URL: s.absolute(address)}}, 0, 0
	return s, nil
}
