package facts

// A cue is words before or after a name that make it the party. Where both
// are given both must stand.
type cue struct {
	left, right *phrase
	score       float64
	acted       bool
}

// cues are the ways in which a party is named. Words that only describe it
// ("the Manchester-based energy firm") are skipped before left is asked.
var cues = []cue{
	// The regulator does something to it.
	{pattern(`(?i)\b(?:fine[ds]?|fining|reprimand(?:s|ed|ing)?|prosecut(?:e[ds]?|ing)|penali[sz](?:e[ds]?|ing)|sanction(?:s|ed|ing)?|censured?|rebuke[ds]?|punishe[ds]) $`), nil, 2, true},
	{pattern(`(?i)\b(?:issue[ds]?|serve[ds]?|hits?|hand(?:s|ed)|gives?|gave|given|slap(?:s|ped)|issuing|serving|presented|punished|hitting|handing) $`), pattern(`(?i)^,? (?:with|an?|its|two|the|£|monetary|penalty|notice|reprimand|over|enforcement)\b`), 2, true},
	{pattern(`(?i)\b(?:impose[ds]?|imposing|lev(?:y|ied|ies)|serve[ds]?|issue[ds]?|issuing) (?:on|upon|against|to) $`), nil, 2, true},
	{pattern(`(?i)\b(?:fines?|penalt(?:y|ies)|notices?|reprimands?|sanctions?|MPNs?|orders?|action|undertakings?|warnings?|notices? of intent)\b[^.;]{0,90} (?:on|upon|to|against|with) $`), nil, 1.4, true},
	{pattern(`(?i)\b(?:fines?|penalt(?:y|ies)|reprimands?|notices? of intent|undertakings?)\b[^.;]{0,40} (?:for|from|by|at) $`), nil, .9, false},
	{pattern(`(?i)\brequire[ds]? $`), pattern(`(?i)^,? to (?:pay|take|cease|stop|delete|comply|notify|bring)\b`), 3, true},
	{pattern(`(?i)\b(?:order(?:s|ed|ing)?|told|instruct(?:s|ed)|direct(?:s|ed)|requires|required) $`), pattern(`(?i)^,? (?:to|must|that)\b`), 1.6, true},
	{pattern(`\b(?:TO|To) ?:\s*$`), nil, 3, true},
	// Something is done to it.
	{nil, pattern(`(?i)^,?(?: (?:has|have|had|was|were|is|are|being|be|been|will|must|could|may|today|now|also|provisionally|since|later|first|originally|jointly|both|all|each|itself))* (?:fined|reprimanded|prosecuted|penali[sz]ed|sanctioned|censured|convicted|sentenced|jailed|found guilty|rebuked|ordered to|issued with|served with|hit with|hit by|handed|slapped|rapped|told (?:that )?(?:it|they|to)|under investigation)\b`), 2, true},
	{nil, pattern(`(?i)^,?(?: (?:has|have|had|was|were|is|being|been|also|today|now|later|since|both|each))* (?:(?:was|were|been|being) issued|given|received?|receives|gets|got)\b[^.]{0,50}\b(?:fines?|penalt(?:y|ies)|reprimands?|notices?|sanctions?|warnings?|undertakings?)\b`), 2, true},
	{nil, pattern(`(?i)^,?(?: (?:must|will|has to|have to|had to|agreed to|agrees to|agree to|have|has|had|ordered to|told to|has been told to|to|is to|are to|should))+ (?:now |each |also )*pay\b`), 2, true},
	{nil, pattern(`(?i)^,?(?: (?:has|have|had|is|was|also|now|could|will|may|today))* (?:faces?|facing|face|faced|braced|escape[sd]?|avoid(?:s|ed)?|appeal(?:s|ed|ing)?|loses|lost|wins|won|challeng(?:es|ed|ing)|contest(?:s|ed|ing)?|slashes|seeks|signs?|signed|undert(?:ook|akes?|aken)|admitted|pleaded|pleads|landed)\b`), 1.3, true},
	{nil, pattern(`(?i)^,?(?: (?:now|also|still|has|had|have))* (?:expects?|expected|thinks|hopes|set aside|sets aside|put (?:aside|by)|made provision|provided)\b[^.;]{0,60}\b(?:fines?|penalty|£)`), 1.2, true},
	{nil, pattern(`(?i)^,? v\.? (?:the )?(?:ICO|Information Commission)`), 2, true},
	{pattern(`(?i)\b(?:ICO|Information Commissioner|Commissioner)(?:'s Office|’s Office)? (?:[-–] ?)?v\.?(?: ?[-–])? $`), nil, 2, true},
	{nil, pattern(`(?i)^,? ?(?:\(company number[^)]*\) )?Appellants?\b`), 2, true},
	// The same in any of the wider words: "walloped with a fine", "became the fourth to be fined".
	{nil, pattern(`(?i)^,?(?: (?:has|have|had|was|were|is|are|being|be|been|get|gets|got|will|must|could|may|today|now|also|provisionally|since|later|first|originally|jointly|both|all|each|itself|just|formally|recently|yesterday|again))* ` + punished + `\b`), 2, true},
	{nil, pattern(`(?i)^,?(?: (?:has|have|had|was|were|is|are|being|be|been|get|gets|got|will|must|could|may|today|now|also|provisionally|since|later|first|originally|jointly|both|all|each|itself|just|formally|recently|yesterday|again))* ` + dealt + `\b[^.;:]{0,50}? ` + measure + `\b`), 1.8, true},
	{nil, pattern(`(?i)^,?(?: (?:has|have|had))? (?:bec[oa]me|becomes|is|was|are|were) (?:only )?(?:the|an?|one of the|among the) (?:[a-z-]+ ){0,6}?to (?:be|receive|get|have been) (?:[a-z]+ ){0,2}?(?:fine|` + punished + `|` + measure + `)\b`), 2, true},
	{nil, pattern(`(?i)^,?(?: (?:has|have|had|was|were|is|are|being|be|been|get|gets|got|will|must|could|may|today|now|also|provisionally|since|later|first|originally|jointly|both|all|each|itself|just|formally|recently|yesterday|again))* (?:told by|warned by|ordered by|instructed by|directed|banned|forbidden|given (?:\w+ )(?:days|weeks|months)|given until)\b`), 1.6, true},
	{nil, pattern(`(?i)^,?(?: (?:has|have|had|is|was|also|now|will|itself))* (?:(?:lodg|fil|launch|brought|bring|withdr|drop|vow|plan|promis|intend)[a-z]* (?:an? |its |the |to )*(?:appeal|challenge|contest|fight)|fail(?:s|ed) (?:in (?:its|an) )?(?:attempt|bid|appeal|challenge)|(?:formally )?(?:promised|agreed|committed|pledged) to|put its name to)`), 1.4, true},
	{pattern(`(?i)\b(?:gives?|gave|giving|allows?|allowed) $`), pattern(`(?i)^ (?:until|an? (?:month|week)|\d+ |two |three |four |six |seven |ten |twelve |thirty |one )(?:[a-z]+ )?(?:days|weeks|months|month|week|\d)?`), 1.5, true},
	{pattern(`(?i)\b(?:rap(?:s|ped)|order(?:s|ed|ing)?|bans?|banned|told|tells|tick(?:s|ed) off|carpet(?:s|ed)|admonish(?:es|ed)|compel(?:s|led)|forc(?:es|ed)|stop(?:s|ped)) $`), pattern(`(?i)^,? (?:to|from|for|over|after)\b`), 1.6, true},
	{pattern(`(?i)\b(?:propos(?:es|ed|ing)|intend(?:s|ed|ing)?|plan(?:s|ned|ning)?|minded|decided|decision|intention|wants|due|set) to (?:fine|reprimand|penalise|prosecute|sanction) $`), nil, 2, true},
	// A court deals with a person, whose age the report gives.
	{nil, pattern(`^,? \(?(?:aged )?\d\d\)?,?(?: [^.;]{0,120}?)?\b(?:pleaded|admitted|appeared|pleads|(?:was|were|has been|have been|is|been) (?:\w+ )?(?:fined|sentenced|convicted|prosecuted|jailed|given|handed|ordered|spared|found guilty)|received|must pay|walked|avoided)\b`), 2.2, true},
	// It failed.
	{pattern(`(?i)\b(?:found|finds?|finding|conclude[sd]?|decide[sd]?|ruled?|satisfied|held|holds|determine[sd]?|considers?|considered|established|revealed|showed|discovered|view|said|says|states?) (?:provisionally )?that,? $|\bfound $`), pattern(`(?i)^,?(?: (?:has|have|had|was|were|also|did|does|to be|itself|knowingly))* (?:fail|infring|contraven|breach|violat|not\b|process|sen[dt]\b|ma[dk]e\b|broke|lack|instigat|use[ds]?\b|responsib|liable|unlawful|kept|allow|in breach|no )`), 1.6, false},
	{nil, pattern(`(?i)^,?(?: (?:has|have|had|also|therefore|then|itself|knowingly|repeatedly))* (?:fail(?:ed|s|ure)|infring(?:ed|es)|contraven(?:ed|es)|breach(?:ed|es)|violat(?:ed|es)|broke|flouted|did not|had not|could not (?:show|prove|demonstrate|provide|explain)|continued to|lacked|sent|made|instigated|ignored|was responsible|were responsible|released|disclosed|published)\b`), .9, false},
	{pattern(`(?i)\b(?:contraventions?|infringements?|breach(?:es)?|failings?|failures?|violations?|shortcomings|attack|hack|made|sent|instigated|committed|incident) (?:by|at|of|on|against|involving|affecting) $`), nil, .8, false},
	{pattern(`(?i)\b(?:found|finds?|finding|conclude[sd]?|decide[sd]?|ruled?|satisfied|held|holds|determine[sd]?|considers?|considered|established|revealed|showed|discovered|view|said|says|states?|heard|noted|notes|reported|report|accepted|added|claims?|learned) (?:provisionally |also |yesterday |today |on \w+day |this week |last week |last month )?(?:that |how )?$`), pattern(`(?i)^,?(?: (?:has|have|had|was|were|did|does|is|are))? [a-z]{3,}`), .9, false},
	// It is looked into, or introduced.
	{pattern(`(?i)\b(?:investigations?|inquiry|enquiry|enquiries|probe|look) (?:in)?to $|\binvestigat(?:ed|ing|es) $|\b(?:complain(?:ts?|ed)|concerns|reports)\b[^.]{0,40} (?:about|against|regarding|concerning) $`), nil, .9, false},
	{pattern(`(?i)\b(?:appeals? (?:of|by|brought by|lodged by|made by)|case (?:of|against|involving)|in the matter of|judgment (?:for|in|about|on)|ruling (?:for|about|in|on)) $`), nil, 1, false},
	{pattern(`(?i)\b(?:called|named|controller|controllers|company|organisation|firm|charity|entity|appellant|respondent|defendant|parties)(?: is| was| are|:|,| in question is| concerned is| concerned was|,? called|,? named) (?:the )?$`), nil, 1.4, false},
	{nil, pattern(`(?i)^(?: \([^)]*\))?(?: (?:is|was|are|were) (?:an?|the|one of)\b|,? (?:which|who|whose|based in|located in|of [A-Z])|,? (?:an?|the) (?:\w|[a-z-])+ |,? (?:advertises|operates|sells|provides|supplies|runs|describes itself|offers|owns|trades|traded|uses|used|worked|works)\b)`), .7, false},
	{nil, pattern(`(?i)^(?:['’]s?)? (?:data |security |privacy |GDPR |PECR |£[\d.,]+ ?(?:m|million|k|bn)? |record |cyber |proposed |provisional |protection )*(?:fines?|penalty|penalties|reprimand|breach|hack|incident|case|ruling|appeal|judgment|leak|attack|contravention|undertaking)\b`), .9, false},
	{nil, pattern(`^(?: ?:| -| –|,)? ?\(?£ ?\d`), 1.2, true},
	{nil, pattern(`(?i)^(?: has| have| had| also)* (?:said|says|told|apologised|accept(?:s|ed)|disagree[sd]|den(?:y|ies|ied)|disput(?:es|ed)|notified|reported|informed|co-?operated|explained|claimed|argued|stated|confirmed|relied|bought|obtained)\b`), .4, false},
}

// related is what makes a name that of somebody beside the party.
var related = pattern(`(?i)\b(?:parent|owners?|subsidiar(?:y|ies)|employees?|directors?|workers?|nurses?|secretary|secretaries|receptionists?|administrators?|advisers?|officers?|assistants?|boss(?:es)?|managers?|partners?|m[ae]n|wom[ae]n|staff|doctors?|teachers?|executives?|supplier|suppliers|customers?|clients?|contractor|arm|brand|owned|owns|runs|part|acquired|bought|formerly|rival|behalf|department|unit|spokes\w+|team|users|members|servers|accounts?|sold|passed|lists?|data|using|uses|used|via|through|onto|uploaded|advised|provided|represented|hosted|worked|working|works|operated|overseen|like|such as|including|in|near|outside|across)(?: company| firm| group)? (?:of|by|to|for|from|at|as|with)?,? ?$`)

// officer is one who speaks or signs for a body.
var (
	officerBefore = pattern(`(?i)\b(?:chief executive|chief constable|chair(?:man|woman)?|head ?teacher|principal|vice-chancellor|leader|minister|commissioner|managing director|chief nurse|chief officer|boss),? (?:Sir |Dame |Dr |Professor |Lord |Lady |Cllr |Councillor )?$`)
	officerAfter  = pattern(`(?i)^,? (?:(?:the|its) )?(?:[\w’'-]+ )?(?:chief executive|chief constable|chair(?:man|woman)?|head ?teacher|principal|vice-chancellor|leader|managing director|chief nurse|chief officer|boss)(?: of\b|,| at\b)`)
)

// otherCase is a sentence that looks at another action than the one told.
var otherCase = pattern(`(?i)\b(?:recently (?:fined|issued|imposed)|previous(?:ly)? (?:fine|issued|imposed)|(?:^|[,;] )last year\b|(?:fined|fines?|penalt(?:y|ies)|reprimand(?:s|ed)?)(?: \w+){0,3} last year\b|also fined|was also|by contrast|in comparison|compared (?:to|with)|(?:largest|biggest|highest|record)\b[^.]{0,60}\b(?:since|to date|was|after|imposed|against|on)|since (?:the )?(?:£|fine|penalty)|, after (?:£|fines|the|a )|along with an?|along(?:side| with) (?:fines?|penalt)|similar (?:fines?|penalt|case|action)|other (?:fines|cases)|(?:third|fourth|fifth|second) (?:prominent |such |largest )?(?:fine|penalty)|CNIL|Electoral Commission|Financial Conduct|\bFCA\b|Ofcom|Data Protection Commission\b|not long before|earlier,|separately,|meanwhile,|months? (?:ago|earlier)|\b(?:they|it|he|she) joins?\b|joins? (?:a|the|this|other)|hall of shame|follows? (?:fines?|a fine|the|similar|penalt|action)|comes? (?:after|weeks|days|months|just)|far (?:above|below|more|less)|more than the|in (?:another|a separate|an unrelated) )`)
