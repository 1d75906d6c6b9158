package link

import "slices"

// A cluster is the accounts of one case, in the order of their papers.
type cluster struct {
	accounts []*account
	related  []*cluster // clusters that may be about the same matter
}

// clusterer joins accounts step by step.
type clusterer struct {
	*matcher
	all     []*account
	joined  partition
	members map[int][]int   // the accounts of each group, by its least
	bonds   map[[2]int]bond // pairs that something ties, lower index first
	apartOf map[[2]int]bool // memory of isApart
	torn    []bool          // accounts in groups that could not choose
}

// clusters divides accounts into cases. Bonds are taken by strength, and those
// of one strength together: first every group that would have to choose between
// groups that exclude each other stands back, from this strength on, then what
// is still tied is joined, unless the whole would hold two accounts that are
// apart. No step asks which account came first, so the result cannot depend on
// it.
func clusters(accounts []*account) []*cluster {
	c := &clusterer{matcher: newMatcher(accounts), all: accounts, joined: newPartition(len(accounts)),
		bonds: map[[2]int]bond{}, apartOf: map[[2]int]bool{}, torn: make([]bool, len(accounts))}
	c.compare()
	for strength := byBook; strength >= byShort; strength-- {
		c.join(strength)
	}
	return c.result()
}

// compare finds the bonds of all pairs that share an organisation, an item or a
// case of the book, and of those where one name begins the other.
func (c *clusterer) compare() {
	rooms, starts := map[string][]int{}, map[string][]int{}
	for i, a := range c.all {
		for _, key := range c.keys(a) {
			rooms[key] = append(rooms[key], i)
		}
		for _, p := range a.known {
			if p.form == "" {
				starts[p.base] = append(starts[p.base], i)
			}
		}
	}
	for _, room := range rooms {
		for k, j := range room {
			for _, i := range room[:k] {
				c.compareTwo(i, j)
			}
		}
	}
	for i, a := range c.all {
		for _, p := range a.known {
			for at := range p.base {
				if p.base[at] != ' ' {
					continue
				}
				for _, j := range starts[p.base[:at]] {
					c.compareTwo(min(i, j), max(i, j))
				}
			}
		}
	}
}

func (c *clusterer) compareTwo(i, j int) {
	a, b := c.all[i], c.all[j]
	if _, done := c.bonds[[2]int{i, j}]; done || i == j {
		return
	}
	if tie := c.bond(a, b); tie >= doubtful {
		c.bonds[[2]int{i, j}] = tie
	}
}

// keys are the rooms in which an account meets others.
func (c *clusterer) keys(a *account) []string {
	var out []string
	for _, org := range a.organisations(c.names) {
		out = append(out, "organisation "+org)
	}
	if item := a.paper.reading.Document.Item; item != "" {
		out = append(out, "item "+item)
	}
	for _, cited := range a.paper.cited {
		if a.home == nil || a.home == cited {
			out = append(out, "case "+cited.book.ID)
		}
	}
	return out
}

// join takes the bonds of one strength.
func (c *clusterer) join(strength bond) {
	c.members = map[int][]int{}
	for _, set := range c.joined.sets() {
		c.members[set[0]] = set
	}
	edges := c.edges(strength)
	near := map[int][]int{}
	for _, e := range edges {
		near[e[0]], near[e[1]] = append(near[e[0]], e[1]), append(near[e[1]], e[0])
	}
	if strength < byBook {
		c.standBack(near, strength)
	}
	edges = slices.DeleteFunc(edges, func(e [2]int) bool { return c.torn[e[0]] || c.torn[e[1]] })
	next := slices.Clone(c.joined)
	for _, e := range edges {
		next.join(e[0], e[1])
	}
	for _, whole := range next.sets() {
		parts := c.parts(whole)
		if len(parts) > 1 && (strength == byBook || c.compatible(parts)) {
			for _, p := range parts {
				c.joined.join(parts[0], p)
			}
		}
	}
}

// edges returns the pairs of groups, by their least members, that a bond of
// this strength ties and nothing keeps apart, in ascending order.
func (c *clusterer) edges(strength bond) [][2]int {
	seen := map[[2]int]bool{}
	for pair, tie := range c.bonds {
		e := ordered(c.joined.find(pair[0]), c.joined.find(pair[1]))
		if tie == strength && e[0] != e[1] && !c.torn[e[0]] && !c.torn[e[1]] {
			seen[e] = true
		}
	}
	var out [][2]int
	for e := range seen {
		if strength == byBook || !c.excluded(e[0], e[1]) {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(e, f [2]int) int { return slices.Compare(e[:], f[:]) })
	return out
}

// standBack marks the groups that are tied to two others which cannot come
// together. The weak bonds ask more: the two must themselves be tied, or nobody
// can say to which of them a group belongs.
func (c *clusterer) standBack(near map[int][]int, strength bond) {
	var torn []int
	for _, g := range sortedKeys(near) {
		for k, h := range near[g] {
			if slices.ContainsFunc(near[g][:k], func(other int) bool {
				return c.excluded(h, other) || strength <= bySequence && !slices.Contains(near[h], other)
			}) {
				torn = append(torn, g)
				break
			}
		}
	}
	for _, g := range torn {
		for _, i := range c.members[g] {
			c.torn[i] = true
		}
	}
}

// compatible reports whether no two of the groups exclude each other.
func (c *clusterer) compatible(groups []int) bool {
	for k, h := range groups {
		for _, g := range groups[:k] {
			if c.excluded(g, h) {
				return false
			}
		}
	}
	return true
}

// excluded reports whether an account of one group is apart from one of the other.
func (c *clusterer) excluded(g, h int) bool {
	for _, i := range c.members[g] {
		for _, j := range c.members[h] {
			if c.isApart(i, j) {
				return true
			}
		}
	}
	return false
}

func (c *clusterer) isApart(i, j int) bool {
	pair := ordered(i, j)
	is, known := c.apartOf[pair]
	if !known {
		is = c.bond(c.all[i], c.all[j]) == apart
		c.apartOf[pair] = is
	}
	return is
}

// result lists the clusters and relates those that a bond ties which was not
// taken.
func (c *clusterer) result() []*cluster {
	var out []*cluster
	of := make([]*cluster, len(c.all))
	for _, set := range c.joined.sets() {
		one := &cluster{}
		for _, i := range set {
			one.accounts, of[i] = append(one.accounts, c.all[i]), one
		}
		out = append(out, one)
	}
	for pair := range c.bonds {
		one, two := of[pair[0]], of[pair[1]]
		if one != two && !slices.Contains(one.related, two) {
			one.related, two.related = append(one.related, two), append(two.related, one)
		}
	}
	return out
}

// parts returns the least members of the groups that make up a whole.
func (c *clusterer) parts(whole []int) []int {
	var out []int
	for _, i := range whole {
		if c.joined.find(i) == i {
			out = append(out, i)
		}
	}
	return out
}

func ordered(i, j int) [2]int { return [2]int{min(i, j), max(i, j)} }
