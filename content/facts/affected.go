package facts

import (
	"casebook/content"
)

var (
	// people are words for those whose data it is, soon after the number.
	people = pattern(`(?i)^(?: (?:of (?:its|the|their) |different |UK(?:-based)? |British |current |former |and |or |other |vulnerable |elderly |young |private |potential |existing |living |affected |registered |past |individual |data |school |hospital |NHS |police |service |app |card |airline |pension |retail |loyalty |online |female |male |adult )*){0,5} ?(?:people(?:'|’)?s?|persons?|individuals?|customers?|patients?|users?|employees|staff|children|pupils|students|subscribers|members|clients|data subjects|citizens|residents|voters|applicants|officers|recipients|adults|victims|workers|passengers|consumers|households|tenants|donors|parents|women|men|drivers|account ?holders|cardholders|policyholders|service users|(?:under|over)-?13s|learners|claimants|shoppers|guests|men and women)\b`)

	// concerned are words that say that those people's data was hit.
	concerned = pattern(`(?i)\b(?:affect(?:ed|ing|s)?|impact(?:ed|ing)?|personal (?:data|information|details)|data|information|details|records|email addresses|addresses|exposed|expos(?:es|ing)|accessed|stolen|compromised|disclosed|leaked|published|breach|lost|revealed|put at risk|belonging to|relating to|concerned?|hit|took|taken|copied|obtained)\b`)

	dataOf = pattern(`(?i)(?:\b(?:personal|sensitive|private|special category|medical|health|contact|biometric|financial|identifying)? ?(?:data|information|details|records|names|addresses|profiles?|identities)\b[^.]{0,70}\b(?:of|about|for|belonging to|relating to|on|concerning|from)(?: (?:at least|up to|as many as|over|more than|around|about|approximately|nearly|almost|some|an estimated|just over|all|roughly|the))* $)`)

	// besides are numbers of people who are not those affected.
	besides = pattern(`(?i)\b(?:complain(?:ts?|ed|ants?)|employ(?:s|ed|ing)|workforce|worldwide|globally|viewers|readers|signed a|petition|businesses|companies|claims? (?:that|by)|homes of|compensation|survey|sampled?|staff of|took part|population|respond(?:ed|ents)|calls? (?:from|to)|TPS)\b`)

	notPeople = pattern(`(?i)^ (?:\w+ ){0,2}?(?:calls|texts|emails|messages|complaints|records|files|documents|requests|accounts|businesses|companies|organisations|views|times|years|months|days|per cent|%)\b`)
)

// affected is the number of people whose data was hit. Of several the one
// that most is said for; calls, records, complaints and viewers are no people.
func (d *document) affected() content.Fact[int] {
	var best content.Fact[int]
	for _, s := range d.told() {
		if !s.says(people) && !s.says(anyPeople) {
			continue
		}
		for _, n := range numbers(s.text) {
			score := d.affectedScore(n, s)
			if score > best.Score && score >= threshold {
				best = content.Fact[int]{Value: n.value, Qualifier: n.qualifier, Score: score, Quotes: []content.Quote{d.quote(s)}}
			}
		}
	}
	best.Score = min(best.Score, 1)
	return best
}

var anyPeople = exactly(`(?i)\b(?:people|persons?|individuals?|customers?|patients?|users|employees|staff|children|pupils|students|subscribers|members|clients|subjects|citizens|residents|voters|applicants|officers|recipients|adults|victims|workers|passengers|consumers|households|tenants|donors|13s|learners|guests|those affected)\b`)

var thoseNumbered = pattern(`(?i)\b(?:those affected numbered|people affected|individuals affected|number of (?:people|individuals|data subjects|those) affected)(?: (?:was|were|is|at|to be|numbered|about|around|over|up to|more than|approximately))* $`)

func (d *document) affectedScore(n number, s sentence) float64 {
	left, right := around(s.text, n.start, n.end, 110)
	near := left[max(0, len(left)-70):]
	switch {
	case thoseNumbered.in(left):
	case notPeople.in(right) || !people.in(right):
		return 0
	case besides.in(near) || besides.in(right[:min(len(right), 50)]):
		return 0
	}
	score := .3
	if dataOf.in(left) {
		score += .45
	}
	if affectedSoon.in(right[:min(len(right), 70)]) || affectedBefore.in(near) {
		score += .35
	}
	if s.says(concerned) {
		score += .15
	}
	if s.zone == lead {
		score += .15
	}
	if n.value < 10 {
		score -= .1
	}
	return score
}

var (
	affectedSoon   = pattern(`(?i)\b(?:affected|impacted|compromised|exposed|stolen|accessed|put at risk|at risk|hit|had their|whose|were disclosed|involved)\b`)
	affectedBefore = pattern(`(?i)\b(?:affect(?:ed|ing|s)?|impact(?:ed|ing)?|expos(?:ed|ing)|compromis(?:ed|ing)|belonging to|relating to)\b`)
)
