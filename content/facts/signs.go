package facts

import "casebook/content"

// A sign is how a control is spoken of.
type sign struct {
	control content.Control
	subject *phrase // the control itself: it failed where something is said to be wanting in it
	alone   *phrase // says that it failed; may be nil
	unless  *phrase // by which a sentence that has the sign is about something else; may be nil
}

// signs are those of the controls in taxonomy order, those of marketing apart.
// A control may have several, where one of them needs an exception.
var signs = []sign{
	// Identity.
	{"multi-factor-authentication",
		pattern(`(?i)(?:multi-? ?factor|\bMFA\b|two-? ?factor|\b2FA\b|two-step (?:verification|authentication)|second factor)`),
		pattern(`(?i)(?:MFA|authentication) .{0,20}(?:only in part|partially|not (?:fully|universally|everywhere))|(?:only|just|single) (?:a )?(?:user ?name and )?password (?:was|were) (?:needed|required)`), nil},
	{"access-control",
		pattern(`(?i)(?:access (?:controls?|rights|privileges|permissions|restrictions|management)|access(?: to|, use of)?,? and (?:use|download) of|restricted access|privileged? (?:accounts?|access)|administrat(?:or|ive) (?:accounts?|access|rights|privileges)|least privilege|tiering|privilege escalation|escalation of privileges?|(?:limit|restrict|manage|control|review|revok|remov)(?:e|ed|ing|s)? (?:the |their |its |staff |user )?access\b|role-based access)`),
		pattern(`(?i)\b(?:accounts? .{0,40}\b(?:left|leavers?)\b.{0,30}not (?:been )?(?:disabled|removed|closed|deactivated)|(?:dormant|shared|generic|unused|redundant|leavers(?:'|’)?|former (?:employees?|staff)(?:'|’)?s?) (?:user )?(?:accounts?|logins?|log-ins?)|excess(?:ive)? (?:access|privileges|permissions|rights)|access(?:ible)? (?:to|by) (?:all|any) (?:members of )?(?:staff|employees|users)|(?:all|any) (?:staff|employees?|users?) (?:could|were able to) (?:access|view|open|see))\b`),
		pattern(`(?i)monitoring of privileged`)},
	{"password-management",
		pattern(`(?i)\bpasswords?\b`),
		pattern(`(?i)\b(?:(?:weak|default|insecure|easily guess\w+|guessable|reused|shared|simple|predictable) passwords?|passwords? .{0,20}(?:plain|clear)[- ]?text)\b`),
		pattern(`(?i)password[- ]protect|single user ?name|without a user ?name`)},

	// Technical.
	{"patch-management",
		pattern(`(?i)(?:\bpatch(?:es|ed|ing)?\b|(?:security|software|critical) updates?\b|known fix(?:es)?|up[- ]to[- ]date software|keep(?:ing)? .{0,30}software .{0,20}up to date)`),
		pattern(`(?i)\b(?:unpatched|patch(?:es|ed)? .{0,60}\b(?:months|weeks|years) (?:after|later|of its)|patch .{0,30}after (?:\w+ )?(?:months|weeks)|(?:months|weeks|years) .{0,40}(?:to (?:apply|install)|before (?:applying|installing|it applied|it installed)))\b`),
		pattern(`(?i)released a patch`)},
	{"vulnerability-management",
		pattern(`(?i)(?:vulnerabilit(?:y|ies) (?:scan\w*|management|assess\w*|test\w*)|pen(?:etration)?(?: and security)?[- ]test\w*|testing, assessing and evaluating|(?:regular|rigorous|security) test(?:s|ing)\b|regularly test(?:s|ed)?\b|scan(?:s|ned|ning)? .{0,30}vulnerabilit|(?:identify|address|remediate|remedy|fix) .{0,30}vulnerabilit|known (?:critical |security )?vulnerabilit)`),
		pattern(`(?i)(?:known (?:critical |security )?vulnerabilit(?:y|ies) .{0,40}(?:unaddressed|unresolved|open|unfixed)|findings? .{0,40}(?:left open|not acted on))`), nil},
	{"logging-and-monitoring",
		pattern(`(?i)(?:\bmonitor(?:ed|ing|s)?\b.{0,50}(?:system|network|account|activit|access|log|security|database|traffic|user|threat|server)|(?:system|network|security|activity|account|effective|adequate|proactive|sufficient).{0,30}\bmonitoring|\blogging\b|audit (?:logs?|trails?)|(?:appropriate|adequate) monitoring|(?:security )?alerts?\b|rate[- ]limit\w*|watch(?:ing)? network traffic|intrusion detection|(?:detect|identif(?:y|ied)|spot)[a-z]*\b.{0,60}fraud\w*|\bdetect(?:ed|ion|ing)?\b.{0,50}(?:attack|intru|breach|activity|unauthorised|threat|anomal)|(?:suspicious|anomalous)[a-z ]{0,30}activity|(?:notice|spot|identify) (?:the |an |this )?(?:attack|intru\w+|anomal\w+|(?:data )?breach at an earlier))`),
		pattern(`(?i)\b(?:(?:went|remained|gone) (?:undetected|unnoticed|undiscovered|hidden)|(?:not|failed to|never) (?:detect|notice|discover|spot|identify)(?:ed)? (?:\w+ ){0,5}(?:for|until)|undetected for|(?:nobody|no one) (?:noticed|spotted|detected|saw)|\blogs? .{0,40}only (?:for )?\w+ (?:hours|days|weeks)|unanswered alerts?|ignored .{0,20}(?:alerts?|warnings?)|(?:took|was|were) .{0,20}(?:days|weeks|months|years) (?:to (?:detect|discover|notice|spot|identify)|(?:before|until) .{0,40}(?:detect\w*|discover\w*|notic\w+|watch|monitor\w*))|(?:alert|alarm)s? .{0,60}not (?:look(?:ed)? into|investigated|acted|followed|responded))\b`),
		pattern(`(?i)\b(?:fraud monitoring|credit monitoring|advised to be alert|alert(?:ed)? (?:people|customers|the))\b`)},
	{"endpoint-protection",
		pattern(`(?i)(?:anti-? ?virus|anti-? ?malware|end-?point (?:protection|detection|security)|malware protection|protection against malware)`), nil,
		pattern(`(?i)(?:anti-? ?virus|\bAV\b|software) .{0,20}(?:quarantin\w+|raised|detected|alerted)`)},
	{"encryption",
		pattern(`(?i)\bencrypt(?:ed|ion|ing)?\b`),
		pattern(`(?i)\bunencrypted\b`),
		pattern(`(?i)\b(?:attack(?:ers?)?|hackers?|criminals?|ransomware|intruders?|they|malware)\b.{0,60}\bencrypt|encrypted (?:its|their|the|by) (?:systems?|servers?|files|network|data|attack)|encrypted and|files (?:were|was) encrypted|data .{0,40}(?:was|were) encrypted`)},
	{"network-security",
		pattern(`(?i)(?:\bsegment(?:ed|ing|ation)?\b|firewalls?|network security|remote desktop|\bRDP\b|open ports?|lateral(?:ly)? mov\w+|mov\w+ (?:laterally|sideways))`),
		pattern(`(?i)(?:(?:flat|unsegmented) network|exposed (?:RDP|remote desktop|ports?))`), nil},
	{"secure-configuration",
		pattern(`(?i)(?:\bconfigur(?:ed|ation|ations|e)\b|(?:security|privacy) settings|harden(?:ing|ed)?\b|secure settings)`),
		pattern(`(?i)(?:misconfigur\w+|no longer supported|unsupported (?:software|systems?|operating|version|server)|end[- ]of[- ](?:life|support)|obsolete (?:software|systems?)|(?:outdated|out[- ]of[- ]date) (?:\w+ ){0,2}(?:software|systems?|operating|servers?|versions?|protocols?)|(?:software|operating systems?) .{0,60}(?:was|were) (?:out[- ]of[- ]date|outdated|obsolete|unsupported)|least secure|default (?:security|settings|configuration|privacy)|publicly (?:accessible|exposed) (?:server|bucket|database|storage)|unsecured (?:server|bucket|database|storage))`),
		pattern(`(?i)patch management`)},
	{"secure-development",
		pattern(`(?i)(?:\btest(?:s|ed|ing)?\b.{0,60}(?:prior to|before) .{0,50}(?:live|launch\w*|releas\w*|deploy\w*|roll\w*|introduc\w*)|\btest(?:ed|ing)? (?:of )?(?:the |its |a |new )*(?:portal|website|app|software|code|changes|update)\b|code review|secure (?:development|coding))`),
		pattern(`(?i)\b(?:(?:coding|programming|software|design|website) (?:error|flaw|fault|bug|defect)s?|bug in (?:the|its)|SQL injection|live data .{0,20}test)`),
		pattern(`(?i)penetration`)},
	{"incident-response",
		pattern(`(?i)(?:incident (?:response|management)|respond(?:ed|ing)? (?:\w+ ){0,3}to (?:\w+ ){0,4}(?:incident|attack|alert|breach|threat|intrusion)|response to (?:the|an?|this) (?:attack|incident|alert|breach)|contain(?:ed|ing|ment)?(?: of)? the (?:attack|incident|breach|threat)|escalat(?:e|ed|ing)\b|(?:timely|prompt|adequate|thorough) investigation|(?:recovery|continuity) plan|(?:usable|adequate|offline|tested|secure) back-?ups?|back-?ups? (?:were|was|had) )`),
		pattern(`(?i)(?:took|waited) .{0,15}(?:hours|days|weeks) .{0,20}(?:to (?:respond|contain|quarantine|isolate|shut)|before .{0,30}(?:quarantin|isolat|contain|shut|respond))|(?:slow|late) to (?:respond|react)`),
		pattern(`(?i)back-?ups? (?:were|was) (?:also |deleted|encrypted|stolen)|responded to (?:the )?(?:commissioner|ICO)|respon(?:d|se).{0,20}(?:information notice|request)`)},

	// Organisational.
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
		pattern(`(?i)\b(?:unredacted|pivot tables?|hidden.{1,3}(?:data|tabs?|columns?|worksheets?|information|rows|cells|personal)|(?:publish|releas|upload|post)(?:ed|ing) .{0,60}(?:by mistake|in error|accidentally|mistakenly|inadvertently|erroneously)|(?:by mistake|accidentally|mistakenly|inadvertently|erroneously) (?:publish|releas|upload|post)\w*|publishing by mistake|(?:inadvertent|accidental|mistaken|erroneous) (?:publication|release)|copied verbatim|inappropriate(?:ly)? (?:disclos\w+|released)|should have been (?:redacted|removed|withheld))`), nil},
	{"physical-security",
		pattern(`(?i)(?:physical(?:ly)? secur\w+|locked (?:cabinet|room|cupboard|drawer)|secure (?:premises|storage|storeroom))`),
		pattern(`(?i)\b(?:(?:lost|stolen|theft of|loss of|mislaid) .{0,25}\b(?:laptops?|devices|USB|memory sticks?|discs?|dvds?|hard drives?|papers?|briefcase|folders?|mobile phones?)|(?:laptops?|memory sticks?|USB sticks?|discs?|papers|paperwork|folders?|briefcase).{0,90}\b(?:was|were|been|it was) (?:lost|stolen|left|found|mislaid)|(?:documents?|files|paper records) .{0,30}(?:was|were|been) left (?:at|in|on|behind)|laptop theft|in an insecure (?:place|location|container|manner)|left (?:unattended|behind)|unlocked (?:cabinets?|rooms?|offices?|containers?|premises|storage|cupboards?)|insecure (?:premises|storage))\b`), nil},
	{"retention-and-disposal",
		pattern(`(?i)(?:retention (?:and \w+ )?(?:polic(?:y|ies)|schedules?|periods?)|data retention|storage limitation|(?:purg(?:e|ing)|weed(?:ing)?) .{0,20}(?:historic|old|redundant|data|records)|\b(?:dispos(?:al|e|ing)|destr(?:oy|uction)|delet(?:e|ed|ion))\b (?:of )?.{0,25}(?:polic|process|procedure|records?|files|documents)|secure(?:ly)? (?:dispos\w+|destr\w+|delet\w+))`),
		pattern(`(?i)\b(?:longer than (?:was |is |were )?(?:\w+ )?(?:necessary|needed|required)|(?:kept|retained|retaining|held|stored|storing|keeping) .{0,60}(?:too long|for longer|beyond .{0,30}period|after (?:its|the|their) .{0,20}retention|indefinitely)|(?:unlawful|unauthorised|improper|wrongful)(?:ly)? (?:destr\w+|dispos\w+|delet\w+|shredd\w+)|records? .{0,60}were destroyed|destroyed .{0,40}records|(?:dumped|discarded|thrown|abandoned|disposed of|found|left) .{0,30}\b(?:bins?|skips?|street|recycling|car park)|(?:sold|auctioned) .{0,40}(?:drives?|computers?|cabinets?))\b`),
		pattern(`(?i)accidental loss|policy holder`)},

	// Lawfulness.
	{"data-minimisation",
		pattern(`(?i)\b(?:data minimi[sz]ation|minimum (?:amount|necessary)|necessary (?:and|or|nor) proportionate)\b`),
		pattern(`(?i)\b(?:excessive (?:amounts?|collection|processing|data|information|personal)|more (?:personal )?(?:data|information) than .{0,30}(?:need\w*|necessary|required)|disproportionate (?:collection|amount|intrusion|processing))\b`), nil},
	{"data-accuracy",
		pattern(`(?i)\b(?:data accuracy|accuracy principle|accurate (?:and up[- ]to[- ]date|data|records|information)|accuracy of (?:the |its |their |personal )*(?:data|records|information))\b`),
		pattern(`(?i)\b(?:inaccurate (?:records?|data|personal|information (?:about|on|was recorded))|(?:merged|mix(?:ed|ing)[- ]up|conflated|confused) (?:the |two |their )*(?:\w+ )?(?:records?|files|identit\w+|accounts?)|(?:records?|accounts?|files) .{0,60}(?:merged|mixed up|conflated|confused)|(?:incorrectly|wrongly) (?:recorded|merged|linked|attributed|matched))\b`),
		pattern(`(?i)to the (?:ICO|commissioner)`)},
	{"lawful-basis",
		pattern(`(?i)\b(?:lawful bas[ie]s|legal bas[ie]s|lawful(?:ly)? (?:reason|ground|obtain\w*)|condition for processing)\b`),
		pattern(`(?i)\b(?:without (?:any |a )?(?:lawful|legal) (?:basis|reason)|unlawful(?:ly)? (?:process\w*|collect\w*|scrap\w*)|unlawful use of .{0,20}(?:data|information)|unlawfully (?:captur|record|us|gather|shar|track|monitor)\w*|(?:fail\w* to|not) (?:us(?:e|ed|ing)|process\w*) .{0,50}\blawfully|process\w* .{0,40}unlawfully|assumed consent|opt-out (?:basis|consent))\b`),
		pattern(`(?i)against unauthorised|unauthorised (?:or|and) unlawful|unlawful processing and against|accidental or unlawful`)},
	{"transparency",
		pattern(`(?i)\b(?:transparen(?:t|cy)|fair processing information|duty to tell people)\b`),
		pattern(`(?i)\b(?:invisible processing|without (?:their |people(?:'|’)s |users(?:'|’) )knowledge|breach(?:es)? of .{0,60}duty to (?:tell|inform) people|(?:people|individuals|customers|data subjects) (?:were|was|are) (?:un|not )aware .{0,40}(?:process|data|shar))`),
		pattern(`(?i)\b(?:open and|open, |72 hours)\b|lawfulness, fairness and`)},
	{"data-subject-rights",
		pattern(`(?i)(?:subject access|access requests?|\bD?SARs?\b|right of access|(?:erasure|rectification|deletion) requests?|right to (?:erasure|object|rectification|be forgotten)|requests? (?:for|to) (?:access to their|erasure|erase|their (?:own )?(?:data|information|records)|personal (?:data|information)))`),
		pattern(`(?i)(?:(?:backlog of|overdue|unanswered|outstanding) .{0,20}(?:requests?|SARs?)|responded to (?:only )?[\d,]+ (?:out )?of [\d,]+ .{0,20}(?:requests|SARs)|(?:requests?|SARs?) .{0,60}(?:outside|beyond|exceed\w*) (?:of )?(?:the )?(?:statutory|legal|one[- ]month)|(?:requests?|SARs?) (?:went|gone|were) (?:unanswered|ignored))`),
		pattern(`(?i)complain\w*|\blogg?(?:ing|s|ed)?\b|freedom of information|FOI\b|controller shall`)},
	{"childrens-data",
		pattern(`(?i)(?:\bage (?:checks?|verification|assurance|gates?)|parental consent|parent(?:'|’)s consent|check(?:ed)? .{0,30}(?:ages?\b|who (?:its|the|their) users)|\bunder-?age\b|under the age of 1[38]|children under 1[38])`),
		pattern(`(?i)without (?:a )?parent(?:al|s|(?:'|’)s)?(?:'|’)? consent`), nil},
	{"dpia",
		pattern(`(?i)(?:data (?:protection|privacy) impact assessments?|\bDPIAs?\b|privacy impact assessments?|\bassessment of the impact\b)`), nil, nil},
	{"breach-notification",
		pattern(`(?i)(?:72 hours|(?:notif\w+|report(?:ed|ing)?|(?:inform(?:ed|ing)?|tell|told) (?:the )?(?:ICO|commissioner|regulator|people|individuals|customers|data subjects|those|victims|patients|them))\b (?:\w+ ){0,6}?(?:of |about )?(?:the |this |a )*(?:personal )?(?:data )?(?:breach|incident)\b|\bnotify (?:the )?(?:ICO|commissioner|DPA|regulator|affected|data subjects|individuals)|breach notifications?)`),
		pattern(`(?i)(?:notif|report)\w+ .{0,40}(?:\btoo late\b|(?:days|weeks|months) late)|(?:late|delayed) (?:notification|reporting) of|(?:breach|incident) (?:was|were) (?:not|only|never) (?:reported|notified)|(?:only|not) (?:tell|told|notif(?:y|ied)|inform(?:ed)?|report(?:ed)? .{0,20}to) the (?:ICO|commissioner|regulator|watchdog) .{0,30}(?:days|weeks|months)|(?:days|weeks|months) (?:late in|before) (?:notifying|reporting|telling)`),
		pattern(`(?i)previous(?:ly)? (?:reported|notified)|as soon as`)},
	{"accountability",
		pattern(`(?i)(?:demonstrate (?:its |their )?complian\w+|\baccountability\b|records? of (?:its |their |the )*processing|data protection officer|\bDPO\b|register(?:ed)? with the (?:ICO|commissioner)|(?:respond(?:ed|ing)?|reply|replied|comply|complied|answer) (?:to|with)? ?(?:an? |the )?(?:information notice|enforcement notice))`),
		pattern(`(?i)violat\w+ the principle of accountability|ignored .{0,30}(?:information notice|enforcement notice)`), nil},
}

// privacySigns are those that in a document about marketing speak of the
// consent to it and of its conditions: they are asked elsewhere.
var privacySigns = []sign{
	{"lawful-basis",
		pattern(`(?i)\b(?:(?:valid|explicit|informed|parental|lawful|specific) consent|consent (?:of|from) (?:the )?(?:people|individuals|users|customers|parents|patients|pupils|students)|legitimate interests?)\b`),
		pattern(`(?i)\bwithout (?:their |any |the |a |explicit |valid |parental |a parent(?:'|’)s )*(?:knowledge (?:or|and) )?consent\b|consent .{0,30}(?:not|neither) (?:have been |been )?(?:valid|freely|lawful)`),
		pattern(`(?i)\b(?:market\w*|PECR|calls?|texts?|messages?|e-?mails?|SMS|spam|subscribers?)\b`)},
	{"transparency",
		pattern(`(?i)\b(?:(?:privacy|fair processing) (?:notices?|polic(?:y|ies)|information|statements?)|(?:tell|told|inform(?:ed|ing)?) (?:its |their |the |any |those )?(?:people|individuals|customers|users|data subjects|them|patients|parents|public|employees|pupils|famil\w+|clients|members|tenants|workers)|duty to tell people|(?:clear|sufficient|adequate|fair processing) .{0,15}information (?:to|about|on))\b`),
		pattern(`(?i)\b(?:invisible processing|(?:people|individuals|customers|users|data subjects|patients|parents|pupils|employees) (?:were|was|are) (?:un|not )aware|would not (?:reasonably )?expect|without (?:their |people(?:'|’)s |users(?:'|’) )knowledge|breach(?:es)? of .{0,60}duty to (?:tell|inform) people|misle(?:d|ading) (?:people|users|customers|its))\b`),
		pattern(`(?i)\b(?:breach|incident|attack|hack|market\w*|subscribers?|calls?|open and|open, |72 hours|affected (?:people|individuals))\b|lawfulness, fairness and`)},
}

// marketingSigns are those of controls on marketing, asked only where a
// document is about marketing.
var marketingSigns = []sign{
	{"marketing-consent",
		pattern(`(?i)(?:\bconsent(?:ed)?\b|\bpermission\b|\bagreed\b|\bopt(?:ed)?[- ]?in\b|soft opt-in|opportunity to (?:select|choose|opt|refuse)|(?:genuine|free) choice)`),
		pattern(`(?i)(?:without .{0,40}(?:consent|permission)|none (?:of them )?had (?:given )?(?:permission|consent)|indirect consent|consent .{0,60}(?:was|were|is|be) (?:also )?(?:not|in)[- ]?(?:valid|specific|informed|freely|sufficient)|contraven\w+ .{0,40}(?:regulations? |regs? )(?:19|22)\b|(?:breach|violation) of (?:regulation|reg\.?) (?:19|22)\b|satisfy regulation 22)`),
		pattern(`(?i)screen|disclosed by|check(?:ing|ed)? (?:the |for |that )?.{0,8}consent`)},
	{"tps-screening",
		pattern(`(?i)(?:\bC?TPS\b|telephone preference service|screen(?:ed|ing)? .{0,40}(?:calls|numbers|against|lists?|data)|do not call|suppression lists?|off (?:its|their) (?:call(?:ing)? )?lists?)`),
		pattern(`(?i)(?:(?:calls?|called|calling|numbers?|people|subscribers|individuals|those|who)\b.{0,100}\b(?:registered|listed|signed up)\b.{0,40}(?:TPS|telephone preference)|contraven\w+ .{0,40}regulations? 21\b|(?:TPS|telephone preference service) .{0,40}(?:from|by) people who had (?:opted|registered))`), nil},
	{"caller-identification",
		pattern(`(?i)(?:identity of the (?:caller|sender|person)|(?:contact|company|valid) (?:details|address|name)|calling line identi\w+|caller ID|who (?:was|is|were) calling)`),
		pattern(`(?i)\b(?:(?:hid(?:ing|den)?|conceal(?:ed|ing)?|disguis(?:ed|ing)|withh(?:eld|olding)) (?:its|their|the|his|her)(?: true)? (?:identit\w+|numbers?|name)|withheld numbers?|(?:false|fake|bogus) (?:company |business |trading )?names?|spoof(?:ed|ing)|did not (?:identify|say who|give (?:its|their))|contraven\w+ .{0,30}regulations? (?:23|24)\b|regulations? (?:19|21|22) and (?:23|24)\b)`),
		pattern(`(?i)privacy (?:notice|policy)`)},
	{"supplier-list-due-diligence",
		pattern(`(?i)(?:due diligence|(?:check|verif)\w* .{0,50}(?:consent|agreed|permission|opted|lists?|leads|third[- ]party|data (?:it|they)))`),
		pattern(`(?i)\b(?:(?:relied|reliance|relying) (?:solely |only |simply )?(?:up)?on .{0,40}(?:assurances?|bought|purchased|indirect consent|third[- ]part(?:y|ies) (?:to|for|suppl|data)|(?:data |list )?suppliers?)|unchecked lists?)`),
		pattern(`(?i)TPS|telephone preference`)},
}
