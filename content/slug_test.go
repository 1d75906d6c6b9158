package content

import (
	"regexp"
	"strings"
	"testing"
)

func TestSlug(t *testing.T) {
	long := strings.Repeat("northgate ", 20)
	for _, tt := range []struct{ in, want string }{
		{"Advanced Computer Software Group", "advanced-computer-software-group"},
		{"  Zürich & Söhne (UK) Ltd. ", "zurich-and-sohne-uk-ltd"},
		{"O'Neill’s", "oneills"},
		{"Straße Ærø Łódź", "strasse-aero-lodz"},
		{"ﬁnance ①", "finance-1"},
		{"../../etc/passwd", "etc-passwd"},
		{"a\x00b\u202ec", "a-b-c"},
		{"already-a-slug-2024", "already-a-slug-2024"},
		{"--a--b--", "a-b"},
		{"CON", "con-a3dbc4b6"},
		{"lpt1", "lpt1-cfbdeb88"},
		{"COM10", "com10"},
		{"", "x-e3b0c442"},
		{"株式会社", "x-e6843c6e"},
		{"株式", "x-b7430821"},
		{long, "northgate-northgate-northgate-northgate-northgate-northgate-northgate-n-" + hash8(long)},
	} {
		got := Slug(tt.in)
		if got != tt.want {
			t.Errorf("Slug(%q) = %q, want %q", tt.in, got, tt.want)
		}
		checkSlug(t, tt.in)
	}
	if a, b := Slug(long+"a"), Slug(long+"b"); a == b {
		t.Errorf("two long names share the slug %q", a)
	}
	for _, s := range []string{"", "A", "a--b", "-a", "a-", "a/b", "..", "con", "com1", "é", strings.Repeat("a", 81)} {
		if IsSlug(s) {
			t.Errorf("IsSlug(%q) = true", s)
		}
	}
}

var slugForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// checkSlug holds what every slug promises.
func checkSlug(t *testing.T, name string) {
	t.Helper()
	s := Slug(name)
	if !slugForm.MatchString(s) || len(s) > 80 || !IsSlug(s) {
		t.Errorf("Slug(%q) = %q is no slug", name, s)
	}
	if again := Slug(s); again != s {
		t.Errorf("Slug(%q) = %q, but its slug is %q", name, s, again)
	}
}
