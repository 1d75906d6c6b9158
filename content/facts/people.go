package facts

// The words for those whose data it is, in the plural: "customer records" are
// no customers. Before them stand words that say which.
const (
	whichPeople = `(?: (?:of (?:its|the|their|his|her|those|these)|(?:[\w’'/-]+(?:,\d{3})*(?: \([\w ]+\))?,?|&))){0,6}?`
	peopleNouns = `(?:people(?:'|’)?s?|persons?|individuals|data subjects|subjects|customers|clients|consumers|shoppers|buyers|patients|users|members|employees|workers|staff(?: members)?|personnel|colleagues|contractors|volunteers|trustees|children|pupils|students|learners|alumni|teenagers|minors|babies|boys|girls|subscribers|citizens|residents|inhabitants|voters|electors|applicants|candidates|jobseekers|officers|recipients|adults|pensioners|victims|survivors|witnesses|suspects|offenders|prisoners|inmates|passengers|travellers|guests|visitors|households|families|couples|tenants|homeowners|landlords|leaseholders|donors|supporters|parents|mothers|fathers|carers|adopters|relatives|women|men|drivers|motorists|owners|account ?holders|cardholders|policyholders|policy holders|ticket ?holders|holders|savers|investors|borrowers|(?:under|over)-?1[0-9]s|claimants|beneficiaries|taxpayers|postmasters|sub-?postmasters|soldiers|veterans|refugees|asylum seekers|doctors|nurses|teachers|lecturers|barristers|lawyers|players|gamers|followers|fans|Britons|Afghans|Scots|adults|callers|dog owners|graduates|attendees|delegates|signatories|honou?rees|nominees|pilots|farmers)`
)

var (
	// people follow a number soon: "82,946 people", "9.4 million of its UK customers".
	people = pattern(`^(?i:(?:\+|-plus|-odd)?(?: ?\(\d[\w .,]*\))?` + whichPeople + ` ` + peopleNouns + `)\b`)
	// anyPeople stand in a sentence that may count people at all.
	anyPeople = pattern(`(?i)\b(?:` + peopleNouns + `|those affected|affected)\b`)
	// otherThings between a number and people are what the number counts.
	otherThings = pattern(`(?i)\b(?:calls|texts|e-?mails|messages|complaints?|records|files|documents|pages|requests|accounts|addresses|cards|details|items|letters|entries|images|photographs|photos|numbers|devices|systems|businesses|companies|firms|organisations|hospitals|schools|councils|views|times|years|months|weeks|days|hours|minutes|per ?cent|to|from|by|for|against|with|in|on|at|about|who|which|that|were|was|are|is|had|have|has|and then|kilometres|miles)\b|%`)

	// those numbered without their noun beside the number: "the number of people affected was 5,000"
	numbered = pattern(`(?i)\b(?:number of (?:\w+ ){0,3}?` + peopleNouns + `(?: [^.;]{0,60}?)?|(?:those|people|persons|individuals|customers|data subjects|users|patients|staff) (?:who (?:were|are) )?(?:affected|impacted|concerned|involved)|total (?:number )?affected|(?:it|this|which|breach|attack|incident) affected)(?: (?:was|were|is|are|at|to|be|as|stood|stands|numbered|numbering|put|totalled|totalling|came|reached|about|around|over|up|more|than|approximately|some|nearly|almost|an estimated|estimated)|:)* $`)
	// itself affected, without a noun: "5,000 were affected"
	wereAffected = pattern(`(?i)^ (?:of (?:them|these|those|whom) )?(?:were|are|may have been|could have been|had been|have been) (?:directly |potentially )?(?:affected|impacted)\b`)
)
