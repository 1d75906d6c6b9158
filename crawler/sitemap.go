package crawler

import (
	"encoding/xml"
	"strings"
)

// followSitemap returns the addresses of a sitemap that start with prefix: it
// fills the gaps of a listing.
func (s Source) followSitemap(p Page, prefix string) ([]Link, []string, error) {
	var sitemap struct {
		URLs []struct {
			Loc string `xml:"loc"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(p.Bytes, &sitemap); err != nil {
		return nil, nil, unexpected(p, "sitemap: %v", err)
	}
	var links []Link
	for _, u := range sitemap.URLs {
		address := s.absolute(u.Loc)
		if rest, ok := strings.CutPrefix(strings.TrimPrefix(address, s.Home), prefix); ok && rest != "" {
			links = append(links, Link{URL: slashed(address), Item: true})
		}
	}
	return links, nil, nil
}
