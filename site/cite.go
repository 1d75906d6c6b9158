package site

import (
	"cmp"
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"casebook/content"
)

// cite is the case as lawyers and as BibTeX cite it. The document that decides
// is cited by its own address; the site's page stands beside it where the
// site's address is known.
func (b *builder) cite(c *content.Case) Citation {
	date := actDate(c)
	what := "decision"
	if c.Action != "" && c.Action != content.OtherAction {
		what = lower(c.Action.Label())
	}
	if !date.IsZero() {
		what += ", " + date.Long()
	}
	plain := regulator(c) + ", " + partyName(c) + " (" + what + ")"
	source := decidingAddress(c)
	if source != "" {
		plain += " <" + source + ">"
	}
	plain += "; " + b.name + ", case " + c.ID
	page := b.absolute(casePath(c))
	if page != "" {
		plain += " <" + page + ">"
	}
	return Citation{Plain: plain + ".", BibTeX: b.bibTeX(c, what, cmp.Or(page, source))}
}

// decidingAddress is that of a document of the event that decides, a notice
// before a page.
func decidingAddress(c *content.Case) string {
	i := c.Origin("action")
	if i < 0 {
		return ""
	}
	found := ""
	for _, id := range c.Events[i].Documents {
		d := document(c, id)
		if d == nil || webURL(d.URL) == "" {
			continue
		}
		if found == "" || d.Kind == content.Notice {
			found = webURL(d.URL)
		}
	}
	return found
}

// bibTeX is an entry that BibTeX and biblatex read.
func (b *builder) bibTeX(c *content.Case, what, address string) string {
	date := actDate(c)
	fields := [][2]string{
		{"title", texEscape(partyName(c))},
		{"howpublished", texEscape(capital(what))},
	}
	if !date.IsZero() {
		fields = append(fields, [2]string{"year", strconv.Itoa(date.Year)}, [2]string{"date", date.String()})
	}
	fields = append(fields, [2]string{"note", texEscape(b.name + ", case " + c.ID)})
	if address != "" {
		fields = append(fields, [2]string{"url", strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C").Replace(address)})
	}
	var s strings.Builder
	s.WriteString("@misc{" + c.ID + ",\n  author = \"{" + texEscape(regulator(c)) + "}\"") // braced: one name, not first and last
	for _, f := range fields {
		s.WriteString(",\n  " + f[0] + " = {" + f[1] + "}")
	}
	s.WriteString("\n}\n")
	return s.String()
}

var texEscape = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "%", `\%`, "&", `\&`, "$", `\$`, "#", `\#`,
	"_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`).Replace

// report is where a reader reports an error in a case, with the case named.
func (b *builder) report(c *content.Case) template.URL {
	if b.site.Contact == "" {
		return ""
	}
	u, err := url.Parse(string(b.site.Contact))
	if err != nil {
		return "" // contactURL has read it
	}
	subject := "Error in case " + c.ID
	if u.Scheme == "mailto" {
		return b.site.Contact + template.URL("?subject="+url.PathEscape(subject)+"&body="+url.PathEscape("Case: "+cmp.Or(b.absolute(casePath(c)), c.ID)+"\nWhich value is wrong, and where does it say so?\n"))
	}
	q := u.Query()
	q.Set("title", subject)
	u.RawQuery = q.Encode()
	return template.URL(u.String())
}
