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
	return ReadBeside(r, sources, nil)
}

// ReadBeside reads an archive that lacks what earlier runs read: remembered are
// the pages of those runs. No reading comes of them, but what they say of the
// files and the news beside them counts.
func ReadBeside(r *archive.Reader, sources []Source, remembered []Remembered) ([]content.Reading, []Problem) {
	s := arrange(r, asRead(sources, r.Notes()))
	pages := s.pages()
	s.withdraw(sources, pages)
	beside := append(slices.Clone(pages), draftsOf(remembered, pages)...)
	files := s.files(beside)
	s.linkFiles(beside, files)
	s.linkNews(beside)
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
	listed   map[string]Link   // what the newest listings say of an address
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
	s := &arranged{archive: r, versions: map[Role][]version{}, moved: map[string]string{}, listed: map[string]Link{}}
	found := map[Role]map[string]*version{Document: {}, File: {}}
	entries := slices.Clone(r.Entries())
	slices.Reverse(entries)
	for _, e := range entries {
		source, role := ownerOf(sources, e.URL)
		address := ""
		if role != "" {
			address = source.absolute(e.URL)
		}
		switch {
		case role == "" || e.Method != "GET" || e.Sent != "":
		case isRedirect(e.Status):
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

// readListings takes what the newest listings say of documents. A listing that
// cannot be read is for Crawl to report.
func (s *arranged) readListings(sources []Source) {
	for _, e := range s.archive.Latest() {
		for _, source := range sources {
			if e.Status != 200 || source.Role(e.URL) != Listing {
				continue
			}
			body, err := s.archive.Body(e, maxBody)
			if err != nil {
				s.problems = append(s.problems, Problem{source.Name, e.URL, err})
				break
			}
			found, _ := source.List(Page{URL: e.URL, ContentType: e.Header.Get("Content-Type"), Bytes: body})
			for _, link := range found.Links {
				if source.Role(link.URL) == Document {
					was := s.listed[link.URL] // another list may say more of it
					s.listed[link.URL] = Link{Key: cmp.Or(link.Key, was.Key), Date: cmp.Or(link.Date, was.Date)}
				}
			}
		}
	}
}

// pages reads the documents that are web pages.
func (s *arranged) pages() []*draft {
	versions := s.versions[Document]
	found := make([][]*draft, len(versions))
	problems := make([][]Problem, len(versions))
	onEach(versions, func(i int, v version) { found[i], problems[i] = s.page(v) })
	s.problems = append(s.problems, slices.Concat(problems...)...)
	read := slices.Concat(found...)
	for _, d := range read {
		s.complete(d)
	}
	return withoutMoved(read)
}

// complete takes from the listing what a page does not say itself, and the date
// of a regulator's page in the last resort from its address.
func (s *arranged) complete(d *draft) {
	row := s.listed[d.at]
	d.Key = cmp.Or(d.Key, row.Key)
	if d.Document.Kind == content.Item && d.Document.Item == "" {
		d.Document.Item = d.Key
	}
	if d.Document.Published.IsZero() {
		d.Document.Published = row.Date
	}
	if d.Document.Published.IsZero() && d.Document.Kind != content.Article {
		d.Document.Published = monthInAddress(d.at)
	}
}

// A draft is a document with where and when it was read.
type draft struct {
	Draft
	source string
	at     string // address in the archive
	time   time.Time
}

// page reads the newest version of a page that is a document, or holds several.
func (s *arranged) page(v version) ([]*draft, []Problem) {
	var problems []Problem
	for _, e := range v.entries {
		body, err := s.archive.Body(e, maxBody)
		if err == nil {
			var found []Draft
			found, err = v.source.Read(Page{URL: v.url, ContentType: e.Header.Get("Content-Type"), Bytes: body})
			if err == nil {
				drafts := make([]*draft, len(found))
				for i, d := range found {
					d.Document.SHA256 = archive.Digest(body)
					drafts[i] = &draft{d, v.source.Name, v.url, e.Time}
				}
				return drafts, problems
			}
		}
		problems = append(problems, Problem{v.source.Name, v.url, err})
	}
	return nil, problems[:1] // the newest speaks for all
}

// withoutMoved leaves out the older addresses of a page that was read at
// several, and keeps them with the newest: the publisher moved or renamed it and
// set no redirect.
func withoutMoved(read []*draft) []*draft {
	newest := map[string]*draft{}
	key := func(d *draft) string {
		if d.Key == "" {
			return ""
		}
		return d.source + " " + d.Key
	}
	for _, d := range read {
		if other := newest[key(d)]; other == nil || d.time.After(other.time) {
			newest[key(d)] = d
		}
	}
	return slices.DeleteFunc(read, func(d *draft) bool {
		kept := newest[key(d)]
		if key(d) == "" || kept == d {
			return false
		}
		kept.Document.Formerly = append(kept.Document.Formerly, d.Document.URL)
		return true
	})
}
