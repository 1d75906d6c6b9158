package crawler_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/crawler"
	"casebook/crawler/archive"
)

const home = "https://ico.example"

// stored is an archive under construction.
type stored struct {
	t   *testing.T
	dir string
	w   *archive.Writer
	at  time.Time
}

func store(t *testing.T) *stored {
	t.Helper()
	s := &stored{t: t, dir: t.TempDir(), at: time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)}
	var err error
	if s.w, err = archive.Create(s.dir, "crawler test"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.w.Close() })
	return s
}

// add stores an answer, each an hour after the one before.
func (s *stored) add(path string, status int, body string, header ...string) {
	s.t.Helper()
	s.at = s.at.Add(time.Hour)
	e := archive.Exchange{URL: home + path, Time: s.at, Status: status, Header: map[string][]string{"Content-Type": {"text/html; charset=utf-8"}}, Body: []byte(body)}
	if len(header) == 2 {
		e.Header.Set(header[0], header[1])
	}
	if _, err := s.w.Add(e); err != nil {
		s.t.Fatal(err)
	}
}

// read returns a line for each document: kind, path, title, item, length of
// its text; and a line for each problem.
func (s *stored) read() []string {
	s.t.Helper()
	readings, problems := read(s.t, s.dir, crawler.Sources(home))
	var lines []string
	for _, r := range readings {
		words := "words"
		if r.Text.Body == "" {
			words = "no words"
		}
		lines = append(lines, fmt.Sprintf("%s %s %q %s %s %s", r.Document.Kind, strings.TrimPrefix(r.Document.URL, home), r.Document.Title, r.Document.Item, r.Document.Published, words))
	}
	for _, p := range problems {
		lines = append(lines, "problem "+strings.TrimPrefix(p.URL, home)+": "+p.Err.Error())
	}
	return lines
}

// itemPage is a page of the register or of the news.
func itemPage(node, title, date, more string) string {
	return fmt.Sprintf(`<!DOCTYPE html><html lang="en"><head><title>%s | ICO</title><meta name="DC.PageID" content="%s"></head><body><main id="main-content">`+
		`<h1>%s</h1><ul><li><span>Date</span> <strong>%s</strong></li></ul><div class="rich-text"><div class="prose"><p>Words of %s.</p></div></div>%s</main></body></html>`,
		title, node, title, date, title, more)
}

func further(href, title string) string {
	return fmt.Sprintf(`<further-reading x-href=%q x-title=%q></further-reading>`, href, title)
}

func pdf(t *testing.T, words string) string {
	t.Helper()
	doc := fpdf.New("P", "mm", "A4", "")
	epoch := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	doc.SetCreationDate(epoch)
	doc.SetModificationDate(epoch)
	doc.SetFont("Times", "", 11)
	doc.AddPage()
	doc.MultiCell(0, 5, words, "", "", false)
	var b bytes.Buffer
	if err := doc.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestRead(t *testing.T) {
	const item, other, news = "/action-weve-taken/enforcement/2026/05/harbour-bakery/", "/action-weve-taken/enforcement/2026/05/northgate/", "/about-the-ico/media-centre/news-and-blogs/2026/05/bakery/"
	const notice = "/media2/abcd/bakery.pdf"
	notFound := itemPage("1408", "Page not found", "1 May 2026", "")
	tests := []struct {
		name  string
		store func(*testing.T, *stored)
		want  []string
	}{
		{"a notice has what only its item says", func(t *testing.T, s *stored) {
			s.add(item, 200, itemPage("7", "Harbour Bakery", "3 May 2026", further(notice, "reprimand")))
			s.add(notice, 200, pdf(t, "The Commissioner reprimands Harbour Bakery."))
		}, []string{
			`item ` + item + ` "Harbour Bakery" ico:7 2026-05-03 words`,
			`notice ` + notice + ` "Harbour Bakery" ico:7 2026-05-03 words`,
		}},
		{"what vanished from the site is still read, also when an error page was stored since", func(t *testing.T, s *stored) {
			s.add(item, 200, itemPage("7", "Harbour Bakery", "3 May 2026", further(notice, "Reprimand of a bakery")))
			s.add(notice, 200, pdf(t, "The Commissioner reprimands Harbour Bakery."))
			s.add(item, 200, notFound)
			s.add(notice, 200, notFound)
			s.add(item, 404, notFound)
		}, []string{
			`item ` + item + ` "Harbour Bakery" ico:7 2026-05-03 words`,
			`notice ` + notice + ` "Reprimand of a bakery" ico:7 2026-05-03 words`,
			`problem ` + item + `: the site's not-found page`,
			`problem ` + notice + `: text: not a PDF`,
		}},
		{"the newest of two versions", func(t *testing.T, s *stored) {
			s.add(item, 200, itemPage("7", "Harbour Bakery", "3 May 2026", ""))
			s.add(item, 200, itemPage("7", "Harbour Bakery Limited", "4 May 2026", ""))
		}, []string{`item ` + item + ` "Harbour Bakery Limited" ico:7 2026-05-04 words`}},
		{"an item that moved without a redirect is one item", func(t *testing.T, s *stored) {
			s.add("/action-weve-taken/enforcement/harbour-bakery-en/", 200, itemPage("7", "Harbour Bakery", "3 May 2026", ""))
			s.add(item, 200, itemPage("7", "Harbour Bakery", "3 May 2026", ""))
		}, []string{`item ` + item + ` "Harbour Bakery" ico:7 2026-05-03 words`}},
		{"a notice that moved with a redirect is its item's", func(t *testing.T, s *stored) {
			s.add(item, 200, itemPage("7", "Harbour Bakery", "3 May 2026", further("/media/123/bakery.pdf", "reprimand")))
			s.add("/media/123/bakery.pdf", 301, "", "Location", notice)
			s.add(notice, 200, pdf(t, "The Commissioner reprimands Harbour Bakery."))
		}, []string{
			`item ` + item + ` "Harbour Bakery" ico:7 2026-05-03 words`,
			`notice ` + notice + ` "Harbour Bakery" ico:7 2026-05-03 words`,
		}},
		{"a notice that cannot be read is a notice", func(t *testing.T, s *stored) {
			s.add(item, 200, itemPage("7", "Harbour Bakery", "3 May 2026", further(notice, "reprimand")))
			whole := pdf(t, "The Commissioner reprimands Harbour Bakery.")
			s.add(notice, 200, whole[:len(whole)/2])
		}, []string{
			`item ` + item + ` "Harbour Bakery" ico:7 2026-05-03 words`,
			`notice ` + notice + ` "Harbour Bakery" ico:7 2026-05-03 no words`,
			`problem ` + notice + `: text: the PDF ends before its end mark`,
		}},
		{"news that the item links", func(t *testing.T, s *stored) {
			s.add(item, 200, itemPage("7", "Harbour Bakery", "3 May 2026", further(news, "News release")))
			s.add(news, 200, itemPage("9", "Bakery reprimanded", "4 May 2026", ""))
		}, []string{
			`news ` + news + ` "Bakery reprimanded" ico:7 2026-05-04 words`,
			`item ` + item + ` "Harbour Bakery" ico:7 2026-05-03 words`,
		}},
		{"news about two parties is neither's", func(t *testing.T, s *stored) {
			s.add(item, 200, itemPage("7", "Harbour Bakery", "3 May 2026", ""))
			s.add(other, 200, itemPage("8", "Northgate Lending", "3 May 2026", ""))
			s.add(news, 200, itemPage("9", "Two reprimands", "4 May 2026", further(item, "One")+further(other, "Two")))
		}, []string{
			`news ` + news + ` "Two reprimands"  2026-05-04 words`,
			`item ` + item + ` "Harbour Bakery" ico:7 2026-05-03 words`,
			`item ` + other + ` "Northgate Lending" ico:8 2026-05-03 words`,
		}},
		{"news about a party's two notices of a day", func(t *testing.T, s *stored) {
			s.add(item, 200, itemPage("7", "Harbour Bakery", "3 May 2026", ""))
			s.add(other, 200, itemPage("8", "Harbour Bakery", "3 May 2026", ""))
			s.add(news, 200, itemPage("9", "Bakery fined and told to stop", "4 May 2026", further(other, "One")+further(item, "Two")))
		}, []string{
			`news ` + news + ` "Bakery fined and told to stop" ico:7 2026-05-04 words`,
			`item ` + item + ` "Harbour Bakery" ico:7 2026-05-03 words`,
			`item ` + other + ` "Harbour Bakery" ico:8 2026-05-03 words`,
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := store(t)
			test.store(t, s)
			if diff := cmp.Diff(test.want, s.read()); diff != "" {
				t.Errorf("documents (-want +got):\n%s", diff)
			}
		})
	}
}

// A page whose own key is missing has the one that the register gives it.
func TestKeyFromListing(t *testing.T) {
	s := store(t)
	const path = "/action-weve-taken/enforcement/2026/05/harbour-bakery/"
	s.add(path, 200, itemPage("", "Harbour Bakery", "3 May 2026", ""))
	if _, err := s.w.Add(archive.Exchange{
		Method: "POST", URL: home + "/api/search", RequestBody: []byte(`{"pageNumber":1}`), Time: s.at, Status: 200,
		Body: []byte(`{"results":[{"id":7,"title":"Harbour Bakery","url":"` + path + `"}],"pagination":{"totalResults":1,"totalPages":1}}`),
	}); err != nil {
		t.Fatal(err)
	}
	readings, problems := read(t, s.dir, crawler.Sources(home))
	if len(readings) != 1 || len(problems) != 0 || readings[0].Document.Item != "ico:7" {
		t.Errorf("got %+v, problems %v", readings, problems)
	}
	if readings[0].Document.SHA256 != archive.Digest([]byte(itemPage("", "Harbour Bakery", "3 May 2026", ""))) {
		t.Error("the digest is not that of the archived bytes")
	}
	if readings[0].Document.Kind != content.Item || readings[0].Document.Licence != "OGL-3.0" {
		t.Errorf("got %+v", readings[0].Document)
	}
}

// An answer that a file is as it was leads nowhere: the file stays that of the
// page which offers it.
func TestNotModifiedIsNoRedirect(t *testing.T) {
	s := store(t)
	s.add("/action-weve-taken/enforcement/a/", 200, itemPage("1", "A", "1 May 2026", further("/media2/x/a.pdf", "notice")))
	s.add("/media2/x/a.pdf", 200, pdf(t, "Words of A."))
	s.add("/media2/x/a.pdf", 304, "")
	if got := strings.Join(s.read(), "\n"); strings.Count(got, "ico:1") != 2 {
		t.Errorf("got %s\nwant the item and its notice with one key", got)
	}
}

// A page that the register no longer names stays, marked with the day of the
// first whole reading of the register that was without it. A reading with a
// hole, or one that broke off, says nothing of what is missing in it.
func TestWithdrawn(t *testing.T) {
	const gone, stays = "/action-weve-taken/enforcement/2026/05/harbour-bakery/", "/action-weve-taken/enforcement/2026/05/northgate/"
	both := []string{gone, stays}
	tests := []struct {
		name   string
		rounds func(r *registerReadings)
		want   string
	}{
		{"listed still", func(r *registerReadings) { r.add(2, both, both, both); r.add(2, both, both, both) }, ""},
		{"no longer listed", func(r *registerReadings) {
			r.add(2, both, both, both)
			r.add(1, both[1:], both[1:], both[1:])
			r.add(1, both[1:], both[1:], both[1:])
		}, "2026-12-02"},
		{"no longer listed, but in the sitemap", func(r *registerReadings) { r.add(2, both, both, both); r.add(1, both[1:], both[1:], both) }, ""},
		{"lost in a hole", func(r *registerReadings) { r.add(2, both, both, both); r.add(2, both[1:], both[1:], both[1:]) }, ""},
		{"a register that broke off", func(r *registerReadings) { r.add(2, both, both, both); r.add(1, both[1:], both[1:], nil) }, ""},
		{"back again", func(r *registerReadings) {
			r.add(2, both, both, both)
			r.add(1, both[1:], both[1:], both[1:])
			r.add(2, both, both, both)
		}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := store(t)
			s.at = time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
			s.add(gone, 200, itemPage("7", "Harbour Bakery", "3 May 2026", further("/media2/abcd/bakery.pdf", "Notice of a bakery")))
			s.add("/media2/abcd/bakery.pdf", 200, pdf(t, "The Commissioner reprimands Harbour Bakery."))
			s.add(stays, 200, itemPage("8", "Northgate", "3 May 2026", ""))
			test.rounds(&registerReadings{s, 0})
			readings, problems := read(t, s.dir, crawler.Sources(home))
			if len(readings) != 3 || len(problems) > 0 {
				t.Fatalf("got %d documents and %v", len(readings), problems)
			}
			for _, r := range readings {
				want := test.want
				if strings.HasSuffix(r.Document.URL, stays) {
					want = ""
				}
				if got := r.Document.Withdrawn.String(); got != want {
					t.Errorf("%s: withdrawn %q, want %q", r.Document.URL, got, want)
				}
			}
		})
	}
}

// registerReadings stores readings of a register of one page, a day each.
type registerReadings struct {
	*stored
	n int
}

// add stores the answers of both orders and of the sitemap; nil is one that
// did not come.
func (r *registerReadings) add(total int, newest, oldest, sitemap []string) {
	r.t.Helper()
	r.n++
	r.at = time.Date(2026, 11, 30+r.n, 12, 0, 0, 0, time.UTC)
	for _, order := range []string{"newest", "oldest"} {
		var rows []string
		for _, path := range map[string][]string{"newest": newest, "oldest": oldest}[order] {
			id := 8
			if strings.Contains(path, "harbour") {
				id = 7
			}
			rows = append(rows, fmt.Sprintf(`{"id":%d,"title":"A row","url":%q}`, id, path))
		}
		if _, err := r.w.Add(archive.Exchange{
			Method: "POST", URL: home + "/api/search", RequestBody: fmt.Appendf(nil, `{"filters":[],"pageNumber":1,"order":%q,"rootPageId":17222}`, order), Time: r.at, Status: 200,
			Body: fmt.Appendf(nil, `{"results":[%s],"pagination":{"totalResults":%d,"totalPages":1}}`, strings.Join(rows, ","), total),
		}); err != nil {
			r.t.Fatal(err)
		}
	}
	if sitemap == nil {
		return
	}
	urls := ""
	for _, path := range sitemap {
		urls += "<url><loc>" + home + path + "</loc></url>"
	}
	r.stored.add("/sitemap.xml", 200, "<urlset>"+urls+"</urlset>")
}

// A page that says no day itself has the one that the register gives it, or
// else the month in its address.
func TestDateInTheLastResort(t *testing.T) {
	bare := strings.Replace(itemPage("7", "Harbour Bakery", "3 May 2026", ""), "<span>Date</span> <strong>3 May 2026</strong>", "<span>Type</span> <strong>Reprimands</strong>", 1)
	for _, test := range []struct{ name, path, row, want string }{
		{"the page's own", "/action-weve-taken/enforcement/2026/04/harbour-bakery/", "", "2026-05-03"},
		{"the register's", "/action-weve-taken/enforcement/2026/04/harbour-bakery/", "28 April 2026, Reprimands, Health", "2026-04-28"},
		{"the month of the address", "/action-weve-taken/enforcement/2026/4/harbour-bakery/", "", "2026-04"},
		{"none", "/action-weve-taken/enforcement/harbour-bakery/", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := store(t)
			page := bare
			if test.name == "the page's own" {
				page = itemPage("7", "Harbour Bakery", "3 May 2026", "")
			}
			s.add(test.path, 200, page)
			if _, err := s.w.Add(archive.Exchange{
				Method: "POST", URL: home + "/api/search", RequestBody: []byte(`{"pageNumber":1}`), Time: s.at, Status: 200,
				Body: fmt.Appendf(nil, `{"results":[{"id":7,"title":"A row","url":%q,"filterItemMetaData":%q,"createdDateTime":"2026-07-07T16:26:05.967Z"}],"pagination":{"totalResults":1,"totalPages":1}}`, test.path, test.row),
			}); err != nil {
				t.Fatal(err)
			}
			s.add("/sitemap.xml", 200, "<urlset><url><loc>"+home+test.path+"</loc><lastmod>2026-08-05T10:06:30+00:00</lastmod></url></urlset>")
			readings, _ := read(t, s.dir, crawler.Sources(home))
			if len(readings) != 1 || readings[0].Document.Published.String() != test.want {
				t.Errorf("got %+v, want the date %q", readings, test.want)
			}
		})
	}
}

// A page that moved keeps the addresses under which it was read before, and a
// page that links it at one of them is still about it.
func TestFormerAddresses(t *testing.T) {
	s := store(t)
	const old, second, now = "/action-weve-taken/enforcement/harbour-bakery-en/", "/action-weve-taken/enforcement/2026/05/harbour-bakery/", "/action-weve-taken/enforcement/2026/05/harbour-bakery-enforcement-notice/"
	for _, path := range []string{old, second, now} {
		s.add(path, 200, itemPage("7", "Harbour Bakery", "3 May 2026", ""))
	}
	s.add("/about-the-ico/media-centre/news-and-blogs/2026/05/bakery/", 200, itemPage("9", "Bakery told to stop", "4 May 2026", further(old, "The notice")))
	readings, _ := read(t, s.dir, crawler.Sources(home))
	if len(readings) != 2 {
		t.Fatalf("got %d documents, want the item and its news", len(readings))
	}
	item, news := readings[1].Document, readings[0].Document
	if diff := cmp.Diff([]string{home + second, home + old}, item.Formerly); item.URL != home+now || diff != "" {
		t.Errorf("got %s, formerly (-want +got):\n%s", item.URL, diff)
	}
	if news.Item != "ico:7" {
		t.Errorf("the news is about %q, want ico:7", news.Item)
	}
}
