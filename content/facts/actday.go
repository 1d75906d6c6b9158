package facts

import (
	"strings"

	"casebook/content"
)

// The words of the act that a date may belong to, by how settled it is.
var (
	sanctions = pattern(`(?i)\b(?:varied|fined|fines|impos(?:ed|es)|issu(?:ed|es)|serv(?:ed|es)|announc(?:ed|es)|publish(?:ed|es)|reprimand(?:ed|s)|penali[sz](?:ed|es)|ordered|handed|levied|ruled|rules|sanctioned|slapped|decided|prosecuted|sentenced|convicted|pleaded|admitted|confirmed|said|says|stated|revealed|used its power|dated|handed down|promulgated|took action|hit|slammed|censured|rapped|rebuked|(?:penalty|enforcement) notice|reprimand)\b`)
	rulings   = pattern(`(?i)\b(?:tribunal|court|judges?|judge?ment|appeal(?:ed|s)?|ruled|ruling|agreed|agreement|consent order|approved|dismiss(?:ed|es)|upheld|upholds|overturn(?:ed|s)|quash(?:ed|es)|withdr(?:ew|awn)|reduced|reinstated|promulgated|handed down|delivered|dated|lodged|filed|cut|halved|slashed|lowered|substituted|allowed|refused|rejected|backed|sided|threw out|thrown out|overruled)\b`)
	proposals = pattern(`(?i)\b(?:intend(?:s|ed)?|intention|notice of intent|provisional(?:ly)?|propos(?:ed|es)|announced|said|says|stated|told|plans?|planned|issued|served|received|warned|dated|minded)\b`)
)

// actsOf are the words of the act that the document is about.
func actsOf(status content.Status) *phrase {
	switch status {
	case content.Provisional:
		return proposals
	case content.Final, "":
		return sanctions
	}
	return rulings
}

var (
	// byWhom is who acts.
	byWhom = pattern(`(?i)(?:^,? ?(?:it|they|she|he) (?:then |also |finally |has |had )*(?:fin|imposed|reprimanded|penali[sz]ed|served)|\b(?:ICO|information commissioner|commissioner|information commission|regulator|watchdog|DPA|tribunal|court|data protection authority|judges?)\b)`)
	// suffered is what was done to the party, with nobody named who did it.
	suffered = pattern(`(?i)\b(?:(?:was|were|been) (?:\w+ly )?(?:fined|reprimanded|penali[sz]ed|issued|served|sanctioned|prosecuted|convicted|sentenced|handed|ordered|hit|given)|pleaded guilty|admitted|(?:penalty|fine|notice),? (?:was |were |which was )?(?:served|issued|imposed|announced)|penalty notice|enforcement notice|reprimand|notice of intent)\b`)
	// onDay is what a date follows that is the day of something.
	onDay = pattern(`(?i)(?:^|\b(?:on|dated)(?: \w+day)?,?|\w+day,?|[(,;–-]|\bof) ?$`)
	// opening is what stands before a date that begins what is said of it.
	opening = exactly(`(?i)(?:^\W*|[,:–—-] *|\b(?:and|but|then|when|where|while) +)(?:(?:on|late on|early on|dated?)\b)?(?: *\w+day)?[ ,]*$`)
	// ofPaper is the regulator's paper, or the court's, that a date follows.
	ofPaper = pattern(`(?i)\b(?:decision|penalty notice|enforcement notice|MPN|ruling|judge?ment|announcement|statement|press release|reprimand)[^.;,]{0,25} (?:of|dated|on|issued on|published on|from) $|\b(?:in|by|under|with) (?:a|its|the) notice (?:of|dated) $`)
	// datedPaper is a decision with the verb that gives it its day: "the notice
	// is dated", "the decision was handed down on".
	datedPaper = pattern(`(?i)\b(?:(?:penalty|enforcement|the|this|its|a) notice|penalty|fine|reprimand|decision|judge?ment|ruling|undertaking|order|warning|sentence)s?(?: (?:against|to|on|for|of|in) [^.;,]{1,50})?,? (?:(?:which|that|itself) )?(?:(?:is|was|were|are|has been|had been|being) )?(?:\w+ly )?(?:dated|issued|served|imposed|handed down|promulgated|published|given|signed|delivered|made|announced|passed|released)(?: publicly)?(?: on)?(?: \w+day)?,? $`)
	// endOf is what makes a date an end of a period, a deadline or a beginning.
	endOf = pattern(`(?i)\b(?:between|from|since|until|till|to|before|by|after|period|through|due|force|effect|starting|began|begun|ended|ran|as of|prior to|following)(?: the| of| on)? ?$|\band ?$`)
	// otherDeeds are what else there is on a day.
	otherDeeds = pattern(`(?i)\b(?:breach(?:ed)?|attack(?:ed|ers?)?|incidents?|occurred|happened|hack(?:ed|ers?)?|stolen|went live|discovered|aware|notified|reported|complain(?:ed|ts?)|sent|sending|emailed|received|began|started|launched|wrote|representations|took effect|into force|uploaded|lost|contacted|requests?|installed|exploited|accessed|encrypted|called|responded|that (?:was|were|had))\b`)
	// otherPapers are what the regulator issues besides.
	otherPapers = pattern(`(?i)^[^.;]{0,40}\b(?:information notices?|letters?|guidance|statement on|reports?|requests?|questions|consultation|annual|response|inquir(?:y|ies)|investigation)\b`)
	// onlyMeant is the act that came before a settled one.
	onlyMeant = pattern(`(?i)\b(?:notice of intent|intend(?:s|ed)?|intention|provisional(?:ly)?|propos(?:ed|al|ing)|preliminary)\b`)
)

// isDayOf reports whether a date in a sentence is the day of the act: the act
// and who did it stand beside the date, and nothing else that happens on days
// stands between them.
func isDayOf(acts *phrase, status content.Status, text string, found day) bool {
	left, right := around(text, found.start, found.end, 150)
	left, right = left[strings.LastIndexByte(left, ';')+1:], right[:indexOr(right, ';')]
	if endOf.in(left) || !found.date.IsZero() && !onDay.in(left) {
		return false
	}
	if datedPaper.in(left) && isAct(left+" regulator", right, status) {
		return true
	}
	if opening.in(left) || ofPaper.in(left) { // "On 7 August 2024 the regulator fined …"
		at := acts.find(right)
		if at != nil && !otherDeeds.in(right[:at[0]]) && isAct(right[:at[1]], right[at[1]:], status) {
			return true
		}
	}
	if at := acts.find(right); at != nil && at[0] < 12 && (byWhom.in(left) || suffered.in(right)) {
		return !otherDeeds.in(left) && isAct(left+right[:at[1]], right[at[1]:], status) // "the regulator on Monday fined …"
	}
	all := acts.findAll(left)
	if len(all) == 0 {
		return false
	}
	at := all[len(all)-1]
	return !otherDeeds.in(left[at[1]:]) && isAct(left[:at[1]], left[at[1]:], status)
}

// isAct reports whether the words up to an act and those after it are of the
// regulator's act, or the court's, against the party.
func isAct(upto, after string, status content.Status) bool {
	after = after[:min(len(after), 70)]
	if otherPapers.in(after) || status != content.Provisional && onlyMeant.in(upto[max(0, len(upto)-50):]+after) {
		return false
	}
	return byWhom.in(upto) || suffered.in(upto+after)
}

func indexOr(s string, c byte) int {
	if at := strings.IndexByte(s, c); at >= 0 {
		return at
	}
	return len(s)
}
