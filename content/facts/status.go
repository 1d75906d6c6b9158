package facts

import (
	"casebook/content"
)

// outcomes are what becomes of an action that is appealed against, the more
// settled first.
var outcomes = []struct {
	status content.Status
	words  *phrase
}{
	{content.Overturned, pattern(`(?i)\b(?:(?:tribunal|court|judge)\b.{0,120}\b(?:overturn(?:ed|s)?|quash(?:ed|es)?|allowed the appeal|set aside the (?:penalty|fine|notice)|cancell?ed|ruled in favour of)|(?:fine|penalty|notice)\b.{0,60}\b(?:overturned|quashed|cancell?ed|struck down)|wins? appeal|won (?:its|their|an|his|her) appeal)\b`)},
	{content.ReducedOnAppeal, pattern(`(?i)(?:(?:tribunal|appeal|court|agree(?:d|ment|s)?)\b.{0,160}\b(?:reduc(?:ed?|tion|ing)|cut|slash(?:ed)?|lower(?:ed)?)\b|(?:reduc(?:ed|tion)|cut|slash(?:ed|es)|lowered)\b.{0,140}\b(?:on appeal|after (?:an )?appeal|by the (?:first-tier |upper )?tribunal|ended the appeal|following (?:an )?appeal))`)},
	{content.UpheldOnAppeal, pattern(`(?i)(?:(?:tribunal|court)\b.{0,120}\b(?:upheld|upholds|dismissed|dismisses|rejected|rejects|allowed the appeal of the information commissioner|in favour of the (?:ico|information commissioner)|set aside the ruling|had jurisdiction)|appeal\b.{0,60}\b(?:was dismissed|dismissed|rejected)|loses? appeal)\b`)},
	{content.Appealed, pattern(`(?i)\b(?:has appealed|have appealed|is appealing|appeals? against|lodged an appeal|seeks? (?:permission to )?appeal|permission to appeal|will appeal|court of appeal|upper tribunal)\b`)},
}

// commissionersAppeal is an appeal that the regulator won, after which its
// action stands again.
var commissionersAppeal = pattern(`(?i)(?:allowed the appeal of (?:the )?(?:information commissioner|ico)|(?:ico|information commissioner)(?:'s|’s)?(?: office)?(?: \(ico\))? (?:wins|won)|set aside the ruling|had jurisdiction)`)

// status says how settled the action is, as the document tells it.
func (d *document) status(action content.Fact[content.Action]) content.Fact[content.Status] {
	if action.Value == content.NoticeOfIntent {
		return content.Fact[content.Status]{Value: content.Provisional, Score: action.Score, Quotes: action.Quotes}
	}
	if d.hint.Kind != content.Notice && d.hint.Kind != content.Item {
		if fact, ok := d.appeal(); ok {
			return fact
		}
	}
	return content.Fact[content.Status]{Value: content.Final, Score: action.Score, Quotes: action.Quotes}
}

// appeal looks for what became of an appeal, in the headline and the first
// paragraphs only: a report of a fine that mentions that one may appeal is a
// report of a fine.
func (d *document) appeal() (content.Fact[content.Status], bool) {
	for _, s := range d.sentences {
		if s.zone != lead || s.paragraph > 4 {
			continue
		}
		for _, o := range outcomes {
			if !s.says(o.words) || s.says(rights) {
				continue
			}
			status := o.status
			if status == content.Overturned && s.says(commissionersAppeal) {
				status = content.UpheldOnAppeal
			}
			return content.Fact[content.Status]{Value: status, Score: .8, Quotes: []content.Quote{d.quote(s)}}, true
		}
	}
	return content.Fact[content.Status]{}, false
}

// rights is what one may do, not what was done.
var rights = pattern(`(?i)\b(?:right of appeal|right to appeal|can appeal|may appeal|could appeal|days to appeal|within 28 days)\b`)
