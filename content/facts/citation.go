package facts

import (
	"strings"

	"casebook/content"
)

// A citation is a rule of law as a text cites it.
type citation struct {
	rule       content.Provision
	start, end int // in the text
}

// instruments are the laws that a document means by "the Article" and "the
// section" where it does not say.
type instruments struct {
	articles, sections string
	marketing          bool // regulations are PECR's
}

var (
	// unitWord begins a citation.
	unitWord = exactly(`(?i)\b(?:articles?|arts?|regulations?|regs?|sections?)\.? *|\bss?\.? ?`)

	// between stands between the members of a list: "5(1)(f), 32(1) and Article 33".
	between = exactly(`(?i)^ *(?:,? *(?:and|or|&)|,|;|/) *(?:(articles?|arts?|regulations?|regs?|sections?|s)\b\.? *)?`)

	// principle is one of the Act of 1998, or several: "the fifth and seventh data protection principles".
	principle = exactly(`(?i)\b(?:((?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth)(?:, and |, | and | or | ))+)(?:data protection )?principles?\b|(?:data protection principles?|principle|DPP) ?(\d)\b)`)
	ordinal   = exactly(`(?i)first|second|third|fourth|fifth|sixth|seventh|eighth`)
	ordinals  = map[string]string{"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8"}

	// ofLaw follows a citation and says of which law it is.
	ofLaw = exactly(`(?i)^[^.;:]{0,50}?(UK ?GDPR|UK General Data Protection|\bGDPR|General Data Protection|Data Protection Act (?:1998|2018)|DPA ?(?:19)?98|DPA ?2018|PECR|Privacy and Electronic|Computer Misuse|NIS Regulations|Network and Information|\bFOIA?\b|Freedom of Information|\bEIR\b|Environmental Information|ECHR|European Convention|Human Rights Act|\bCharter\b|Working Party)`)
)

// citations are those of a text, in order.
func (in instruments) citations(text string) []citation {
	var all []citation
	for _, m := range unitWord.findAll(text) {
		if len(all) == 0 || m[0] >= all[len(all)-1].end {
			all = append(all, in.list(text, m[0], m[1])...)
		}
	}
	for _, m := range principle.findAll(text) {
		words := principle.words(text[m[0]:m[1]])
		if words[2] != "" {
			all = appendCitation(all, "DPA 1998 Principle "+words[2], m[0], m[1])
		}
		for _, o := range ordinal.allWords(words[1]) {
			all = appendCitation(all, "DPA 1998 Principle "+ordinals[strings.ToLower(o[0])], m[0], m[1])
		}
	}
	return all
}

// list reads the list of numbers at a place after its unit's name. Only where
// that is plural or repeated is a bare number one of the list.
func (in instruments) list(text string, start, at int) []citation {
	word := strings.ToLower(strings.TrimRight(text[start:at], " ."))
	unit, named := word[:1], strings.HasSuffix(word, "s")
	if len(word) < 3 && (at == len(text) || !isDigit(text[at])) {
		return nil // an S that begins a word, or that is a 5
	}
	var numbers []pinpoint
	last := pinpoint{}
	for {
		p, ok := scanPinpoint(text, at, last)
		if !ok || len(numbers) > 0 && !named && len(p.parts) == 0 {
			break
		}
		numbers, last = append(numbers, p), p
		m := between.words(text[p.end:])
		if m == nil || m[1] != "" && !strings.EqualFold(m[1][:1], unit) {
			break
		}
		at, named = p.end+len(m[0]), named || m[1] != ""
	}
	if len(numbers) == 0 {
		return nil
	}
	law := ofLaw.words(text[last.end:])
	var all []citation
	for i, p := range numbers {
		from := p.start
		if i == 0 {
			from = start
		}
		if name := in.name(unit, p, law); name != "" {
			all = appendCitation(all, name, from, p.end)
		}
	}
	return all
}

func appendCitation(all []citation, name string, start, end int) []citation {
	rule, err := content.ParseProvision(name)
	if err != nil {
		return all // not a rule of any instrument that casebook knows
	}
	return append(all, citation{rule, start, end})
}

// name is the canonical name of a rule; "" where its law is none of ours or
// has no such rule.
func (in instruments) name(unit string, p pinpoint, stated []string) string {
	law := ""
	if stated != nil {
		law = strings.ToLower(stated[1])
	}
	has := func(words string) bool { return strings.Contains(law, words) }
	switch {
	case has("foi"), has("freedom"), has("eir"), has("environmental"), has("echr"), has("convention"), has("human"), has("charter"), has("working"):
		return ""
	case unit == "a" && p.number <= 99:
		return in.articles + " Art " + p.String()
	case unit == "r" && p.number >= 5 && p.number <= 24 && (in.marketing || has("pecr") || has("privacy and")):
		return "PECR reg " + p.String()
	case unit == "s" && has("misuse"):
		return "Computer Misuse Act 1990 s " + p.String()
	case unit == "s":
		return in.section(p, law)
	}
	return ""
}

// section is a section of the Act that is stated, else of the one that has
// such a section in matters like ours.
func (in instruments) section(p pinpoint, law string) string {
	act := in.sections
	switch {
	case strings.Contains(law, "98"):
		act = "DPA 1998"
	case strings.Contains(law, "2018"):
		act = "DPA 2018"
	case p.letter != "":
		act = "DPA 1998"
	case p.number > 75:
		act = "DPA 2018"
	}
	return act + " s " + p.String()
}
