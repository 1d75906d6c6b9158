package facts

import (
	"casebook/content"
)

var (
	// failing says that something was wanting.
	failing = pattern(`(?i)\b(?:fail(?:ed|ing|ings|ure|ures|s)?|lack(?:ed|ing|s|of)?|did not|does not|had not|has not|have not|were not|was not|is not|are not|not (?:been|being|using|having|applying|carried)|no |without|inadequa\w+|insufficient\w*|poor(?:ly)?|weak\w*|unable|absence|missing|outdated|out of date|unsupported|unpatched|unencrypted|insecure\w*|unsecured?|never|neither|nor|instead of|rather than|should have|ought to have|infring\w*|contraven\w*|breach(?:ed|ing)|could not|cannot|too slow|late in|delay\w*|incorrect\w*|wrong(?:ly)?|excess(?:ive)?|obsolete|vulnerab\w+|misconfigur\w+|error|mistake\w*|inappropriate\w*|unlawful\w*|hid(?:den)?|conceal\w*|relied on|left|allowed|kept|ignored|invalid|not valid|deficien\w+|shortcomings?|limited|visible to)\b`)

	// advice is about everybody.
	advice = pattern(`(?i)\b(?:organisations?|companies|businesses|firms|everyone|controllers|all of us|people|you) (?:of (?:all|any|every) sizes? )?(?:should|must|need to|needs to|can|are (?:advised|encouraged|urged|expected|reminded)|have to|ought)\b|\b(?:we|I) (?:expect|urge|encourage|recommend|remind|advise|ask)\b|\b(?:recommend(?:s|ed|ation)?|urg(?:es|ed)|advis(?:es|ed)|encourag(?:es|ed)|guidance (?:says|recommends))\b|\b(?:lessons?|tips?|reminder)\b|\b(?:all|other) organisations\b|\banyone who\b`)

	// remedy is what was done afterwards.
	remedy = pattern(`(?i)\b(?:has since|have since|had since|since then|subsequently|remedial|in response|has now|have now|improve(?:d|ments?)|taken steps|rolled out|introduced|following the (?:incident|breach|attack)|after the (?:incident|breach|attack)|going forward|will (?:now )?(?:implement|introduce|ensure))\b`)
)

// signs are phrases of a control. A control failed where one of them stands in
// a sentence that says that something was wanting; a phrase that says so
// itself needs no other.
var signs = []struct {
	control content.Control
	words   *phrase
	alone   *phrase // may be nil
}{
	{"multi-factor-authentication", pattern(`(?i)(?:multi-? ?factor|\bMFA\b|two-? ?factor|\b2FA\b|two-step)`), nil},
	{"access-control", pattern(`(?i)(?:access (?:controls?|rights|privileges|permissions|restrictions)|privileged? (?:accounts?|access)|administrat(?:or|ive) (?:account|access|rights|privileges)|least privilege|tiering|who (?:could|had) access|limit access|restrict(?:ed|ing)? access|unauthorised access|manage access|access management)`), nil},
	{"password-management", pattern(`(?i)\bpasswords?\b`), nil},
	{"patch-management", pattern(`(?i)(?:patch(?:es|ed|ing)?\b|security updates?|known fixes|software updates?|up to date software|keep(?:ing)? .{0,30}software .{0,20}up to date|not (?:been )?updated)`), pattern(`(?i)unpatched`)},
	{"vulnerability-management", pattern(`(?i)(?:vulnerabilit(?:y|ies) (?:scan\w*|management|assess\w*|test\w*)|penetration test\w*|known vulnerabilit|vulnerability scanning|(?:testing, )?assessing and evaluating|security test(?:s|ing)\b|identify (?:the )?vulnerabilit)`), nil},
	{"logging-and-monitoring", pattern(`(?i)(?:\bmonitor(?:ed|ing)?\b.{0,60}(?:system|network|account|activity|access|log|security|adequate|database|traffic|user)|(?:system|network|security|activity|account|insufficient|adequate|inadequate|effective).{0,40}\bmonitoring|\blogging\b|security alerts?|\bdetect(?:ed|ion|ing)?\b.{0,50}(?:attack|intrusion|breach|activity|unauthorised)|alerts? (?:was|were|had)|suspicious activity)`), nil},
	{"endpoint-protection", pattern(`(?i)(?:anti-? ?virus|anti-? ?malware|end-?point|malware protection)`), nil},
	{"encryption", pattern(`(?i)(?:\bencrypt(?:ed|ion|ing)?\b)`), pattern(`(?i)\bunencrypted\b`)},
	{"network-security", pattern(`(?i)(?:network segmentation|segment(?:ed|ing|ation)?\b|lateral(?:ly)? mov|movement across|move(?:d)? (?:laterally|across|through) .{0,20}network|firewalls?|poorly secured|remote desktop|open ports?)`), nil},
	{"secure-configuration", pattern(`(?i)(?:misconfigur\w+|configur(?:ed|ation|e)\b|no longer supported|unsupported (?:software|system|operating|version)|end of life|obsolete (?:software|system)|outdated (?:software|system|operating|server|version|protocol)|least secure|default (?:security|settings)|legacy (?:system|server)|security settings)`), nil},
	{"secure-development", pattern(`(?i)(?:coding error|test(?:ed|ing)? .{0,40}(?:software|portal|system|website|app|changes?|code)\b|(?:software|portal|website|app|code|system|changes?).{0,40}(?:test(?:ed|ing)|prior to (?:going live|release|launch))|design flaw|website flaw|programming error|live data in test)`), nil},
	{"incident-response", pattern(`(?i)(?:respond(?:ed|ing)? .{0,50}(?:incident|attack|alert|breach|evidence)|response to (?:the|a|an) (?:attack|incident|alert|breach)|contain the (?:attack|incident|breach)|quarantine|incident response|back-?ups?\b|escalat(?:e|ed)|timely investigation|recovery plan)`), nil},
	{"supplier-management", pattern(`(?i)(?:(?:supplier|contractor|processor|third[- ]party|vendor|sub-?contractor)s?\b)`), nil},
	{"staff-training", pattern(`(?i)(?:\btrain(?:ing|ed)\b)`), nil},
	{"policies-and-procedures", pattern(`(?i)(?:\bpolic(?:y|ies)\b|\bprocedures?\b|written process|\bguidance\b.{0,40}(?:staff|employees)|(?:internal|approval|formal) process)`), nil},
	{"email-handling", pattern(`(?i)(?:\bbcc\b|blind (?:carbon )?copy|\bcc field|carbon copy|‘to’ field|\bto field|bulk e-?mails?|group e-?mails?|recipients.{0,30}(?:visible|addresses)|incorrect (?:e-?mail )?address|wrong (?:e-?mail )?(?:address|recipient|person)|out-of-date address)`), pattern(`(?i)(?:(?:using|used|use of|relying on|entered into|relied on|where)\b.{0,50}\b(?:bcc|cc|carbon copy|blind)|recipients' addresses visible|e-?mail(?:ed)? .{0,60}(?:visible to all|to one another)|sent to (?:an |the )?(?:incorrect|wrong|out-of-date))`)},
	{"disclosure-checks", pattern(`(?i)(?:redact\w*|hidden (?:data|tab|column|worksheet|information)|check(?:s|ed|ing)? .{0,50}(?:before|prior to) (?:publ|releas|disclos|send|it)|before (?:publishing|publication|disclosure|releas)|secondary review|independent review|publish(?:ed|ing) in error)`), pattern(`(?i)(?:hidden (?:data|tab|column|worksheet) .{0,60}(?:spreadsheet|release|disclos|publish))`)},
	{"physical-security", pattern(`(?i)(?:physical(?:ly)? secur\w+|(?:lost|stolen|loss of|theft of) .{0,40}(?:laptop|device|USB|memory stick|disc|dvd|papers?|documents|files)|insecure (?:place|premises|container|manner)|unlocked|locked (?:cabinet|room)|secure devices|left documents)`), pattern(`(?i)(?:in an insecure place|physically secure)`)},
	{"retention-and-disposal", pattern(`(?i)(?:retention|longer than (?:was )?necessary|dispos(?:al|ed|e|ing)\b|destroy(?:ed)?|destruction|delet(?:e|ed|ion)\b|kept for (?:too|longer)|retained .{0,40}(?:longer|years))`), pattern(`(?i)(?:for longer than (?:was |is )?necessary)`)},
	{"data-minimisation", pattern(`(?i)(?:data minimisation|excessive (?:amount|personal|data)|more (?:personal )?(?:data|information) than|limited? the data to|necessary and proportionate|disproportionate)`), pattern(`(?i)(?:more (?:personal )?(?:data|information) than .{0,20}need|excessive amount)`)},
	{"data-accuracy", pattern(`(?i)(?:inaccura\w+|out-of-date address|merged records|accuracy of|incorrect(?:ly)? (?:recorded|merged|data))`), nil},
	{"lawful-basis", pattern(`(?i)\b(?:lawful basis|legal basis|lawful(?:ly)? (?:reason|ground|process)|valid consent|explicit consent|parental consent|(?:without|their) (?:knowledge or )?consent|legitimate interests?)`), pattern(`(?i)(?:without (?:any |a )?(?:lawful|legal) basis)`)},
	{"transparency", pattern(`(?i)(?:transparen\w+|privacy (?:notice|policy|information)|(?:tell|told|inform(?:ed|ing)?) (?:people|individuals|customers|users|data subjects|them|its users|patients|parents)|clear .{0,20}information|unaware|were not (?:informed|told|aware)|fair(?:ly)? and transparent)`), pattern(`(?i)(?:not transparent|invisible processing)`)},
	{"data-subject-rights", pattern(`(?i)(?:subject access|access requests?|\bSARs?\b|\bDSARs?\b|right of access|erasure|right to object|requests for (?:access|their data|personal)|people's requests)`), nil},
	{"childrens-data", pattern(`(?i)(?:age (?:checks?|verification|assurance)|under(?:-| the age of )13|parental consent|children(?:'|’)s (?:data|personal|information)|age of its users|underage)`), nil},
	{"dpia", pattern(`(?i)(?:data protection impact assessments?|\bDPIAs?\b)`), nil},
	{"breach-notification", pattern(`(?i)(?:72 hours|(?:notif(?:y|ied|ication)|report(?:ed|ing)?) .{0,40}(?:breach|commissioner|ICO|incident|regulator)|without undue delay|inform(?:ed)? the (?:ICO|commissioner))`), nil},
	{"accountability", pattern(`(?i)(?:accountab\w+|demonstrate (?:its |their )?complian\w+|records? of (?:its |their )?processing|data protection officer|\bDPO\b|showed? how it complied|did not (?:comply|respond) (?:to|with) (?:the )?(?:notice|information notice))`), nil},
	{"marketing-consent", pattern(`(?i)(?:(?:valid |their |prior |any |specific )?consent\b.{0,90}(?:market|message|email|e-mail|text|call|contact|receive|subscrib)|(?:market\w*|messages?|emails?|e-mails?|texts?|calls?|PECR|regulation (?:19|22))\b.{0,110}\bconsent\b|unsolicited (?:direct )?(?:marketing )?(?:emails?|e-mails?|texts?|messages?|text messages|automated)|soft opt-in|regulation 22|regulation 19)`), pattern(`(?i)(?:(?:unsolicited|nuisance|spam|unwanted|unlawful) (?:direct )?(?:marketing )?(?:emails?|e-mails?|texts?|messages?|text messages|SMS|automated (?:marketing )?calls|robocalls))`)},
	{"tps-screening", pattern(`(?i)(?:\bTPS\b|\bCTPS\b|telephone preference service|regulation 21|screen(?:ed|ing)?\b.{0,30}(?:calls|numbers|against))`), pattern(`(?i)(?:(?:calls?|called|calling|numbers?|people|subscribers|individuals)\b.{0,80}(?:registered|listed|signed up)\b.{0,30}(?:TPS|telephone preference))`)},
	{"caller-identification", pattern(`(?i)(?:identity of the (?:caller|sender)|hid(?:ing|den)? (?:its|their) identity|conceal(?:ed|ing)? (?:its|their|the)? ?identit|calling line|withheld numbers?|spoof\w*|contact (?:address|details)|false (?:company|business|trading) names?|(?:who was|who is) calling|regulation 2[34])`), pattern(`(?i)(?:hid(?:ing|den)? (?:its|their) (?:identity|number)|false (?:company|business|trading) names?|spoof(?:ed|ing))`)},
	{"supplier-list-due-diligence", pattern(`(?i)(?:due diligence|bought-?in (?:data|lists?)|(?:data|lists?|leads) (?:bought|purchased|obtained|acquired) from|third[- ]party (?:data|lists?|leads|affiliates?|marketing)|data (?:suppliers?|brokers?)|lists that it bought|indirect consent)`), nil},
}

// narrower are phrases by which a sentence that has a sign of one control is
// about another: consent to marketing, a policy on passwords, data that
// attackers encrypted.
var narrower = map[content.Control]*phrase{
	"lawful-basis":            pattern(`(?i)\b(?:market\w*|PECR|calls?|texts?|messages?|e-?mails?|SMS|spam)\b`),
	"policies-and-procedures": pattern(`(?i)\b(?:password|retention|privacy|cookie|access control|patch\w*|insurance|redress)\w*(?: management)? polic`),
	"supplier-management":     pattern(`(?i)\b(?:due diligence|data suppliers?|lists?|leads?|market\w*)\b|(?:supplier|contractor|third[- ]party|vendor)(?:'|’)s? (?:account|system|credential|network)`),
	"encryption":              pattern(`(?i)\b(?:attackers?|hackers?|criminals?|ransomware|intruders?|they)\b.{0,40}\bencrypt|encrypted (?:its|their|the) (?:systems?|servers?|files|network)`),
}

// controls are those that the document presents as failing, in taxonomy
// order: not remedies, recommendations or general advice.
func (d *document) controls() []content.Fact[content.Control] {
	found := map[content.Control]content.Fact[content.Control]{}
	for _, s := range d.told() {
		wanting := s.says(failing)
		if s.says(advice) || s.says(remedy) && !s.says(strongly) {
			continue
		}
		for _, sign := range signs {
			if narrower := narrower[sign.control]; narrower != nil && s.says(narrower) {
				continue
			}
			alone := sign.alone != nil && s.says(sign.alone)
			if !alone && !(wanting && s.says(sign.words) && failingNear(s.text, sign.words)) {
				continue
			}
			if old, ok := found[sign.control]; !ok || old.Score < .9 && s.zone == lead {
				score := .6
				if s.zone == lead {
					score = .9
				}
				found[sign.control] = content.Fact[content.Control]{Value: sign.control, Score: score, Quotes: []content.Quote{d.quote(s)}}
			}
		}
	}
	var ids []content.Control
	for id := range found {
		ids = append(ids, id)
	}
	content.SortControls(ids)
	var all []content.Fact[content.Control]
	for _, id := range ids {
		all = append(all, found[id])
	}
	return all
}

// strongly says that something failed even in a sentence about a remedy.
var strongly = pattern(`(?i)\b(?:failed to|did not have|had not|lack of|failure to)\b`)

// failingNear reports whether what is wanting stands near the phrase.
func failingNear(text string, words *phrase) bool {
	for _, m := range words.findAll(text) {
		left, right := around(text, m[0], m[1], 90)
		if failing.in(left+text[m[0]:m[1]]) || failing.in(right[:min(len(right), 60)]) {
			return true
		}
	}
	return false
}
