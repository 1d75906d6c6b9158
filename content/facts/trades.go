package facts

import "casebook/content"

// A trade is how a sector's organisations are called: words that their names
// have, and nouns for what they are. Words for what a matter is about are no
// signs: a software supplier may lose patients' records.
type trade struct {
	sector content.Sector
	named  *phrase
	called *phrase
}

// trades are tried in order: the first that fits a name is its sector.
var trades = []trade{
	{"Criminal justice",
		pattern(`(?i)\b(?:police|constabulary|crown prosecution|ministry of justice|prisons?|probation|parole|courts? (?:and tribunals )?service)\b`),
		pattern(`(?i)\b(?:police force|prosecution service|prison service)`)},
	{"Social care",
		pattern(`(?i)\b(?:children(?:'|’)?s (?:trust|services|homes?)|social (?:care|work)|care (?:home|group|services|homes|uk)|fostering|homecare)\b`),
		pattern(`(?i)\b(?:social care provider|care home (?:operator|provider|group)|fostering agency|child protection and review)\b`)},
	{"Health",
		pattern(`(?i)\b(?:NHS|hospitals?|health(?:care)?|clinics?|pharmac\w+|dental|dentists?|medical|surgery|genetics?|ambulance|dispensar\w+|optical|opticians?|health and social care)\b`),
		pattern(`(?i)\b(?:(?:NHS|hospital) (?:foundation )?trust|health board|GP (?:practice|surgery)|pharmac(?:y|ies) (?:chain|group|company)?|(?:genetic|DNA)(?:s)?[- ](?:testing|and research) (?:company|firm|service)|consumer genetics|(?:private )?hospital (?:group|operator)|healthcare (?:provider|company|firm|group)|dental practice|clinic\b|NHS bod(?:y|ies))`)},
	{"Local government",
		pattern(`(?i)\b(?:council|borough|combined authority|city of|county of)\b`),
		pattern(`(?i)\b(?:(?:city|county|borough|district|parish|town|unitary) council|(?:^|[^f] )the council\b|local authority)`)},
	{"Education and childcare",
		pattern(`(?i)\b(?:schools?|university|college|academ(?:y|ies)|nurser(?:y|ies)|education(?:al)?|learning trust|learners?)\b`),
		pattern(`(?i)\b(?:(?:academy|high|primary|secondary|grammar|independent|boarding) school|the (?:school|university|college)\b|educational institution|exam(?:s|ination)? board|nursery chain|academy trust)`)},
	{"Central government",
		pattern(`(?i)\b(?:cabinet office|home office|ministry of|department (?:for|of)|HM Revenue|HMRC|treasury|foreign office|electoral commission|driver and vehicle|government|secretary of state|office for|(?:standards|environment|support|payments) agency|companies house|land registry)\b`),
		pattern(`(?i)\b(?:government department|ministry\b|non-departmental|government agency|tax authority|the department (?:did|had|failed|was))`)},
	{"Charitable and voluntary",
		pattern(`(?i)\b(?:charit(?:y|able|ies)|YMCA|YWCA|foundation|hospice|relief fund|benevolent)\b`),
		pattern(`(?i)\b(?:charit(?:y|ies)\b|voluntary (?:organisation|group)|not-for-profit|non-profit)`)},
	{"Legal",
		pattern(`(?i)\b(?:solicitors?|law|legal|barristers?|chambers|advocates?|attorneys?)\b`),
		pattern(`(?i)\b(?:law firm|firm of solicitors|solicitors(?:'|’)? firm|barristers(?:'|’)? chambers|limited liability partnership of solicitors)`)},
	{"Political",
		pattern(`(?i)\b(?:(?:labour|conservative|liberal|green|unionist|independence|national|democratic|reform|brexit|political)(?: and unionist)? party|liberal democrats|leave|remain|campaign)\b`),
		pattern(`(?i)\b(?:political party|(?:referendum|election|leave|remain|political) campaign(?:s|ers?)?(?: group)?|campaign group|political consult\w+|political organisation)\b`)},
	{"Marketing",
		pattern(`(?i)\b(?:marketing|leads?|lead generation|advertising|promotions?|telemarketing|data brokers?|call centres?|contact centres?)\b`),
		pattern(`(?i)\b(?:(?:tele-?|direct |telephone |digital |data and |email |text |SMS |online |affiliate )*marketing (?:company|firm|agency|business|services?|group)|lead[- ]generat\w+|lead (?:company|firm)|data brok(?:er|ing)|list brok(?:er|ing)|call cent(?:re|er)|sold (?:on )?(?:the |its |their )*(?:replies|leads|details|responses)|details were sold on|(?:company|firm) behind .{0,30}(?:calls|texts))\b`)},
	{"Transport and leisure",
		pattern(`(?i)\b(?:airways|airlines?|airports?|air\b|rail(?:way)?s?|trains?|travel|hotels?|holidays?|cruises?|leisure|bus|buses|coaches|cabs?|taxis?|ticket\w*|transport|bet|betting|gaming|casinos?|bingo|cinemas?|theatres?|football|gym|fitness|sports club|tourism|ferries)\b`),
		pattern(`(?i)\b(?:airlines?\b|airport operator|(?:US |budget |luxury )?hotel (?:chain|group|company|giant)|travel (?:company|agent|agency|firm|operator)|tour operator|ticket (?:seller|sales|agency|company|firm|site)|rail (?:company|operator)|train operator|betting (?:company|firm|site)|bookmakers?|gambling (?:company|firm|site)|ride-hailing|gym chain|cruise (?:company|line))\b`)},
	{"Utilities",
		pattern(`(?i)\b(?:water|energy|electric(?:ity)?|gas|power|utilit(?:y|ies)|wastewater)\b`),
		pattern(`(?i)\b(?:(?:water|energy|gas|electricity|power|utility) (?:company|supplier|firm|provider|utility|group)|water utility|UK utility|utility\b)`)},
	{"Land or property services",
		pattern(`(?i)\b(?:homes?|housing|propert(?:y|ies)|lettings?|estates?|construction|build(?:ing|ers?)|insulation|windows?|solar|boilers?|glazing|roofing|kitchens?|bathrooms?|conservator\w+|home improvements?|green deal|renewables?|lofts?|surveyors?)\b`),
		pattern(`(?i)\b(?:housing association|social landlord|landlord|construction (?:company|firm|group)|builder\b|estate agents?|letting agen\w+|property (?:company|firm)|home improvement|double[- ]glazing|insulation (?:company|firm)|solar (?:panel|energy)|boiler (?:replacement|company|firm)|green (?:deal|energy) (?:company|firm))`)},
	{"Finance insurance and credit",
		pattern(`(?i)\b(?:bank\w*|insur\w+|assurance|financ(?:e|ial)|credit|loans?|lending|mortgages?|pensions?|claims?|building society|money|wealth|invest\w*|debt|capital|payments?|cover|warrant(?:y|ies)|accountants?)\b`),
		pattern(`(?i)\b(?:(?:retail |high street |online |challenger )?bank\b|insurer|insurance (?:company|firm|broker|group)|lender|loans? (?:company|firm|broker)|credit (?:reference|broker|card)|(?:claims|PPI)[- ]?(?:management )?(?:company|firm)|claims management|pensions? (?:company|firm|provider|scheme)|financial (?:services|advis\w+) (?:company|firm|group)|debt (?:management|advice) (?:company|firm)|funeral plan|payday|cover for white goods|appliance cover|life insurance|accident claims (?:company|firm))\b`)},
	{"Media",
		pattern(`(?i)\b(?:newspapers?|news|broadcast\w*|publish\w+|radio|television|TV|magazines?|press|films?)\b`),
		pattern(`(?i)\b(?:newspaper (?:group|publisher)|broadcaster\b|publishing (?:company|group)|(?:TV|television|film) (?:production )?company|magazine publisher)`)},
	{"Retail and manufacture",
		pattern(`(?i)\b(?:retail|stores?|shops?|supermarkets?|foods?|motors?|cars?|vehicles?|fashion|clothing|furniture|electrical|electronics|toys?|wines?|brew\w+|manufactur\w+|products)\b`),
		pattern(`(?i)\b(?:retailer|supermarket|home shopping|shopping (?:business|company|channel)|catalogue (?:company|firm)|food (?:delivery|box|company)|(?:meal|recipe)[- ](?:kit|box)|car (?:dealer|buy\w+|valuation|manufacturer|maker)|manufacturer|online (?:store|shop|marketplace)|fashion (?:brand|chain)|high street chain|electricals? (?:chain|retailer)|(?:sub-?)?postmasters?|post offices?)\b`)},
	{"Online technology and telecoms",
		pattern(`(?i)\b(?:software|technolog\w+|tech|telecom\w*|AI|computers?|computing|digital|online|internet|systems|broadband|mobile|networks?|cloud|cyber|IT|web|hosting|phones?|communications|\w+\.(?:com|me|io|net))\b`),
		pattern(`(?i)\b(?:(?:software|IT|tech(?:nology)?|AI|internet|telecoms?|telecommunications|social media|cloud|hosting|data analytics|facial recognition|mobile(?: phone)?|web|app) (?:and (?:IT|software|services) )*(?:services? )?(?:company|provider|supplier|firm|giant|platform|operator|group|developer|network)|supplies (?:IT|software)|IT services|social (?:media|network\w*) (?:app|site|service|platform)|search engine|video[- ]sharing|password manager|broadband provider|ride-sharing app|dating (?:app|site)|digital contact tracing|(?:its|the) (?:app|platform|AI tool)\b|chatbot maker)`)},
	{"General business",
		pattern(`(?i)\b(?:outsourcing|recruitment|employment|consult(?:ing|ancy|ants)|waste|security services|facilities|logistics|cleaning|franchise)\b`),
		pattern(`(?i)\b(?:outsourc(?:er|ing) (?:company|firm|giant|group)?|recruitment (?:company|firm|agency)|employment (?:services|agency)|waste (?:company|management|firm)|professional services|consultancy|facilities management|logistics (?:company|firm)|security (?:company|firm)|business services)\b`)},
	{"other",
		pattern(`(?i)\b(?:trade union|union|church|diocese|sports? association)\b`),
		pattern(`(?i)\b(?:trade union|the union\b|religious)`)},
}
