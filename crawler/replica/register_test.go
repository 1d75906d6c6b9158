package replica

import (
	"bytes"
	"strings"
	"testing"
)

func TestRegister(t *testing.T) {
	const items = 120
	s, again, other := NewRegister(items, 1), NewRegister(items, 1), NewRegister(items, 2)
	if len(s.actions) != items {
		t.Errorf("%d items, want %d", len(s.actions), items)
	}
	if answers(t, s) != answers(t, again) {
		t.Error("the same seed gives another register")
	}
	if answers(t, s) == answers(t, other) {
		t.Error("another seed gives the same register")
	}
	nodes, notices, several := map[int]string{}, 0, 0
	for _, l := range append(s.actions, s.news...) {
		if was := nodes[l.id]; was != "" {
			t.Errorf("%s and %s have one node", was, l.path)
		}
		nodes[l.id] = l.path
		page := bodyOf(t, ask(t, s, "GET", ICOHome+l.path, ""))
		if !strings.Contains(page, l.title) && !strings.Contains(page, strings.ReplaceAll(l.title, "'", "&#39;")) {
			t.Errorf("%s does not name %s", l.path, l.title)
		}
		if strings.Contains(page, "casebook:basis") || !strings.Contains(page, "all of it is invented") {
			t.Errorf("%s does not say that it is invented", l.path)
		}
		files := strings.Count(page, ".pdf") - strings.Count(page, "-cym.pdf")
		notices += min(files, 1)
		several += max(0, files-1)
	}
	for path, p := range s.pages["ico.example"] {
		if strings.HasSuffix(path, ".pdf") && !bytes.HasPrefix(p.body, []byte("%PDF-")) {
			t.Errorf("%s is no PDF", path)
		}
	}
	if notices < items/2 || several < items/20 || len(s.news) < items/10 {
		t.Errorf("%d items with a notice, %d with several files, %d news releases of %d items", notices, several, len(s.news), items)
	}
}
