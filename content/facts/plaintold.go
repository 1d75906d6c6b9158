package facts

// plainTold are the signs of how a report tells a failing as an event or a
// measure of time, without a word for the control: "it was 61 hours before
// anyone isolated the machine". They say by themselves that it failed.
var plainTold = []sign{
	{"multi-factor-authentication", nil, anyOf(
		`(?:did|does|do) not (?:require|ask for|need|demand|use|offer) (?:a |any )?(?:second|further|extra|additional) (?:factor|step|check|proof|code)`,
		`(?:second|extra|additional) (?:factor|step|check)s? (?:of authentication )?(?:was|were|had) (?:not|never|only)`,
		`passwords? (?:alone|and nothing else|was all)\b`), nil},
	{"password-management", nil, anyOf(
		`passwords? (?:that were |which were )?(?:identical|similar|close|almost identical) to\b`, `passwords? (?:given|handed|issued|set|assigned) (?:out )?by (?:the |its |their )?(?:service|help|IT|support) ?(?:desk|team|department)?`,
		`(?:let|allow\w*|permitt\w+) (?:customers|users|people|staff|members) (?:to )?(?:pick|choose|use|set|keep|reuse|re-use) .{0,40}\bpasswords?`, `passwords? (?:from|on|in) (?:known[- ])?(?:leaked|breached|common|compromised)`), nil},
	{"patch-management", nil, anyOf(
		`(?:days|weeks|months|years) behind (?:on|with|in) (?:its |the |their )?(?:\w+ )?(?:fix\w*|patch\w*|updates?|upgrades?)`, `(?:fix\w*|patch\w*|updates?) (?:had |have )?been (?:out|available|released|published|ready) (?:for|since)`,
		`no (?:proper |real |formal |regular )?patch\w* (?:regime|process|programme|schedule|routine)`), nil},
	{"vulnerability-management", nil, anyOf(
		`(?:testers?|auditors?|consultants?|assessors?|penetration tests?|audits?) (?:had |have )?(?:\w+ )?(?:pointed (?:this|it|that|the \w+|these) out|(?:warned (?:of|about|that)|flagged|raised|highlighted|reported) (?:this|it|that|these|them|the (?:weakness|flaw|risk|hole|problem|issue|gap|vulnerab)\w*))`,
		`(?:had |did |was |were )(?:not|never) (?:been )?test(?:ed)? (?:the |its |their |that |this )?(?:security|servers?|defences|website|systems?)`, `(?:warned|flagged|raised|pointed out) (?:\w+ ){0,3}(?:three|two|four|several|many|repeated) times`), nil},
	{"logging-and-monitoring", nil, anyOf(
		`alerts?\b.{0,60}\b(?:no owner|nobody|no[- ]one|went unread|unanswered|unmonitored|unattended|without an owner)`, `no (?:system|means|way|tool\w*|mechanism|process|capability) (?:in place )?(?:to|for|of) (?:spot|detect|see|notic|flag|pick|alert)\w*`,
		`(?:no[- ]one|nobody) (?:was|had been|had) (?:looking at|watching|checking|reading|reviewing|looked at|read|watched) (?:the |its |their )?(?:\w+ )?(?:logs?|alerts?|network|systems?|traffic)`), nil},
	{"incident-response", nil, anyOf(
		`(?:hours|days|weeks) (?:went by |passed |elapsed )?before (?:anyone|any ?body|it|they|the \w+|staff|engineers) (?:\w+ )?(?:isolat|quarantin|contain|pulled|unplug|disconnect|shut|acted|reacted|respond|switch)\w*`,
		`back-?ups? (?:sat|were|was|lay) (?:\w+ )?(?:on|in) the same\b`), nil},
	{"access-control", nil, anyOf(
		`(?:one|single|this|that|the) (?:service |administrat\w+ |privileged |user |domain )?account (?:\w+ )?(?:could|was able to|can) (?:reach|access|open|log|control|get)`, `(?:domain|full|global) admin\w* (?:rights|privileges)\b.{0,40}\b(?:every|all|too many|whole)`), nil},
	{"secure-configuration", nil, anyOf(
		`(?:anonymous|guest|directory|public) (?:authentication|access|log-?in|listing|browsing)["”’']? (?:was |were |had been )?(?:left|switched|turned|enabled|allowed)`, `left (?:that |the |its |a |this )?(?:\w+ )?(?:server|database|bucket|storage|port|share|folder) (?:wide )?(?:open|exposed|unprotected|unsecured|accessible|public)`,
		`(?:server|database|bucket|storage|port|share|folder) (?:was |had been |were )?(?:left )?(?:wide )?(?:open|exposed|accessible) to (?:the (?:internet|web|world|public)|anyone)`), nil},
	{"breach-notification", nil, anyOf(
		`(?:told|informed|notified|alerted|reported (?:it |this |the \w+ )?to|contacted) the (?:ICO|regulator|watchdog|commissioner|information commissioner\S*)(?: \w+){0,3} (?:only (?:after|when|once)|too late|(?:\w+ )?(?:days|weeks|months) (?:later|late|after))`,
		`(?:only|until) (?:\w+ ){0,4}(?:days|weeks|months) (?:later|after\w*) (?:did|that) (?:it|they|the \w+) (?:tell|inform|report|notif)`), anyOf(`not only`)},
	{"dpia", nil, anyOf(
		`(?:not|never|n['’]t|nobody|no one) (?:\w+ )?(?:assess|weigh|consider|evaluat|think|thought)\w* (?:up |about |through )?(?:the |what |any |its )?(?:\w+ )?(?:risks?|dangers?|impact|consequences)\b.{0,60}\b(?:before|beforehand|in advance|first|at the outset|prior)`), nil},
	{"supplier-management", nil, anyOf(
		`no (?:written |proper |formal )?contract with\b`, `(?:no[- ]?body|no one|never|not) (?:had |once )?(?:asked|ask) (?:it|them|the (?:supplier|contractor|developer|vendor|company|firm)) (?:how|what|whether|if|about)`), anyOf(`market\w*`, `lists?\b`)},
}

// plainToldMarketing are those of marketing.
var plainToldMarketing = []sign{
	{"marketing-consent", nil, anyOf(
		`no (?:evidence|proof|record)s? .{0,60}\b(?:agreed|consent\w*|opted|signed up|permission|said yes)`, `(?:could|did|can|was unable to) (?:not )?(?:produce|show|prove|provide|demonstrate|supply) (?:no |any )?.{0,60}\b(?:agreed|consent\w*|opted in|permission)`,
		`(?:never|not|n['’]t) (?:\w+ )?(?:agreed|consented|opted in|signed up|asked|given (?:their |any )?(?:permission|consent)) to (?:hear|be contacted|receive|get|being)`), nil},
	{"supplier-list-due-diligence", nil, anyOf(
		`(?:took|taken|bought|got|obtained|rented|sourced|acquired|purchased) (?:its |the |their |all )?(?:lists?|numbers|data|leads|details|addresses) from\b.{0,120}\b(?:not|never|no|without|n['’]t)\b`), nil},
}
