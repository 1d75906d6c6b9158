package facts

var (
	// accounts are what a number counts where nobody counts people.
	accounts = pattern(`(?i)^ (?:(?:of|its|the|their|UK|British|customers?|users?|members?|players?|subscribers?|clients?|shoppers?|online|separate|different|individual|registered|active|loyalty|personal)(?:'|’)?s? ){0,4}(?:accounts|profiles)\b`)
	// brokenInto is what was done to them.
	brokenInto = pattern(`(?i)\b(?:(?:got|get|getting|broke|break|breaking|logg(?:ed|ing)|hack(?:ed|ing)?) in(?:to)?|access(?:ed|ing)?(?: to)?|compromis(?:ed|ing)|hack(?:ed|ing)|breach(?:ed|ing)|t(?:ook|ake|aken|aking) over|hijack(?:ed|ing)|expos(?:ed|ing)|affect(?:ed|ing)|hit|open(?:ed)?|enter(?:ed|ing)|successful(?:ly)?|unlock(?:ed|ing)|drain(?:ed|ing)|raid(?:ed|ing)|impact(?:ed|ing))\b`)
)

// accountHolders is the largest number of accounts that were broken into: each
// is somebody's.
func (d *document) accountHolders() *someone {
	var best *someone
	for _, s := range d.told {
		if !s.says(brokenInto) {
			continue
		}
		for _, n := range numbers(s.text) {
			left, right := around(s.text, n.start, n.end, 60)
			if !s.saysIn(right, accounts) || n.value < 10 || !s.saysIn(left, brokenInto) && !s.saysIn(right, brokenInto) {
				continue
			}
			if score := .55 - partScore(n, s, left, right); score >= threshold && (best == nil || n.value > best.value) {
				best = &someone{n, s, score}
			}
		}
	}
	return best
}
