package facts

// outsider is whoever works for an organisation from outside.
const outsider = `(?:(?:sub-?)?contractors?|suppliers?|vendors?|processors?|outsourc\w+|(?:hosting|cloud|clearance|disposal|waste|shredding|mailing|printing|IT|software|outside|archive|storage|courier) (?:company|firm|providers?|business|agency)|third[- ]part(?:y|ies)|service providers?)`

// plainOrganisational are the signs of people, papers and suppliers, in everyday
// words.
var plainOrganisational = []sign{
	{"supplier-management",
		anyOf(
			outsider+`\b.{0,60}\b(?:contracts?|agreements?|in writing|checks?|checked|audit\w*|inspect\w*|oversight|oversaw|oversee\w*|supervis\w*|monitor\w*|vetted|vetting|assess\w*|guarantees?|assurances?|instructions?|due diligence|visit\w*)\b`,
			`(?:contracts?|agreements?|in writing|checks?|checked|audit\w*|inspect\w*|oversight|oversaw|oversee\w*|supervis\w*|monitor\w*|vetted|vetting|vet|assess\w*|assurances?|instructions?|due diligence)\b.{0,50}\b`+outsider+`\b`,
			`written (?:agreements?|contracts?|terms)\b`, `contract (?:was |had been )?(?:in place|worth|signed|existed)\b`, `(?:check|ask|look|find out|see|inspect)\w* (?:\w+ )?(?:what|how|whether|where) (?:its|the|their) `+outsider, `chat-?bot`),
		anyOf(
			outsider+`\b.{0,50}\b(?:on trust|unchecked|unsupervised|unvetted|own devices|free rein|no contract|handshake|without (?:a|any) (?:\w+ )?(?:contract|agreement|check))`, `(?:handshake|verbal|oral|gentleman(?:'|’)s) (?:deal|agreement|arrangement|contract)`,
			`contract\b.{0,40}\b(?:had (?:expired|lapsed)|silent|said nothing|unsigned|never (?:been )?signed|made no mention|did not (?:mention|say|cover|require|deal))\b`, `(?:assumed|relied|trusted|presumed|took it for granted) .{0,40}\b`+outsider+`\b`, `(?:never|not) (?:once )?(?:checked|asked|audited|inspected|visited|vetted|looked at) .{0,30}\b`+outsider+`\b`),
		anyOf(`lists?\b`, `leads?\b`, `opt(?:ed)?[- ]in\b`, `consent\w*`, `TPS`, `market\w+`, `sold to`)},
	{"staff-training",
		anyOf(
			`(?:data protection|information security|data security|cyber|security|information governance|privacy|GDPR|half-day|online|mandatory|compulsory|annual) (?:courses?|modules?|sessions?|briefings?|refreshers?|lessons?|instruction|awareness|education)\b`, `inductions?\b`, `refreshers?\b`, `e-?learning`,
			`(?:staff|employees?|workers?|volunteers?|officers?|team|nurses?|clerks?|temps|receptionists?|handlers?|administrators?|caseworkers?|colleagues|those (?:involved|responsible|who sent)) .{0,40}\b(?:knew|know|aware|told|taught|shown|instructed|briefed|understood|understand|reminded)\b (?:\w+ )?(?:how|what|to|of|about|that|whom|who|the|when)\b`,
			`been (?:told|taught|shown|instructed|briefed) (?:how|what|to)\b`),
		anyOf(
			`(?:\d+(?:\.\d)? ?(?:%|per ?cent)|(?:only|just|fewer than|less than|under|barely|a|one|two|every) (?:\w+ )?(?:third|half|quarter|fifth|tenth|in (?:two|three|four|five|ten))s?)\b?.{0,70}\b(?:up to date with|completed|been trained|were trained|finished|taken|attended|passed|undergone|received|done|had)\b.{0,50}\b(?:training|courses?|modules?|trained)\b`,
			`(?:training|courses?|refresher\w*)\b.{0,60}\b(?:overdue|lapsed|out of date|expired|patchy|years (?:ago|earlier|before)|not (?:compulsory|mandatory|tailored|specific|refreshed|recorded|repeated)|optional|voluntary|one-off|generic|too (?:general|basic|brief|short|late)|incomplete|missed|skipped|slipped|scant|minimal|perfunctory|rudimentary)\b`,
			`last (?:been )?(?:trained|had (?:any )?training|received (?:any )?training)\b.{0,20}\b(?:in|years|before|more)\b`, `(?:untrained|unprepared|ill-prepared|poorly trained|ill-trained|under-?trained)\b`, `left to learn`, `learn(?:ed|t|ing)? (?:it )?(?:on the job|as (?:they|he|she) went)`, `at the deep end`,
			`(?:any|no) (?:\w+ ){0,3}training (?:at all|whatever|whatsoever|of any kind)`),
		anyOf(`(?:9\d|100)(?:\.\d)? ?(?:%|per ?cent)`, `well[- ](?:trained|drilled)`, `trained (?:social workers|AI|the model|it|its (?:model|algorithm))`, `training (?:data|sets?|the model|records|provider|compan\w+)`, `AI\b`, `models?\b`)},
	{"policies-and-procedures",
		anyOf(
			`(?:clear|formal|set|proper|agreed|fixed|established|house|internal|specific|practical|consistent|central|standard|adequate|such|local|simple|basic) (?:rules?|systems?|process(?:es)?|guidance|guidelines?|instructions?|sign-?off|checklists?|schedules?|protocols?|procedures?|governance|arrangements?|safeguards?)\b`,
			`(?:systems?|rules?|process(?:es)?|routine|mechanism|arrangements?|schedule|checklist|protocol|guidance|guidelines?|instructions?) (?:for|on|about|to|of our own|of its own|as to|saying|setting|governing|covering|telling|by which|under which|that (?:said|told|governed|covered|would))\b`,
			`(?:told|instructed|asked|reminded) to (?:look|check|lock|remove|search|make sure|ensure|empty|count|return|sign)\b`, `(?:tracking|booking[- ]out|signing[- ](?:out|in)|sign-?out|logging-?out) (?:system|sheet|register|log)s?\b`, `(?:rule ?book|handbook|manual)\b`, `sign(?:ed)?[- ]?off\b`, `rule on (?:whether|how|what|when|who)\b`, `written (?:rules?|guidelines|policy|procedures?)\b`),
		anyOf(
			`no (?:\w+ ){0,2}(?:policy|policies|procedures?|rules?|guidance|guidelines|system|protocols?|process(?:es)?|written instructions|checklists?|sign-?off)\b(?: \w+)? ?(?:for|on|about|to|that|governed|governing|covered|covering|in place|existed|was|were|telling|saying|of|by|as|whereby|at)\b`,
			`(?:policy|policies|procedures?|rules|guidance|guidelines|rule ?book|manual|templates?)\b.{0,60}\b(?:out of date|outdated|few knew|gather(?:ed|ing) dust|in a drawer|never (?:been )?(?:followed|read|written|reviewed|updated|finished|approved|mentioned|looked|enforced|shared)|in draft|said (?:nothing|next to nothing|little)|existed only|on paper only|dead letter|unread|unwritten|boilerplate|flouted|by-?passed|disregarded|not (?:been )?(?:followed|looked at|reviewed|updated|written|known|read|kept to|enforced|circulated|shared))\b`,
			`left (?:it )?to (?:individuals?|the (?:judge?ment|discretion|memory|good sense|care)|each|chance|their own|his own|her own)\b`, `in the habit of`, `word of mouth`, `custom and practice`, `(?:none|nobody|no one)\b.{0,50}\b(?:responsib\w+|in charge|ownership)\b`, `nobody(?:'|’)s job`,
			`(?:against|contrary to|flout\w+|ignor\w+|in defiance of|broke|breach\w* of) (?:its|their|the (?:council|trust|company|force|charity|firm)(?:'|’)s) own (?:\w+ ){0,3}(?:polic|rule|procedure|guid|process|standard)\w*`, `simple procedures?\b.{0,60}\bwould have`),
		anyOf(`(?:password|privacy|cookie|retention|insurance|redress|refund|complaints?|regulatory action|foreign|encryption) (?:polic|rule|procedure)\w*`, `rules of procedure`, `tribunal`, `operating system`, `polic(?:y|ies) ?holders?`, `PECR`, `broke the rules`, `regulations\b`, `market\w+`, `TPS`)},
	{"email-handling",
		anyOf(`(?:bulk|group|mass|bulk mailing) (?:mail|e-?mail|mailing|messaging|messages?|mailings?)s? (?:tool|software|service|system|programme|platform|facility)?`, `mail-?merge`, `delay on outgoing`, `(?:check|confirm|verif)\w* (?:\w+ ){0,3}(?:addresses|address|recipients?)\b`),
		anyOf(
			`(?:wrong|incorrect) (?:box|field|line|attachment|envelopes?|house|fax number|mailbox|inbox|mailing list|button)\b`, `(?:addresses|names|recipients)\b.{0,40}\b(?:visible to|on show to|in full view|for all to see|displayed to|seen by (?:all|every|each|the other)|shared with (?:all|every|each))\b`,
			`(?:could|can|able to|let) (?:\w+ )?(?:see|read|view) (?:the )?(?:(?:e-?mail )?addresses of|(?:names|addresses)(?: and (?:e-?mail )?(?:names|addresses))? of (?:all|every|the other|each)|who else|everyone else(?:'|’)s|each other(?:'|’)s (?:e-?mail )?(?:address|name)|one another(?:'|’)s (?:e-?mail )?(?:address|name))`,
			`auto-?(?:complete|fill|suggest)\w*`, `namesakes?\b`, `similar(?:-sounding|ly[- ]named)? (?:\w+ )?(?:names?|address(?:es)?|recipients?)`, `(?:copied in|cc(?:'|’)?d|copying in|copied) (?:everyone|everybody|all|every)\b`, `reply[- ]all`,
			`(?:sent|posted|delivered|addressed|went|mailed|e-?mailed|faxed|forwarded)\b.{0,50}\b(?:old|former|previous|outdated|out-of-date|wrong|stranger(?:'|’)s|neighbour(?:'|’)s|different) (?:home |postal |e-?mail )?address(?:es)?\b`,
			`(?:sent|posted|delivered|addressed|mailed|e-?mailed|faxed|forwarded) (?:\w+ ){0,4}to (?:a |the |another |an? unconnected )?(?:(?:total |complete )?strangers?|namesake|wrong|someone else|somebody else|unintended)\b`, `attach(?:ed|ing) the wrong`, `(?:wrong|mistaken) (?:file|document|letter|report|page)s? (?:was |were |had been )?(?:attached|enclosed|put in|slipped in)`,
			`mistyp\w+`, `misaddress\w+`, `misdirect\w+`, `(?:ordinary|normal|standard) e-?mail for`, `(?:two|another) (?:letters|pages?|sheets?|people(?:'|’)s letters?)\b.{0,30}\bsame envelope`),
		nil},
	{"disclosure-checks",
		anyOf(
			`(?:check(?:ed|s|ing)?|look(?:ed|ing)?|review(?:ed|ing)?|read(?:ing)?|examin\w+|inspect\w+|sign(?:ed|ing)?[- ]?off)\b.{0,50}\b(?:before|prior to)\b.{0,40}\b(?:publi\w+|releas\w+|went out|going out|disclos\w+|upload\w*|went online|posted|hand\w+)\b`,
			`(?:look|check|search)(?:ed|ing)? (?:for|inside|behind|in) (?:\w+ )?(?:hidden|drawers?|sheets?|tabs?|columns?|files?)\b`, `metadata\b`, `(?:remov(?:e|ed|ing)|strip(?:ped|ping)?|tak(?:e|en|ing) out|blank(?:ed|ing)? out|black(?:ed|ing)? out)\b.{0,40}\b(?:names?|identif\w+|personal|address(?:es)?|hidden|details|sheets?)\b`, `anonymis\w+`,
			`(?:flat|plain|CSV|PDF) (?:file|format|copy|version)\b`),
		anyOf(
			`(?:behind|beneath|underneath|under) the (?:\w+ )?(?:pivot|table|chart|black|bars?|blocks?|front sheet|summary|totals)\b`, `(?:hidden|concealed|unseen) (?:\w+ )?(?:sheets?|tabs?|columns?|rows?|worksheets?|layers?|cells|text)\b`, `pivot table`, `black(?:ed)?[- ](?:out|bars?|boxes|marker|pen)\b.{0,60}\b(?:removed|copied|lifted|read|underneath|still|undone|pasted)\b`,
			`(?:should not|shouldn(?:'|’)t|should never|ought not to) have (?:been )?(?:had|there|included|published|released|left in|disclosed|uploaded|posted)\b`, `(?:un-?redacted|unedited|raw|full|wrong|uncensored) (?:version|copy|file|spreadsheet|document|list)s?\b.{0,50}\b(?:publish\w*|upload\w*|released|went|sent|posted|online|handed|disclos\w+)\b`,
			`(?:publish|upload|releas|post|sent|hand|put|disclos|send)\w* (?:\w+ ){0,5}(?:un-?redacted|unedited|uncensored|raw)\b`, `(?:failed to|forgot to|not (?:been )?|neglected to|never) (?:remov|strip|blank|black|spot|tak(?:e|en) out|obscur|redact|mask)\w*`,
			`redact\w*\b.{0,50}\b(?:fail\w*|miss(?:ed|ing)|wrongly|incomplete|ineffective|undone|reversed|removed|errors?|mistakes?|poor|overlooked|slip)\b`, `(?:nobody|no one|none)\b.{0,30}\b(?:checked|opened|looked (?:at|inside|for|through)|read)\b.{0,40}\b(?:before|sheets?|hidden|files?|documents?|attachment|spreadsheet)\b`, `no (?:specific |final |second |formal )?(?:sign-?off|check|checks|review)\b.{0,30}\b(?:before|prior)`),
		nil},
	{"physical-security",
		anyOf(`(?:secure|designated|locked|lockable) (?:area|room|storage|bag|bin|case|cabinet|cupboard|drawer|container|place|store)s?\b`, `lockable\b`, `key(?:s|cards?)? to the (?:room|store|cabinet|office)`, `clear[- ]desk`),
		anyOf(
			`left (?:\w+ ){0,4}?(?:on|at|in|behind|under|outside) (?:a |an |the |his |her |its |their )?(?:\w+ ){0,3}?(?:trains?|bus|buses|tube|taxis?|cars?|cab|pub|caf[eé]|plane|street|pavement|station|yard|corridor|hallway|bench|boot|back seat|roof|hotel|restaurant|platform|doorstep|car park|storeroom|garage|basement|cellar|attic|loft|field|shed|building|hospital)\b`,
			`(?:stolen|taken|snatched|swiped) from (?:a |an |the |his |her |its |their )?(?:\w+ ){0,4}?(?:car|boot|home|house|bag|vehicle|van|desk|train|pub|flat|locker|premises|hotel|surgery|office)\b`, `burgl\w+`, `(?:not|n(?:'|’)t|never) (?:kept )?locked\b`, `unlocked\b`, `unattended\b`, `unsecured (?:\w+ )?(?:rooms?|building|store|cabinets?|premises|cage|yard|area)`,
			`(?:crates|boxes|bags|sacks|files|papers|folders|records|documents|pages|letters)\b.{0,50}\b(?:abandoned|dumped|blowing|strewn|scattered|soaked|littered|in the (?:yard|rain|street|open|road)|derelict|disused)\b`, `(?:derelict|disused|abandoned|vacated|vacant) (?:\w+ )?(?:building|hospital|office|premises|site|home|ward|clinic|school)`,
			`(?:lost|mislaid|misplaced|went missing|gone missing|disappeared|vanished|dropped)\b.{0,60}\b(?:laptops?|memory|USB|drives?|discs?|disks?|phones?|tablets?|folders?|notebooks?|binders?|bags?|briefcase|dictaphone|recorders?|cameras?|tapes?|paper\w*|case files?)\b`,
			`(?:laptops?|memory sticks?|USB|(?:hard )?drives?|discs?|disks?|phones?|tablets?|folders?|notebooks?|binders?|briefcase|rucksack|dictaphone|recorders?|cameras?|tapes?|bundles?)\b.{0,60}\b(?:lost|mislaid|misplaced|missing|disappeared|vanished|dropped|stolen|unaccounted for|left on|left in|left behind)\b`,
			`(?:got off|alighted|drove off|walked (?:off|away)|went home) without (?:it|them|the)\b`, `walk(?:ed)? in off the street`, `tailgat\w+`, `propped open`, `(?:doors?|gates?|cupboards?|cage|cabinets?|store)\b.{0,15}\b(?:left open|ajar|no lock|without a lock|was open|were open)\b`, `not sealed\b`, `no (?:locks?|CCTV)\b`),
		anyOf(`hack\w*`, `ransom\w*`, `cyber\w*`, `malware`, `phish\w*`, `online`, `download\w*`)},
	{"retention-and-disposal",
		anyOf(
			`(?:retention|deletion|disposal|destruction|shredding|weeding) (?:schedules?|rules?|plans?|timetable|programme|practices?|dates?|script|routine|process|arrangements)\b`, `confidential waste\b`, `how long\b.{0,60}\b(?:kept|keep|held|stored|retain\w*)\b`, `get(?:ting)? rid of\b`, `got rid of\b`, `(?:schedule|rule|policy) (?:for|on|saying) (?:\w+ ){0,3}(?:keep|kept|delet|destr|retain|how long)\w*`,
			`(?:delet|eras|destroy|shredd?|wip|weed|purg)(?:e|ed|ing)? (?:\w+ ){0,3}(?:data|records|files|accounts|papers|documents|drives?|CVs|after|when)\b`),
		anyOf(
			`(?:should|ought to) have been (?:\w+ )?(?:deleted|destroyed|erased|shredded|wiped|disposed|purged|weeded|thrown away)\b`, `(?:meant|supposed|due) to (?:have been |be )(?:deleted|destroyed|erased|shredded|wiped|purged)\b`,
			`(?:held|hold(?:ing)?|keep(?:ing)?|kept|hung|hang(?:ing)?|stor(?:ed|ing)|retain(?:ed|ing))\b.{0,60}\b(?:(?:well|far|long) (?:beyond|past)|long after|years after|for ?ever\b|for good\b|indefinitely|longer than|for decades|past (?:its|their)|(?:no|without) (?:time )?limit|beyond the period)`,
			`older than\b.{0,40}\b(?:retention|period|polic|rules|allowed)\w*`, `(?:found|dumped|left|discovered|turned up|stuffed|thrown|put|ended up|sold|blown|seen|spotted|abandoned)\b.{0,60}\b(?:recycling|skips?|bin bags?|wheelie|rubbish|(?:paper |waste )?bins?|landfill|second-hand|auction|scrap|car boot sale)\b`,
			`(?:recycling (?:bank|bin)|skip|second-hand \w+|auction)\b.{0,60}\b(?:files|papers|records|documents)\b`, `(?:sold|gave away|given away|donated|recycled|auctioned)\b.{0,40}\b(?:filing cabinets?|cabinets?|computers|hard drives?|laptops|furniture|desks?|drawers)\b`,
			`(?:went|put|fed|go|going|gone) (?:\w+ ){0,3}(?:through|into) (?:the|a) (?:shredder|machine|incinerator|skip)\b`, `(?:irreplaceable|only cop(?:y|ies)|keepsakes?|originals?)\b.{0,80}\b(?:destroy\w*|shredd\w*|thr(?:ew|own)|binned|wiped|pulped)\b`, `(?:destroy\w*|shredd\w*|thr(?:ew|own)|binned|wiped|pulped)\b.{0,80}\b(?:irreplaceable|only cop(?:y|ies)|keepsakes?|originals?|by mistake|in error|should have been kept)\b`,
			`(?:threw|thrown|throwing) (?:away|out)\b.{0,50}\b(?:letters|records|photograph\w*|files|papers|documents)\b`, `(?:script|routine|job|process)\b.{0,60}\b(?:delet|eras|purg|supposed)\w*.{0,40}\b(?:stopped|failed|broke|broken|never ran|not run)\b`, `(?:never|not) (?:been )?(?:deleted|erased|weeded|purged|cleared out|thrown out)\b`, `older than (?:its|the|their) (?:\w+ )*(?:limit|period)`),
		anyOf(`accidental loss`, `policy holder`, `did not (?:lose|delete)`, `evidence`)},
}
