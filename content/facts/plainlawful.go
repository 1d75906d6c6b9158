package facts

// whoever are those whose data it is.
const whoever = `(?:people|customers|users|patients|parents|children|pupils|staff|employees|members|learners|callers|victims|students|drivers|residents|tenants|shoppers|visitors|donors|supporters|workers|motorists|passengers|individuals|data subjects|players|families|the public|those (?:affected|concerned|involved|filmed|on|in|whose|who)|applicants|clients)`

// plainLawful are the signs of what may be done with data at all, in everyday
// words.
var plainLawful = []sign{
	{"data-minimisation",
		anyOf(`(?:less|least) intrusive`, `relevan(?:t|ce) (?:and limited|to the purpose)`),
		anyOf(
			`(?:far |much |way )?more (?:personal |sensitive )?(?:data|information|details|photos?|material) than\b`, `(?:entire|whole|full|complete) (?:files?|records?|folders?|case notes|histor(?:y|ies)|contents|database)\b.{0,40}\b(?:when (?:a|one|two|only)|where only|rather than|instead of|although only|regardless)\b`, `(?:a|one|two|the) (?:\w+ )?(?:page|line|name|number|extract|summary)s? would (?:do|have done|have been enough|have sufficed)`,
			`everything (?:on it|in (?:it|them)|it could|on (?:the|their|his|her) phones?)\b`, `surplus to`, `(?:record|collect|captur|scann|monitor|film)\w*\b.{0,60}\b(?:was|were|is|had been) (?:\w+ )?(?:excessive|disproportionate|unnecessary|not (?:necessary|proportionate))\b`, `excessive (?:\w+ )?(?:data|information|questions|details|collection|amounts?)`, `(?:collect|gather|ask|record|tak|captur|hoover|extract|download)\w* (?:\w+ ){0,3}too much (?:data|information|detail|material)`, `indiscriminate(?:ly)? (?:collect|gather|record|captur|download|extract)\w*`), nil},
	{"data-accuracy",
		anyOf(`(?:up[- ]to[- ]date|accurate|correct|right) (?:address(?:es)?|contact details|records?)\b`, `keep(?:ing)? (?:\w+ ){0,3}(?:accurate|up[- ]to[- ]date)\b`, `(?:address(?:es)?|records?|contact details) (?:was |were |is |are )?(?:kept )?(?:accurate|up[- ]to[- ]date)\b`, `updat(?:e|ed|ing) (?:\w+ ){0,3}(?:address(?:es)?|contact details)\b`, `change of address`),
		anyOf(
			`(?:mix(?:ed|ing)?|muddled?|mixed)[- ]up\b.{0,60}\b(?:records?|files?|accounts?|identit\w+|patients|customers|people)\b`, `mistaken identity`, `same name and (?:date of birth|birthday)`, `(?:wrong|false|incorrect|erroneous|stale) (?:information|data|entry|entries|records?|details|markers?|flags?|diagnos[ie]s|convictions?|results?) (?:\w+ )?(?:was|were|had|about|against|held|stayed|remained|recorded|kept|on (?:his|her|their|people))\b`,
			`(?:wrongly|falsely|incorrectly|mistakenly|erroneously) (?:recorded|marked|labelled|flagged|linked|listed|identified|described|tagged|registered|shown|classed|matched|merged)\b`, `(?:error-?ridden|riddled with errors)`, `(?:systems|databases)\b.{0,40}\b(?:different address|did not (?:match|agree|talk)|disagreed|discrepanc\w+)`, `inaccura(?:te|cy|cies) (?:\w+ )?(?:address|record|data|entr|information|contact)\w*`, `discrepanc(?:y|ies) (?:between|in) (?:the )?(?:\w+ )?(?:systems|records|addresses)`),
		anyOf(`to the (?:ICO|commissioner)`, `TPS`, `market\w*`, `no longer pursued`)},
	{"childrens-data",
		anyOf(
			`(?:age|ages|how old|date of birth|birthday)\b.{0,30}\b(?:check\w*|verif\w*|confirm\w*|prov(?:e|en|ed|ing)|assur\w+|establish\w*)\b`, `(?:check\w*|verif\w*|confirm\w*|establish\w*|find out|prov(?:e|ed|ing))\b.{0,30}\b(?:ages?\b|how old|date of birth|old enough|(?:a )?parents?\b|who was behind)`,
			`under-?(?:13|18|16)s?\b`, `(?:children|users) (?:under|younger than|below|aged under) \w+`, `parents?(?:'|’)? (?:consent|permission|agreement|approval|say-so)`, `age (?:gates?|limits?)`, `(?:younger|underage|under-age) (?:children|users)`, `best interests of (?:the )?child\w*`),
		anyOf(
			`without (?:their |a |any |the )?(?:parents?|mums?|guardians?|carers?)s?(?:'|’)?s? (?:consent|permission|agreement|knowing|say)`, `(?:parents?|guardians?) (?:weren(?:'|’)t|were not|was not|wasn(?:'|’)t|were never|had not been|hadn(?:'|’)t been) (?:even )?(?:asked|told|consulted)\b`, `(?:nobody|no one|no-one) (?:had )?(?:checked|asked|verified)\b.{0,40}\b(?:parents?|ages?|old|child\w*)\b`,
			`(?:let|allow|permitt|admitt|enabl)\w* (?:\w+ ){0,4}(?:children|under-?\d+s?|minors|youngsters|kids)\b.{0,30}\b(?:sign|join|use|open|register|set up|create)\b`, `tick(?:ed|ing)? a box\b.{0,30}\b(?:old enough|over|aged?|\d\d)\b`, `self-declar\w+`, `(?:lie|lied|lying|fibbed|fibbing) about (?:their|its|his|her) ages?`),
		anyOf(`pupils(?:'|’) faces`, `facial recognition`, `fingerprint\w*`)},
	{"dpia",
		anyOf(`(?:impact|privacy) (?:assessments?|analys[ie]s)\b`, `assess(?:ments?|ed|ing)? (?:of )?(?:the |any )?(?:privacy |data protection )(?:risks?|impact|effects?|dangers?)`, `assessments? of (?:the )?(?:risks?|impact|dangers)\b.{0,30}`, `assess(?:ed|ing)? (?:the |what )?(?:impact|effects?)\b`, `(?:thought|think|gone|consider(?:ed)?) (?:\w+ ){0,2}(?:through|about|into) the (?:privacy )?(?:risks?|dangers|implications)\b`),
		anyOf(
			`(?:assessments?|DPIAs?)\b.{0,60}\b(?:afterwards|after (?:the (?:event|fact|readers|cameras|system|launch|app|roll-?out)|it (?:went|had))|(?:months|weeks|a year|years) after|too late|retrospective\w*|belated\w*|two pages|one page|took no account|(?:was )?finally (?:done|written|carried)|only (?:done|written|completed|carried out|after))\b`,
			`(?:without|no) (?:\w+ ){0,3}(?:assessment of (?:the )?(?:risks?|impact)|impact assessment|DPIA)\b`, `(?:n(?:'|’)t|not|never) (?:\w+ ){0,3}an? (?:assessment of (?:the )?(?:risks?|impact)|impact assessment|DPIA)\b`),
		anyOf(`cyber\w*`, `hack\w*`, `security risks?`, `attack\w*`, `would have wished`, `did not make a finding`, `phish\w*`)},
	{"breach-notification",
		anyOf(`(?:within )?(?:three days|72[- ]hours?|seventy-two hours)\b`, `(?:told|tell|telling|inform\w*|notif\w+|warn\w*|contact\w*|writ\w+ to|wrote to) (?:\w+ ){0,3}(?:those affected|affected (?:people|customers|patients)|customers|victims|patients|members)\b.{0,40}\b(?:breach|incident|attack|theft|hack|leak|stolen|lost)`, `(?:own(?:ed)? up|come clean|came clean) (?:to|about)\b`),
		anyOf(
			`(?:days|weeks|months|fortnight|a month|a year|a week|years) (?:\w+ ){0,4}before (?:\w+ ){0,4}(?:saying so|telling|tell|told|informing|notif\w+|report(?:ing|ed)|contacting|warning|owning up|coming clean|writing to|alerting|letting)\b`, `(?:waited|took|delayed|sat on|dithered|dallied)(?: \w+){0,6} (?:before|until|to) (?:\w+ ){0,3}(?:telling|tell|informing|inform|notif\w+|report(?:ing)?|warn(?:ing)?|contact(?:ing)?|alert(?:ing)?|own(?:ing)? up|admit\w*) (?:\w+ ){0,3}(?:the|it|ICO|commissioner|regulator|watchdog|customers|victims|those|people|anyone|patients|affected)\b`,
			`(?:not|n(?:'|’)t|never) (?:tell|inform|notify|report (?:it|this|the \w+) to|contact|warn|alert) (?:the )?(?:ICO|commissioner|regulator|watchdog|Information Commissioner(?:'|’)s Office|customers|patients|victims|those affected|people affected) (?:until|for)\b`, `(?:kept (?:it |this |the (?:breach|attack|theft|hack|loss) )?(?:quiet|secret|silent|under wraps)|hush(?:ed)? (?:it )?up|sat on the (?:news|breach)|swept .{0,20}under|concealed the (?:breach|attack|theft|hack))\b`,
			`(?:came to hear|heard|learn(?:ed|t)|found out|was told) (?:\w+ ){0,4}(?:breach|incident|matter|attack|loss|it)\b.{0,60}\b(?:only|from the (?:press|media|news\w*)|months later|years later|after an inspection)\b`, `only came to hear\b`, `(?:ICO|commissioner|regulator|watchdog|Commissioner(?:'|’)s Office)\b.{0,20}\b(?:only (?:heard|learn(?:ed|t)|found out|discovered|told)|(?:heard|learn(?:ed|t)|found out) only)\b`,
			`(?:told|informed|notified|reported (?:it |this |the (?:breach|incident|matter|loss) )?to) (?:the )?(?:ICO|commissioner|regulator|watchdog|Information Commissioner(?:'|’)s Office) (?:only )?(?:after|on day) (?:\w+ )?(?:four|five|six|seven|eight|nine|ten|eleven|twelve|[4-9]|\d\d+) (?:days|weeks|months)`, `(?:breach|incident|matter|loss|theft)\b.{0,40}\b(?:reported|notified)\b.{0,30}\b(?:days|weeks|months) (?:late|later|afterwards|after)\b`,
			whoever+` (?:\w+ )?(?:not|never|only)\b.{0,15}\b(?:told|informed|notified|warned|contacted|written)\b.{0,40}\b(?:breach|theft|loss|stolen|leak|hack|attack)\b`, `(?:late|belated|tardy|overdue|delayed) (?:\w+ )?(?:report|notification|disclosure) (?:of|to)\b`, `missed the (?:72|deadline|three-day)`),
		anyOf(`requests?\b`, `previously (?:reported|notified)`, `as soon as`, `had reported the incident .{0,30}without delay`)},
	{"data-subject-rights",
		anyOf(
			`requests?\b.{0,40}\b(?:copies of|copy of|to see|access to|delet\w+|eras\w+|correct\w+) (?:the |their |his |her |own |personal |medical )+(?:\w+ )?(?:data|information|records?|files?|notes|details|images?|photos?)\b`, `(?:asked|ask|asking|want(?:ed|ing)?) (?:to (?:see|have|know)|for)\b.{0,30}\b(?:their|his|her|own) (?:\w+ )?(?:data|information|records?|files?|notes|images?)\b`,
			`(?:answer|deal|reply|repli|respond)\w*\b.{0,40}\b(?:within|in) (?:a |one |the )?(?:month|calendar month|statutory|legal|time limit|40 days)\b`, `right to be forgotten`),
		anyOf(
			`requests?\b.{0,30}\b(?:overdue|unanswered|unfulfilled|unmet)\b`, `answer\w*\b.{0,20}\b(?:fewer|less|only|just|barely)\b.{0,60}\brequests?\b`, `requests?\b.{0,60}\b(?:of which|only)\b.{0,20}\banswered\b.{0,30}\b(?:on|in) time\b`, `backlogs?\b.{0,60}\b(?:requests?|SARs?)\b`, `(?:access requests?|SARs?|DSARs?)\b.{0,80}\b(?:unanswered|overdue|outstanding|late|ignored|took (?:\w+ ){0,3}(?:months|years)|waiting|waited|(?:more|longer) than (?:a|one|two|\w+) (?:month|year)|missed|out of time|over a year|fobbed off)\b`, `(?:wait(?:ed|ing)?|waits)\b.{0,40}\b(?:months|years)\b.{0,40}\b(?:their|own|personal) (?:\w+ )?(?:files?|records?|data|information)\b`,
			`demand(?:ed|ing)? (?:\w+ ){0,4}(?:photos?|ID|identification|proof|passports?|pictures)\b.{0,60}\b(?:asked|request\w*|want\w*|index|exercise)\b`, `(?:made|making) it (?:hard|harder|difficult|impossible)\b.{0,60}\b(?:rights?|access|object|delet\w+)\b`, `(?:deprived|deprive)\b.{0,60}\b(?:exercise|rights)\b`, `(?:asked|request\w*)\b.{0,60}\b(?:fobbed off|no (?:answer|reply)|heard nothing|turned away|in vain)\b`, `enough to put anyone off`),
		anyOf(`complain\w*`, `freedom of information`, `FOI\b`)},
	{"accountability",
		anyOf(`(?:appoint|consult|involv|ask)(?:ed|ing)? (?:an? |its |the |their )?data protection officer`, `data protection (?:fee|register)\b`),
		anyOf(
			`(?:ignored|ignoring|disregarded|stonewall\w*|obstruct\w*)\b.{0,60}\b(?:(?:ICO|commissioner|regulator|watchdog)(?:'|’)s|information notices?|enforcement notices?|letters from the|investigators)\b`, `(?:did not|didn(?:'|’)t|never|failed to|refus\w+ to) (?:reply|answer|respond|comply)\b.{0,30}\b(?:information notice|enforcement notice)\b`,
			`(?:data protection officer|DPO)\b.{0,40}\b(?:wasn(?:'|’)t|not (?:been )?(?:asked|consulted|involved|appointed)|never (?:been )?(?:asked|consulted|involved|appointed)|sidelined|by-?passed)\b`, `(?:no|without an?|never (?:had|appointed) an?|lacked an?) (?:data protection officer|DPO)\b`, `(?:not|never) (?:been )?registered (?:with the (?:ICO|commissioner)|as a data)\b`),
		anyOf(`tax\b`, `solicitors regulation`)},
}

// plainPrivacy are those of consent and telling, in everyday words; a document
// about marketing or about somebody in court speaks of them otherwise.
var plainPrivacy = []sign{
	{"lawful-basis",
		anyOf(`(?:reason|basis|ground|justification|grounds|excuse|authority|footing)s? (?:in|under|at) (?:the )?law\b`, `(?:legal|lawful|legitimate) (?:reason|ground|justification|authority|footing|grounds)\b`, `(?:freely given|informed|genuine|meaningful|real|true|proper) (?:consent|choice)\b`, `consent (?:was|is|had|could|cannot)\b`),
		anyOf(
			`(?:had|have|has) no (?:right|business|authority) (?:\w+ )?to (?:use|collect|gather|share|keep|hold|process|take|record|scan|pass|sell)\b`, whoever+` (?:weren(?:'|’)t|were not|were never|had not been|hadn(?:'|’)t been|had never been) (?:even )?asked\b`, `taken to have (?:agreed|consented)`, `deemed to have (?:agreed|consented)`, `silence (?:was|taken|counted|as)\b.{0,30}\b(?:consent|agree\w*|yes)\b`, `pre-?ticked`,
			`(?:isn(?:'|’)t|wasn(?:'|’)t|was not|is not|not|never|hardly) (?:\w+ )?(?:valid|real|true|genuine|proper|meaningful|freely given|informed|lawful) (?:consent|choice)\b`, `(?:not|never|weren(?:'|’)t|no one was) (?:been )?offered (?:\w+ ){0,3}(?:alternative|choice|other way|way (?:out|of opting)|option)\b`, `(?:no|without (?:any|a)) (?:real |genuine |meaningful |proper )?(?:choice|alternative|opt-out)\b`,
			`legitimate interests?\b.{0,60}\b(?:not|failed|outweigh\w*|overrid\w+|overrode|reject\w*|cannot|could not|no basis)\b`, `unlawful as\b`, `as unlawful\b`, `broke(?:n)? the law (?:by|when|in|with)\b.{0,40}\b(?:collect|scan|record|us(?:e|ing)|shar|process|track|captur|bring|brought)\w*`, `(?:unlawful(?:ly)?|illegal(?:ly)?) (?:\w+ )?(?:collect|shar|process|record|captur|gather|scan|stor|track|profil|scrap|harvest|monitor)\w*`,
			`(?:sold|passed on|shared|handed over|handed|traded)\b.{0,60}\bwithout (?:permission|consent|asking|their)\b`, `behind (?:\w+ )?(?:people|customers|users|patients|their|the public)(?:'|’)?s? backs?\b`, `secretly (?:record|film|collect|track|scann|shar|captur|monitor|profil)\w*`, `without (?:the )?(?:\w+ ){0,4}(?:knowledge (?:or|and) )?(?:consent|permission)\b`),
		anyOf(`market\w*`, `PECR`, `calls?\b`, `texts?\b`, `spam`, `no choice but`, `did not (?:find|pursue)`, `no longer pursued`, `against unauthorised`, `prosecut\w+`, `offences?\b`, `from inside\b`, `court`, `magistrates`, `guilty`, `employee\w*(?:'|’)? (?:account|consent)`)},
	{"transparency",
		anyOf(
			`(?:privacy|fair processing) (?:notices?|polic(?:y|ies)|statements?|information)\b`, `small print`, whoever+`\b.{0,30}\b(?:told|informed|aware|knew|know|idea|realis\w+|understand|understood|explained|heard)\b`, `(?:tell|telling|inform(?:ing)?|warn(?:ing)?|notify(?:ing)?) `+whoever+`\b`),
		anyOf(
			`(?:any|none) the wiser`, `kept in the dark`, `without (?:so much as )?(?:telling|informing|letting|explaining|notifying) (?:them|anyone|people|users|customers|patients|the|those|their|individuals)\b`, `without (?:them|anyone|anybody|people|users|customers|their|those|his|her|callers|`+whoever+`)\b.{0,30}\b(?:knowing|realising|knowledge|being told|being aware)\b`, `had no (?:idea|clue|inkling|knowledge|way of knowing)\b`,
			`never (?:even )?heard of\b`, `ever heard of\b`, `unbeknown\w*`, `unwitting\w*`, `oblivious`, `["“‘']?invisible["”’']? (?:to|processing)`, `(?:buried|tucked away|hidden) (?:\w+ )?(?:in|on|deep|at|within|behind)\b.{0,30}\b(?:small print|privacy|terms|pages?|polic\w+|links?|notice)\b`, `(?:hard|difficult|impossible|not easy) to (?:find|understand|read|follow)\b`,
			`(?:privacy (?:policy|notice|information|statement)|explanations?|wording|fair processing notice)\b.{0,60}\b(?:vague|misleading|unclear|too (?:long|little|vague|complex|general)|[\d,]+ words|dense|legalese|jargon|inadequate|incomplete|out of date|did not (?:say|mention|name|explain|specify|tell|contain)|didn(?:'|’)t (?:say|mention|name|explain|tell)|not specify|silent|said nothing|no mention|reading age|nowhere)\b`,
			`told (?:its |their |the )?`+whoever+` (?:\w+ )?too little`, `in (?:any )?words (?:that )?(?:they|a child|children|people|ordinary)\b`, `failed to (?:let|tell|inform|explain to|make (?:it )?clear to) (?:its |their |the )?`+whoever+`\b`, `not (?:been )?(?:open|upfront|up front|honest|candid) (?:about|with)\b`, `nor were (?:\w+ )?(?:told|informed|asked)\b`),
		anyOf(`breach(?:es)?\b`, `incidents?\b`, `attack\w*`, `hack\w*`, `market\w*`, `subscribers?`, `open and`, `72 hours`, `encrypt\w*`, `of whom`, `training`, `function`, `guidance`, `procedures?`, `stolen`, `complain\w*`, `lost`, `court`)},
}
