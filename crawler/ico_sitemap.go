package crawler

import (
	"encoding/xml"
	"errors"
	"fmt"
)

const sitemapPath = "/sitemap.xml"

// listSitemap returns the documents of a sitemap below prefix: it fills the
// gaps of a listing.
func (s Source) listSitemap(p Page, prefix string) (Found, error) {
	var sitemap struct {
		XMLName xml.Name
		URLs    []struct {
			Loc     string `xml:"loc"`
			LastMod string `xml:"lastmod"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(p.Bytes, &sitemap); err != nil {
		return Found{}, fmt.Errorf("sitemap: %w", err)
	}
	if sitemap.XMLName.Local != "urlset" || len(sitemap.URLs) == 0 {
		return Found{}, errors.New("sitemap: no urlset with addresses: has its shape changed?")
	}
	found := Found{List: "sitemap"}
	for _, u := range sitemap.URLs {
		address := s.pageAddress(u.Loc)
		if isPageBelow(s.path(address), prefix) {
			found.Links = append(found.Links, Link{URL: address, Stamp: u.LastMod})
		}
	}
	return found, nil
}
