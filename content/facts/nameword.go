package facts

import "strings"

// set makes a table of words.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	formWords = set(`Ltd Limited LTD LIMITED PLC plc Plc LLP llp LLC Inc INC Incorporated Corp Corporation CIC GmbH AG SA SARL BV NV LP CIO Pty B.V N.V S.A SpA`)

	// institutions end the names of bodies that carry no legal form.
	institutions = set(`Trust Council Police Constabulary University School College Academy Hospital Hospitals Association Society
		Union Department Ministry Office Board Authority Agency Commission Bank Group Holdings Service Services Foundation
		Centre Church Institute Federation Party Solicitors Surgery Practice Fund Charity Borough Federation Partnership Executive
		Assembly Congress Alliance Coalition Network Forum Refuge Hospice Clinic Pharmacy Museum Theatre Club League Guild Library`)

	// offices are what "for" and "of" follow in a name.
	offices = set(`Department Ministry Office Centre Commission Commissioner Authority Agency Association Society Institute
		Council Trust Foundation Campaign Assembly Alliance Congress Forum Coalition Secretary Service Services Board Party University Partnership Crown Royal Borough`)

	prepositions = set(`in on at by for from after before when while since although though however following under over as if
		despite during with without because once until upon among between but and or yet so also then thus therefore
		meanwhile separately earlier later today yesterday against through according given where to of amid per via unlike like`)

	// breaking words end a name though they have a capital: the verbs of
	// headlines, months and days, titles of people, laws and currencies.
	breaking = set(`fines fined fine fining hit hits issues issued issuing issue reprimands reprimanded reprimanding reprimand faces facing
		must pay pays paid ordered orders loses lost wins won appeals appealed agrees agreed reduces reduced cut cuts slashes slashed
		upholds upheld dismisses dismissed will has have had was were is are be been gets got handed given served penalised warns warned told
		tells says said announces announced confirms confirmed raps slams apologises admits blames escapes avoids sends sent breaks broke
		breached breaches leaks leaked loses seeks challenges intends intend proposes may could should can prosecuted prosecutes
		convicted sentenced guilty penalty penalties notice notices million breach investigation undertaking undertakings
		than this these that those there it they he she its their his her
		january february march april june july august september october november december
		monday tuesday wednesday thursday friday saturday sunday mr mrs ms miss dr sir lord lady dame professor judge
		article articles art regulation regulations section sections annex appendix paragraph para schedule chapter figure
		gdpr pecr dpa foia eir eidr tps ctps mpn cc'd fyi ceo cto ciso dpo dpia dpias mfa vpn dsar sars dsars sar tls rdp html pdf gbp eur usd`)

	// pronouns begin sentences more often than names.
	pronouns = set(`we you i a an your my our what which who why how where all any some no not both each every most more many several one two three
		four five six seven eight nine ten first second third last next old new another other such here now still just only even never once`)

	// headlineVerb is what stands between the regulator and the party in a
	// headline, even where a legal form follows.
	headlineVerb = set(`fines fined hits hit issues issued reprimands reprimanded faces orders ordered prosecutes prosecuted penalises serves served against for over to`)

	// nationality is no name by itself.
	nationality = set(`Scottish British English Welsh Irish American European French German Dutch Chinese Russian`)
)

// isForm is the legal form at the end of a name.
func isForm(s string) bool { return formWords[s] }

func institutionWord(words []string) bool {
	for _, w := range words {
		if institutions[w] || offices[w] {
			return true
		}
	}
	return false
}

func endsWithForm(s string) bool { return formWords[s] }

// endsName reports whether a capitalised word is none of a name's.
func endsName(s string) bool {
	lower := strings.ToLower(s)
	return regulatorWord(s) || breaking[lower]
}

func regulatorWord(s string) bool {
	switch s {
	case "ICO", "ICO's", "ICO’s", "GDPRhub":
		return true
	}
	return false
}

// leads reports whether a word at the beginning of a name belongs to the
// sentence.
func leads(s string) bool {
	return prepositions[strings.ToLower(s)] || strings.EqualFold(s, "the")
}

// isOffice reports whether a name so far is of a body that is for something.
func isOffice(words []word) bool {
	for _, w := range words {
		if offices[w.text] {
			return true
		}
	}
	return false
}

var (
	// nobodies are names of no party: the regulator and others, courts, laws,
	// places, people's titles, things.
	nobodies = exactly(`^(?:Information (?:Commission|Rights|Tribunal)\b.*|(?:UK |United Kingdom )?Information Commissioner.*|.*Information Commissioner(?:['’]s)? Office.*|Commissioner.*|Commission|UK GDPR|EU GDPR|UK DPA|European .*|` +
		`Parliament|Government|House of (?:Commons|Lords)|.*\b(?:Act|Regulations?|Directive|Bill|GDPR|Code of Practice|Convention)(?: \d{4})?|Data Protection.*|Privacy and Electronic.*|Freedom of Information.*|Environmental Information.*|` +
		`(?:Telephone|Mailing|Corporate Telephone) Preference Service.*|Companies House|Ofcom|OFCOM|Ofgem|Ofwat|Ofsted|Ofqual|Gambling Commission|Care Quality Commission|Advertising Standards Authority|Pensions Regulator|Fundraising Regulator|CNIL|DPC|FCA|PRA|CMA|FTC|FTT|UT|NCSC|NCA|EDPB|EEA|ECHR|CJEU|Financial Conduct Authority|National Cyber Security Centre|National Crime Agency|Competition and Markets Authority|Action Fraud|Insolvency Service|(?:Irish )?Data Protection Commission|Consolidated Fund|Treasury|HM Treasury|Solicitors Regulation Authority|Claims Management Regulator|Company|Companies|Firm|Firms|Controller|Processor|Organisation|Regulator|Watchdog|Appellant|Respondent|Data Controller|` +
		`Head of .*|Director.*|Deputy .*|Chief (?:Executive|Operating|Information|Technology|Financial|Privacy|Regulatory)\b.*|General Counsel.*|Group Manager.*|Executive Director.*|` +
		`Ex-[a-z-]+|Costs|Surcharge|Amount|Status|Sector|Type|Date|Party|Action|Value|Outcome|Nature|Reference|Summary|Fines?|Total|Totals|Counts?|COURTS?|CRIME|NEWS|Plea|Pleas|Offences?|Charges?|Prosecution|Defen[cs]e|Mitigation|Victim Surcharge|` +
		`MONETARY.*|PENALTY.*|REPRIMAND.*|ENFORCEMENT.*|DATA PROTECTION.*|INFORMATION COMM.*|SUPERVISORY.*|OFFICIAL.*|CONFIDENTIAL.*|NON-CONFIDENTIAL.*|NOTICE.*|TO|OF|AND|THE|IN|PART|` +
		`Internet|Christmas|Easter|Brexit|Covid(?:-19)?|COVID-19|PPI|NHS|TPS|CTPS|PECR|MFA|DPIA|SMS|IT|HIV|VPN|UKGDPR|Notice of Intent|Intent|Penalty Notice.*|Monetary Penalty.*|Enforcement (?:Notice|Powers).*|Reprimand.*|Facts|Holding|Comment|Judge?ments?|Rulings?|Verdicts?|Appeals?|Permission|Sentence|Hearing|Shares|Background|Introduction|Findings|Conclusion|Summary|Decision.*|[A-Z]\.?|\W*)$`)

	// nobodyCourts are courts, unless a legal form tells a firm of that name.
	nobodyCourts = exactly(`\b(?:Court|Tribunal|Chambers?|Magistrates)\b`)

	// places alone are no party, and may describe one: "a Leeds energy firm".
	places = exactly(`^(?:UK|EU|US|USA|GB|United Kingdom|United States|America|Great Britain|Britain|England(?: and Wales)?|Wales|Scotland|Northern Ireland|Ireland|Europe|China|India|London|Greater London|Manchester|Greater Manchester|Birmingham|Glasgow|Edinburgh|Cardiff|Belfast|Leeds|Liverpool|Bristol|Brighton|Hove|Sheffield|Wilmslow|Cheshire|Newcastle|Nottingham|Leicester|Swansea|Southampton|Portsmouth|Plymouth|Bournemouth|Blackpool|Blackburn|Bolton|Bradford|Hull|York|Durham|Sunderland|Middlesbrough|Coventry|Derby|Stoke|Wolverhampton|Preston|Aberdeen|Dundee|Swindon|Reading|Oxford|Cambridge|Norwich|Ipswich|Luton|Exeter|Bath|Essex|Kent|Surrey|Sussex|West Sussex|East Sussex|Hampshire|Devon|Cornwall|Dorset|Somerset|Norfolk|Suffolk|Lancashire|Yorkshire|West Yorkshire|South Yorkshire|North Yorkshire|West Midlands|East Midlands|Merseyside|Cumbria|Lincolnshire|Staffordshire|Shropshire|Worcestershire|Hertfordshire|Bedfordshire|Berkshire|Buckinghamshire|Oxfordshire|Wiltshire|Gloucestershire|Northamptonshire|Warwickshire|Derbyshire|Nottinghamshire|Leicestershire|Cambridgeshire|Tyne and Wear)$`)

	// calendar tells a date from a name.
	calendar = exactly(`^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) ?\d|^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|GBP|^[A-Z][a-z]+ (?:19|20)\d\d$`)
)

// nobody reports whether capitalised words are no party's name.
func nobody(s string) bool {
	return nationality[s] || nationality[strings.TrimPrefix(strings.TrimPrefix(s, "A "), "An ")] || institutions[s] || offices[s] || len(s) < 2 || len(s) > 110 || nobodies.in(s) || nobodyCourts.in(s) && !hasForm(s) || calendar.in(s)
}
