package facts

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
)

// TestParties names the party in the ways in which notices, press releases,
// newspapers, the trade press and summaries do.
func TestParties(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       string // names in order, with a semicolon between
	}{
		// Acted against, as object and subject.
		{"object of a headline verb", "ICO fines Copperbeech Insulation £95,000 for nuisance calls\n\nThe firm made 412,000 calls.", "Copperbeech Insulation"},
		{"described object", "The Information Commissioner's Office (ICO) has fined Leeds-based home improvement firm Copperbeech Insulation Ltd £95,000.", "Copperbeech Insulation Ltd"},
		{"passive", "Copperbeech Insulation Ltd, a Leeds-based energy company, has been fined £95,000 by the ICO.", "Copperbeech Insulation Ltd"},
		{"hit with", "The UK's data watchdog has hit builder Larkfield Group with a £4.4 million fine.", "Larkfield Group"},
		{"handed", "Larkfield Group handed £4.4m fine by ICO after cyber attack\n\nThe builder was attacked in 2020.", "Larkfield Group"},
		{"slapped by the watchdog", "Builder Larkfield slapped with £4.4m fine by privacy watchdog\n\nThe Information Commissioner's Office said Larkfield had failed to act.", "Larkfield"},
		{"issued to", "The ICO has issued a reprimand to Fenbridge District Council after an email went to the wrong address.", "Fenbridge District Council"},
		{"imposed on", "The ICO imposed a monetary penalty of £60,000 on Wainhope Legal Services LLP.", "Wainhope Legal Services LLP"},
		{"against", "An enforcement notice against Wainhope Legal Services LLP was served by the ICO in May.", "Wainhope Legal Services LLP"},
		{"served on in the passive", "A monetary penalty notice was served on Wainhope Legal Services LLP by the Information Commissioner.", "Wainhope Legal Services LLP"},
		{"must pay", "Wainhope Legal Services must pay £60,000 after the Information Commissioner found poor security.", "Wainhope Legal Services"},
		{"receives", "St Aldate's NHS Foundation Trust receives reprimand from ICO\n\nThe trust sent letters to the wrong patients.", "St Aldate's NHS Foundation Trust"},
		{"public body", "The Department for Harbours and Canals has been reprimanded by the ICO.", "Department for Harbours and Canals"},
		{"a police force", "The ICO reprimands Fenshire Police for sharing images.", "Fenshire Police"},
		{"chief constable", "A reprimand has been issued to the Chief Constable of Fenshire Police by the Information Commissioner.", "Chief Constable of Fenshire Police"},
		{"a university", "The University of Fenbridge was fined £120,000 by the ICO after a microsite was attacked.", "University of Fenbridge"},
		{"a borough", "The ICO has reprimanded the London Borough of Eastmere.", "London Borough of Eastmere"},
		{"a name with and", "Marlow and Pennick Hospital NHS Foundation Trust has been fined £78,400 by the Information Commissioner's Office.", "Marlow and Pennick Hospital NHS Foundation Trust"},
		{"a place with on", "The Information Commissioner issued a reprimand to Stowe on Sea Town Council.", "Stowe on Sea Town Council"},
		{"a name that begins with a digit", "The ICO fined 77genes £2.31 million.", "77genes"},
		{"a name that is an address", "The ICO has fined checkmydebt.co.uk £30,000 for spam texts.", "checkmydebt.co.uk"},
		{"a name of common words", "The ICO fined Sell Your Old Van Limited £200,000. Sell Your Old Van Limited sent 191 million emails.", "Sell Your Old Van Limited"},
		{"an acronym", "ICO fines KLR £350,000\n\nThe ICO said that Kestrel Lead Research Ltd (KLR) made 46 million calls. KLR hid its number.", "Kestrel Lead Research Ltd"},
		{"a bracket in the name", "The ICO has fined Tarnside Payroll (UK) Limited £4 million.", "Tarnside Payroll (UK) Limited"},
		{"Inc after a comma", "The ICO has fined Facefinder, Inc. £7.5 million over its database. Facefinder scraped images.", "Facefinder, Inc."},
		{"possessive", "Harbour Lane Clinics' penalty of £80,000 was announced by the ICO. The ICO found that Harbour Lane Clinics had lost records.", "Harbour Lane Clinics"},
		{"title case", "ICO Fines Copperbeech Insulation Ltd £95,000 For Nuisance Calls\n\nThe Information Commissioner's Office has fined a company.", "Copperbeech Insulation Ltd"},
		{"told to stop", "The Information Commissioner's Office has ordered Leisure Dome Trust to stop using facial recognition to monitor attendance.", "Leisure Dome Trust"},
		{"undertaking", "Fenbridge District Council has signed an undertaking after losing a memory stick, the Information Commissioner's Office said.", "Fenbridge District Council"},

		// Named apart from the act.
		{"the subject of the next paragraph", "Animal charity fined for emails\n\nA charity has been fined £6,000 by the UK DPA.\n\nFellbrook Animal Haven runs a rescue centre. It sent appeals.", "Fellbrook Animal Haven"},
		{"an employer", "The ICO fined an NHS trust £35,000 for losing a memory stick.\n\nFacts\n\nIn November 2020 a nurse of Eastmere University Hospitals NHS Foundation Trust bought a memory stick and lost it.", "Eastmere University Hospitals NHS Foundation Trust"},
		{"given a word to be called by", "The ICO reprimanded a provider.\n\nFacts\n\nOn 6 May a coordinator of Tarnside Young People's Association (the controller) sent an email to 270 people.", "Tarnside Young People's Association"},
		{"who is met on the way", "Ministry told off over records\n\nThe ICO said that the Skills and Crafts Department had let a screening company, Vouchsafe Checks, keep its log-in. The department was given a reprimand.", "Skills and Crafts Department"},
		{"two whole bodies", "The Information Commissioner has publicly reprimanded Fenmere City Council and Kirkby Vale Health Board for late answers.", "Fenmere City Council; Kirkby Vale Health Board"},
		{"called by its trade", "Britain's data watchdog has fined clinic software supplier Copperbeech Medical Systems £95,000 for poor security.", "Copperbeech Medical Systems"},
		{"people of a trade", "Solicitors Merrow Tilling LLP have become the latest law firm to be fined by the data protection regulator.", "Merrow Tilling LLP"},
		{"a court that is a firm", "The UK's data protection authority has ordered Harbour Court Inns Ltd to pay £215,000.", "Harbour Court Inns Ltd"},
		{"two of a kind", "ICO raps forces over phone app\n\nThe Information Commissioner's Office has issued a reprimand to each of two forces.\n\nNorth Fenshire Police and Solmouth Constabulary had both made an app available.", "North Fenshire Police; Solmouth Constabulary"},
		{"a list with some unnamed", "The ICO has ordered Dome Leisure, Dome Island and seven community trusts to stop using facial recognition.", "Dome Leisure; Dome Island"},
		{"each its own item", "ICO issues fines of £320,000\n\nTwo companies have been hit with fines by the ICO.\n\n• EmberWarm Ltd made 1,402,511 calls and has been fined £200,000.\n• Lagging Homes Ltd was fined £120,000 for 903,447.", "EmberWarm Ltd; Lagging Homes Ltd"},
		{"a sum with a point before the names", "The Information Commissioner has imposed penalties of £8.2 million in all on Brackmere plc and on Brackmere Pension Services Limited.", "Brackmere plc; Brackmere Pension Services Limited"},
		{"a place after the name", "Two firms fined\n\nSecure Home Systems of Bilmouth is fined £80,000 by the ICO for calls.", "Secure Home Systems"},
		{"a saint and a valley", "St Wilma's and Aire Valley NHS Foundation Trust has today been issued with a reprimand by the ICO.", "St Wilma's and Aire Valley NHS Foundation Trust"},
		{"nobody named", "The ICO fined a charity £8,000. An employee had put addresses in the \"CC\" field.\n\nFacts\n\nThe controller is a small charity. Seven addresses were in the CC field.", ""},

		// As the stories tell them, with others around.
		{"a place before the name", "Law firm fined £60,000 following cyber attack\n\nDate\n14 April 2025\n\nType\nNews\n\nWe have fined Merseyside-based Merrow Law Ltd (Merrow) £60,000, following a cyber attack that led to highly sensitive information being published on the dark web.\n\nWe found that Merrow failed to put measures in place. The National Crime Agency contacted the firm.", "Merrow Law Ltd"},
		{"a chief who apologised", "PSR fined £750,000 after spreadsheet blunder\n\nThe Police Service of Rathlin (PSR) has been fined £750,000 for exposing the data of its entire workforce.\n\nJane Reed, the UK Information Commissioner, said it was a perfect storm. Chief Constable Owen Marsh apologised.", "Police Service of Rathlin"},
		{"a ministry and its alias", "Ministry fined over email blunder that put lives at risk\n\nThe Information Commissioner's Office (ICO) has fined the Ministry of Harbours (MoH) £350,000 for disclosing personal information of people seeking relocation.\n\nOn 20 September 2021, the MoH sent an email to a distribution list.", "Ministry of Harbours"},
		{"two with their own sums", "Two companies fined for targeting vulnerable people\n\nThe ICO has fined Outbound Strategies Ltd (OSL) £240,000 and Dr Dialler Ltd (DDL) £100,000 for making a total of almost 1.43 million calls.", "Outbound Strategies Ltd; Dr Dialler Ltd"},
		{"a name with the inside", "ICO fines Join The Tribe Limited £130,000 for 107 million spam emails\n\nJoin The Tribe, based in London, sent emails to job seekers.", "Join The Tribe Limited"},
		{"brand in brackets", "ICO fines meal kit company\n\nThe Information Commissioner's Office has fined Grocery Parcel Services UK Limited (trading as HelloDinner) £140,000 for a campaign of 79 million spam emails. HelloDinner customers complained.", "Grocery Parcel Services UK Limited"},
		{"a parent hit too", "Credit agency Credifax handed maximum £500k fine\n\nCredit reference agency Credifax has been fined £500,000 by the UK watchdog after failing to protect the information of up to 15 million Britons during a 2017 cyber attack. Its US parent Credifax Inc was hit too. Ann Sterling, its UK boss, said: we are disappointed.\n\nThe FCA is also investigating.", "Credifax"},
		{"a total for two", "Leave.GB and Elden Insurance fined £120,000\n\nThe Information Commissioner's Office has fined Leave.GB and Elden Insurance a total of £120,000 over breaches of marketing laws. Adam Banks owns both.", "Leave.GB; Elden Insurance"},
		{"a pharmacy", "London pharmacy fined after \"careless\" storage of patient data\n\nThe Information Commissioner’s Office (ICO) has fined a London-based pharmacy £275,000.\n\nDispensaree Direct Ltd, which supplies medicines to customers and care homes, left approximately 500,000 documents in unlocked containers at the back of its premises in Edgware. The MHRA found them.", "Dispensaree Direct Ltd"},
		{"a trade begins the headline", "Supermarket fined for emails to customers who opted out\n\nWN Morrow Supermarkets PLC has been fined £10,500 for sending 130,671 emails to people who had opted out, the ICO said.", "WN Morrow Supermarkets PLC"},
		{"those it sold to", "Bounteous UK fined £400,000 for sharing personal data unlawfully\n\nThe Information Commissioner’s Office (ICO) has fined Bounteous (UK) Limited £400,000 for illegally sharing personal information belonging to more than 14 million people. Bounteous, a pregnancy club, shared it with Dataworks, Skyward and Indico.", "Bounteous (UK) Limited"},
		{"a director who could not be reached", "A double glazing firm has been fined £50,000 by the Information Commissioner.\n\nDespite being warned, Nationwide Glazing Ltd continued to make nuisance calls to people registered with TPS.\n\nAlan Reed, Head of Investigations at the ICO, said: “Companies have no excuse.” The firm's director, Owen Hume, could not be reached.", "Nationwide Glazing Ltd"},
		{"a person, with words between commas", "Motor industry employee sentenced to six months in prison\n\nVincent Cole, 36, from Leeds, who worked for accident repair firm Nationwide Crash Repairs (NCR), has been sentenced in the first prosecution by the ICO under the Computer Misuse Act. He pleaded guilty at Wood Green Crown Court.", "Vincent Cole"},
		{"an appellant", "Retailer loses challenge\n\nThe First-tier Tribunal has dismissed the appeal of DGS Retail Limited against a monetary penalty of £500,000 imposed by the Information Commissioner. DGS, owner of two shops, had argued the card numbers were not personal data. The judge, Mary Moss, disagreed.", "DGS Retail Limited"},

		{"a force as newspapers write it", "Force merged records of two strangers\n\nThe Information Commissioner's Office has reprimanded a force. It said Fenshire police first merged the entries in 2015.\n\nFenshire's assistant chief constable said that it accepted the finding.", "Fenshire police"},
		{"a person, and a section in capitals", "Ex-housing officer walks away with £450 fine\nCOURT | By our reporter at Fenbridge Magistrates' Court\n\nA former council housing officer used a computer to look up her former partner.\n\nCarla Winstone, 34, of Mill Lane, Fenbridge, pleaded guilty to unlawfully obtaining personal data in a case brought by the Information Commissioner's Office.\n\nWinstone had worked for Fenbridge Borough Council.", "Carla Winstone"},
		{"two persons", "Crash data pair sentenced\n\nTwo men have been given suspended prison sentences after an Information Commissioner's Office (ICO) investigation.\n\nOwen Farr, 41, and Idris Wold, 29, appeared for sentence at Fenbridge Crown Court yesterday.\n\nFarr managed a body shop. He passed the details to Wold, whose company paid him £12 for each name.", "Owen Farr; Idris Wold"},
		{"a defendant", "INFORMATION COMMISSIONER'S OFFICE\n\nPROSECUTION OUTCOME REPORT\n\nDefendant:        Owen Piers FARR (d.o.b. withheld)\nCourt:            Fenbridge Crown Court\n\nThe defendant was fined for unlawfully obtaining personal data.\n\nCosts      £5,000", "Owen Piers FARR"},
		{"who belongs to it", "Housing charity told to answer its mail\n\nTenants of Tarnside Homes Trust waited for copies of their files, the information regulator has found. It has served an enforcement notice on the trust.", "Tarnside Homes Trust"},
		{"a list with letters", "The ICO has fined a lender £60,000.\n\nIt found that:\n\n(a) records were lost;\n\n(b) staff were not trained; and\n\n(c) Copperbeech Lending Ltd, which runs nine shops, had no policy.\n\nCopperbeech Lending Ltd said that it accepted the fine.", "Copperbeech Lending Ltd"},
		{"in administration", "DATA PROTECTION ACT 1998\n\nMONETARY PENALTY NOTICE\n\nTo: Copperbeech Connect Limited (in administration)\n\nThe Commissioner has decided to issue Copperbeech Connect Limited with a monetary penalty of £85,000.", "Copperbeech Connect Limited"},
		{"who publishes it", "WINTERBOURNE STRAND LLP\nInsights > Case note\n\nTribunal cuts solar firm's penalty\n\nIn November 2021 the Information Commissioner served a monetary penalty notice of £180,000 on Copperbeech Solar Limited for calls.\n\nThe Tribunal substituted a penalty of £65,000.\n\nPlease get in touch with your usual Winterbourne Strand contact.\n\n© Winterbourne Strand LLP 2022", "Copperbeech Solar Limited"},
		{"a list of places, numbers and sums", "ICO takes action against three firms\n\nThe ICO has fined three companies a total of £340,000 after 1.6 million calls.\n\nThe three are:\n\n• Copperbeech Care Ltd, Fenbridge – 884,120 calls, fined £160,000\n• Bluewing Warranties Limited, Hoveton – 512,408 calls, fined £110,000\n• Castle Cover Ltd, Crawford – 203,977 calls, fined £70,000", "Copperbeech Care Ltd; Bluewing Warranties Limited; Castle Cover Ltd"},

		// Introduced after a headline without a name.
		{"introduced later", "Energy company fined £45,000 for unwanted calls\n\nA Manchester company must pay a monetary penalty of £45,000, the ICO said.\n\nOakridge Solar Limited, which sells panels, drew 1,000 complaints.", "Oakridge Solar Limited"},
		{"named by the story", "Charity fined £18,000 for destroying records\n\nThe ICO has fined a Scottish charity £18,000.\n\nKindred Ties, based in Perth, destroyed 4,800 records. Kindred Ties has apologised.", "Kindred Ties"},
		{"a summary's facts", "The UK DPA fined a law firm £98,000 for poor security.\n\nFacts\n\nWainhope Solicitors (Wainhope) is a limited liability partnership and the controller. Wainhope was hit by ransomware.", "Wainhope Solicitors"},
		{"the controller is", "The DPA fined a company £18,000.\n\nFacts\n\nThe controller is Kindred, a charity. Kindred kept files.", "Kindred"},

		// Spellings, aliases, trading names.
		{"alias in quotes", "The ICO fined Sedge. Sedge Moor Retail Limited (“Sedge”) must pay £500,000.", "Sedge Moor Retail Limited"},
		{"hereafter", "The ICO issued a fine of £75,000. Emails were sent on behalf of Ambleford Personal Loans Limited (hereafter 'APL'). The ICO found that APL had no consent.", "Ambleford Personal Loans Limited"},
		{"trading as", "The ICO has fined Birch & Sons Ltd trading as Debt Angels £50,000.", "Birch & Sons Ltd"},
		{"t/a", "The ICO has fined Birch & Sons Ltd t/a Debt Angels £50,000.", "Birch & Sons Ltd"},

		// Several.
		{"two of one group", "The ICO has fined Tarn Water Plc and its parent Tarn Holdings Plc a combined £963,900.", "Tarn Water Plc; Tarn Holdings Plc"},
		{"two in the passive", "Tarn Water Ltd and Tarn Power Ltd have been fined £90,000 by the ICO.", "Tarn Water Ltd; Tarn Power Ltd"},
		{"a list with sums", "The ICO has fined three companies: Domus Cover (£80,000), Sea Brokers (£15,000) and Hearth Care Services (£110,000).", "Domus Cover; Sea Brokers; Hearth Care Services"},
		{"sums with a colon", "Three firms fined by the ICO\n\nOtter Cars: £200,000, for 191 million emails. Bramble Loans Ltd: £75,000. Stadium Shoes: £70,000.", "Otter Cars; Bramble Loans Ltd; Stadium Shoes"},
		{"sentences of their own", "First penalties issued by the ICO\n\nFenshire County Council must pay £100,000 for two faxes.\n\nTraining company J4Work must pay £60,000 for a lost laptop.", "Fenshire County Council; J4Work"},

		// Traps.
		{"only the controller", "A controller was reprimanded by the ICO for failing to assess the risks of cameras in a school.", ""},
		{"an old fine of somebody else", "Ticket seller Stagefront fined £1.25m\n\nThe ICO has fined Stagefront £1.25m. It recently fined Grand Meridian Hotels £18.4m and Albion Airways £20m.", "Stagefront"},
		{"a supplier", "The ICO has fined Stagefront £1.25m after a chatbot supplied by Chattermill Ltd was attacked.", "Stagefront"},
		{"an owner's name", "The ICO has fined the two owners of Tetley Telecoms £440,000.", "two owners of Tetley Telecoms"},
		{"a former employee", "A former employee of Ackworth Waste Ltd has been prosecuted by the ICO and fined £300 at Fenbridge Magistrates' Court.", "former employee of Ackworth Waste Ltd"},
		{"a former employer", "A former employee of a waste company has been prosecuted by the ICO and fined £300. He worked at Ackworth Waste Ltd in Fenshire.", ""},
		{"a county by its name", "ICO fines Derbyshire £100,000\n\nDerbyshire CC was fined over two faxes.", "Derbyshire County Council"},
		{"a town before the trade", "The ICO fined Leeds energy firm Copperbeech £45,000.", "Copperbeech"},
		{"an apposition", "A London firm has been fined £45,000 by the ICO.\n\nAn ICO investigation found Amberton Digital Limited, on Wendlock Road, London, broke the law.", "Amberton Digital Limited"},
		{"a judgment", "First-tier Tribunal\nBetween\nWALLGUARD UK LTD\nAppellant\nand\nTHE INFORMATION COMMISSIONER\nRespondent\nDecision: The appeal is dismissed\n1. Wallguard UK Ltd (“Wallguard”) appeals against a monetary penalty notice of £150,000.", "Wallguard UK Ltd"},
		{"a round-up", "Five penalties were imposed by the ICO in March:\n\n1. £180,000 issued against Glasgow boiler firm FAP Heatwell Ltd (\"FAP\") for automated calls;\n2. £175,000 issued against Hawk & Pointer Limited;\n3. £50,000 issued against First Choice Homes Limited.", "FAP Heatwell Ltd; Hawk & Pointer Limited; First Choice Homes Limited"},
		{"who said it", "Larkfield Group was fined £4.4m by the ICO. John Mason of Mason Cyber Ltd said that others should learn.", "Larkfield Group"},
		{"headlines below", "The ICO has fined Stagefront £1.25m.\n\n" + strings.Repeat("The seller was slow to act on the warnings that banks gave it in that spring. ", 6) + "\n\nRelated articles\n\nICO fines Otter Cars £200,000", "Stagefront"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := Extract(content.Text{Body: test.text}, Hint{})
			var names []string
			for _, p := range f.Parties {
				names = append(names, p.Value.Name)
			}
			if !f.Enforcement {
				t.Errorf("no enforcement action is seen")
			}
			if diff := cmp.Diff(test.want, strings.Join(names, "; ")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
