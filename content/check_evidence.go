package content

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var sha256Hex = regexp.MustCompile(`^[0-9a-f]{64}$`)

// documents reports documents that cannot be told apart or found, and events
// that name a missing one.
func (k *checker) documents() {
	seen := map[string]bool{}
	for i, d := range k.c.Documents {
		if d.ID == "" || seen[d.ID] {
			k.error(at("documents", i, "id"), "", "%q: is empty or is another document's as well", d.ID)
		}
		seen[d.ID] = true
		if u, err := url.Parse(d.URL); !IsWithheldURL(d.URL) && (err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http") {
			k.error(at("documents", i, "url"), "", "%q: want an address that begins with https://", d.URL)
		}
		if d.SHA256 != "" && !sha256Hex.MatchString(d.SHA256) {
			k.error(at("documents", i, "sha256"), "", "%q: want 64 hexadecimal digits", d.SHA256)
		}
	}
	for i, e := range k.c.Events {
		for _, id := range e.Documents {
			if !seen[id] {
				k.error(at("events", i, "documents"), "", "%q: no such document in this case", id)
			}
		}
	}
}

// evidence reports evidence that names what does not exist, or whose quote
// does not stand in its document.
func (k *checker) evidence() {
	for i, e := range k.c.Evidence {
		if e.Event < -1 || e.Event >= len(k.c.Events) {
			k.error(at("evidence", i, "event"), "events count from 0", "there is no event %d", e.Event)
		}
		if top, _, _ := strings.Cut(e.Field, "."); !isField(top) {
			k.error(at("evidence", i, "field"), "FORMAT.md lists the keys", "%q: no such field", e.Field)
		}
		if strings.TrimSpace(e.Quote) == "" {
			k.error(at("evidence", i, "quote"), "", "is empty: no quote, no value")
		}
		d := k.c.document(e.Document)
		if d == nil {
			k.error(at("evidence", i, "document"), "", "%q: no such document in this case", e.Document)
			continue
		}
		if text, ok := k.text(d.SHA256); ok && !quoted(text, foldSpace(e.Quote)) {
			k.error(at("evidence", i, "quote"), "copy the sentence again", "does not stand in document %q: %q", d.ID, clip(e.Quote, 60))
		}
	}
}

// text returns the words of a document with white space folded.
func (k *checker) text(digest string) (string, bool) {
	text, ok := k.texts[digest]
	if !ok || digest == "" {
		return "", false
	}
	if _, done := k.folded[digest]; !done {
		k.folded[digest] = foldSpace(text.Title + "\n" + text.Body)
	}
	return k.folded[digest], true
}

// foldSpace makes every run of white space a single space.
func foldSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

// proofs reports values without evidence. What the events state must be
// proved for the event; the current state is then proved by its events.
func (k *checker) proofs() {
	c := k.c
	k.need("organisation", -1, c.Organisation.Name)
	k.need("sector", -1, string(c.Sector))
	k.need("incident.type", -1, string(c.Incident.Type))
	k.need("incident.from", -1, c.Incident.From.String())
	k.need("incident.to", -1, c.Incident.To.String())
	for _, control := range c.Controls {
		k.need("controls", -1, string(control))
	}
	for _, p := range c.Provisions {
		k.need("provisions", -1, string(p))
	}
	for i, e := range c.Events {
		k.need("action", i, string(e.Action))
		k.need("status", i, string(e.Status))
		if !k.publishedOn(e) {
			k.need("date", i, e.Date.String())
		}
		if e.Amount.Stated() {
			k.need("amount", i, e.Amount.Decimal())
		}
		if e.Affected > 0 {
			k.need("affected", i, strconv.Itoa(e.Affected))
		}
		if e.Communications.Count > 0 {
			k.need("communications", i, strconv.Itoa(e.Communications.Count))
		}
	}
}

// publishedOn reports whether the day of an event is that on which a document
// that reports it was published. Where no document states the day of the act,
// that is the day given, and the document's own entry proves it.
func (k *checker) publishedOn(e Event) bool {
	return slices.ContainsFunc(e.Documents, func(id string) bool {
		d := k.c.document(id)
		return d != nil && d.Published == e.Date
	})
}

// need reports a value of a field that no evidence proves. A value of one
// event wants evidence of that event; other values may be proved by any.
func (k *checker) need(field string, event int, value string) {
	if top, _, _ := strings.Cut(field, "."); value == "" || k.c.IsLocked(field) || k.c.IsLocked(top) {
		return
	}
	proved := slices.ContainsFunc(k.c.Evidence, func(e Evidence) bool {
		return e.Field == field && (event < 0 || e.Event == event || e.Event < 0) && proves(field, e.Value, value)
	})
	if proved {
		return
	}
	if event >= 0 {
		field = at("events", event, field)
	}
	k.error(field, "quote the sentence that says so, or leave the value out", "%q: no evidence", value)
	k.problems[len(k.problems)-1].Unproven = true
}

// proves compares the value of a piece of evidence with the one it is to
// prove. Names are compared loosely, since documents vary in their spelling,
// and a count of communications may come with its unit.
func proves(field, evidence, value string) bool {
	switch field {
	case "organisation":
		return true
	case "communications":
		return evidence == value || strings.HasPrefix(evidence, value+" ")
	case "provisions":
		p, err := ParseProvision(evidence)
		return err == nil && string(p) == value
	}
	return evidence == value
}

// document returns the document of the case with this id, or nil.
func (c *Case) document(id string) *Document {
	for i := range c.Documents {
		if c.Documents[i].ID == id {
			return &c.Documents[i]
		}
	}
	return nil
}
