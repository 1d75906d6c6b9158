package facts

// plainIdentity are the signs of who may get in, in everyday words.
var plainIdentity = []sign{
	{"multi-factor-authentication",
		anyOf(
			`(?:second|extra|additional|further|another) (?:step|check|layer|factor|lock|hurdle|proof|form|means)s? (?:of (?:security|protection|defence|authentication|verification|identi\w+|proof)|(?:at|on|for|when) (?:\w+ ){0,3}(?:log\w*|sign\w*|customers?|accounts?|users?|access))\b`,
			`one-time (?:pass ?words?|pass ?codes?|codes?|PINs?)`, `(?:code|passcode|PIN)s? (?:sent |texted |delivered )?(?:by|to|via|on) (?:a |their |the |his |her )?(?:text|SMS|phone|mobile|e-?mail|app)`,
			`authenticat(?:or|ion) (?:app|code|token|key)`, `(?:proper|adequate|appropriate|suitable|robust|sufficient|secure|effective|additional) (?:user |customer |account |log-?in )?authentication\b`, `security (?:tokens?|keys?)`, `(?:text|SMS) codes?`, `(?:two|2)-?step`, `step-up (?:checks?|authentication)`, `strong(?:er)? authentication`,
			`two forms of (?:ID|identi\w+|proof)`, `hardware (?:keys?|tokens?)`, `double[- ]lock`, `log(?:ged|ging)? ?(?:in|on) (?:with|using) more than`),
		anyOf(
			`(?:password|user ?name|log-?in)(?: and password)? alone\b`, `nothing (?:but|more than|beyond) (?:a |an |the )?(?:\w+ )?(?:password|user ?name|log-?in)\b`,
			`(?:single|one|just a|only a|a mere|no more than a) (?:\w+ )?(?:password|user ?name and password)\b.{0,40}\b(?:stood|protect\w*|guard\w*|need\w*|requir\w*|between|enough|sufficient|away)`,
			`(?:password|user ?name and password) (?:was|were) (?:all|enough|sufficient)\b`, `single[- ]factor`, `(?:all|everything) (?:it|that was|they|anyone|he|she|an? \w+) (?:took|needed|required|had to have)\b.{0,30}\bpassword`,
			`(?:MFA|two-factor|multi-factor)\b.{0,30}\b(?:switched|turned) off`, `(?:MFA|two-factor|multi-factor)\b.{0,60}\b(?:for|on|by|to) (?:the |some |its |a few )?\w+(?: \w+)? only\b`, `(?:MFA|two-factor|multi-factor)\b.{0,60}\b(?:only (?:for|on|by|to)|not (?:been )?(?:switched|turned) on)\b`, `(?:MFA|two-factor|multi-factor)\b.{0,60}\b(?:optional|exempt\w*|would have (?:stopped|prevented|blocked|foiled)|late|later|afterwards|but not)\b`), nil},
	{"access-control",
		anyOf(
			`who (?:could|can|may|should|was (?:able|allowed|entitled)|had the right) (?:to )?(?:see|view|open|reach|access|read|look|get|log|use)`, `(?:who|which (?:staff|users|employees|people)) (?:had|needed|has|have|needs) (?:\w+ )?access`,
			`need[- ]to[- ]know`, `(?:user|system|database|file) (?:rights|permissions|privileges|entitlements)`, `(?:segregation|separation) of duties`, `role[- ]based`, `leavers(?:'|’)? (?:process|procedure|checklist|list)`,
			`(?:reviewed|review|reviewing|revisited|audited|withdrawn|withdrew|withdraw|removed|removing|revoked|cancelled|closed) (?:\w+ ){0,3}(?:access|log-?ins?|accounts?|permissions|rights)\b`, `admin(?:istrator)? (?:passwords?|powers|logins?)`),
		anyOf(
			`(?:access|log-?ins?|log-?ons?|accounts?|credentials)\b.{0,50}\b(?:never|not) (?:been )?(?:withdrawn|revoked|removed|closed|cancelled|taken away|cut off|switched off|disabled|deactivated|shut|ended|reviewed|restricted)\b`,
			`(?:keep|kept|retain(?:ed|ing)?|still had|continued to have|hung on to) (?:its|their|his|her|full|the) (?:\w+ )?(?:log-?ins?|log-?ons?|access|accounts?|user rights)\b`,
			`(?:any|every)(?:one|body)\b.{0,30}\b(?:with an? (?:log-?in|log-?on|account|user)|in the (?:office|department|building|organisation|company|council|trust|firm|force)|who worked)\b.{0,40}\b(?:could|can|able)`,
			`(?:any|every|all|each)(?: of)?(?: the| its)?(?: [\d,]+| \w+)?? (?:members? of staff|employees?|workers?|clerks?|officers?|nurses?|colleagues|volunteers|advisers?|contractors) (?:.{0,60}\b(?:was|were) able to (?:open|see|read|view|reach|access)|could|can|had (?:full |free |unrestricted |the same )?access)\b`, `access (?:was|is|were|had been) (?:\w+ )?(?:far |much |too )(?:wide\w*|broad\w*|open|general|loose\w*)\b`,
			`(?:whole|entire) (?:staff|workforce|organisation|office|company|department|team) (?:could|can|was able|had access)\b`, `(?:open|visible|available|accessible) to (?:all|every|any|the whole) (?:\w+ )?(?:staff|employees?|workforce|members? of staff|officers?|workers?)\b`,
			`(?:one|single|same|common|communal|generic|shared|joint) (?:log-?in|log-?on|user ?name|user account|set of credentials)s?\b`, `(?:shar(?:e|ed|ing)|pass(?:ed|ing) (?:round|around)) (?:a |the |one |their |an |his |her )?(?:\w+ )?(?:log-?ins?|log-?ons?|user accounts?|credentials)\b`,
			`(?:too many|far more|more|many) (?:people|staff|users|employees|accounts|workers)\b.{0,40}\b(?:access|rights|privileges|administrator)`, `more (?:access|rights|privileges|powers|permissions) than\b`,
			`(?:wide|broad|open|unrestricted|unfettered|unlimited|uncontrolled|excessive|sweeping|over-?generous|overly (?:broad|wide)|too (?:wide|broad)|blanket|indiscriminate)(?: \w+)? (?:access|permissions|privileges)\b`,
			`(?:had|have|with|given|granted|held) domain[- ](?:wide|admin\w*) (?:rights|privileges|access|powers)`, `no tiers\b`, `(?:free|the|full) run of (?:the|its|their) (?:\w+ )?(?:system|database|records|files)`,
			`(?:left|former|ex-?) ?(?:employees?|workers?|contractors?|consultants?|members? of staff|staff|volunteers?|managers?)\b.{0,60}\b(?:could still|still (?:able|had|log\w*|using|worked|active|open|live)|were still able)`,
			`(?:he|she|they) (?:had )?(?:left|resigned|quit|been dismissed)\b.{0,60}\b(?:still (?:worked|active|open|log)|could still|remained (?:active|open))`, `log(?:ged)? (?:in|on) with (?:a|the) (?:former|colleague|leaver)`),
		anyOf(`(?:hackers?|attackers?|intruders?|actors?|criminals?|gang|it|they) (?:\w+ ){0,2}(?:retain(?:ed|ing)?|kept|keep) (?:its|their|his|her|full|the) (?:\w+ )?access`)},
	{"password-management",
		anyOf(`pass(?:codes?|phrases?)\b`, `(?:log-?in|password) (?:attempts|tries|guesses|rules|strength|length)`),
		anyOf(
			`pass(?:words?|codes?) (?:that|which|it) (?:came|was|were|had been|is|are) (?:with|supplied|shipped|delivered|set|delivered|printed|installed)\b`, `pass(?:words?|codes?) (?:supplied|shipped|set|delivered|printed) (?:with|by|on) (?:it|them|the (?:device|manufacturer|maker|supplier|vendor|box|label|product|software))`,
			`(?:same|identical|common|factory|original|unchanged|obvious|feeble|short|recycled|re-?used|old) pass(?:words?|codes?)\b`,
			`pass(?:words?|codes?)\b.{0,40}\b(?:readable|un(?:hashed|salted)|(?:not|weakly|poorly) (?:hashed|salted)|MD5|SHA-?1|in the clear|in (?:a|an) (?:\w+ )?(?:text |unprotected |shared |open )?(?:file|spreadsheet|document)|never (?:been )?changed|unchanged|re-?used|recycled|post-it|sticky note|guess\w*|too (?:short|simple|weak)|of (?:four|five|six|[4-7]) (?:characters|letters|digits))`,
			`pass(?:words?|codes?)\b.{0,15}["“‘']\w+["”’']`, `(?:choose|chose|pick|use|used|set|accept\w*|allow\w*) ["“‘']?(?:12345\d*|qwerty|password[1-9]?)["”’']`,
			`(?:administrator |admin |root |database |stored )?(?:credentials|pass ?words?) (?:were |was |had been )?(?:sitting|lying|kept|stored|saved|held|hard-?coded|written|left) .{0,20}\b(?:plain|clear|text|unprotected|script|source|code|file|spreadsheet|note|paper)\b`,
			`hard-?coded (?:credentials|pass\w+)`, `(?:default|factory) (?:credentials|log-?ins?)`, `(?:no|without an?y?) (?:limit|cap|lock-?out)\b.{0,40}\b(?:attempts|tries|guesses|log-?ins?)`, `password hygiene`,
			`no password (?:of its own|at all|whatever|whatsoever|was (?:needed|required|set))`, `without a password\b`), nil},
}
