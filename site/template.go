package site

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"
)

//go:embed templates/*.html
var templateFiles embed.FS

// parseTemplates reads each page's template together with the layout and the
// parts. A key that a map lacks is an error.
func parseTemplates() (map[string]*template.Template, error) {
	base, err := template.New("layout.html").Option("missingkey=error").ParseFS(templateFiles, "templates/layout.html", "templates/parts.html")
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	names, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	pages := map[string]*template.Template{}
	for _, name := range names {
		short := path.Base(name)
		if short == "layout.html" || short == "parts.html" {
			continue
		}
		t, err := base.Clone()
		if err == nil {
			t, err = t.ParseFS(templateFiles, name)
		}
		if err != nil {
			return nil, fmt.Errorf("site: %w", err)
		}
		pages[short] = t
	}
	return pages, nil
}

// page is the output of a template with what fill returns, which is called
// only when the page is rendered.
func (b *builder) page(at, name string, fill func() any) output {
	return output{path: at, make: func(to *bytes.Buffer) error {
		t, ok := b.templates[name]
		if !ok {
			return fmt.Errorf("site: no template %q", name)
		}
		if err := t.ExecuteTemplate(to, "layout.html", fill()); err != nil {
			return fmt.Errorf("site: %s: %w", at, err)
		}
		return nil
	}}
}

// menu is the navigation, in its order.
var menu = []Link{
	{"cases/", "Cases"},
	{"organisations/", "Organisations"},
	{"controls/", "Controls"},
	{"sectors/", "Sectors"},
	{"search/", "Search"},
	{"about/", "About"},
}

// frame is what layout.html needs for the page at a path: "cases/x/index.html".
func (b *builder) frame(at, title, description string) Page {
	where := strings.TrimSuffix(at, "index.html")
	p := Page{Site: b.site, Root: root(at), Title: clean(title), Description: clean(description), Canonical: b.absolute(where)}
	for _, l := range menu {
		p.Menu = append(p.Menu, MenuItem{Link: l, Current: l.URL == where, Within: strings.HasPrefix(where, l.URL)})
	}
	return p
}

// root is the way from a file to the site's root.
func root(at string) string {
	if up := strings.Repeat("../", strings.Count(at, "/")); up != "" {
		return up
	}
	return "./"
}
