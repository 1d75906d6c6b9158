package site

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"casebook/content"
)

// inSitemap is how many addresses the protocol allows in one file.
const inSitemap = 50000

type sitemap struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapIndex struct {
	XMLName  xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Sitemaps []sitemapURL `xml:"sitemap"`
}

type sitemapURL struct {
	Loc string `xml:"loc"`
}

// robotFiles are the sitemap of the pages among outs and robots.txt. Both need
// absolute addresses: where the site's is not known there are none.
func (b *builder) robotFiles(outs []output) []output {
	if b.address == nil {
		return nil
	}
	var urls []sitemapURL
	hidden := b.hiddenPages()
	for _, o := range outs {
		if strings.HasSuffix(o.path, ".html") && !hidden[o.path] {
			urls = append(urls, sitemapURL{b.absolute(strings.TrimSuffix(o.path, "index.html"))})
		}
	}
	slices.SortFunc(urls, func(x, y sitemapURL) int { return strings.Compare(x.Loc, y.Loc) })
	robots := "User-agent: *\nAllow: /\n\nSitemap: " + b.absolute("sitemap.xml") + "\n"
	return append(b.sitemaps(urls), output{"robots.txt", func(to *bytes.Buffer) error {
		_, err := to.WriteString(robots)
		return err
	}})
}

// hiddenPages are the pages that search engines are asked to leave out.
func (b *builder) hiddenPages() map[string]bool {
	hidden := map[string]bool{"404.html": true, "search/index.html": true}
	for _, c := range b.book.Cases {
		if c.Organisation.Person {
			hidden[casePath(c)+"index.html"] = true
		}
		for _, old := range c.Formerly {
			if content.IsSlug(old) {
				hidden["cases/"+old+"/index.html"] = b.related.byID[old] == nil
			}
		}
	}
	return hidden
}

// sitemaps is one file, or where there are too many pages an index of several.
func (b *builder) sitemaps(urls []sitemapURL) []output {
	file := func(name string, v any) output {
		return output{name, func(to *bytes.Buffer) error { return writeXML(to, v) }}
	}
	if len(urls) <= inSitemap {
		return []output{file("sitemap.xml", sitemap{URLs: urls})}
	}
	var index sitemapIndex
	var outs []output
	for part := range slices.Chunk(urls, inSitemap) {
		name := "sitemap-" + strconv.Itoa(len(outs)+1) + ".xml"
		outs = append(outs, file(name, sitemap{URLs: part}))
		index.Sitemaps = append(index.Sitemaps, sitemapURL{b.absolute(name)})
	}
	return append(outs, file("sitemap.xml", index))
}
