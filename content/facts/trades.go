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
		either(`(?i)\b(?:police force|prosecution service|prison service)`,
			`(?:two|both|each|the|a|police) forces?\b(?: in| has| have| had| was| were)|officers and staff|chief constables?|HMP\b|prison\b|prison governor|young offender|probation (?:service|trust)|police (?:service|and crime)|constabulary|prosecutors?(?:'|’) (?:office|service)|court service`)},
	{"Social care",
		pattern(`(?i)\b(?:children(?:'|’)?s (?:trust|services|homes?)|social (?:care|work)|care (?:home|group|services|homes|uk)|fostering|homecare)\b`),
		either(`(?i)\b(?:social care provider|care home (?:operator|provider|group)|fostering agency|child protection and review)\b`,
			`care home|children(?:'|’)s home|home care (?:provider|company|agency)|domiciliary care|foster(?:ing)? (?:agency|service|charity)|adult social care provider`)},
	{"Health",
		pattern(`(?i)\b(?:NHS|hospitals?|health(?:care)?|clinics?|pharmac\w+|dental|dentists?|medical|surgery|genetics?|ambulance|dispensar\w+|optical|opticians?|health and social care)\b`),
		either(`(?i)\b(?:(?:NHS|hospital) (?:foundation )?trust|health board|GP (?:practice|surgery)|pharmac(?:y|ies) (?:chain|group|company)?|(?:genetic|DNA)(?:s)?[- ](?:testing|and research) (?:company|firm|service)|consumer genetics|(?:private )?hospital (?:group|operator)|healthcare (?:provider|company|firm|group)|dental practice|clinic\b|NHS bod(?:y|ies))`,
			`(?:NHS|hospitals?|ambulance|health|mental health|community|acute)(?: services?)? (?:and \w+ )?(?:foundation )?(?:NHS )?trust|surgery\b|GPs?(?:'|’)? (?:practice|surgery)|doctors(?:'|’)? (?:practice|surgery)|patients(?:'|’)? (?:records|notes)|ambulance service|dentists?\b|opticians?\b|medical (?:practice|centre|group)|maternity|sexual health|nursing team|care board|fertility`)},
	{"Local government",
		pattern(`(?i)\b(?:council|borough|combined authority|city of|county of)\b`),
		either(`(?i)\b(?:(?:city|county|borough|district|parish|town|unitary) council|(?:^|[^f] )the council\b|local authority)`,
			`(?:council|authority)(?:'|’)s (?:chief executive|leader|staff)|councillors?\b|town hall|local authorities|city hall`)},
	{"Education and childcare",
		pattern(`(?i)\b(?:schools?|university|college|academ(?:y|ies)|nurser(?:y|ies)|education(?:al)?|learning trust|learners?)\b`),
		either(`(?i)\b(?:(?:academy|high|primary|secondary|grammar|independent|boarding) school|the (?:school|university|college)\b|educational institution|exam(?:s|ination)? board|nursery chain|academy trust)`,
			`academy\b|school(?:'|’)s|schools trust|multi-academy|sixth[- ]form|further education|vice-?chancellor|head ?teacher|students(?:'|’) union|undergraduates|campus|pupils\b.{0,40}\bschool|nursery\b|awarding body|examination`)},
	{"Central government",
		pattern(`(?i)\b(?:cabinet office|home office|ministry of|department (?:for|of)|HM Revenue|HMRC|treasury|foreign office|electoral commission|driver and vehicle|government|secretary of state|office for|(?:standards|environment|support|payments) agency|companies house|land registry)\b`),
		either(`(?i)\b(?:government department|ministry\b|non-departmental|government agency|tax authority|the department (?:did|had|failed|was))`,
			`(?:government|the) (?:department|ministry)(?:'|’)s?\b|permanent secretary|arm(?:'|’)s[- ]length body|executive agency|civil servants?|secretariat|whitehall|home secretary|immigration|the ministry\b`)},
	{"Charitable and voluntary",
		pattern(`(?i)\b(?:charit(?:y|able|ies)|YMCA|YWCA|foundation|hospice|relief fund|benevolent)\b`),
		either(`(?i)\b(?:charit(?:y|ies)\b|voluntary (?:organisation|group)|not-for-profit|non-profit)`,
			`charity(?:'|’)s|trustees\b|good cause|fundrais\w+|support group`)},
	{"Legal",
		pattern(`(?i)\b(?:solicitors?|law|legal|barristers?|chambers|advocates?|attorneys?)\b`),
		either(`(?i)\b(?:law firm|firm of solicitors|solicitors(?:'|’)? firm|barristers(?:'|’)? chambers|limited liability partnership of solicitors)`,
			`law practice|legal practice|criminal defence (?:practice|firm)|conveyanc\w+|solicitors\b(?: firm| practice)|chambers\b|partners in the firm|bar(?:rister)?s?(?:'|’) chambers`)},
	{"Political",
		pattern(`(?i)\b(?:(?:labour|conservative|liberal|green|unionist|independence|national|democratic|reform|brexit|political)(?: and unionist)? party|liberal democrats|leave|remain|campaign)\b`),
		either(`(?i)\b(?:political party|(?:referendum|election|leave|remain|political) campaign(?:s|ers?)?(?: group)?|campaign group|political consult\w+|political organisation)\b`,
			`party(?:'|’)s (?:members|supporters)|by-?election|canvass\w+|would-be voters|MPs? (?:and|or) candidates|campaigners for`)},
	{"Marketing",
		pattern(`(?i)\b(?:marketing|leads?|lead generation|advertising|promotions?|telemarketing|data brokers?|call centres?|contact centres?)\b`),
		either(`(?i)\b(?:(?:tele-?|direct |telephone |digital |data and |email |text |SMS |online |affiliate )*marketing (?:company|firm|agency|business|services?|group)|lead[- ]generat\w+|lead (?:company|firm)|data brok(?:er|ing)|list brok(?:er|ing)|call cent(?:re|er)|sold (?:on )?(?:the |its |their )*(?:replies|leads|details|responses)|details were sold on|(?:company|firm) behind .{0,30}(?:calls|texts))\b`,
			`(?:advertising|ad|lead|affiliate|marketing|promotions|performance)(?:[- ]\w+)? (?:agency|broker|network|company|firm|group|outfit|business)|data broker|list (?:broker|seller|owner)|(?:e-?mail|text|SMS) (?:broadcaster|sender|blaster)|telemarketer|dialling company|sells? (?:leads|lists)|robocall\w* (?:firm|company)|(?:earned|sold) .{0,30}\bleads?\b`)},
	{"Transport and leisure",
		pattern(`(?i)\b(?:airways|airlines?|airports?|air\b|rail(?:way)?s?|trains?|travel|hotels?|holidays?|cruises?|leisure|bus|buses|coaches|cabs?|taxis?|ticket\w*|transport|bet|betting|gaming|casinos?|bingo|cinemas?|theatres?|parking|football|gym|fitness|sports club|tourism|ferries)\b`),
		either(`(?i)\b(?:airlines?\b|airport operator|(?:US |budget |luxury )?hotel (?:chain|group|company|giant|firm|business|operator|brand|owner)|travel (?:company|agent|agency|firm|operator)|tour operator|ticket (?:seller|sales|agency|company|firm|site)|rail (?:company|operator)|train operator|betting (?:company|firm|site)|bookmakers?|gambling (?:company|firm|site)|ride-hailing|gym chain|cruise (?:company|line))\b`,
			`holiday (?:firm|company|operator|park)|package holiday|airport\b|gym\b|leisure (?:operator|centre|company|trust)|ferry (?:company|operator)|bus (?:company|operator)|coach (?:company|operator)|car[- ]?hire|taxi (?:firm|company)|cinema chain|theme park|football club|restaurant (?:chain|group)|pub (?:chain|group|company)|hotelier|hotels? (?:group|chain)|casino|bingo|parking (?:company|firm|operator)|train company|railway|airline|ticketing|cruise|car[- ]park(?:s|ing)? (?:operator|company|firm|group|business)|(?:runs|operates|manages|running|operating)\b.{0,40}\bcar parks|ferries\b|(?:coach|rail|air|sea) passengers`)},
	{"Utilities",
		pattern(`(?i)\b(?:water|energy|electric(?:ity)?|gas|power|utilit(?:y|ies)|wastewater)\b`),
		either(`(?i)\b(?:(?:water|energy|gas|electricity|power|utility) (?:company|supplier|firm|provider|utility|group)|water utility|UK utility|utility\b)`,
			`energy (?:supplier|company|firm|provider|broker)|water (?:company|supplier)|electricity|gas (?:supplier|network)`)},
	{"Land or property services",
		pattern(`(?i)\b(?:homes?|housing|propert(?:y|ies)|lettings?|estates?|construction|build(?:ing|ers?)|insulation|windows?|solar|boilers?|glazing|roofing|kitchens?|bathrooms?|conservator\w+|home improvements?|green deal|renewables?|lofts?|surveyors?)\b`),
		either(`(?i)\b(?:housing association|social landlord|landlord|construction (?:company|firm|group)|builder\b|estate agents?|letting agen\w+|property (?:company|firm)|home improvement|double[- ]glazing|insulation (?:company|firm)|solar (?:panel|energy)|boiler (?:replacement|company|firm)|green (?:deal|energy) (?:company|firm))`,
			`(?:lettings?|housing|tenancy) officers?|housing (?:association|provider|group|trust)|social housing|(?:9|\d),\d+-home|lettings? (?:agency|agent)|estate agency|solar (?:panel )?(?:company|firm|installer)|home[- ]improvement (?:company|firm)|window (?:company|firm|sales)|boiler (?:company|installer)|heat pump|loft insulation|kitchen (?:company|firm)|property manage\w+|tenants(?:'|’)? portal|developer of homes|housebuilder`)},
	{"Finance insurance and credit",
		pattern(`(?i)\b(?:bank\w*|insur\w+|assurance|financ(?:e|ial)|credit|loans?|lending|mortgages?|pensions?|claims?|building society|money|wealth|invest\w*|debt|capital|payments?|cover|warrant(?:y|ies)|accountants?)\b`),
		either(`(?i)\b(?:(?:retail |high street |online |challenger )?bank\b|insurer|insurance (?:company|firm|broker|group)|lender|loans? (?:company|firm|broker)|credit (?:reference|broker|card|firm|agency|bureau|company|scor\w+)|(?:debt|debtor)?[- ]?tracing (?:agency|agent|firm|company)|trac(?:es|ed|ing) debtors|debt collect\w+|(?:claims|PPI)[- ]?(?:management )?(?:company|firm)|claims management|pensions? (?:company|firm|provider|scheme)|financial (?:services|advis\w+) (?:company|firm|group)|debt (?:management|advice) (?:company|firm)|funeral plan|payday|cover for white goods|appliance cover|life insurance|accident claims (?:company|firm))\b`,
			`reviews of (?:\w+ )?pensions|pensions? reviews?|(?:offer(?:s|ed|ing)?|s(?:ells|old|elling)) (?:\w+ ){0,3}(?:pensions|insurance|loans|mortgages|funeral plans)\b|credit files|(?:short-term|payday|sub-prime|doorstep) (?:lender|loan)|building society|mortgage (?:broker|lender)|pension (?:firm|scheme|administrator|provider|services)|claims[- ](?:management|handling) (?:company|firm)|claims company|offers? to pursue compensation|insurance (?:broker|intermediary|company|group)|investment (?:firm|company|platform)|debt (?:collector|purchaser|adviser|management)|credit union|wealth manager|accountancy (?:firm|practice)|payments? (?:company|firm|processor)|white goods|appliance (?:insurance|cover|warranty)|warranty (?:company|firm|provider)`)},
	{"Media",
		pattern(`(?i)\b(?:newspapers?|news|broadcast\w*|publish\w+|radio|television|TV|magazines?|press|films?)\b`),
		either(`(?i)\b(?:newspaper (?:group|publisher)|broadcaster\b|publishing (?:company|group)|(?:TV|television|film) (?:production )?company|magazine publisher)`,
			`newspaper|broadcaster|publisher|magazine|radio station|production company`)},
	{"Retail and manufacture",
		pattern(`(?i)\b(?:retail|stores?|shops?|supermarkets?|foods?|motors?|cars?|vehicles?|fashion|clothing|furniture|electrical|electronics|toys?|wines?|brew\w+|manufactur\w+|products)\b`),
		either(`(?i)\b(?:retailer|supermarket|home shopping|shopping (?:business|company|channel)|catalogue (?:company|firm)|food (?:delivery|box|company)|(?:meal|recipe)[- ](?:kit|box)|car (?:dealer|buy\w+|valuation|manufacturer|maker)|manufacturer|online (?:store|shop|marketplace)|(?:kit|gear|goods|clothes|shoes|equipment|accessories|toys?|books?|gifts?|jewellery|bikes?) (?:seller|shop|store|chain|retailer|brand|firm)|fashion (?:brand|chain)|high street chain|electricals? (?:chain|retailer)|(?:sub-?)?postmasters?|post offices?)\b`,
			`(?:online|internet|high[- ]street|clothing|sofa|furniture|fashion|electrical|food|shoe|toy|jewell\w+|grocery|pet|mail[- ]order|health food|wine) (?:\w+ )?(?:retailer|seller|shop|store|chain|company|brand|outfit|business|firm)|retail (?:chain|group|company|scheme)|e-?commerce|upholster\w+|shoppers\b|wellness company|supplements?\b|meal kits?|department store|garden centre|grocers?\b|brewer|bakery|carmaker|car (?:dealership|showroom)|(?:sells|selling|sold|makes|maker of) (?:\w+ ){0,3}(?:clothes|shoes|furniture|sofas|cosmetics|vitamins|hearing aids|mobility|beds|mattresses|patches)`)},
	{"Online technology and telecoms",
		pattern(`(?i)\b(?:software|technolog\w+|tech|telecom\w*|AI|computers?|computing|digital|online|internet|systems|broadband|mobile|networks?|cloud|cyber|IT|web|hosting|phones?|communications|\w+\.(?:com|me|io|net))\b`),
		either(`(?i)\b(?:(?:software|IT|tech(?:nology)?|AI|internet|telecoms?|telecommunications|social media|cloud|hosting|data analytics|facial recognition|mobile(?: phone)?|web|app) (?:and (?:IT|software|services) )*(?:services? )?(?:company|provider|supplier|firm|giant|platform|operator|group|developer|network)|supplies (?:IT|software)|IT services|social (?:media|network\w*) (?:app|site|service|platform)|search engine|video[- ]sharing|password manager|broadband provider|ride-sharing app|dating (?:app|site)|digital contact tracing|(?:its|the) (?:app|platform|AI tool)\b|chatbot maker)`,
			`(?:maker|developer|operator|provider) of (?:an? |the )?(?:\w+ ){0,3}(?:app|platform|software|website|chatbot|social network)|(?:video|messaging|photo|gaming|homework|social|recruitment|dating|fitness|learning) (?:app|platform|site|service)|(?:an|video) app\b|recruitment platform|IT (?:service|services|company|contractor|firm|supplier) ?(?:provider|company|firm)?|managed service|software (?:maker|house|company|supplier|vendor)|start-?up|web ?host\w*|internet service provider|mobile (?:network|operator)|telecoms|tech (?:firm|company|giant)|genomics|facial recognition (?:company|firm)|faces .{0,30}social networks|online (?:forum|platform|game)|computer games?`)},
	{"General business",
		pattern(`(?i)\b(?:outsourcing|payroll|recruitment|employment|consult(?:ing|ancy|ants)|waste|security services|facilities|logistics|cleaning|franchise)\b`),
		either(`(?i)\b(?:outsourc(?:er|ing) (?:company|firm|giant|group)?|recruitment (?:company|firm|agency)|employment (?:services|agency)|waste (?:company|management|firm)|professional services|consultancy|facilities management|logistics (?:company|firm)|security (?:company|firm)|business services)\b`,
			`outsourcer|outsourcing|payroll (?:bureau|company|firm|provider|processor|services|business)|postal (?:service|operator|company|carrier|group)|recruiter|staffing|security guard\w*|office services|shredding company|archive company|facilities|business (?:services|support)`)},
	{"other",
		pattern(`(?i)\b(?:trade union|union|church|diocese|sports? association)\b`),
		either(`(?i)\b(?:trade union|the union\b|religious)`,
			`parish church|religious (?:body|order|organisation)|sports? governing body|professional body|trade body`)},
}

// either is the pattern of the nouns that rarely mislead and of looser ones.
func either(nouns, loosely string) *phrase {
	return &phrase{ways: []*phrase{pattern(nouns), pattern(`(?i)\b(?:` + loosely + `)`)}}
}
