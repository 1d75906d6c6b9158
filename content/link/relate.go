package link

import "slices"

// relate writes into each case the ids of those that may be about its matter,
// unless a person locked them. Between cases of which some document was not read
// again, what the book says of their relation stands.
func relate(entries []*entry) {
	of := map[*cluster]*entry{}
	byID := map[string]*entry{}
	for _, e := range entries {
		of[e.cluster], byID[e.now.ID] = e, e
	}
	for _, e := range entries {
		if locks(e.now, "related") {
			continue
		}
		var ids []string
		for _, other := range e.cluster.related {
			if o := of[other]; o != nil {
				ids = append(ids, o.now.ID)
			}
		}
		ids = append(ids, stillRelated(e, byID)...)
		slices.Sort(ids)
		e.now.Related = slices.Compact(ids)
	}
}

// stillRelated returns the relations of the book that this run cannot judge.
func stillRelated(e *entry, byID map[string]*entry) []string {
	if e.was == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(e.was.Related), func(id string) bool {
		other := byID[id]
		return other == nil || e.readWhole() && other.readWhole()
	})
}

// readWhole reports whether every document of the case was read in this run.
func (e *entry) readWhole() bool {
	return !slices.ContainsFunc(e.accounts, func(a *account) bool { return a.home != nil })
}
