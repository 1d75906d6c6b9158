package facts

import (
	"testing"

	"casebook/content"
)

func TestLasts(t *testing.T) {
	for _, test := range []struct {
		name     string
		incident content.IncidentType
		text     string
		want     string
	}{
		{"a campaign", "nuisance-calls", "Between 3 March 2021 and 9 June 2021 it made 41,000 calls.", "2021-03-03 2021-06-09"},
		{"a year said once", "hacking", "The attack went on from 21 August to 5 September 2018.", "2018-08-21 2018-09-05"},
		{"a month said once", "accidental-publication", "The file was online between 1 and 4 May 2022.", "2022-05-01 2022-05-04"},
		{"the time of the complaints", "nuisance-calls", "Between 3 March 2021 and 9 June 2021 there were 80 complaints about its calls.", ""},
		{"the time of the failing", "hacking", "From 25 May 2018 to 4 May 2022 it failed to prevent such an attack.", ""},
		{"years that do not fit", "hacking", "The attack went on from 21 December to 5 January 2018.", ""},
		{"of something else", "hacking", "Between 18 and 20 November 2021 there were video calls.", ""},
		{"two periods", "hacking", "The attack went on from 1 to 5 May 2018. A second attack went on from 3 to 9 June 2018.", ""},
		{"no day", "nuisance-calls", "Between May and June 2021 it made calls.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			from, to := newDocument(content.Text{Body: test.text}, Hint{}).lasts(test.incident)
			got := ""
			if from.Known() {
				got = from.Value.String() + " " + to.Value.String()
			}
			if got != test.want {
				t.Errorf("lasts(%q) = %q, want %q", test.text, got, test.want)
			}
		})
	}
}
