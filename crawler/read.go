package crawler

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"casebook/content"
	"casebook/crawler/archive"
)

// A Problem is a page of the archive that could not be read as it should.
// Nothing else is lost by it.
type Problem struct {
	Source string // "" for damage of the archive itself
	URL    string
	Err    error
}

func (p Problem) String() string {
	if p.Source == "" {
		return p.Err.Error()
	}
	return fmt.Sprintf("%s: %s: %v", p.Source, p.URL, p.Err)
}

// Read makes documents of what an archive holds, sorted by address: of each
// address the newest answer that is a document, so that an error page stored
// later hides nothing, and all addresses, whether a listing still names them
// or not. Facts are not filled in. The same archive gives the same readings.
func Read(r *archive.Reader, sources []Source) ([]content.Reading, []Problem) {
	s := arrange(r, asRead(sources, r.Notes()))
	pages := s.pages()
	files := s.files(pages)
	s.linkFiles(pages, files)
	s.linkNews(pages)
	readings := make([]content.Reading, 0, len(pages)+len(files))
	for _, d := range slices.Concat(pages, files) {
		readings = append(readings, content.Reading{Document: d.Document, Text: d.Text})
	}
	slices.SortFunc(readings, func(a, b content.Reading) int { return cmp.Compare(a.Document.URL, b.Document.URL) })
	slices.SortStableFunc(s.problems, func(a, b Problem) int { return cmp.Compare(a.URL, b.URL) })
	for _, line := range r.Damage() {
		s.problems = append(s.problems, Problem{Err: fmt.Errorf("archive: %s", line)})
	}
	return readings, s.problems
}

// arranged is an archive as the sources see it.
type arranged struct {
	archive  *archive.Reader
	versions map[Role][]version
	moved    map[string]string // address to where it redirects
	keys     map[string]string // address to the key that a listing gives it
	problems []Problem
}

// A version is what the archive holds of one address, newest first.
type version struct {
	source  Source
	url     string
	entries []archive.Entry
}

// arrange gives each answer to the source whose it is.
func arrange(r *archive.Reader, sources []Source) *arranged {
	s := &arranged{archive: r, versions: map[Role][]version{}, moved: map[string]string{}, keys: map[string]string{}}
	found := map[Role]map[string]*version{Document: {}, File: {}}
	entries := slices.Clone(r.Entries())
	slices.Reverse(entries)
	for _, e := range entries {
		source, address, role := owner(sources, e)
		switch {
		case role == "" || e.Method != "GET" || e.Sent != "":
		case e.Status >= 300 && e.Status < 400:
			if _, newer := s.moved[address]; !newer {
				s.moved[address] = source.absolute(e.Header.Get("Location"))
			}
		case e.Status == 200 && found[role] != nil:
			v := found[role][address]
			if v == nil {
				v = &version{source: source, url: address}
				found[role][address] = v
			}
			v.entries = append(v.entries, e)
		}
	}
	for role, byURL := range found {
		for _, address := range slices.Sorted(maps.Keys(byURL)) {
			s.versions[role] = append(s.versions[role], *byURL[address])
		}
	}
	s.readListings(sources)
	return s
}

// owner is the source that an answer belongs to, and what it is to it.
func owner(sources []Source, e archive.Entry) (Source, string, Role) {
	for _, source := range sources {
		if address := source.absolute(e.URL); address != "" {
			if role := source.Role(address); role != "" {
				return source, address, role
			}
		}
	}
	return Source{}, "", ""
}

// readListings takes the keys of documents from the newest listings. A listing
// that cannot be read is for Crawl to report.
func (s *arranged) readListings(sources []Source) {
	for _, e := range s.archive.Latest() {
		for _, source := range sources {
			if e.Status != 200 || e.Sent == "" || source.Role(e.URL) != Listing {
				continue
			}
			body, err := s.archive.Body(e, maxBody)
			if err != nil {
				s.problems = append(s.problems, Problem{source.Name, e.URL, err})
				break
			}
			found, _ := source.List(Page{URL: e.URL, ContentType: e.Header.Get("Content-Type"), Bytes: body})
			for _, link := range found.Links {
				if link.Key != "" {
					s.keys[link.URL] = link.Key
				}
			}
		}
	}
}

// pages reads the documents that are web pages.
func (s *arranged) pages() []*draft {
	versions := s.versions[Document]
	read := make([]*draft, len(versions))
	problems := make([][]Problem, len(versions))
	onEach(versions, func(i int, v version) { read[i], problems[i] = s.page(v) })
	s.problems = append(s.problems, slices.Concat(problems...)...)
	read = slices.DeleteFunc(read, func(d *draft) bool { return d == nil })
	for _, d := range read {
		if d.Document.Kind == content.Item && d.Document.Item == "" {
			d.Document.Item = s.keys[d.Document.URL]
		}
	}
	return withoutMoved(read)
}

// A draft is a document with the time at which it was read.
type draft struct {
	Draft
	source string
	at     time.Time
}

// page reads the newest version of a page that is a document.
func (s *arranged) page(v version) (*draft, []Problem) {
	var problems []Problem
	for _, e := range v.entries {
		body, err := s.archive.Body(e, maxBody)
		if err == nil {
			var d Draft
			d, err = v.source.Read(Page{URL: v.url, ContentType: e.Header.Get("Content-Type"), Bytes: body})
			if err == nil {
				d.Document.SHA256 = archive.Digest(body)
				return &draft{d, v.source.Name, e.Time}, problems
			}
		}
		problems = append(problems, Problem{v.source.Name, v.url, err})
	}
	return nil, problems[:1] // the newest speaks for all
}

// withoutMoved leaves out the older address of an item page that was read at
// two: the publisher moved it and set no redirect.
func withoutMoved(read []*draft) []*draft {
	newest := map[string]*draft{}
	for _, d := range read {
		if d.Document.Kind != content.Item || d.Document.Item == "" {
			continue
		}
		if other := newest[d.Document.Item]; other == nil || d.at.After(other.at) {
			newest[d.Document.Item] = d
		}
	}
	return slices.DeleteFunc(read, func(d *draft) bool {
		kept := newest[d.Document.Item]
		return d.Document.Kind == content.Item && kept != nil && kept != d
	})
}
