package content

import (
	"maps"
	"slices"
	"strings"
)

// required reports what no case can do without.
func (k *checker) required() {
	for _, f := range []struct {
		field string
		empty bool
	}{
		{"title", k.c.Title == ""},
		{"regulator", k.c.Regulator == ""},
		{"organisation", k.c.Organisation.Name == ""},
		{"status", k.c.Status == ""},
		{"action", k.c.Action == ""},
		{"date", k.c.Date.IsZero()},
		{"events", len(k.c.Events) == 0},
		{"documents", len(k.c.Documents) == 0},
	} {
		if f.empty {
			k.error(f.field, "", "is missing")
		}
	}
}

// vocabulary reports words that the taxonomy does not have. Parse refuses
// them; a case made in memory may still hold them.
func (k *checker) vocabulary() {
	c := k.c
	known(k, "sector", c.Sector)
	known(k, "status", c.Status)
	known(k, "action", c.Action)
	known(k, "incident.type", c.Incident.Type)
	known(k, "amount_qualifier", c.AmountQualifier)
	known(k, "affected_qualifier", c.AffectedQualifier)
	for _, control := range c.Controls {
		known(k, "controls", control)
	}
	for _, p := range c.Provisions {
		known(k, "provisions", p)
	}
	for i, e := range c.Events {
		known(k, at("events", i, "action"), e.Action)
		known(k, at("events", i, "status"), e.Status)
	}
	for i, d := range c.Documents {
		known(k, at("documents", i, "kind"), d.Kind)
	}
	for _, field := range c.Locked {
		k.knownField("locked", field)
	}
	for _, field := range slices.Sorted(maps.Keys(c.Absent)) {
		k.knownField("absent", field)
	}
}

// known reports a word that is neither empty nor in the vocabulary.
func known[W interface {
	~string
	Known() bool
}](k *checker, field string, w W) {
	if w != "" && !w.Known() {
		k.error(field, "taxonomy.yaml lists the words", "%q: unknown word", string(w))
	}
}

// knownField reports the name of a field that does not exist. Incident is
// named by its parts too, as the evidence names them.
func (k *checker) knownField(in, name string) {
	if top, _, _ := strings.Cut(name, "."); !isField(top) {
		k.error(in, "FORMAT.md lists the keys", "%q: no such field", name)
	}
}

func isField(key string) bool {
	return slices.ContainsFunc(caseSchema.fields, func(f field[Case]) bool { return f.key == key })
}

// unknownKeys points at keys that are kept but mean nothing here, which are
// often misspelt.
func (k *checker) unknownKeys() {
	c := k.c
	k.unknown("", c.extra)
	k.unknown("organisation.", c.Organisation.extra)
	k.unknown("communications.", c.Communications.extra)
	k.unknown("incident.", c.Incident.extra)
	for i, e := range c.Events {
		k.unknown(at("events", i, ""), e.extra)
		k.unknown(at("events", i, "communications."), e.Communications.extra)
	}
	for i, d := range c.Documents {
		k.unknown(at("documents", i, ""), d.extra)
	}
	for i, e := range c.Evidence {
		k.unknown(at("evidence", i, ""), e.extra)
	}
}

func (k *checker) unknown(in string, keys extras) {
	for _, e := range keys {
		k.warn(in+e.key, "kept as it is; FORMAT.md lists the keys", "unknown key")
	}
}

// order reports events that do not run oldest first, which evidence that
// names them by number depends on.
func (k *checker) order() {
	for i := 1; i < len(k.c.Events); i++ {
		if k.c.compareEvents(i, i-1) < 0 {
			k.error(at("events", i, "date"), "sort the events by date; evidence names them by number from 0",
				"%s stands after %s", k.c.Events[i].Date, k.c.Events[i-1].Date)
		}
	}
}

// state reports scalars that do not say what the events say, unless a person
// locked them.
func (k *checker) state() {
	if len(k.c.Events) == 0 {
		return
	}
	settled := k.c.Clone()
	settled.Settle()
	for _, f := range []struct{ field, is, want string }{
		{"status", string(k.c.Status), string(settled.Status)},
		{"action", string(k.c.Action), string(settled.Action)},
		{"date", k.c.Date.String(), settled.Date.String()},
		{"amount", describe(k.c.Amount.String(), k.c.AmountQualifier), describe(settled.Amount.String(), settled.AmountQualifier)},
		{"affected", describe(number(k.c.Affected), k.c.AffectedQualifier), describe(number(settled.Affected), settled.AffectedQualifier)},
		{"communications", k.c.Communications.String(), settled.Communications.String()},
	} {
		if f.is != f.want {
			k.error(f.field, "correct it, or add the field to `locked`", "is %s, but the events say %s", orNothing(f.is), orNothing(f.want))
		}
	}
	k.provisional()
}

// provisional reports a proposal that is made out to be a decision: a notice
// of intent that is final, or a sum that was only ever proposed and stands as
// a fine.
func (k *checker) provisional() {
	c := k.c
	for i, e := range c.Events {
		if e.Action == NoticeOfIntent && e.Status != Provisional {
			k.error(at("events", i, "status"), "", "a notice of intent is %s, not %s", Provisional, orNothing(string(e.Status)))
		}
		if e.Payment() && (e.Action != Payment || !paymentStatus(e.Status)) {
			k.error(at("events", i, "status"), "a payment is an event of its own: paid, part-paid, unpaid or insolvent", "%s cannot be %s", orNothing(string(e.Action)), orNothing(string(e.Status)))
		}
	}
	if !c.Amount.Stated() || c.Status == Provisional {
		return
	}
	proposed := false
	for _, e := range c.Events {
		if e.Amount != c.Amount {
			continue
		}
		if e.Status != Provisional {
			return
		}
		proposed = true
	}
	if proposed {
		k.error("amount", "", "%s was only proposed, but status is %s", c.Amount, c.Status)
	}
}

// individual reports an id that would name an individual in every address.
func (k *checker) individual() {
	if k.c.IDSpellsName() {
		k.error("id", "give it another id and file name, by role", "%q spells the name of an individual", k.c.ID)
	}
}

// body reports raw HTML, which the site does not run but a reader would see.
func (k *checker) body() {
	for i, line := range strings.Split(k.c.Body, "\n") {
		if tag := htmlTag.FindString(line); tag != "" {
			k.error("body", "write markdown instead", "raw HTML in line %d of the body: %q", i+1, clip(tag, 40))
		}
	}
}
