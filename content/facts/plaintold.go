package facts

// plainTold are the signs of how a report tells a failing as an event or a
// measure of time, without a word for the control: "it was 61 hours before
// anyone isolated the machine". They say by themselves that it failed.
var plainTold = []sign{
	{"multi-factor-authentication", nil, anyOf(
		`(?:multi-?factor|two-?factor|two-?step|MFA|2FA)\b[^.;]{0,80}\b(?:had not done so|did not do so|never did|only (?:for|on)|switched on for)\b`,
		`(?:did|does|do) not (?:require|ask for|need|demand|use|offer) (?:a |any )?(?:second|further|extra|additional) (?:factor|step|check|proof|code)`,
		`(?:second|extra|additional) (?:factor|step|check)s? (?:of authentication )?(?:was|were|had) (?:not|never|only)`,
		`passwords? (?:alone|and nothing else|was all)\b`), nil},
	{"password-management", nil, anyOf(
		`stor(?:ed|es|ing)\b[^.;]{0,60}\bpasswords?\b[^.;]{0,30}\b(?:without (?:hashing|salt|encryption)|unhashed|unsalted|in (?:plain|clear))`, `passwords?\b[^.;]{0,60}\b(?:stored|kept|held|saved|written down) in (?:plain|clear|the clear)`,
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
		`(?:accounts?|log-?ins?|credentials|access)\b[^.;]{0,60}\b(?:departed|former|ex-|leavers?|left (?:in|the))\b[^.;]{0,50}\b(?:switched on|active|enabled|live|open|working|usable|valid|never (?:closed|removed|disabled))`, `left (?:the |an? )?(?:[\w-]+ )?accounts? (?:of|for|belonging to)\b[^.;]{0,50}\b(?:switched on|active|enabled|live|open)`, `(?:almost |nearly |virtually )?(?:anyone|anybody|everyone|everybody|any (?:employee|member of staff|user)) with an? (?:log-?in|password|account|badge|pass)\b`, `access\b[^.;]{0,40} (?:was|were) (?:not|never) (?:limited|restricted|confined)`,
		`(?:one|single|this|that|the) (?:service |administrat\w+ |privileged |user |domain )?account (?:\w+ )?(?:could|was able to|can) (?:reach|access|open|log|control|get)`, `(?:domain|full|global) admin\w* (?:rights|privileges)\b.{0,40}\b(?:every|all|too many|whole)`), nil},
	{"secure-configuration", nil, anyOf(
		`(?:bucket|storage|server|database|folder|drive|portal|page)\b[^.;]{0,40}\b(?:readable|viewable|open|visible|accessible|downloadable) (?:by|to|for) (?:anyone|anybody|the (?:whole )?(?:internet|web|world))`,
		`(?:anonymous|guest|directory|public) (?:authentication|access|log-?in|listing|browsing)["”’']? (?:was |were |had been )?(?:left|switched|turned|enabled|allowed)`, `left (?:that |the |its |a |this )?(?:\w+ )?(?:server|database|bucket|storage|port|share|folder) (?:wide )?(?:open|exposed|unprotected|unsecured|accessible|public)`,
		`(?:server|database|bucket|storage|port|share|folder) (?:was |had been |were )?(?:left )?(?:wide )?(?:open|exposed|accessible) to (?:the (?:internet|web|world|public)|anyone)`), nil},
	{"breach-notification", nil, anyOf(
		`(?:not|n['’]t) (?:notify|notified|tell|told|inform|informed|report|reported)\b[^.;]{0,60}\buntil\b`,
		`(?:told|informed|notified|alerted|reported (?:it |this |the \w+ )?to|contacted) the (?:ICO|regulator|watchdog|commissioner|information commissioner\S*)(?: \w+){0,3} (?:only (?:after|when|once)|too late|(?:\w+ )?(?:days|weeks|months) (?:later|late|after))`,
		`(?:only|until) (?:\w+ ){0,4}(?:days|weeks|months) (?:later|after\w*) (?:did|that) (?:it|they|the \w+) (?:tell|inform|report|notif)`), anyOf(`not only`)},
	{"dpia", nil, anyOf(
		`(?:impact )?assessment\b[^.;]{0,60}\b(?:only|not)\b[^.;]{0,40}\b(?:after|until|once)\b`, `not (?:completing|carrying out|finishing|doing) (?:an|the|its|a) (?:[\w-]+ ){0,3}assessment (?:until|before)`,
		`(?:not|never|n['’]t|nobody|no one) (?:\w+ )?(?:assess|weigh|consider|evaluat|think|thought)\w* (?:up |about |through )?(?:the |what |any |its )?(?:\w+ )?(?:risks?|dangers?|impact|consequences)\b.{0,60}\b(?:before|beforehand|in advance|first|at the outset|prior)`), nil},
	{"supplier-management", nil, anyOf(
		`no (?:written |proper |formal )?contract with\b`, `(?:no[- ]?body|no one|never|not) (?:had |once )?(?:asked|ask) (?:it|them|the (?:supplier|contractor|developer|vendor|company|firm)) (?:how|what|whether|if|about)`), anyOf(`market\w*`, `lists?\b`)},
	{"lawful-basis", nil, anyOf(
		`without (?:an? |any )?(?:valid |appropriate )?(?:exception|exemption|condition|lawful basis|legal basis)\b[^.;]{0,30}\b(?:article 9|article 6|under)`, `(?:explicit )?consent\b[^.;]{0,40}\b(?:needed|required|necessary)\b[^.;]{0,30}\bnot (?:sought|obtained|asked|given)`, `not (?:considered|asked itself|thought about|established) (?:whether|if) (?:the|its|such) processing (?:was|is) (?:lawful|fair|legal)`), nil},
	{"data-accuracy", nil, anyOf(
		`wrongly (?:joined|merged|linked|matched|mixed|combined|attributed|recorded)`, `(?:oldest|old|out[- ]of[- ]date|outdated|previous|former) address(?:es)?\b[^.;]{0,50}\b(?:rather than|instead of|not the|on file)`, `(?:one in (?:every )?\w+|\d+ ?(?:%|per cent)) (?:of )?(?:the |its )?(?:reports?|records?|entries|files)\b[^.;]{0,30}\b(?:contained|held|had|were)\b[^.;]{0,30}\b(?:errors?|mistakes?|wrong|inaccura)`), nil},
	{"retention-and-disposal", nil, anyOf(
		`(?:hung|held|clung) on to\b[^.;]{0,60}\b(?:for (?:as long as |up to )?(?:\d+|[a-z]+) years|without (?:any )?reason|longer)`, `no (?:period|limit|date|time)\b[^.;]{0,40}\b(?:laid down|set|fixed|decided)\b[^.;]{0,50}\b(?:delet|destroy|kept|keep)`), nil},
	{"data-subject-rights", nil, anyOf(
		`(?:fail(?:ed|ing|ure)) to act (?:on|when)\b[^.;]{0,50}\b(?:requests?|asked|objections?|customers|people)\b`), nil},
	{"secure-development", nil, anyOf(
		`(?:no|without) (?:any )?testing of (?:its|their|the) security`, `(?:put into use|launched|released|went live)\b[^.;]{0,80}\b(?:no|without) (?:any )?(?:security )?test`), nil},
	{"policies-and-procedures", nil, anyOf(
		`no (?:written|formal|documented) (?:guidance|procedures?|polic(?:y|ies)|process|rules?|instructions?)\b`, `(?:handbook|manual|polic(?:y|ies)|procedures?)\b[^.;]{0,20}\b(?:was |were |had been )?last (?:revised|reviewed|updated)`), nil},
	{"network-security", nil, anyOf(
		`not (?:separat|segregat|segment|isolat)\w+ (?:one|the|its|each)\b`), nil},
}

// plainToldMarketing are those of marketing.
var plainToldMarketing = []sign{
	{"marketing-consent", nil, anyOf(
		`no (?:evidence|proof|record)s? .{0,60}\b(?:agreed|consent\w*|opted|signed up|permission|said yes)`, `(?:could|did|can|was unable to) (?:not )?(?:produce|show|prove|provide|demonstrate|supply) (?:no |any )?.{0,60}\b(?:agreed|consent\w*|opted in|permission)`,
		`(?:never|not|n['’]t) (?:\w+ )?(?:agreed|consented|opted in|signed up|asked|given (?:their |any )?(?:permission|consent)) to (?:hear|be contacted|receive|get|being)`), nil},
	{"supplier-list-due-diligence", nil, anyOf(
		`(?:bought|purchased|acquired|obtained|rented)\b[^.;]{0,80}\b(?:brokers?|lists?|data|leads|numbers|seller)\b[^.;]{0,100}\b(?:assumed|could not produce|took [^.;]{0,15} word|no (?:paperwork|checks?|questions))`, `due diligence (?:consisted|amounted|came|ran) (?:of|to)\b`, `(?:not|n['’]t|never) ask(?:ed)?\b[^.;]{0,40}\b(?:paperwork|proof|evidence of consent)`,
		`(?:took|taken|bought|got|obtained|rented|sourced|acquired|purchased) (?:its |the |their |all )?(?:lists?|numbers|data|leads|details|addresses) from\b.{0,120}\b(?:not|never|no|without|n['’]t)\b`), nil},
	{"caller-identification", nil, anyOf(`numbers?\b[^.;]{0,40}\bcould not be (?:rung|called|phoned|dialled) back`), nil},
}
