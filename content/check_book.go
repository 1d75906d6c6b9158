package content

import "slices"

// identities reports ids that two cases claim, and related ids that no case
// has.
func (k *checker) identities(b *Book) {
	owner := map[string]*Case{}
	for _, c := range b.Cases {
		k.c, k.file = c, c.Path()
		if other, taken := owner[c.ID]; taken {
			k.error("id", "give one of them another id", "%q: another case, %q, has it too", c.ID, other.Title)
			continue
		}
		owner[c.ID] = c
	}
	former := map[string]*Case{}
	for _, c := range b.Cases {
		k.c, k.file = c, c.Path()
		for _, id := range c.Formerly {
			other := owner[id]
			if other == nil {
				other = former[id]
			}
			if other != nil {
				k.error("formerly", "an old address can lead to one case only", "%q: the case in %s has it too", id, other.Path())
			}
			former[id] = c
		}
	}
	for _, c := range b.Cases {
		k.c, k.file = c, c.Path()
		for _, id := range c.Related {
			if owner[id] == nil && former[id] == nil {
				k.error("related", "", "%q: no such case", id)
			}
		}
		if slices.Contains(c.Related, c.ID) {
			k.error("related", "", "%q: is the case itself", c.ID)
		}
	}
}
