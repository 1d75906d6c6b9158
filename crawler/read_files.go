package crawler

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"casebook/content"
	"casebook/crawler/archive"
	"casebook/crawler/text"
)

// files reads the PDFs, several at a time; the sandbox bounds how many.
func (s *arranged) files(pages []*draft) []*draft {
	titles := map[string]string{}
	for _, d := range pages {
		for _, link := range d.Files {
			titles[s.final(link.URL)] = link.Title
		}
	}
	var reader text.PDFReader
	defer reader.Close()
	versions := s.versions[File]
	read := make([]*draft, len(versions))
	problems := make([][]Problem, len(versions))
	onEach(versions, func(i int, v version) { read[i], problems[i] = s.file(&reader, v) })
	var kept []*draft
	for i, d := range read {
		s.problems = append(s.problems, problems[i]...)
		if d != nil {
			d.Document.Title = titles[versions[i].url]
			kept = append(kept, d)
		}
	}
	return kept
}

// checkFile is what a file leads to: nowhere, but it must be a whole PDF.
func checkFile(p Page) (Found, error) {
	var found Found
	if n := text.Preamble(p.Bytes); n > 0 {
		found.Signals = append(found.Signals, fmt.Sprintf("%s: %d bytes of something else stand before the PDF", p.URL, n))
	}
	return found, text.CheckPDF(p.Bytes)
}

// file reads the newest version of a file that is a whole PDF; in want of one,
// the newest that has words. One whose words cannot be had is a document all the
// same: its item has a notice.
func (s *arranged) file(reader *text.PDFReader, v version) (*draft, []Problem) {
	var doubtful *draft
	var problems []Problem
	for _, e := range v.entries {
		d, err := s.fileVersion(reader, v, e)
		if err == nil {
			return d, problems
		}
		if d != nil && (doubtful == nil || doubtful.Text.Body == "" && d.Text.Body != "") {
			doubtful = d
		}
		if len(problems) == 0 { // the newest speaks for all
			problems = []Problem{{v.source.Name, v.url, err}}
		}
	}
	return doubtful, problems
}

// fileVersion reads one version of a file. With an error there is a draft all
// the same where the file is a PDF, with the words that could be read.
func (s *arranged) fileVersion(reader *text.PDFReader, v version, e archive.Entry) (*draft, error) {
	body, err := s.archive.Body(e, maxBody)
	if err != nil {
		return nil, err
	}
	read, err := reader.Read(context.Background(), body)
	if errors.Is(err, text.ErrNotPDF) {
		return nil, err
	}
	if err == nil {
		err = text.CheckPDF(body)
	}
	return &draft{Draft: Draft{Document: content.Document{
		URL: v.url, Publisher: v.source.Publisher, Kind: content.Notice, Licence: v.source.Licence, SHA256: archive.Digest(body),
	}, Text: content.Text{Body: read.Body, Pages: read.Pages}}, source: v.source.Name, at: v.url, time: e.Time}, err
}

// final follows the archived redirects of an address.
func (s *arranged) final(address string) string {
	for range maxHops {
		next := s.moved[address]
		if next == "" {
			break
		}
		address = next
	}
	return address
}

// linkFiles gives each file what only the page that offers it says: the
// matter, the date, the public sources of its facts.
func (s *arranged) linkFiles(pages, files []*draft) {
	byURL := map[string]*draft{}
	for _, f := range files {
		byURL[f.Document.URL] = f
	}
	for _, page := range pages {
		for _, link := range page.Files {
			if f := byURL[s.final(link.URL)]; f != nil && f.Document.Item == "" {
				f.Document.Item, f.Document.Published = page.Document.Item, page.Document.Published
				f.Document.Basis, f.Document.Language = page.Document.Basis, page.Document.Language
				f.Document.Withdrawn = page.Document.Withdrawn
				if !strings.Contains(f.Document.Title, " ") { // none, or no more than "reprimand"
					f.Document.Title = page.Document.Title
				}
			}
		}
	}
}

// linkNews gives a news page the matter of the item page that it links or that
// links it. One that is about several parties stays without: it belongs to
// none of them more than to another.
func (s *arranged) linkNews(pages []*draft) {
	byURL := map[string]*draft{}
	for _, d := range pages {
		for _, address := range append([]string{d.Document.URL}, d.Document.Formerly...) {
			byURL[address] = d
		}
	}
	about := map[*draft]map[string]*draft{} // news to the items of its matter, by key
	link := func(news, item *draft) {
		if news != nil && item != nil && news.Document.Kind == content.News && item.Document.Kind == content.Item && item.Document.Item != "" {
			if about[news] == nil {
				about[news] = map[string]*draft{}
			}
			about[news][item.Document.Item] = item
		}
	}
	for _, d := range pages {
		for _, address := range d.Related {
			other := byURL[s.final(address)]
			link(d, other)
			link(other, d)
		}
	}
	for news, items := range about {
		news.Document.Item = oneMatter(items)
	}
}

// oneMatter is the first key of items that are about one party on one day,
// "" when they are not.
func oneMatter(items map[string]*draft) string {
	var key string
	var first *draft
	for k, item := range items {
		if first != nil && (item.Document.Title != first.Document.Title || item.Document.Published != first.Document.Published) {
			return ""
		}
		first = item
		if key == "" || k < key {
			key = k
		}
	}
	return key
}

// onEach calls do for every version, as many at a time as there are CPUs.
func onEach(versions []version, do func(i int, v version)) {
	var all errgroup.Group
	all.SetLimit(runtime.GOMAXPROCS(0))
	for i, v := range versions {
		all.Go(func() error {
			do(i, v)
			return nil
		})
	}
	all.Wait()
}
