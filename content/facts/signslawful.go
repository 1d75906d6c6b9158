package facts

// lawfulSigns are those of what may be done with data at all, in the words of
// notices.
var lawfulSigns = []sign{
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
		pattern(`(?i)previous(?:ly)? (?:reported|notified)|as soon as|\breports? (?:\w+ )?(?:produced|prepared|written|commissioned|drawn up|compiled|published|found|highlighted|identified|showed|revealed)\b`)},
	{"accountability",
		pattern(`(?i)(?:demonstrate (?:its |their )?complian\w+|\baccountability\b|records? of (?:its |their |the )*processing|data protection officer|\bDPO\b|register(?:ed)? with the (?:ICO|commissioner)|(?:respond(?:ed|ing)?|reply|replied|comply|complied|answer) (?:to|with)? ?(?:an? |the )?(?:information notice|enforcement notice))`),
		pattern(`(?i)violat\w+ the principle of accountability|ignored .{0,30}(?:information notice|enforcement notice)`),
		pattern(`(?i)took accountability`)},
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
