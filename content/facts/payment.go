package facts

import (
	"strings"

	"casebook/content"
)

// recovery is the heading of the regulator's table of what became of its
// fines, of which each row is a document.
var recovery = pattern(`(?i)\bwork to recover fines\b`)

// paid are the ways in which the table says where a fine stands, the first that
// fits: of one that is paid in instalments not all is paid.
var paid = []struct {
	words  *phrase
	action content.Action
	status content.Status
}{
	{pattern(`(?i)\b(?:under appeal|appeal(?:s|ed|ing)?)\b`), content.OtherAction, content.Appealed},
	{pattern(`(?i)\b(?:insolven\w*|liquidat\w*|administration|administrators?|wound up|winding[- ]up|struck off|dissol\w*|bankrupt\w*)\b`), content.Payment, content.Insolvent},
	{pattern(`(?i)\b(?:payment plan|instal?ments?|part(?:ly|ial(?:ly)?)?[- ]pa(?:id|yment))\b`), content.Payment, content.PartPaid},
	{pattern(`(?i)\b(?:unpaid|not (?:yet )?(?:been )?paid|outstanding|awaiting payment|overdue|debt recovery|statutory demand)\b`), content.Payment, content.Unpaid},
	{pattern(`(?i)\bpaid\b`), content.Payment, content.Paid},
}

// overAppeal says that an appeal is no longer pending: the row is then about
// what else it says, and how the appeal ended is for other documents to tell.
var overAppeal = pattern(`(?i)\b(?:dismissed|withdrawn|rejected|refused|struck out|upheld|allowed|concluded|discontinued|no appeal|not appeal(?:ed)?)\b`)

// payment reads a row of the table. It names no party: the row belongs to the
// item that it links, and to nobody of the same name.
func (d *document) payment() (content.Facts, bool) {
	if d.hint.Kind != content.News || len(d.sentences) > 12 || !recovery.in(d.head) {
		return content.Facts{}, false
	}
	for _, s := range d.sentences {
		label, value, _ := strings.Cut(s.text, ": ")
		if !strings.HasSuffix(strings.ToLower(label), "status") {
			continue
		}
		for _, p := range paid {
			if p.words.in(value) && !(p.status == content.Appealed && overAppeal.in(value)) {
				quotes := []content.Quote{d.quote(s)}
				return content.Facts{
					Enforcement: true,
					Action:      content.Fact[content.Action]{Value: p.action, Score: 1, Quotes: quotes},
					Status:      content.Fact[content.Status]{Value: p.status, Score: 1, Quotes: quotes},
				}, true
			}
		}
		return content.Facts{Doubts: []content.Doubt{{Field: "status", Value: value, Reason: "says in no known words what became of the fine", Quote: d.quote(s)}}}, true
	}
	return content.Facts{Doubts: []content.Doubt{{Field: "status", Reason: "no column of the table is headed as a status"}}}, true
}
