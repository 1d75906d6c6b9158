package facts

import (
	"casebook/content"
)

// incidents are what may have happened, the more telling first: a ransomware
// attack may have begun with phishing, and is called ransomware.
var incidents = []struct {
	incident content.IncidentType
	words    *phrase
}{
	{"ransomware", pattern(`(?i)\bransomware\b`)},
	{"credential-stuffing", pattern(`(?i)\bcredential[- ]stuffing\b`)},
	{"nuisance-calls", pattern(`(?i)\b(?:(?:nuisance|cold|unsolicited|unwanted|predatory|robo|automated|marketing|live)[ -]?(?:direct |marketing |telephone )*(?:phone )?calls?|robocalls?|cold[- ]call(?:s|ing|ers?)?)\b`)},
	{"spam-texts", pattern(`(?i)\b(?:(?:spam|nuisance|unsolicited|unlawful|marketing) (?:direct )?(?:marketing )?(?:texts?|text messages?|SMS)|text spam)\b`)},
	{"spam-emails", pattern(`(?i)\b(?:(?:spam|nuisance|unsolicited|unlawful|marketing|unwanted) (?:direct )?(?:marketing )?e-?mails?|spam(?:ming)?)\b`)},
	{"misdirected-email", pattern(`(?i)(?:\bbcc\b|blind (?:carbon )?copy|\bcarbon copy\b|e-?mail(?:s|ed)?\b.{0,60}(?:visible to all|wrong (?:person|recipient|address)|to one another|incorrect address|sent in error)|misdirected e-?mail|group e-?mail)`)},
	{"destruction-of-records", pattern(`(?i)\b(?:(?:destr(?:oyed|uction)|shredd(?:ed|ing))\b.{0,40}\b(?:records?|files?|letters?|documents?)|records? .{0,30}destroyed)`)},
	{"accidental-publication", pattern(`(?i)(?:(?:published|posted|uploaded|released|disclosed|made public)\b.{0,60}(?:by mistake|in error|accident\w*|mistakenly|inadvertent\w*|hidden|website|online|freedom of information)|(?:accidental|mistaken|inadvertent)(?:ly)? (?:publication|publish\w*|disclos\w*|releas\w*)|hidden data|spreadsheet error|unredacted)`)},
	{"misdirected-post", pattern(`(?i)(?:(?:letters?|post|posted|court bundle|documents?)\b.{0,40}(?:wrong|incorrect|out-of-date) address|misdirected (?:post|letter))`)},
	{"lost-or-stolen-device", pattern(`(?i)(?:(?:lost|stolen|missing|loss of|theft of|left)\b.{0,40}\b(?:laptop|device|USB|memory stick|hard drives?|phone|disc|discs|DVDs?|computers?|drives?)|(?:laptop|device|USB|memory stick|hard drives?|discs?|DVDs?)\b.{0,40}\b(?:lost|stolen|missing|left on|sold))`)},
	{"lost-paper", pattern(`(?i)(?:(?:paper (?:records|files)|documents|papers|files)\b.{0,60}(?:lost|left|found|dumped|recycling|bins?|insecure)|loss of paper)`)},
	{"insider-misuse", pattern(`(?i)(?:(?:former|ex-?) ?employee|insider|(?:employee|staff|worker)s?\b.{0,80}(?:without (?:permission|authority|authorisation)|unlawfully (?:access\w*|obtain\w*)|stole|sold)|unlawfully obtain\w*|rogue employee|from inside without permission)`)},
	{"rights-failure", pattern(`(?i)(?:subject access requests?|access requests?|\bSARs\b|requests for (?:personal data|their (?:data|information))|requests for access)`)},
	{"phishing", pattern(`(?i)\b(?:spear[- ])?phish(?:ing|ed)\b`)},
	{"hacking", pattern(`(?i)\b(?:cyber[- ]?(?:attack|security incident|incident|criminals?|breach)|hack(?:ed|ers?|ing)?|malware|attackers?|intrusion|malicious|compromised (?:account|credentials)|data theft|threat actor)\b`)},
	{"unauthorised-disclosure", pattern(`(?i)\b(?:(?:inappropriate(?:ly)?|unauthorised|unlawful(?:ly)?|improper(?:ly)?) (?:disclos\w+|shar\w+)|disclosed .{0,60}(?:to the|without)|shared .{0,40}(?:without|inappropriately))`)},
	{"inaccurate-records", pattern(`(?i)\b(?:inaccurate (?:records?|data|information)|merged records|mixed up)\b`)},
	{"unlawful-processing", pattern(`(?i)\b(?:facial recognition|biometric|cookies?|unlawful(?:ly)? (?:process\w*|us\w*|collect\w*)|without (?:their )?(?:knowledge|consent)|profil(?:ing|ed)|scrap(?:ed|ing)|age (?:checks|verification|assurance)|children(?:'|’)s (?:data|personal)|use of personal data|privacy|shared .{0,40}data|collect(?:ed|ing) .{0,40}(?:data|information)|legitimate interests?|lawful basis|surveillance)\b`)},
}

// incident is what happened, as the first part of the document tells it; the
// whole is asked where that says nothing.
func (d *document) incident() content.Fact[content.IncidentType] {
	for _, zone := range []zone{lead, story} {
		best, weight := -1, 0.0
		var quoted sentence
		for i, kind := range incidents {
			total := 0.0
			var first *sentence
			for j := range d.sentences {
				s := &d.sentences[j]
				if s.zone != zone || !s.says(kind.words) || s.says(advice) {
					continue
				}
				if first == nil {
					first = s
				}
				total++
				if s.paragraph < 2 {
					total++
				}
			}
			total *= 1 - float64(i)*.035 // the more telling word wins a near tie
			if first != nil && total > weight {
				best, weight, quoted = i, total, *first
			}
		}
		if best >= 0 {
			return content.Fact[content.IncidentType]{Value: incidents[best].incident, Score: min(.5+weight/10, 1), Quotes: []content.Quote{d.quote(quoted)}}
		}
	}
	return content.Fact[content.IncidentType]{}
}
