package link

import (
	"slices"
	"strconv"

	"casebook/content"
)

// documentsOf returns the documents of a case, oldest first, and the id of each
// paper in it. Ids of the book stay; new ones go on counting in order of date.
func documentsOf(accounts []*account, old *content.Case) ([]content.Document, map[*paper]string) {
	ids := map[*paper]string{}
	used := map[string]int{}
	var papers []*paper
	for _, d := range old.Documents {
		prefix, n := content.SplitDocumentID(d.ID)
		used[prefix] = max(used[prefix], n)
	}
	for _, a := range accounts {
		if _, seen := ids[a.paper]; !seen {
			ids[a.paper] = idIn(a.paper, old)
			papers = append(papers, a.paper)
		}
	}
	slices.SortStableFunc(papers, func(p, q *paper) int {
		return p.reading.Document.Published.Compare(q.reading.Document.Published)
	})
	var out []content.Document
	for _, p := range papers {
		if ids[p] == "" {
			prefix := idPrefix(p.reading.Document)
			used[prefix]++
			ids[p] = prefix + "-" + strconv.Itoa(used[prefix])
		}
		out = append(out, documentOf(p, ids[p], old))
	}
	return out, ids
}

// idIn returns the id that a paper has in a case of the book, or "".
func idIn(p *paper, c *content.Case) string {
	for _, cited := range p.cited {
		if cited.book.ID == c.ID {
			return cited.doc.ID
		}
	}
	return ""
}

// documentOf describes a paper in its case, on top of what the book says of it.
func documentOf(p *paper, id string, old *content.Case) content.Document {
	var d content.Document
	for _, cited := range p.cited {
		if cited.book.ID == old.ID {
			d = cited.doc
		}
	}
	now := p.reading.Document
	d.ID, d.URL, d.Title, d.Publisher, d.Kind, d.Published = id, now.URL, now.Title, now.Publisher, now.Kind, now.Published
	d.Item, d.Language, d.SHA256, d.Licence = now.Item, now.Language, now.SHA256, now.Licence
	d.Withdrawn, d.Basis, d.Formerly = now.Withdrawn, now.Basis, now.Formerly
	return d
}
