package facts

// plainTechnical are the signs of systems, in everyday words.
var plainTechnical = []sign{
	{"patch-management",
		anyOf(
			`(?:security |software |vendor(?:'|’)s |manufacturer(?:'|’)s |maker(?:'|’)s |supplier(?:'|’)s |critical |emergency |available )(?:fix(?:es)?|hotfix\w*|remed(?:y|ies))\b`, `(?:the|a|that|this) fix (?:was|had|were|for|could|which|that)\b`, `apply(?:ing)? (?:a |the )?fix(?:es)?\b`, `applied (?:a |the )?fix(?:es)?\b`, `install\w* (?:a |the |any )?(?:fix|update|upgrade)(?:es|s)?\b`,
			`updat(?:e|ed|es|ing) (?:\w+ ){0,3}(?:software|plug-?ins?|servers?|firmware|firewall|applications?|VPN)\b`, `(?:firmware|system|server|plug-?in) (?:updates?|upgrades?)\b`, `upgrad(?:e|ed|ing) (?:\w+ ){0,3}(?:software|plug-?ins?|servers?|firmware)\b`,
			`(?:plug-?in|software|server|firmware|appliance|VPN|gateway|platform) .{0,30}\bbeen (?:updated|patched|upgraded)\b`),
		anyOf(
			`(?:versions?|releases?|updates?|patches) (?:behind|out of date)\b`, `(?:\bfix|patch|update|upgrade|remedy)(?:es)?\b.{0,50}\b(?:had (?:long )?been (?:available|out|released|published|issued|on offer)|(?:been )?available (?:for|since|free)|(?:months|weeks|years) (?:earlier|before|previously))`,
			`(?:published|released|issued|put out|made available|brought out) (?:a |the |its )?(?:\w+ )?(?:fix|patch|update|remedy)\b.{0,40}\b(?:months|weeks|years|earlier|before|same year|previous)`,
			`(?:day|week|month|year)s?(?:-long|’|')? (?:delay|wait|gap)\b.{0,30}\b(?:patch|\bfix|updat|install)`, `(?:put off|sat on|skipped|missed|overlooked|postponed|shelved|neglected) .{0,30}\b(?:patch\w*|(?:security|software) updates?|upgrades?|the fix)\b`,
			`(?:known|publicised|published|well[- ]known|documented|notorious|years?-old|months?-old) (?:\w+ )?(?:hole|flaw|bug|weakness)\b.{0,50}\b(?:unfixed|open|unmended|unplugged)\b`, `left unpatched\b`, `running (?:on )?(?:an? )?(?:old|ancient|outdated|out-of-date|antiquated|elderly) version`,
			`(?:software|plug-?in|server|firmware) .{0,30}\b(?:months|weeks|years) out of date\b`, `(?:fix|patch|update)\b.{0,30}\b(?:cost nothing|free of charge|took (?:\w+ )?minutes|could have been installed)`), nil},
	{"vulnerability-management",
		anyOf(
			`(?:security|penetration|pentest|vulnerability|stress|independent security|security-) ?(?:tests?|testing|tested|testers?|scans?|scanning|audits?|assessments?|reviews?|health ?checks?)\b`, `pen-?test\w*`, `ethical hack\w*`, `scan(?:s|ned|ning)?\b.{0,30}\b(?:networks?|systems?|servers?|weakness\w*|flaws|holes|estate)\b`,
			`(?:test|prob)(?:e|ed|ing|s) (?:\w+ ){0,3}(?:security|defences)\b`, `(?:look|check|test|search)(?:ed|ing)? for (?:\w+ )?(?:weak\w*|flaws|holes|vulnerabilit\w+|gaps)`),
		anyOf(
			`(?:penetration|pen[- ]?test\w*|testers?|auditors?|audit|consultants?|scans?|scanner|health check|researchers?)\b.{0,60}\b(?:flagged|warned|found|raised|identified|spotted|listed|reported|highlighted|pointed)\b.{0,80}\b(?:never|not|unfixed|still|ignored|shelved|unaddressed|again)\b`,
			`(?:weakness(?:es)?|flaws?|holes?|vulnerabilit(?:y|ies)|gaps?|problems?)\b.{0,80}\b(?:had been|was|were) (?:\w+ )?(?:flagged|identified|raised|reported|known|pointed out|highlighted|warned)\b.{0,60}\b(?:penetration|pen[- ]?test\w*|testers?|audit\w*|earlier|previous\w*|consult\w*|occasions?|before the|never)`,
			`(?:weakness(?:es)?|flaws?|holes?|vulnerabilit(?:y|ies)|findings)\b.{0,50}\b(?:never|not|yet to be) (?:been )?(?:fixed|mended|closed|addressed|remedied|resolved|acted|dealt|plugged|followed|put right)\b`,
			`(?:scans?|scanning|penetration test\w*|security test\w*|vulnerability (?:scans?|scanning))\b.{0,40}\b(?:only (?:of|on|covered|included|those|the)|but (?:not|at no time|never)|missed|left out|excluded|did not (?:cover|include|extend|reach)|limited to|omitted|skipped)\b`,
			`(?:textbook|elementary|well[- ]known|widely known|decades?-old|years?-old|long-known) (?:\w+ )?(?:hole|flaw|vulnerability|weakness|exploit|technique|method of attack)`, `(?:hole|flaw|weakness|vulnerability|technique|attack) that (?:has been|had been|was|is) (?:well |widely |publicly |long )?(?:known|documented|in every)`,
			`unread audit`, `audit\b.{0,30}\bnot acted (?:up)?on`, `never (?:been )?(?:tested for|scanned|probed)\b`, `(?:simple|basic|routine|elementary|inexpensive) (?:scan|security test|test|check)\b.{0,30}\bwould have (?:found|shown|revealed|spotted|picked|caught)`), nil},
	{"logging-and-monitoring",
		anyOf(
			`(?:watch(?:ed|ing)?|keep(?:ing)? (?:an eye|watch)|kept (?:an eye|watch)|look(?:ed|ing)? (?:at|through|over)|check(?:ed|ing)?|review(?:ed|ing)?|read(?:ing)?|examin(?:ed|ing)) (?:on |over |for )?(?:the |its |their |these |those |any )?(?:\w+ )?(?:logs?|alerts?|alarms?|traffic|access records|audit trails?|dashboards?)\b`,
			`(?:event|access|server|security) logs?\b`, `who (?:was doing|looked at|had looked|opened|had opened|viewed|searched|had searched|had been looking) (?:what|at|which|it|them)?`, `security operations cent(?:re|er)`, `SIEM\b`, `intrusion (?:detection|alarm)`, `alarms?\b`, `failed (?:attempts|log-?ins?)`, `logs? of (?:who|access|what)\b`,
			`(?:unusual|odd|abnormal|strange|suspicious|failed) (?:log-?ins?|activity|traffic|look-?ups|searches|downloads|volumes?|behaviour|patterns?)\b`),
		anyOf(
			`(?:went|go|going|gone|remained|stayed|passed|lay|lurked|was|were|operated|worked) (?:\w+ )?(?:unnoticed|undetected|unseen|unobserved|undiscovered|unspotted|unremarked|undisturbed|under the radar)\b`,
			`(?:roam(?:ed|ing)?|wander(?:ed|ing)?|lurk(?:ed|ing)?|linger(?:ed|ing)?|mov(?:ed|ing) (?:about|around)|sat|stayed|remained|spent|been) (?:\w+ ){0,5}(?:in|inside|around|within|through|on) (?:\w+ ){0,3}(?:networks?|systems?|servers?|mailbox\w*|database) (?:for )?(?:\w+ ){0,3}(?:days|weeks|months|years)\b`,
			`(?:only|first) (?:\w+ )?(?:came to light|found out|discovered|learn(?:ed|t)|knew|became aware|noticed|realised|heard|found|detected)\b.{0,40}\b(?:when|after|from|through|because|by|thanks to)\b.{0,40}\b(?:customers?|banks?|newspaper|journalist|police|researcher|outsider|ransom|card (?:company|scheme)|reporter|security firm|member of the public|NCA)\b`,
			`it (?:was|took) (?:an?|the) (?:\w+ ){0,3}(?:bank|journalist|newspaper|customer|researcher|outsider|blogger|supplier|stranger|payment (?:processor|firm))\b.{0,60}\b(?:not|who|that|to)\b.{0,50}\b(?:discover|spot|notic|raise|alert|tell|told|join|report|see|saw)`,
			`(?:alerts?|alarms?|warning signs?|red flags?|warnings from (?:its|the) (?:\w+ )?(?:system|software))\b.{0,60}\b(?:ignored|missed|unheeded|unanswered|dismissed|overlooked|no one|nobody|went (?:off|nowhere)|gone off|unread|disregarded|muted|switched off|not (?:been )?(?:acted|picked up|followed|read|seen|looked|investigated|noticed|reviewed))\b`,
			`(?:no one|nobody|no-one) (?:was |were |had )?(?:been |ever )?(?:watch|look(?:ing|ed) at (?:them|it|the)|notic|monitor|spott|saw|reading the|checking the)\w*`, `never (?:once )?(?:looked|checked|monitored|reviewed) (?:at )?(?:who (?:was|had|is|could|did)|what (?:users|staff|they|it was) (?:\w+ )?(?:doing|did|look))`, `plain to see\b.{0,40}\b(?:logs?|systems?|data|figures)`,
			`(?:took|was|were|it was) (?:\w+ ){0,4}(?:hours|days|weeks|months|years) (?:before|until|to) .{0,50}\b(?:notic|discover|detect|spotted|realis|came to light)\w*`, `(?:sounded|raised|triggered|set off) no alarms?`, `blind to (?:the|what|its)`, `no (?:proper |adequate |effective |real )?(?:oversight|trace|record) of who\b`, `no (?:proper|adequate|effective|real|meaningful) oversight\b`),
		anyOf(`fraud monitoring`, `credit monitoring`, `TPS`, `completion of`)},
	{"endpoint-protection",
		anyOf(`virus (?:checkers?|scanners?|protection|software)`, `anti-?spyware`, `EDR\b`, `malware (?:scanners?|detection|defences|protection)`, `(?:protective|anti-virus|antivirus|security) software`),
		anyOf(`(?:anti-? ?virus|end-?point (?:protection|detection)|malware protection|security software|EDR)\b.{0,60}\b(?:disabled|switched off|turned off|uninstalled|expired|lapsed|out of date|outdated|missing|years old|not (?:been )?(?:installed|running|updated|present|renewed))\b`),
		anyOf(`(?:anti-? ?virus|software) .{0,20}\b(?:quarantin\w+|raised|detected|alerted)`)},
	{"encryption",
		anyOf(`scrambl(?:e|ed|ing)\b`, `encipher\w*`, `cryptograph\w+`, `(?:HTTPS|TLS)\b`, `password[- ]protect(?:ed|ion)\b`),
		anyOf(
			`(?:data|details|numbers|records|information|files?|everything|column|table|it|them) (?:\w+ )?(?:kept|held|stored|sent|lay|left|was|were|sat|sitting|transmitted|travelled) (?:\w+ )?in (?:the )?(?:clear|plain (?:text|view|sight)|plaintext|clear text|readable form)\b`,
			`unscrambled\b`, `unprotected (?:\w+ )?(?:laptops?|devices?|USB|memory|sticks?|drives?|discs?|disks?|spreadsheets?|tables?)\b`,
			`(?:laptops?|memory sticks?|USB sticks?|(?:hard )?drives?|discs?|disks?|devices?|tablets?|phones?|tapes?|cameras?|recorders?)\b.{0,60}\b(?:no|without|neither|not|nor|lacked|wasn(?:'|’)t|weren(?:'|’)t)\b.{0,20}\b(?:passwords?|protected|encrypt\w*|PIN)\b`,
			`(?:over|by|through) (?:plain|unsecured|insecure) (?:http|connections?|e-?mail)`, `(?:sent|went|go|going|transmitted|travelled|posted|emailed|carried|stored|left) (?:\w+ ){0,3}unencrypted`, `without (?:any )?encryption\b`, `encryption\b.{0,30}\b(?:switched off|turned off|disabled|optional|patchy|never (?:been )?(?:enabled|applied|switched|turned))\b`,
			`any(?:one|body) who (?:found|picked (?:it|them) up|plugged|stole|opened) .{0,30}\b(?:could|can|able)\b`),
		anyOf(`pass(?:words?|codes?) .{0,30}\b(?:plain|clear)`, `(?:attack(?:ers?)?|hackers?|criminals?|ransomware|intruders?|malware)\b.{0,60}\bencrypt`)},
	{"network-security",
		anyOf(`(?:networks?|systems?|servers?|domains?)\b.{0,30}\b(?:segregat|separat|partition|ring-?fenc)\w*`, `(?:segregat|separat|partition|ring-?fenc)\w* .{0,40}\b(?:networks?|systems?|servers?|domains?|estate)\b`, `internal barriers`, `perimeter (?:security|defences)`, `intrusion prevention`),
		anyOf(
			`(?:flat|open|undivided) (?:\w+ )?network`, `network (?:was|is|had been) (?:left )?(?:entirely |completely )?(?:flat|open|undivided)\b`, `(?:RDP|remote desktop|ports?) .{0,40}\b(?:exposed|facing|reachable|open) .{0,20}\b(?:internet|outside|world|anyone)`,
			`(?:mov|roam|spread|hop|travel|jump|pivot|wander)\w* (?:\w+ ){0,2}(?:freely|at will|unhindered|unchecked|unimpeded)\b`, `(?:single|one) (?:compromised |infected )?(?:server|machine|computer|device|laptop) .{0,30}\b(?:enough|reach|all (?:the )?others)`,
			`firewalls?\b.{0,50}\b(?:switched off|turned off|disabled|misconfigured|gaps?|holes?|missing|too permissive|let .{0,20} through)`, `(?:nothing|little|no barrier|no walls?) (?:stood |to |there )?(?:stop|in the way|between|stopped|hinder|prevent)\w*.{0,60}\b(?:networks?|servers?|systems?|spread\w*|domains?)`), nil},
	{"secure-configuration",
		anyOf(`(?:default|access|sharing|share|cloud|server|bucket) settings?\b`, `anonymous (?:authentication|access|log-?ins?)`, `set to private\b`),
		anyOf(
			`(?:set|configured|set up) (?:up )?(?:wrongly|incorrectly|badly|improperly|insecurely|carelessly|poorly)\b`, `(?:wrongly|incorrectly|badly|improperly|insecurely|carelessly|poorly) (?:set up|configured)\b`, `set (?:up )?to (?:["“‘'])?(?:public|open|everyone|anyone)\b`,
			`(?:buckets?|servers?|databases?|storage|folders?|drives?|archives?|directory|directories|API|repository)\b.{0,60}\b(?:left open|open to (?:the (?:internet|web|world|public)|anyone|all)|publicly (?:accessible|readable|available|reachable|visible)|unprotected|unsecured|exposed to the|without (?:a |any )?(?:password|authentication|log-?in|protection)|no (?:password|authentication|log-?in))\b`,
			`left (?:wide )?open to (?:the (?:internet|web|world|public)|anyone|all comers)`, `any(?:one|body) (?:with|who (?:knew|had|guessed|found)) (?:the |a |its )?(?:right )?(?:link|URL|web address|address of)`, `(?:no longer|not|past) (?:\w+ )?supported (?:by|and|since|for)\b`, `(?:maker|vendor|manufacturer|developer|publisher) (?:had )?(?:stopped|ceased|ended|withdrawn|withdrew) support\w*`,
			`support (?:for (?:it|which|that|them) )?(?:had )?(?:ended|ran out|run out|expired|been withdrawn)\b`, `(?:ancient|antiquated|obsolete|creaking|long-dead) (?:\w+ )?(?:operating system|server|software|system|computers?|machines?)`, `(?:settings?|option|switch|toggle)\b.{0,30}\b(?:left (?:on|off|open|at)|wrong|wrongly|never changed|overlooked)\b`, `factory settings`, `with no (?:user ?name|log-?in)\b`, `publicly browsable`), nil},
	{"secure-development",
		anyOf(`(?:tr(?:y|ied|ying)(?: it| them)? out|test(?:ed|ing|s)?|trial(?:led)?)\b.{0,50}\b(?:before|prior to)\b.{0,20}\b(?:launch\w*|going live|go-?live|it went live|releas\w*|deploy\w*|switch\w*|roll\w*)\b`, `(?:privacy|data protection|security) by design`, `check(?:ed|s|ing)?\b.{0,30}\bbefore (?:launch|going live|go-?live|it went live)\b`, `user acceptance testing`, `regression test\w*`),
		anyOf(
			`(?:live|real|production|genuine|actual) (?:customer |client |patient |personal )?(?:data(?:base)?|records|details)\b.{0,40}\b(?:in|on|for|to) (?:a |an |the |its )?(?:test|development|staging|sandbox)`, `(?:test|development|staging|demo) (?:server|system|environment|site|machine|database)s?\b.{0,60}\b(?:live|real|production|genuine|copy of|actual)\b`,
			`(?:coding|programming|software|app|portal|system) (?:mistakes?|slip|blunder|glitch)(?:es)?\b`, `(?:error|mistake|bug|flaw|fault|glitch|slip) in (?:the |its |a |their |an )?(?:\w+ )?(?:code|coding|software|script|update|app|portal|program|release)\b`, `cross-site scripting`, `injection (?:attack|flaw|string|vulnerab\w+)`,
			`went live (?:untested|without|with (?:a|an|the) (?:bug|flaw|fault|error))`, `untested (?:app|portal|software|code|update|website|system)`, `(?:app|portal|software|code|update|website|system) (?:was|had been) (?:untested|rushed)`, `(?:see|view|read|open) (?:each other|one another)(?:'|’)s (?:documents|accounts|details|records|data|letters)`, `security was an afterthought`), nil},
	{"incident-response",
		anyOf(`(?:react(?:ed|ing)?|respond(?:ed|ing)?|act(?:ed|ing)?) (?:promptly|quickly|fast|swiftly|speedily|in time|soon|on (?:the |these |its )?(?:alerts?|warnings?))\b`, `(?:incident|emergency|crisis|disaster|recovery|continuity|contingency|breach) (?:response )?(?:plans?|planning|playbook|team|rehears\w+|exercises?|drills?)\b`, `back-?ups? (?:were|was|had|kept|copies|which)\b`, `(?:restor|recover)(?:e|ed|ing) (?:\w+ ){0,3}(?:data|systems?|files|records|availability|access)`),
		anyOf(
			`(?:took|waited|let|needed|spent) (?:\w+ ){0,5}(?:minutes|hours|days|weeks|months) (?:to|before|for|until) (?:\w+ ){0,6}(?:do(?:ing)? anything|act|react|respond|contain|shut|isolat|do something|take action|took action|plug|disconnect|clos\w+ (?:the|a|it)|restor|recover|quarantin|deal with)\w*`,
			`back-?ups?\b.{0,50}\b(?:same (?:domain|network|server|system)|not (?:been )?(?:kept|separate|isolated|offline|tested)|never tested|untested|unusable|useless|corrupt\w*|incomplete|connected to)\b`, `(?:no|without|lacked) (?:any )?(?:\w+ ){0,2}(?:back-?ups?\b|plan for (?:an? )?(?:such|attack|incident|breach|cyber))`,
			`(?:nobody|no one|staff (?:did not|didn(?:'|’)t)|few) (?:knew|know) (?:what to do|who to (?:call|tell)|whom to (?:call|tell))`, `slow(?:ly)? (?:to (?:act|respond|react|close|contain|stop)|response|reaction)`, `(?:sluggish|chaotic|confused|belated|ponderous|tardy|botched|bungled) (?:response|reaction|handling)`, `dragged its (?:feet|heels)`,
			`(?:warnings?|calls?|reports?|messages?|alerts?)\b.{0,50}\b(?:not (?:been )?(?:passed on|escalated)|did not (?:reply|pass)|went unanswered|never (?:reached|passed))\b`, `security operations cent(?:re|er) .{0,30}\bunderstaffed`),
		anyOf(`subject access`, `information notice`, `market\w+`, `back-?ups? (?:were|was) (?:encrypted|stolen)`)},
}
