package facts

import (
	"strings"

	"casebook/content"
)

// trades are words that tell a party's sector, first those that its name may
// hold.
var trades = []struct {
	sector content.Sector
	words  *phrase
}{
	{"Criminal justice", pattern(`(?i)\b(?:police|constabulary|crown prosecution|ministry of justice|prison|probation)\b`)},
	{"Social care", pattern(`(?i)\b(?:children(?:'|’)s trust|social care|care home|fostering)\b`)},
	{"Health", pattern(`(?i)\b(?:NHS|hospitals?|health|clinic|patients?|pharmacy|dental|medical|GP practice|genetic)\b`)},
	{"Local government", pattern(`(?i)\b(?:(?:city|county|borough|district|parish|town) council|council|borough of)\b`)},
	{"Education and childcare", pattern(`(?i)\b(?:school|university|college|academy|nursery|pupils?|students?)\b`)},
	{"Central government", pattern(`(?i)\b(?:cabinet office|home office|ministry of|department (?:for|of)|HM Revenue|HMRC|government department|electoral commission)\b`)},
	{"Charitable and voluntary", pattern(`(?i)\b(?:charit(?:y|able|ies)|YMCA|voluntary)\b`)},
	{"Legal", pattern(`(?i)\b(?:solicitors?|law firm|barristers?|legal services)\b`)},
	{"Finance insurance and credit", pattern(`(?i)\b(?:bank|insur(?:ance|er)|credit|pensions?|financ(?:e|ial)|loans?|mortgage|claims management|debt)\b`)},
	{"Utilities", pattern(`(?i)\b(?:water company|water plc|energy supplier|electricity|utility|power supply)\b`)},
	{"Political", pattern(`(?i)\b(?:political party|referendum|campaign group|brexit|election campaign)\b`)},
	{"Transport and leisure", pattern(`(?i)\b(?:airline|airways|airport|hotels?|travel|railway|betting|gambling|leisure|tickets?)\b`)},
	{"Online technology and telecoms", pattern(`(?i)\b(?:social media|software|app\b|online platform|telecoms?|broadband|facial recognition|password manager|technology|IT services|video-sharing|search engine|internet)\b`)},
	{"Land or property services", pattern(`(?i)\b(?:home improvement|double glazing|estate agent|lettings?|property|insulation|solar|boiler|green energy)\b`)},
	{"Media", pattern(`(?i)\b(?:newspaper|broadcaster|publisher|television)\b`)},
	{"Retail and manufacture", pattern(`(?i)\b(?:retail(?:er)?|shop(?:s|ping)?|store|manufactur\w+|car (?:buyer|dealer)|food|catalogue)\b`)},
	{"Marketing", pattern(`(?i)\b(?:direct marketing (?:company|firm)|marketing (?:company|firm|agency)|lead generation|data broker|call cent(?:re|er))\b`)},
}

// sector is the register's own label, else what the party's name says, else
// what the first part says most.
func (d *document) sector() content.Fact[content.Sector] {
	for _, s := range d.sentences[:min(len(d.sentences), 6)] {
		if value, ok := strings.CutPrefix(s.text, "Sector: "); ok && content.Sector(value).Known() {
			return content.Fact[content.Sector]{Value: content.Sector(value), Score: 1, Quotes: []content.Quote{d.quote(s)}}
		}
	}
	best, most := -1, 0.0
	var quoted sentence
	for i, trade := range trades {
		total := 0.0
		var first *sentence
		for j := range d.sentences {
			s := &d.sentences[j]
			if s.zone != lead || !s.says(trade.words) {
				continue
			}
			if first == nil {
				first = s
			}
			total += 1
			if s.paragraph == 0 {
				total += 1.5
			}
		}
		if first != nil && total > most {
			best, most, quoted = i, total, *first
		}
	}
	if best < 0 {
		return content.Fact[content.Sector]{}
	}
	return content.Fact[content.Sector]{Value: trades[best].sector, Score: min(.4+most/10, .9), Quotes: []content.Quote{d.quote(quoted)}}
}

var (
	asProcessor  = pattern(`(?i)\b(?:as|is|was|role as) (?:a |the |its role as a )*(?:data )?processor\b`)
	asController = pattern(`(?i)\b(?:as|is|was) (?:a |the )*(?:data )?controller\b`)
)

// role is whether the party processed for itself or for others, where a
// sentence says so.
func (d *document) role() content.Fact[string] {
	for _, s := range d.told() {
		switch {
		case s.says(asProcessor):
			return content.Fact[string]{Value: "processor", Score: .8, Quotes: []content.Quote{d.quote(s)}}
		case s.says(asController):
			return content.Fact[string]{Value: "controller", Score: .8, Quotes: []content.Quote{d.quote(s)}}
		}
	}
	return content.Fact[string]{}
}
