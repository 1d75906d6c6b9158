package replica

import (
	"fmt"
	"strings"
	"time"
)

// amount writes a sum in one of the ways in which people write it.
func amount(key string, pounds int64) string {
	full := "£" + grouped(pounds)
	if pounds < 1_000_000 || pounds%10_000 != 0 {
		return full
	}
	millions := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", float64(pounds)/1e6), "0"), ".")
	return choose(key+"amount", full, "£"+millions+" million", "£"+millions+"m")
}

func grouped(n int64) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

var qualifiers = map[string][]string{
	"exact": {""}, "": {""},
	"approx": {"about ", "around ", "approximately "},
	"over":   {"more than ", "over "},
	"up-to":  {"up to "},
}

// people writes how many people were affected.
func people(key string, e Event, noun string) string {
	n := grouped(int64(e.Affected))
	if e.Affected >= 1_000_000 && e.Affected%100_000 == 0 {
		n = strings.TrimSuffix(fmt.Sprintf("%.1f", float64(e.Affected)/1e6), ".0") + " million"
	}
	if e.Affected == 1 {
		return "one person"
	}
	return choose(key+"qualifier", qualifiers[e.AffectedQualifier]...) + n + " " + noun
}

// affectedSentence states the people affected; "" where no source does.
func affectedSentence(key string, e Event) string {
	if e.Affected == 0 {
		return ""
	}
	noun := choose(key+"noun", "people", "individuals", "people")
	p := people(key, e, noun)
	return choose(key+"affected",
		"The personal information of "+p+" was affected.",
		"In all, "+p+" were affected.",
		"It concerned personal data relating to "+p+".",
		"The failings put the personal information of "+p+" at risk.",
		"Those affected numbered "+p+".",
		"Data about "+p+" was involved.")
}

// communicationsSentence states calls, texts and emails.
func communicationsSentence(key string, e Event) string {
	if e.Communications == 0 || e.Unit == "" {
		return ""
	}
	n := grouped(int64(e.Communications))
	unit := map[string]string{"calls": "unsolicited direct marketing calls", "texts": "unsolicited text messages", "emails": "unsolicited marketing emails"}[e.Unit]
	return choose(key+"communications",
		"It was responsible for "+n+" "+unit+".",
		"Between them the campaigns accounted for "+n+" "+unit+".",
		"The investigation counted "+n+" "+unit+".",
		"A total of "+n+" "+unit+" were made or sent.")
}

// failure is how a control failed, as the end of "it was found that the organisation".
var failure = map[string][]string{
	"multi-factor-authentication": {"did not require multi-factor authentication for remote access", "had not enforced multi-factor authentication on every account", "left accounts without multi-factor authentication"},
	"access-control":              {"gave staff more access rights than their work needed", "failed to limit access to those who needed it", "did not have adequate access controls"},
	"password-management":         {"allowed weak and reused passwords", "had no adequate password policy", "failed to manage passwords securely"},
	"patch-management":            {"failed to apply security patches in good time", "ran software whose known fixes had not been applied", "had inadequate patch management"},
	"vulnerability-management":    {"did not carry out adequate vulnerability scanning", "failed to carry out regular penetration testing", "left known vulnerabilities unaddressed"},
	"logging-and-monitoring":      {"did not monitor its systems adequately", "failed to act on security alerts", "had insufficient logging and monitoring"},
	"endpoint-protection":         {"ran outdated anti-virus software", "had no adequate anti-malware protection on its servers", "failed to maintain endpoint protection"},
	"encryption":                  {"had not encrypted the data", "kept personal data on unencrypted devices", "failed to use encryption"},
	"network-security":            {"failed to prevent movement across its network", "did not segment its network", "left its network poorly secured against intruders"},
	"secure-configuration":        {"ran systems that were no longer supported", "had misconfigured its servers", "failed to configure its systems securely"},
	"secure-development":          {"did not test its software for security before release", "had made a coding error that testing would have shown", "failed to test changes to its system properly"},
	"incident-response":           {"was too slow to respond to the incident", "failed to contain the attack promptly", "did not respond to the intrusion in time"},
	"supplier-management":         {"did not oversee its supplier adequately", "failed to check what its contractor did with the data", "had no adequate contract with its processor"},
	"staff-training":              {"had not trained its staff in data protection", "failed to provide adequate data protection training", "gave its staff insufficient training"},
	"policies-and-procedures":     {"had no adequate policies and procedures in place", "lacked written procedures for handling such data", "failed to follow its own procedures"},
	"email-handling":              {"sent a bulk email with recipients' addresses visible to all of them", "used CC where BCC was needed", "failed to use a secure method for bulk email"},
	"disclosure-checks":           {"did not check the file for personal data before publishing it", "had no second check before disclosure", "had no adequate checks before publication"},
	"physical-security":           {"did not keep the records physically secure", "had no physical security to speak of", "failed to secure devices against loss and theft"},
	"retention-and-disposal":      {"kept personal data for longer than necessary", "failed to dispose of the records securely", "had no adequate arrangements for disposal"},
	"data-minimisation":           {"collected more personal data than it needed", "took an excessive amount of personal data", "failed to limit the data to what was necessary"},
	"lawful-basis":                {"had no lawful basis for the processing", "processed the data without valid consent", "failed to identify a lawful basis"},
	"transparency":                {"did not tell people how their data was used", "failed to give people clear privacy information", "was not transparent about the processing"},
	"data-subject-rights":         {"failed to respond to subject access requests in time", "did not answer people's requests for their data", "failed to honour requests for access"},
	"childrens-data":              {"had no effective age checks to keep young children out", "processed children's data without parental consent", "failed to check the age of its users"},
	"dpia":                        {"had not carried out a data protection impact assessment", "failed to complete a data protection impact assessment before it began", "carried out no adequate data protection impact assessment"},
	"breach-notification":         {"did not report the breach to the Commissioner within 72 hours", "was late in reporting the breach", "failed to notify the breach without undue delay"},
	"accountability":              {"could not demonstrate its compliance", "failed to show how it complied", "did not keep adequate records of processing"},
	"marketing-consent":           {"did not have valid consent for its marketing", "sent marketing without the consent of those who received it", "failed to obtain consent for direct marketing"},
	"tps-screening":               {"called numbers registered with the Telephone Preference Service", "failed to screen its calls against the TPS", "made calls to people registered with the TPS"},
	"caller-identification":       {"hid its identity from those it contacted", "did not give a valid contact address", "failed to say who was calling"},
	"supplier-list-due-diligence": {"relied on bought-in lists without checking consent", "did not carry out due diligence on its data suppliers", "failed to check the consent behind lists that it bought"},
}

// failings is a sentence on each control that failed.
func failings(key, subject string, controls []string) []string {
	var sentences []string
	for i, control := range controls {
		lead := choose(fmt.Sprint(key, control, i),
			"The investigation found that %s %s.", "It was found that %s %s.", "%[1]s %[2]s.", "The Commissioner found that %s %s.")
		sentences = append(sentences, capital(fmt.Sprintf(lead, subject, choose(key+control, failure[control]...))))
	}
	return sentences
}

// happened is what led to the action, as the end of "after ".
var happened = map[string][]string{
	"ransomware": {"a ransomware attack", "attackers encrypted its systems in a ransomware attack"}, "hacking": {"a cyber attack", "hackers gained access to its systems"},
	"phishing": {"a phishing attack", "an employee opened a phishing email"}, "credential-stuffing": {"a credential stuffing attack", "attackers used credential stuffing to enter accounts"},
	"misdirected-email": {"an email was sent that showed its recipients to one another", "a misdirected email"}, "accidental-publication": {"personal data was published by mistake", "an accidental publication of personal data"},
	"lost-or-stolen-device": {"the loss of a device that held personal data", "a device with personal data was lost"}, "lost-paper": {"paper records were lost", "the loss of paper records"},
	"insider-misuse": {"personal data was obtained from inside without permission", "misuse of personal data by an insider"}, "nuisance-calls": {"a campaign of nuisance calls", "nuisance calls"},
	"spam-texts": {"a campaign of spam texts", "spam text messages"}, "spam-emails": {"a campaign of spam emails", "unsolicited marketing emails"},
	"unlawful-processing": {"an investigation into its use of personal data", "unlawful processing of personal data"}, "rights-failure": {"it failed to answer requests for personal data", "failures to answer access requests"},
	"other": {"an investigation into its handling of personal data"}, "": {"an investigation into its handling of personal data"},
}

// longDate writes a date as precisely as it is known: "26 March 2025", "March 2025", "2025".
func longDate(iso string) string {
	for layout, long := range map[string]string{"2006-01-02": "2 January 2006", "2006-01": "January 2006", "2006": "2006"} {
		if t, err := time.Parse(layout, iso); err == nil {
			return t.Format(long)
		}
	}
	return iso
}

// capital makes the first letter a capital.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// join puts the sentences that are not empty into one paragraph.
func join(sentences ...string) string {
	var kept []string
	for _, s := range sentences {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, " ")
}
