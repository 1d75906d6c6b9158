package facts

// organisationalSigns are those of people, papers and suppliers, in the words of
// notices.
var organisationalSigns = []sign{
	{"supplier-management",
		pattern(`(?i)(?:(?:written|binding|formal|adequate|processor|processing) contracts?|contracts? (?:in place )?(?:with|between)|contractual terms|guarantees .{0,30}security|ensur(?:e|ing) (?:that )?(?:its|the|their) (?:data )?(?:processor|supplier|contractor|vendor)s?|chat-?bot|(?:data )?processing agreements?|(?:due diligence|oversight|checks?|audit(?:s|ed|ing)?|vet(?:ted|ting)?|monitor(?:ed|ing)?|assess(?:ed|ments?)?) .{0,30}(?:suppliers?|contractors?|processors?|vendors?|third[- ]part(?:y|ies))\b|(?:supplier|contractor|processor|vendor)s? (?:management|oversight|due diligence|contracts?|security))`),
		pattern(`(?i)(?:third[- ]party (?:chat-?bot|plug-?in|script|tool|component)|(?:not|no attempt to|without) (?:to )?(?:monitor|check|oversee)(?:ing)? how (?:the|its|it)|(?:supplier|contractor|processor|vendor)s? .{0,30}(?:not|never) (?:been )?(?:vetted|checked|audited|monitored|supervised))`),
		pattern(`(?i)(?:list|lead|opt(?:ed)?[- ]in|data (?:supplier|provider))s?\b`)},
	{"staff-training",
		pattern(`(?i)(?:\btrain(?:ing|ed)?\b|\btaught\b|(?:staff|employee) awareness|awareness of data protection)`),
		pattern(`(?i)\buntrained (?:staff|employees)|only .{0,40}(?:per cent|%|percent|of (?:its|the) (?:staff|employees)) .{0,60}(?:trained|training)|trained .{0,60}but not\b`),
		pattern(`(?i)\b(?:trained social workers|training (?:data|set|the model)|AI training)\b`)},
	{"policies-and-procedures",
		pattern(`(?i)\b(?:polic(?:y|ies)|procedures?|(?:internal|approval|formal|written|documented|sign-(?:off|out)|specific|clear|robust|adequate|effective|consistent) process(?:es)?|process (?:for|in place)|protocols|SOPs?|written (?:guidance|instructions)|(?:practical|documented|internal|detailed) guidance|guidance (?:for|to) (?:staff|employees)|risk assessments?)\b`), nil,
		pattern(`(?i)\b(?:password|privacy|cookie|retention|opt-?(?:in|out)|access control|patch\w*|testing|assessment|insurance|redress|refund|complaints?|regulatory action|public|foreign|encryption)\w*(?: management)? (?:polic|procedure)|rules of procedure|tribunal|policy (?:required|requires|stated|states)|process for (?:regularly )?testing|log-?in process|polic(?:y|ies) ?holders?`)},
	{"email-handling",
		pattern(`(?i)(?:\bbcc\b|blind (?:carbon )?copy|\bcc (?:field|line)|carbon copy|bulk e-?mails?|(?:correct|right|intended) (?:e-?mail |postal |fax )?(?:address(?:es)?|recipients?)|check(?:s|ed|ing)? .{0,20}address)`),
		pattern(`(?i)\b(?:(?:to|at) (?:the |an? |two |several )?(?:wrong|incorrect|unintended|out[- ]of[- ]date|mistaken) (?:e-?mail |postal |home |fax )?(?:address(?:es)?|recipients?|persons?|people|number|famil\w+|patients?|inbox)|(?:instead of|rather than|not us\w+|without using|failed to use|did not use|should have used) (?:the )?(?:‘|')?(?:bcc|blind)|(?:using|used|use of|entered into) (?:the )?(?:‘|'|“)?(?:cc\b|carbon copy)|(?:‘|'|“)?to(?:’|'|”)? field|e-?mail(?:s|ed)? .{0,60}(?:visible to (?:all|each|every|other)|revealed .{0,30}(?:addresses|recipients))|recipients(?:'|’)? (?:e-?mail )?addresses .{0,30}(?:visible|revealed|disclosed|exposed)|misdirected (?:e-?mail|letter|fax|post))`),
		pattern(`(?i)\b(?:access|wrong hands)\b.{0,20}to the wrong`)},
	{"disclosure-checks",
		pattern(`(?i)(?:\bredact\w*|check(?:s|ed|ing)?\b.{0,50}(?:before|prior to) .{0,20}(?:publi|releas|disclos|send|sent|issu|shar)|(?:second(?:ary)?|independent|peer|quality) (?:review|checks?|sign-off)|checks? for (?:hidden|personal)|checked by (?:a|another) (?:second|colleague|manager|member))`),
		pattern(`(?i)\b(?:unredacted|pivot tables?|hidden.{1,3}(?:data|tabs?|columns?|worksheets?|information|rows|cells|personal)|(?:publish|releas|upload|post)(?:ed|ing) .{0,60}(?:by mistake|in error|accidentally|mistakenly|inadvertently|erroneously)|(?:by mistake|accidentally|mistakenly|inadvertently|erroneously) (?:publish|releas|upload|post)\w*|publishing by mistake|(?:inadvertent|accidental|mistaken|erroneous) (?:publication|release)|copied verbatim|inappropriately (?:disclos|releas)\w+|should have been (?:redacted|removed|withheld))`), nil},
	{"physical-security",
		pattern(`(?i)(?:physical(?:ly)? secur\w+|locked (?:cabinet|room|cupboard|drawer)|secure (?:premises|storage|storeroom))`),
		pattern(`(?i)\b(?:(?:lost|stolen|theft of|loss of|mislaid) .{0,25}\b(?:laptops?|devices|USB|memory sticks?|discs?|dvds?|hard drives?|papers?|briefcase|folders?|mobile phones?)|(?:laptops?|memory sticks?|USB sticks?|discs?|papers|paperwork|folders?|briefcase).{0,90}\b(?:was|were|been|it was) (?:lost|stolen|left|found|mislaid)|(?:documents?|files|paper records) .{0,30}(?:was|were|been) left (?:at|in|on|behind)|laptop theft|in an insecure (?:place|location|container|manner)|left (?:unattended|behind)|unlocked (?:cabinets?|rooms?|offices?|containers?|premises|storage|cupboards?)|insecure (?:premises|storage))\b`), nil},
	{"retention-and-disposal",
		pattern(`(?i)(?:retention (?:and \w+ )?(?:polic(?:y|ies)|schedules?|periods?)|data retention|storage limitation|(?:purg(?:e|ing)|weed(?:ing)?) .{0,20}(?:historic|old|redundant|data|records)|\b(?:dispos(?:al|e|ing)|destr(?:oy|uction)|delet(?:e|ed|ion))\b (?:of )?.{0,25}(?:polic|process|procedure|records?|files|documents)|secure(?:ly)? (?:dispos\w+|destr\w+|delet\w+))`),
		pattern(`(?i)\b(?:longer than (?:was |is |were )?(?:\w+ )?(?:necessary|needed|required)|(?:kept|retained|retaining|held|stored|storing|keeping) .{0,60}(?:too long|for longer|beyond .{0,30}period|after (?:its|the|their) .{0,20}retention|indefinitely)|(?:unlawful|unauthorised|improper|wrongful)(?:ly)? (?:destr\w+|dispos\w+|delet\w+|shredd\w+)|records? .{0,60}were destroyed|destroyed .{0,40}records|(?:dumped|discarded|thrown|abandoned|disposed of|found|left) .{0,30}\b(?:bins?|skips?|street|recycling|car park)|(?:sold|auctioned) .{0,40}(?:drives?|computers?|cabinets?))\b`),
		pattern(`(?i)accidental loss|policy holder`)},
}
