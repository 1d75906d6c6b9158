package facts

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
		pattern(`(?i)\b(?:(?:hid(?:ing|den)?|conceal(?:ed|ing)?|disguis(?:ed|ing)|withh(?:eld|olding)) (?:its|their|the|his|her)(?: true)? (?:identit\w+|numbers?|name)|withheld numbers?|(?:false|fake|bogus) (?:company |business |trading )?names?|spoof(?:ed|ing)|did not (?:identify (?:itself|themselves|the (?:caller|sender|person|company))|say who|give (?:its|their))|contraven\w+ .{0,30}regulations? (?:23|24)\b|regulations? (?:19|21|22) and (?:23|24)\b)`),
		pattern(`(?i)privacy (?:notice|policy)`)},
	{"supplier-list-due-diligence",
		pattern(`(?i)(?:due diligence|(?:check|verif)\w* .{0,50}(?:consent|agreed|permission|opted|lists?|leads|third[- ]party|data (?:it|they)))`),
		pattern(`(?i)\b(?:(?:relied|reliance|relying) (?:solely |only |simply )?(?:up)?on .{0,40}(?:assurances?|bought|purchased|indirect consent|third[- ]part(?:y|ies) (?:to|for|suppl|data)|(?:data |list )?suppliers?)|unchecked lists?)`),
		pattern(`(?i)TPS|telephone preference`)},
}

// plainMarketing are the signs of marketing, in everyday words.
var plainMarketing = []sign{
	{"marketing-consent",
		anyOf(`(?:agreement|go-ahead|said yes|say-so|signed up|subscribed|chance to (?:say no|refuse|opt out|object)|way (?:to (?:opt|stop|refuse|say)|of (?:saying no|opting out)))\b`, `ticked? a box`, `(?:unsubscribe|opt-?out) (?:link|button|option)s?`),
		anyOf(
			`(?:unsolicited|unwanted|uninvited|unasked|bombard\w*|pester\w*|blitz\w*|inundat\w*|plagu\w*|barrag\w*|deluge\w*|badger\w*|spam\w*)\b.{0,60}\b(?:texts?|text messages|e-?mails?|SMS|robo-?calls|automated calls|recorded (?:calls|messages)|inbox\w*)\b`,
			`(?:texts?|e-?mails?|inbox\w*|automated calls|recorded messages?)\b.{0,40}\b(?:unsolicited|unwanted|uninvited|nobody (?:had )?asked|without (?:permission|consent)|stuffed|flooded)\b`, `(?:was|is|that(?:'|’)s|this was|were) (?:not|no|hardly|never|neither) (?:\w+ ){0,2}consent\b`,
			`(?:soft[- ]opt-?in|opt-?in)\b.{0,80}\b(?:not|only|failed|could not|did not|invalid|no)\b`, `carefully selected`, `(?:list(?:ed|s)?|nam(?:ed|ing))\b.{0,30}\b(?:\d{2,}|hundreds|dozens)\b.{0,30}\b(?:partners|companies|firms|brands|organisations)`, `pre-?ticked`,
			`(?:unsubscribe|opt(?:ing)?[- ]out|STOP)\b.{0,40}\b(?:no|not|without|ignored|failed|broken|didn|impossible|hard)\b`, `(?:no|without an?|lacked an?|never given an?) (?:\w+ ){0,2}(?:unsubscribe|opt-?out|chance to|way to (?:opt|stop|refuse))\b`, `condition of (?:entry|service|using|joining|taking)`,
			`(?:never|not|hadn(?:'|’)t|nobody|none|no one|didn(?:'|’)t)\b.{0,40}\b(?:asked for|agreed to|signed up|opted in|said yes|given (?:their )?(?:permission|say-so|blessing))\b`, `(?:regulation|reg\.?) (?:19|22)\b.{0,40}\b(?:contravene|breach|infring)\w*`),
		anyOf(`TPS`, `telephone preference`, `screen\w*`, `live calls?`, `disclosed by`)},
	{"tps-screening",
		anyOf(`(?:do[- ]not[- ]call|no[- ]call|suppression|opt-?out|blocked|stop) (?:list|register|file)s?\b`, `preference service`, `screen(?:ed|ing)?\b`, `(?:register|list) of (?:people|numbers|those|subscribers|households) (?:who|that)`, `(?:take|taken|taking|removed?|removing)\b.{0,20}\b(?:numbers?|names?|them|him|her) (?:off|from)\b`),
		anyOf(
			`(?:registered|signed up|listed|joined|enrolled|put (?:their|his|her) (?:numbers?|names?) (?:on|down))\b.{0,40}\b(?:C?TPS|telephone preference|do[- ]not[- ]call|preference service|no-?call|opt-?out)\b`, `(?:TPS|telephone preference service|preference service)[- ](?:registered|listed)`, `numbers?\b.{0,40}\bon (?:the )?(?:C?TPS|telephone preference|do[- ]not[- ]call|preference|no-?call|register)\b`,
			`(?:asked|begged|told|pleaded|request\w*)\b.{0,30}\b(?:not to (?:be )?(?:call|phone|ring|rung|contact)\w*|to stop (?:call|ring|phon|contact)\w*|be (?:taken off|removed)|never to (?:call|ring))`, `(?:kept|carried on|continued|went on) (?:call|ring|phon|dial)\w*`, `(?:people|numbers|those|subscribers|households|lines?|homes) (?:who were |that were |which were )?on the (?:C?TPS|telephone preference|register|do[- ]not[- ]call)\b`, `opted out of (?:\w+ ){0,2}calls`, `(?:did not|didn(?:'|’)t) want (?:them|such|these|to be (?:called|rung|phoned)|(?:\w+ )?calls)\b`,
			`(?:regulation|reg\.?) 21\b.{0,40}\b(?:contravene|breach|infring)\w*`, `(?:breach|infring|contraven|violat)\w*\b.{0,40}\b(?:regulation|reg\.?) 21\b`), nil},
	{"caller-identification",
		anyOf(`(?:say(?:ing)?|said) who\b`, `name of the (?:sender|caller|company)`, `identif(?:y|ied) (?:itself|themselves|the (?:sender|caller|company))`, `(?:return|contact|postal) (?:address|number)`, `(?:give|gave|given|giving) (?:its|their|a|the) (?:\w+ )?(?:name|address|identity)\b`, `who (?:sent|was behind|they were|it was|had sent)\b`, `valid address`),
		anyOf(
			`(?:false|fake|bogus|invented|made-?up|fictitious|assumed|misleading|non-?existent|imaginary|phoney) (?:\w+ )?(?:names?|identit\w+|numbers?|companies|caller)\b`, `(?:pretend(?:ed|ing)?|pos(?:ed|ing)|purport(?:ed|ing)|masquerad\w+|impersonat\w+|pass(?:ed|ing) (?:itself|themselves) off)\b.{0,20}\b(?:be|as|from|to|bank|government|council|official)\b`,
			`(?:claim(?:ed|ing)?|said (?:they|he|she|it) (?:was|were)|falsely said|impression)\b.{0,25}\b(?:be |calling |ringing |work\w* )?(?:from|on behalf of|for|part of) (?:the |a |an )?(?:government|bank|council|NHS|local|energy|official|manufacturer|insur\w+|police|trade body|charity)\b`,
			`(?:mask\w*|hid|hidden|hide|hiding|conceal\w*|disguis\w*|withh\w+|obscur\w*|cloak\w*|spoof\w*|rotat\w*)\b.{0,40}\b(?:numbers?|identit\w+|name|who (?:it|they|he))\b`, `(?:numbers?|identity|caller ID)\b.{0,40}\b(?:withheld|hidden|spoofed|disguised|untraceable|unobtainable|dead|rotated|masked|could not be (?:called|rung|traced|returned))\b`,
			`(?:anonymous|untraceable|nameless|unidentified) (?:\w+ )?(?:calls?|callers?|texts?|messages?|senders?|numbers?|e-?mails?)\b`, `(?:not|never|nothing|without|nowhere|didn(?:'|’)t|failed to|refused to|did not) (?:\w+ )?(?:say(?:ing)? who|identify(?:ing)? (?:itself|themselves|the)|nam(?:e|ing) (?:itself|themselves|the (?:company|sender|firm))|show(?:ing)? who|reveal\w* (?:who|its|their))\b`,
			`names? of (?:companies|firms|a (?:company|firm)) that (?:did not|do not|does not|didn(?:'|’)t|never)\b`, `(?:under|using|by|gave|with|used) (?:\w+ ){0,3}(?:different|several|various|dozen|many|changing|other) (?:\w+ )?(?:company |business )?names\b`, `(?:sender|caller)(?:'|’)?s? (?:name|identity) (?:was |were )?(?:displayed|shown|given|appeared) as\b`, `(?:no|nor any|without an?y?) (?:company |business )?name (?:was |were )?(?:given|shown|mentioned)\b`, `(?:couldn(?:'|’)t|could not) be (?:rung|called|phoned|traced) back\b`),
		anyOf(`privacy (?:notice|policy)`, `list of names`)},
	{"supplier-list-due-diligence",
		anyOf(
			`(?:check(?:ed|s|ing)?|verif\w+|ask(?:ed|ing)?|question(?:ed|s)?|satisf(?:y|ied) (?:itself|themselves)|look(?:ed|ing)? (?:at|into)|seen|evidence|proof|audit\w*|sampl\w+|vett\w*|enquir\w+|inquir\w+|made sure|make sure)\b.{0,70}\b(?:lists?|leads?|databases?|suppliers?|sellers?|brokers?|providers?|affiliates?|third[- ]part\w+|came from|obtained|collected|origin|sources?|opted|wording|websites?|sold|bought)\b`),
		anyOf(
			`(?:took|taken|taking|accept\w*|relied|relying|reliance|trust\w*|content with|happy with)\b.{0,40}\b(?:(?:at|its|their|(?:seller|supplier|broker|provider)s?(?:'|’)s?) word|face value|on trust|assurances?|warrant(?:y|ies)|promises?|say-so|certificate|claims? of|contract\w* (?:terms|clause|assur))`, `(?:hide|hid|hiding|shelter\w*) behind\b.{0,40}\b(?:sell|sold|suppl|data|list|provider|broker|third|affiliat|agent|lead)\w*`,
			`(?:unchecked|unvetted|unverified|dubious|dodgy|questionable|second-hand) (?:\w+ )?(?:lists?|leads?|data|numbers|contacts)\b`, `(?:bought|buy(?:ing)?|purchas\w+|rent(?:ed|ing)?|acquir\w+|obtained|got|sourced)\b.{0,60}\b(?:lists?|leads?|data|numbers|contacts|details|names|addresses)\b.{0,80}\b(?:without|no (?:checks?|questions|idea|evidence|proof)|not (?:asked|check\w*|know|seen|bother\w*)|never|didn(?:'|’)t|did not|failed|unable|nobody|no one)\b`,
			`no questions asked`, `(?:could(?:n(?:'|’)t| not)|unable to|cannot|was not able to) (?:say|show|explain|tell|prove|demonstrate|produce)\b.{0,40}\b(?:where|how (?:it|they) (?:had )?(?:got|obtained|came|acquired)|came from|obtained)\b`, `(?:no idea|did not know|didn(?:'|’)t know|never asked) where\b.{0,30}\b(?:came from|got|obtained|from)`, `(?:not|never|n(?:'|’)t) (?:ask(?:ed)?|bother(?:ed)?)(?: to (?:see|check|look)| how| where| what)\b`, `indirect consent`, `third[- ]party consent`),
		anyOf(`TPS`, `telephone preference`)},
}
