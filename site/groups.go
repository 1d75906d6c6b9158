package site

import (
	"slices"
	"strings"

	"casebook/content"
)

// groups are the cases by all that can be browsed, in the order of the book.
type groups struct {
	controls, sectors, actions, years, organisations []content.Group
}

func newGroups(book *content.Book) groups {
	return groups{
		controls:      book.ByControl(),
		sectors:       book.BySector(),
		actions:       book.ByAction(),
		years:         book.ByYear(),
		organisations: book.ByOrganisation(),
	}
}

// casesOf returns the cases of the group with this key.
func casesOf(groups []content.Group, key string) []*content.Case {
	if i := slices.IndexFunc(groups, func(g content.Group) bool { return g.Key == key }); i >= 0 {
		return groups[i].Cases
	}
	return nil
}

// entry is a group as something to choose.
func entry(folder string, g content.Group) Entry {
	t := tallyOf(g.Cases)
	return Entry{Link: Link{folder + "/" + g.Key + "/", clean(g.Title)}, Count: count(t.cases, "case"), Note: t.fined()}
}

// relations are the cases that a reader of one may want to see.
type relations struct {
	organisation map[string][]*content.Case   // by key
	likeness     map[likeness][]*content.Case // same control in the same sector
	byID         map[string]*content.Case
}

type likeness struct {
	control content.Control
	sector  content.Sector
}

func newRelations(book *content.Book, g groups) relations {
	r := relations{map[string][]*content.Case{}, map[likeness][]*content.Case{}, make(map[string]*content.Case, len(book.Cases))}
	for _, o := range g.organisations {
		r.organisation[o.Key] = o.Cases
	}
	for _, c := range book.Cases {
		r.byID[c.ID] = c
		for _, control := range c.Controls {
			if c.Sector != "" {
				k := likeness{control, c.Sector}
				r.likeness[k] = append(r.likeness[k], c)
			}
		}
	}
	return r
}

// maxRelated is how many cases are shown under one heading beside a case.
const maxRelated = 5

// sameMatter are the cases that the book itself relates to c.
func (r relations) sameMatter(c *content.Case) []*content.Case {
	var found []*content.Case
	for _, id := range c.Related {
		if other := r.byID[id]; other != nil && other != c {
			found = append(found, other)
		}
	}
	return found
}

// sameOrganisation are its other cases, newest first.
func (r relations) sameOrganisation(c *content.Case) []*content.Case {
	key := c.Organisation.Key()
	if key == "" {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(r.organisation[key]), func(other *content.Case) bool { return other == c })
}

// alike are the newest cases of other organisations in which the same control
// failed in the same sector, with that control.
func (r relations) alike(c *content.Case) (control content.Control, found []*content.Case) {
	key := c.Organisation.Key()
	for _, control := range c.Controls {
		found = nil
		for _, other := range r.likeness[likeness{control, c.Sector}] {
			if other != c && (key == "" || other.Organisation.Key() != key) {
				found = append(found, other)
			}
			if len(found) == maxRelated {
				break
			}
		}
		if len(found) > 0 {
			return control, found
		}
	}
	return "", nil
}

// letter is the heading under which a name is sorted: "A" to "Z", or "0–9".
func letter(title string) string {
	s := content.Slug(title)
	if s[0] >= 'a' && s[0] <= 'z' && !strings.HasPrefix(s, "x-") {
		return strings.ToUpper(s[:1])
	}
	if s[0] == 'x' && strings.HasPrefix(strings.ToLower(title), "x") {
		return "X"
	}
	return "0–9"
}
