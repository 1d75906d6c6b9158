package facts

import (
	"fmt"
	"testing"

	"casebook/content"
)

// TestAffected holds ways of counting the people affected, and numbers of
// people who were not.
func TestAffected(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"data of", "The attackers took the personal data of 82,946 people.", "82946 exact"},
		{"relating to", "They obtained access to personal data relating to 155,592 UK-based customers of the firm.", "155592 exact"},
		{"affected", "The breach affected up to 9.4 million customers across Europe, 1.5m of them in the UK.", "9400000 up-to"},
		{"were affected", "At least 280,000 residents and others, staff among them, were affected by the attack.", "280000 over"},
		{"without a noun", "A cyber attack exposed the data of many staff: 113,000 were affected.", "113000 exact"},
		{"number of people", "The regulator puts the number of people whose data was exposed at approximately 79,404.", "79404 approx"},
		{"number affected", "The number of individuals affected by the incident is estimated at 3,400.", "3400 approx"},
		{"label", "Data subjects affected: 1,781", "1781 exact"},
		{"corresponded", "The leak corresponded to 550 data subjects.", "550 exact"},
		{"file on", "A file on over 1,000 people due to receive an award was published.", "1000 over"},
		{"in words", "The details of half a million users were stolen.", "500000 exact"},
		{"small in words", "An email disclosed the names of twenty-four patients to one another.", "24 exact"},
		{"possessive", "Hackers stole 14 million customers’ details.", "14000000 exact"},
		{"whose", "There were 24,000 people whose information was on the stolen laptop.", "24000 exact"},
		{"with brackets", "Personal data of 6,600,000 (6.6 million) people was taken.", "6600000 exact"},
		{"plus", "The personal information of 20,000+ members was exposed.", "20000 over"},
		{"fewer than", "The data of fewer than 500 pupils was lost.", "500 up-to"},
		{"nearly", "A breach hit nearly seven million people.", "7000000 approx"},
		{"recipients of a group email", "An email was sent to 65 people with all the addresses visible, the ICO said of the breach.", "65 exact"},
		{"postmasters", "It published the names and home addresses of 502 postmasters.", "502 exact"},
		{"left at risk", "The error put some 3,000 foster carers at risk.", "3000 approx"},

		{"on a list", "It posted a spreadsheet of 1,140 supporters and their bank details.", "1140 exact"},
		{"listed", "The attachment listed 96 pupils with their diagnoses. The email reached 211 parents.", "96 exact"},
		{"belonged", "The attackers saw 1.2 million accounts, of which around 318,000 belonged to people in the UK.", "318000 approx"},
		{"accounts", "They got into 329,871 members’ accounts.", "329871 exact"},
		{"looked up", "She looked up the records of 146 patients. The system holds the records of 1.1 million people.", "146 exact"},

		// the whole beside its parts
		{"including", "Personal data of 6.6 million people was stolen, including that of 90,000 employees.", "6600000 exact"},
		{"of whom", "The breach exposed the data of 79,404 people, of whom 890 patients receive care at home.", "79404 exact"},
		{"part first", "Data taken included the door codes of nearly 900 people cared for at home. In all, the personal data of 82,946 people was taken.", "82946 exact"},
		{"part of a number", "The records of 300 of its 2,000 employees were exposed.", "300 exact"},
		{"first thought", "The firm initially said that the data of 3,000 customers was hit. The breach affected 14,000 customers.", "14000 exact"},
		{"worldwide", "The attack hit 14 million customers worldwide. It exposed the personal data of 155,000 people in the UK.", "155000 exact"},

		// who is none of them
		{"calls", "The firm made 412,000 nuisance calls to people in their homes.", ""},
		{"emails", "It sent 3.6 million emails to customers.", ""},
		{"records", "The breach exposed 383 million customer records.", ""},
		{"files", "440,000 files were encrypted.", ""},
		{"cards", "Data of 60,000 customer cards was stolen.", ""},
		{"complaints", "The regulator received 1,036 complaints from people whose data was lost.", ""},
		{"complainants", "More than 1,000 people complained about the breach of their data.", ""},
		{"requests", "The council answered 260 of 511 requests by people for their data.", ""},
		{"viewers", "The file with the data was opened by 2,798 people.", ""},
		{"readers", "The data was visible to 12,000 website users.", ""},
		{"who did it", "Patient data was entered in the group by 26 staff.", ""},
		{"workforce", "The firm, which employs 5,000 people, failed to protect data.", ""},
		{"school", "The school provides education for around 1,200 students and used their data.", ""},
		{"institution", "An institution for around 1,200 pupils scanned their faces; the data protection regulator reprimanded it.", ""},
		{"customers of the firm", "The data breach hit a firm that has 3.2 million customers.", ""},
		{"share", "Some 34% of customers were affected by the breach.", ""},
		{"one in ten", "One in ten customers was affected by the breach.", ""},
		{"fine", "It was fined £500,000 after people lost data.", ""},
		{"day of a month", "Between 2 March and 27 June unknown persons stole data.", ""},
		{"age", "The data of children under 13 was used, and of customers aged 18.", ""},
		{"staff who did it", "For two years 31 members of staff belonged to the group, in which data was shared.", ""},
		{"year", "In 2018 customers were affected by a data breach.", ""},
		{"days", "For 60 days customers were affected by a data breach.", ""},
		{"no number", "The data of hundreds of people was lost.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := newDocument(content.Text{Body: test.text}, Hint{})
			f := content.Facts{Affected: d.affected()}
			d.doubts(&f)
			got := ""
			if f.Affected.Known() {
				got = fmt.Sprintf("%d %s", f.Affected.Value, f.Affected.Qualifier)
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
