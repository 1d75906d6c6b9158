package facts

import (
	"slices"
	"testing"

	"casebook/content"
)

// TestControlsTold holds ways in which reports tell a failing as an event, and
// words that only look like one.
func TestControlsTold(t *testing.T) {
	for _, test := range []struct {
		name, text string
		control    content.Control
		want       bool
	}{
		{"accounts of those who left", "It left the accounts of departed contractors switched on.", "access-control", true},
		{"anybody's", "The trust let almost anyone with a login open any patient's file.", "access-control", true},
		{"assessed too late", "An impact assessment was written only after a relative complained.", "dpia", true},
		{"readable passwords", "It stored 640,000 passwords without hashing.", "password-management", true},
		{"advised and not done", "It had been advised to switch on multi-factor authentication and had not done so.", "multi-factor-authentication", true},
		{"readable by anyone", "It left a cloud storage bucket readable by anyone with a browser.", "secure-configuration", true},
		{"told late", "It did not notify the Commissioner until eighteen days after.", "breach-notification", true},
		{"no exception", "The school processed the data without an exception under Article 9(2) UK GDPR.", "lawful-basis", true},
		{"joined wrongly", "The bank had wrongly joined the records of 1,046 customers to those of somebody else.", "data-accuracy", true},
		{"kept", "It hung on to customer records for as long as 14 years without any reason to.", "retention-and-disposal", true},
		{"nothing written", "The ICO found no written guidance on splitting records.", "policies-and-procedures", true},
		{"not separated", "The host had not separated one school's data from another's.", "network-security", true},
		{"lists taken on trust", "The firm made nuisance marketing calls. It had bought its data from four brokers and had assumed that they screened it.", "supplier-list-due-diligence", true},
		{"cannot be rung back", "The firm made nuisance marketing calls. The numbers that it showed could not be rung back.", "caller-identification", true},

		{"consent that is about marketing", "The firm sent marketing texts. Consent was not freely given.", "lawful-basis", false},
		{"within time", "The firm told the Commissioner within 72 hours.", "breach-notification", false},
		{"written later", "A policy was last month praised by the auditor.", "policies-and-procedures", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := Extract(content.Text{Body: "The ICO has fined Tarn Ltd £90,000.\n\n" + test.text}, Hint{})
			got := slices.ContainsFunc(f.Controls, func(c content.Fact[content.Control]) bool { return c.Value == test.control })
			if got != test.want {
				t.Errorf("%s is told: %v, want %v", test.control, got, test.want)
			}
		})
	}
}
