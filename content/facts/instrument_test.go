package facts

import (
	"strings"
	"testing"

	"casebook/content"
)

// TestInstruments reads the regulator's own papers as their PDFs give them:
// who is addressed, of which form they are, and that they are final.
func TestInstruments(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       string // parties: action status
	}{
		{"penalty notice", "DATA PROTECTION ACT 2018 (PART 6, SECTION 155)\n\nMONETARY PENALTY NOTICE\n\nTO: Kindred Ties\n\nOF: 4 Mill Street, Perth\n\n1. The Information Commissioner (“the Commissioner”) has decided to issue Kindred Ties with a penalty notice.\n\nIt may appeal to the First-tier Tribunal.", "Kindred Ties: monetary-penalty final"},
		{"lost and gained blanks", "DATA PROTECTION     ACT 1998\n\nSUPERVISORY    POWERS OF THE INFORMATION       COMMISSIONER\n\nMONETARY    PENAL TY NOTICE\n\nTo:Ferris & Holt\n   Couriers Limited\n\nOf: 2 Quay Road\n\n1. The InformationCommissioner has decidedto issue Ferris & Holt Couriers Limited (\"Ferrisis a courier.", "Ferris & Holt Couriers Limited: monetary-penalty final"},
		{"address on one line", "DATA PROTECTION ACT 2018 AND UK GENERAL DATA PROTECTION REGULATION REPRIMAND\n\nTO: Fenshire Children's Trust OF: 1 Avenue Road Fenbridge\n\n1.1 The Commissioner issues a reprimand to Fenshire Children's Trust.", "Fenshire Children's Trust: reprimand final"},
		{"nobody is addressed", "DATA PROTECTION ACT 2018\n\nREPRIMAND\n\nThe Information Commissioner (the Commissioner) issues a reprimand to\nFenshire County Council (the Council) in accordance with Article 58(2)(b).\n\nThe Commissioner has decided to issue a reprimand to the Council.", "Fenshire County Council: reprimand final"},
		{"a chief constable", "REPRIMAND\n\nTO: The Chief Constable of Fenshire Police\n\nOF: Headquarters, Fenbridge\n\nThe Commissioner issues a reprimand to the Chief Constable.", "Chief Constable of Fenshire Police: reprimand final"},
		{"enforcement notice", "THE DATA PROTECTION ACT 2018\n\nENFORCEMENT POWERS OF THE INFORMATION COMMISSIONER\n\nENFORCEMENT NOTICE\n\nTo:   Copperbeech Lists Limited\n\nOf:   33 Exchange Street\n\n1. A Preliminary Enforcement Notice was given to Copperbeech Lists Limited.", "Copperbeech Lists Limited: enforcement-notice final"},
		{"trading as", "PRIVACY AND ELECTRONIC COMMUNICATIONS REGULATIONS 2003\n\nMONETARY PENALTY NOTICE\n\nTo: Birch & Sons Ltd t/a Debt Angels\n\nOf: 9 High Street\n\n1. The Commissioner has decided to issue Birch & Sons Ltd with a monetary penalty.", "Birch & Sons Ltd: monetary-penalty final"},
		{"joint", "DATA PROTECTION ACT 2018\n\nPENALTY NOTICE\n\nTO: Tarn Water Plc and Tarn Holdings Plc\n\nOF: The Weir\n\n1. The Commissioner requires Tarn Water Plc and Tarn Holdings Plc to pay a penalty of £90,000.", "Tarn Water Plc; Tarn Holdings Plc: monetary-penalty final"},
		{"a parent that is told", "DATA PROTECTION ACT 2018\n\nPENALTY NOTICE\n\nTo: Genefile, Inc and Genefile Holding Co.\nFAO: (Chief Information Security Officer)\nOf: 870 Market Road\n\n1. By this notice the Commissioner requires Genefile, Inc (“Genefile”) to pay a penalty of £2 million.", "Genefile, Inc: monetary-penalty final"},
		{"notice of intent", "DATA PROTECTION ACT 1998\n\nSUPERVISORY POWERS OF THE INFORMATION COMMISSIONER\n\nNOTICE OF INTENT\n\nTo: Cradle Marketing (Mother and Child) Ltd\n\nOf: Regatta Place\n\n1. The Commissioner is minded to issue Cradle Marketing (Mother and Child) Ltd with a monetary penalty.", "Cradle Marketing (Mother and Child) Ltd: notice-of-intent provisional"},
		{"undertaking", "DATA PROTECTION ACT 1998\n\nUNDERTAKING TO COMPLY WITH THE SEVENTH DATA PROTECTION PRINCIPLE\n\nData Controller: Fenbridge Borough Council\n\nI, Jane Reed, Chief Executive of Fenbridge Borough Council, hereby undertake as follows.", "Fenbridge Borough Council: undertaking final"},
		{"contents first", "CONFIDENTIAL\nOFFICIAL - Sensitive\nPENALTY NOTICE\nKindred Ties\n5 June 2025\n\nTABLE OF CONTENTS\n" + strings.Repeat("A. Background to the matter ............................. 3\n", 70) + "\nDATA PROTECTION ACT 2018\n\nTO: Kindred Ties\n\nOF: 4 Mill Street\n\n1. The Commissioner requires Kindred Ties to pay a penalty of £18,000.", "Kindred Ties: monetary-penalty final"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := Extract(content.Text{Body: test.text}, Hint{})
			var names []string
			for _, p := range f.Parties {
				names = append(names, p.Value.Name)
			}
			got := strings.Join(names, "; ") + ": " + string(f.Action.Value) + " " + string(f.Status.Value)
			if got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}
