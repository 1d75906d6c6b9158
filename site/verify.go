package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// ErrNoSite is wrapped by the error of [Verify] where a folder holds no site
// that casebook made.
var ErrNoSite = errors.New("no site of casebook's")

// A Flaw is one thing that is wrong with a built site.
type Flaw struct{ File, Reason string }

// Verify reads every file of a built site and returns what is wrong: files that
// are missing, or do not hold what they were built with, and links to pages of
// the site that are not there. It returns how many files it read.
func Verify(site fs.FS) (files int, flaws []Flaw, err error) {
	src, err := fs.ReadFile(site, manifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil, fmt.Errorf("site: %w: it has no %s", ErrNoSite, manifestName)
	}
	if err != nil {
		return 0, nil, fmt.Errorf("site: %w", err)
	}
	v := &verifier{site: site, there: map[string]bool{}}
	list, _ := strings.CutPrefix(string(src), manifestHead+"\n")
	if list == string(src) {
		v.flaw(manifestName, "does not begin as casebook wrote it")
	}
	for line := range strings.Lines(list) {
		digest, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if !ok || !fs.ValidPath(name) {
			v.flaw(manifestName, fmt.Sprintf("%q: want a digest and the name of a file", strings.TrimSpace(line)))
			continue
		}
		if err := v.file(name, digest); err != nil {
			return files, v.flaws, fmt.Errorf("site: %w", err)
		}
		files++
	}
	return files, v.flaws, v.links()
}

// A verifier collects what is wrong with a site.
type verifier struct {
	site  fs.FS
	there map[string]bool // files, and whether they are pages
	flaws []Flaw
}

func (v *verifier) flaw(file, reason string) { v.flaws = append(v.flaws, Flaw{file, reason}) }

// file compares a file with its digest.
func (v *verifier) file(name, digest string) error {
	b, err := fs.ReadFile(v.site, name)
	if errors.Is(err, fs.ErrNotExist) {
		v.flaw(name, "is missing: build the site again")
		return nil
	}
	if err != nil {
		return err
	}
	v.there[name] = path.Ext(name) == ".html"
	if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != digest {
		v.flaw(name, "does not hold what it was built with: build the site again")
	}
	return nil
}

// links looks for what the pages lead to within the site.
func (v *verifier) links() error {
	for _, name := range slices.Sorted(maps.Keys(v.there)) {
		if !v.there[name] {
			continue
		}
		b, err := fs.ReadFile(v.site, name)
		if err != nil {
			return fmt.Errorf("site: %w", err)
		}
		dead := map[string]bool{}
		for _, link := range linksOf(b) {
			if target, ours := inside(name, link); ours && !dead[link] && !v.leads(target) {
				dead[link] = true
				v.flaw(name, fmt.Sprintf("the link %q leads to no file", link))
			}
		}
	}
	return nil
}

// leads reports whether a file is there, be it one that casebook did not make.
func (v *verifier) leads(target string) bool {
	if _, ok := v.there[target]; ok {
		return true
	}
	_, err := fs.Stat(v.site, target)
	return err == nil
}

// linksOf are the addresses that a page names.
func linksOf(page []byte) []string {
	var found []string
	for z := html.NewTokenizer(bytes.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return found
		case html.StartTagToken, html.SelfClosingTagToken:
			for more := true; more; {
				var key, value []byte
				key, value, more = z.TagAttr()
				switch string(key) {
				case "href", "src", "action":
					found = append(found, string(value))
				}
			}
		}
	}
}

// inside is the file that a relative link on a page means. The page for
// addresses that are not there is served at any depth, and its links are not
// relative to it.
func inside(page, link string) (target string, ours bool) {
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || strings.HasPrefix(u.Path, "/") || page == "404.html" {
		return "", false
	}
	target = path.Join(path.Dir(page), u.Path)
	if u.Path == "." || strings.HasSuffix(u.Path, "/") || strings.HasSuffix(u.Path, "..") {
		target = path.Join(target, "index.html")
	}
	return target, fs.ValidPath(target)
}
