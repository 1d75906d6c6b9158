package facts

import (
	"testing"

	"casebook/content"
)

// TestAction tells enforcement from what only speaks of it, its form, and how
// settled it is.
func TestAction(t *testing.T) {
	const none = "none"
	for _, test := range []struct {
		name, text string
		want       string // action and status
	}{
		// Forms.
		{"fine", "The ICO has fined Copperbeech Ltd £95,000 for nuisance calls.", "monetary-penalty final"},
		{"fine with an enforcement notice", "Copperbeech Ltd fined £95,000\n\nThe ICO has also issued Copperbeech Ltd with an enforcement notice ordering it to stop.", "monetary-penalty final"},
		{"fine and reprimand", "ICO fines Fenshire Police £66,000 and reprimands it\n\nThe force was reprimanded too.", "monetary-penalty final"},
		{"reprimand instead of a fine", "Trust escapes fine and is reprimanded\n\nThe ICO has reprimanded St Aldate's NHS Trust. It would otherwise have been fined £784,800.", "reprimand final"},
		{"reprimand after a fine was considered", "The Information Commissioner's Office has reprimanded Larkfield Housing. It had considered a fine of up to £1 million.", "reprimand final"},
		{"order to stop", "ICO orders Leisure Dome to stop using facial recognition\n\nThe Information Commissioner's Office has ordered Leisure Dome to stop.", "enforcement-notice final"},
		{"order to delete", "The ICO issued an enforcement notice against Copperbeech Ltd that tells it to delete the data.", "enforcement-notice final"},
		{"prosecution", "A former nurse has been fined £400 after the ICO prosecuted her at Fenbridge Magistrates' Court for looking at records.", "prosecution final"},
		{"sentence", "Two men who sold accident data were sentenced at Fenbridge Crown Court in a case brought by the Information Commissioner's Office.", "prosecution final"},
		{"undertaking", "Fenbridge Council has signed an undertaking after a memory stick was lost, the Information Commissioner's Office said.", "undertaking final"},
		{"in sight of the regulator", "UK privacy watchdog slaps Stagefront with £1.25m penalty\n\nThe seller will pay.", "monetary-penalty final"},

		// Not yet.
		{"provisional", "The ICO has provisionally decided to fine Copperbeech Ltd £95,000.", "notice-of-intent provisional"},
		{"intends", "The Information Commissioner's Office intends to fine Albion Airways £183m under the GDPR.", "notice-of-intent provisional"},
		{"faces", "Albion Airways faces £183m fine over data theft\n\nThe airline said that the ICO had issued a notice of intent.", "notice-of-intent provisional"},
		{"told that it may be fined", "Two companies have been told that they may be fined £140,000, the ICO said.", "notice-of-intent provisional"},
		{"proposed before", "The ICO fined Copperbeech Ltd £95,000. It had first intended to fine it £120,000.", "monetary-penalty final"},

		// Appeals.
		{"appeals", "Copperbeech Ltd has appealed against a £95,000 fine from the ICO.", "monetary-penalty appealed"},
		{"dismissed", "The First-tier Tribunal has dismissed an appeal by Copperbeech Ltd against its £95,000 fine from the ICO.", "monetary-penalty upheld-on-appeal"},
		{"loses", "Copperbeech loses appeal against ICO fine\n\nThe tribunal found that the penalty of £95,000 was fair.", "monetary-penalty upheld-on-appeal"},
		{"wins", "Copperbeech wins appeal against £95,000 fine from the Information Commissioner.", "monetary-penalty overturned"},
		{"quashed", "A £250,000 penalty imposed on Fenbridge Council by the ICO has been quashed by a tribunal.", "monetary-penalty overturned"},
		{"reduced", "Tribunal cuts Copperbeech fine to £60,000\n\nThe ICO had fined Copperbeech Ltd £95,000.", "monetary-penalty reduced-on-appeal"},
		{"settled for less", "The ICO has agreed to reduce the fine on the Harbour Office from £500,000 to £50,000, which ended the appeal.", "monetary-penalty reduced-on-appeal"},
		{"will not appeal", "Copperbeech Ltd said that it will not appeal a £95,000 ICO penalty for security failings.", "monetary-penalty final"},
		{"may appeal", "The ICO fined Copperbeech Ltd £95,000. The company can appeal to the First-tier Tribunal.", "monetary-penalty final"},
		{"regulator seeks to appeal", "ICO seeks permission to appeal in Sedge case\n\nThe Upper Tribunal had ruled for Sedge Retail Ltd, which was fined £500,000.", "monetary-penalty appealed"},
		{"regulator wins, goes back", "Court of Appeal sides with the ICO in Sedge case\n\nThe ICO's appeal was allowed and the matter of the £500,000 penalty on Sedge Retail Ltd is remitted to the First-tier Tribunal.", "monetary-penalty appealed"},

		// In looser words, which must add up.
		{"by what it costs", "Garden centre chain pays the price for leaky scheme\n\nRowan Garden Centres, which has 40 outlets, must find £64,000 after the Information Commissioner's Office ruled that its site was wide open.", "monetary-penalty final"},
		{"stung", "Nuisance text firm in £75k sting\n\nVortex Leads Ltd has been stung for £75,000 by the privacy regulator, the ICO, over 3m texts.", "monetary-penalty final"},
		{"walloped", "Sofa seller coughs up\n\nUpholstery outfit sofaheap.co.uk has been walloped with a £320,000 fine. The Information Commissioner's Office found no test since 2011.", "monetary-penalty final"},
		{"one of those fined", "The Northern Assembly has become the third party to be fined for spam.\n\nIt sent 1m emails, the Information Commissioner's Office found. The £15,000 fine is for a breach of regulation 22.", "monetary-penalty final"},
		{"a finding and a measure", "ICO: Harbourside Legal made errors\n\nThe ICO concluded that Harbourside Legal LLP failed to protect data. It set the fine at £60,000.", "monetary-penalty final"},
		{"lines of a register", "Fenbridge Council\n\nRegulator: ICO\nAction: Monetary penalty of £250,000\nWhen: 11 September 2012", "monetary-penalty final"},
		{"a headline of a measure and a name", "Reprimand: Ashmead Valley NHS Trust\n\nThe trust disclosed an address. The Information Commissioner's Office found that it failed to check.", "reprimand final"},
		{"commitment", "Housing body promises to do better\n\nThe head of Tarnside Homes has signed a formal commitment with the Information Commissioner's Office to encrypt laptops.", "undertaking final"},
		{"rapped", "ICO raps force over app\n\nThe regulator said so in issuing a reprimand to the two forces.", "reprimand final"},
		{"to tribunal", "Ad broker takes £1.1m fine to tribunal\n\nThe broker says that the ICO misread the law.", "monetary-penalty appealed"},
		{"withdrawn", "ICO drops case against lender\n\nThe Information Commissioner's Office has withdrawn the £90,000 penalty notice it served on Pennyfarthing Loans Ltd, days before a tribunal.", "monetary-penalty overturned"},

		{"late in a feature", "What nobody tells you about your couriers\n\nHands up who has read the contract.\n\nI have been thinking about suppliers because of Tarn Pathology CIC, which runs blood tests.\n\nThe portal ran on old software.\n\nNobody patched it.\n\nSo the ICO fined Tarn Pathology CIC £96k.", "monetary-penalty final"},
		{"a tribunal's own decision", "IN THE FIRST-TIER TRIBUNAL\nTARN CLAIMS LIMITED\nAppellant\nand\nTHE INFORMATION COMMISSIONER\nRespondent\n\n1. This is an appeal against a monetary penalty notice by which the Commissioner imposed a penalty of £130,000.\n\n2. More.\n\n3. We allow the appeal in part and substitute a penalty of £75,000.", "monetary-penalty reduced-on-appeal"},
		{"settled after a proposal", "Pharmacy chain's bins cost it £31,500\n\nOld prescriptions have now earned Tarn Chemists a penalty from the ICO.\n\nThe first figure, in the notice of intent, was £60,000.\n\nAfter a look at the accounts the ICO settled at £31,500.", "monetary-penalty final"},
		{"had been minded to", "In May 2022 we reprimanded Fenshire Constabulary after we learned that an app had recorded calls. We had been minded to fine the force £1m. We did not.", "reprimand final"},

		// Near, and nothing.
		{"lessons", "Five lessons from the ICO's recent fines\n\nOver the past year the ICO has fined several companies. In this article we look at them.", none},
		{"by the way", "Retailer Marlow & Finch opens 20 new shops\n\nThe chain, which was fined £200,000 by the ICO in 2019, said sales were up.", none},
		{"a request for information", "Council must hand over contract, watchdog rules\n\nFenbridge Council has been ordered to release its prices under the Freedom of Information Act. In a decision notice the Information Commissioner said that the public interest lay there. The council had argued that the figures were sensitive, and took 94 working days to answer a request which the law says should be dealt with in 20. A spokeswoman said that it was looking at the decision with care and would say more when it had done so.\n\nMORE STORIES\nTrust fined £20,000 over lost stick", none},

		// Nothing done to anybody.
		{"guidance", "How to keep children safe online\n\nThe ICO has published guidance. Firms can be fined up to £17.5 million.", none},
		{"plan", "ICO seeks views on its plan\n\nThe office wants to study how monetary penalties work.", none},
		{"annual report", "The ICO has published its annual report. It issued two fines, one of £750,000 on Fenshire Police.", none},
		{"figures", "The ICO received 175,330 reports of nuisance calls last year. Fines came to more than £2 million.", none},
		{"speech", "Speech by the Information Commissioner\n\nMy office has issued fines of £4 million this year. I want firms to do better.", none},
		{"comment", "COMMENT\n\nFines do not work\n\nI see that another boiler company has been fined by the Information Commissioner. The maximum was for years £500,000.", none},
		{"opinion", "Opinion: the watchdog has no teeth\n\nFines are rare, and the Information Commissioner's Office prefers to talk. That must change.", none},
		{"law firm's advice", "What does the GDPR mean for your business?\n\nThe ICO can fine organisations up to 4% of turnover. A checklist follows.", none},
		{"another regulator", "The Financial Conduct Authority has fined Oldharbour Bank plc £12 million. The ICO was told.", none},
		{"another country's", "The Irish Data Protection Commission fined Facefinder €17 million.", none},
		{"a breach that is looked into", "Larkfield Group hit by cyber attack\n\nLarkfield Group said that customer data was stolen. It has told the Information Commissioner's Office, which is making enquiries.", none},
		{"a fine that may come", "Larkfield Group could face a fine of up to £17.5 million after a data breach, lawyers say. The ICO is investigating.", none},
		{"claim for damages", "Customers sue Larkfield Group over data breach\n\nClaimants in a group action at the High Court seek damages. The claimants say the breach caused distress. The class action was filed on Monday. The ICO fined the firm in 2020.", none},
		{"freedom of information", "ICO orders Fenbridge Council to release letters\n\nThe Information Commissioner ruled that the council must disclose the letters under the Freedom of Information Act. A decision notice was issued after a request by a resident.", none},
		{"old fine in passing", "Stagefront opens a new theatre\n\nThe ticket seller has opened a theatre in Leeds with 900 seats.\n\nTickets cost £20.\n\nThe director said she was proud.\n\nStagefront was fined £1.25m by the ICO in 2020.", none},
		{"new powers", "The government is to let the ICO fine directors of nuisance call firms up to £500,000 from spring.", none},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := Extract(content.Text{Body: test.text}, Hint{})
			got := none
			if f.Enforcement {
				got = string(f.Action.Value) + " " + string(f.Status.Value)
			}
			if got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}
