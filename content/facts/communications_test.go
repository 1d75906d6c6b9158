package facts

import (
	"fmt"
	"testing"

	"casebook/content"
)

// TestCommunications holds ways of counting calls and messages, and what
// stands beside them.
func TestCommunications(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"calls", "The ICO fined Brightcall £90,000 for making 412,000 unlawful marketing calls.", "412000 calls exact"},
		{"over", "Brightcall made over 46 million automated nuisance calls.", "46000000 calls over"},
		{"in words", "Brightcall made more than half a million nuisance calls.", "500000 calls over"},
		{"texts", "It sent 3.6 million spam texts to people who had not agreed.", "3600000 texts exact"},
		{"text messages", "The firm sent 95,004 unsolicited direct marketing text messages.", "95004 texts exact"},
		{"emails", "Between May and July it sent 79 million spam emails and one million texts.", "79000000 emails exact"},
		{"direct marketing messages by email", "The ICO fined the broker for 28,523,745 unsolicited direct marketing messages. The emails were sent by partners.", "28523745 emails exact"},
		{"messages of one kind", "The party is fined for thousands of spam texts. It sent 196,154 messages without consent.", "196154 texts exact"},
		{"messages of several kinds", "Two firms sent 354 million nuisance messages, emails and texts, between them.", "354000000 messages exact"},
		{"instigated", "It instigated the transmission of 157 million emails without consent, the ICO said of the unsolicited marketing.", "157000000 emails exact"},
		{"received", "Subscribers received 1,002,345 unsolicited direct marketing emails.", "1002345 emails exact"},
		{"passive", "In all, 35,000 nuisance calls were made to people registered with the TPS.", "35000 calls exact"},
		{"bombarded", "The firm bombarded people with nearly 2.5 million nuisance emails.", "2500000 emails approx"},
		{"responsible for", "A firm responsible for 8.7m nuisance calls has been fined.", "8700000 calls exact"},
		{"how often", "The broker rang numbers registered with the TPS 89,016 times without consent.", "89016 calls exact"},
		{"whom", "The party was fined for spam: it texted 20,500 voters without asking them.", "20500 texts exact"},
		{"plagued", "A lender that plagued phones with almost eight million texts has been fined.", "8000000 texts approx"},
		{"exact for the rounded", "It was fined for more than 400,000 unlawful marketing calls. In all 412,377 nuisance calls were made.", "412377 calls exact"},
		{"blank as separator", "The contravention concerned 57 665 unsolicited calls over a year.", "57665 calls exact"},

		// parts and wholes
		{"connected of attempted", "It attempted 1,542,069 direct marketing calls, of which 1,197,717 unsolicited calls connected.", "1197717 calls exact"},
		{"of the calls", "Of the 726,853 calls which connected, 57,665 of these calls were to individuals registered with the TPS.", "57665 calls exact"},
		{"number without its noun", "There had been 2,614,015 connected calls. Of these, 1,414,519 were to individuals registered with the TPS. It made 1,414,519 unsolicited calls for direct marketing.", "1414519 calls exact"},
		{"delivered", "It sent 207.7 million email messages (205.5m delivered), of which 191.4 million unsolicited marketing emails were in breach.", "191400000 emails exact"},
		{"totalling", "It sent 191.4 million emails and 3.6 million SMS (totalling 195 million unsolicited direct marketing messages).", "195000000 messages exact"},
		{"solicited", "Only 14.1 million emails were solicited. 191.4 million unsolicited marketing emails were not.", "191400000 emails exact"},

		// what is none
		{"complaints", "There were 214 complaints about nuisance calls.", ""},
		{"complaints beside", "The nuisance calls led to 1,036 complaints; 125,000 unlawful calls were made.", "125000 calls exact"},
		{"reports", "The ICO received 175,330 reports of nuisance calls.", ""},
		{"people", "Nuisance calls to 80 people were traced.", ""},
		{"emails in a breach", "An employee published 780 pages of confidential emails; 550 emails were readable.", ""},
		{"calls to a helpline", "After the breach the helpline took 2,300 calls.", ""},
		{"deleted", "The caller deleted 6,000 emails about its nuisance calls.", ""},
		{"a day", "Cold callers made 600 calls a day in breach of PECR.", ""},
		{"no number", "The firm made thousands of nuisance calls.", ""},
		{"fine", "It was fined £120,000 for nuisance calls.", ""},
		{"year", "In 2019 marketing emails were sent.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := newDocument(content.Text{Body: test.text}, Hint{})
			f := content.Facts{Communications: d.communications()}
			d.doubts(&f)
			got := ""
			if f.Communications.Known() {
				c := f.Communications.Value
				got = fmt.Sprintf("%d %s %s", c.Count, c.Unit, c.Qualifier)
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
