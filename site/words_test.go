package site

import (
	"strings"
	"testing"
	"time"

	"casebook/content"
)

func TestTextFragment(t *testing.T) {
	for _, tt := range []struct{ name, quote, want string }{
		{"short", "a fine of £1", "a%20fine%20of%20%C2%A31"},
		{"with what has a meaning there", "multi-factor, R&D", "multi%2Dfactor%2C%20R%26D"},
		{"long", "one two three four five six seven eight nine ten eleven twelve thirteen", "one%20two%20three%20four%20five%20six,eight%20nine%20ten%20eleven%20twelve%20thirteen"},
		{"lines fold", "a\n b", "a%20b"},
		{"nothing", " ", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := textFragment(tt.quote); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestSourceOf(t *testing.T) {
	for _, tt := range []struct {
		name string
		url  string
		page int
		want string
	}{
		{"web", "https://a.example/x", 0, "https://a.example/x#:~:text=q"},
		{"with a fragment", "https://a.example/x#y", 0, "https://a.example/x#y:~:text=q"},
		{"PDF", "https://a.example/x.pdf#z", 12, "https://a.example/x.pdf#page=12"},
		{"script", "javascript:alert(1)", 0, ""},
		{"file", "file:///etc/passwd", 0, ""},
		{"password", "https://u:p@a.example/", 0, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := sourceOf(&content.Document{URL: tt.url}, content.Evidence{Quote: "q", Page: tt.page})
			if got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestRounds(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"3100000", "3076320", true},
		{"3000000", "3076320", true},
		{"3076320", "3100000", true},
		{"183000000", "183390000", true},
		{"70000", "75000", false},
		{"79404", "82946", false},
		{"4000000", "3076320", false},
		{"1345732 calls", "1345732", true},
		{"9500000 calls", "9500001", true},
		{"x", "1", false},
	} {
		if got := rounds(tt.a, tt.b); got != tt.want {
			t.Errorf("rounds(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestAnswer(t *testing.T) {
	day := func(y, m, d int) content.Date { return content.Date{Year: y, Month: m, Day: d} }
	penalty := func(status content.Status, date content.Date, pounds int64) content.Event {
		e := content.Event{Date: date, Action: content.MonetaryPenalty, Status: status}
		if pounds > 0 {
			e.Amount = content.Pounds(pounds)
		}
		return e
	}
	intent := content.Event{Date: day(2024, 1, 2), Action: content.NoticeOfIntent, Status: content.Provisional, Amount: content.Pounds(200), AmountQualifier: content.Over}
	for _, tt := range []struct {
		name      string
		events    []content.Event
		change    func(c *content.Case)
		answer    string
		aftermath string
	}{
		{"fine", []content.Event{penalty(content.Final, day(2024, 3, 1), 100)}, nil,
			"Tern Ltd was fined £100 by the ICO on 1 March 2024.", ""},
		{"fine with cause, people and controls", []content.Event{penalty(content.Final, day(2024, 3, 0), 100)}, func(c *content.Case) {
			c.Incident.Type, c.Affected, c.Controls = "ransomware", 1, []content.Control{"multi-factor-authentication", "tps-screening", "dpia"}
		}, "Tern Ltd was fined £100 by the ICO in March 2024 after a ransomware attack affecting 1 person. What failed: multi-factor authentication, TPS screening and data protection impact assessment.", ""},
		{"proposed", []content.Event{intent}, func(c *content.Case) { c.Controls = []content.Control{"encryption"} },
			"The ICO proposed on 2 January 2024 to fine Tern Ltd over £200. Said to have failed: encryption.", ""},
		{"proposed, then lower", []content.Event{intent, penalty(content.Final, day(2024, 3, 1), 100)}, nil,
			"Tern Ltd was fined £100 by the ICO on 1 March 2024.", "The ICO had first proposed over £200 on 2 January 2024; the final fine is about 50% lower."},
		{"under appeal", []content.Event{penalty(content.Final, day(2024, 3, 1), 100), penalty(content.Appealed, day(2024, 4, 1), 0)}, nil,
			"Tern Ltd was fined £100 by the ICO on 1 March 2024.", ""},
		{"reduced", []content.Event{penalty(content.Final, day(2024, 3, 1), 100), penalty(content.ReducedOnAppeal, day(2025, 4, 1), 40)}, nil,
			"A fine of £100 that the ICO imposed on Tern Ltd on 1 March 2024 was reduced on appeal to £40 on 1 April 2025.", ""},
		{"reduced, then upheld", []content.Event{penalty(content.Final, day(2024, 3, 1), 100), penalty(content.ReducedOnAppeal, day(2025, 4, 1), 40), penalty(content.UpheldOnAppeal, day(2026, 5, 1), 0)}, nil,
			"A fine of £100 that the ICO imposed on Tern Ltd on 1 March 2024 was reduced on appeal to £40 on 1 April 2025, which was upheld on 1 May 2026.", ""},
		{"upheld, the fine without a day", []content.Event{penalty(content.Final, content.Date{}, 100), penalty(content.UpheldOnAppeal, day(2026, 5, 1), 0)}, nil,
			"A fine of £100 that the ICO imposed on Tern Ltd was upheld on appeal on 1 May 2026.", ""},
		{"overturned", []content.Event{penalty(content.Final, day(2024, 3, 1), 100), penalty(content.Overturned, day(2025, 4, 1), 0)}, func(c *content.Case) { c.Incident.Type = "spam-texts" },
			"A fine of £100 on Tern Ltd was overturned on 1 April 2025, so that no fine stands. It had been imposed for spam texts.", ""},
		{"overturned without a sum", []content.Event{{Date: day(2024, 3, 1), Action: content.EnforcementNotice, Status: content.Overturned}}, nil,
			"An enforcement notice against Tern Ltd was overturned on 1 March 2024.", ""},
		{"reprimand", []content.Event{{Date: day(2024, 3, 1), Action: content.Reprimand, Status: content.Final}}, func(c *content.Case) { c.Communications = content.Communications{Count: 1, Unit: "calls"} },
			"Tern Ltd was reprimanded by the ICO on 1 March 2024 (1 call).", ""},
		{"individual", []content.Event{{Date: day(2024, 3, 1), Action: content.Prosecution, Status: content.Final, Amount: content.Pounds(3)}}, func(c *content.Case) { c.Organisation.Person = true },
			"An individual was prosecuted by the ICO on 1 March 2024 and ordered to pay £3.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := &content.Case{Regulator: "ICO", Organisation: content.Organisation{Name: "Tern Ltd"}, Events: tt.events}
			if tt.change != nil {
				tt.change(c)
			}
			affected, communications := c.Affected, c.Communications
			c.Settle()
			c.Affected, c.Communications = affected, communications
			if got := answer(c); got != tt.answer {
				t.Errorf("answer:\n got %s\nwant %s", got, tt.answer)
			}
			if got := aftermath(c); got != tt.aftermath {
				t.Errorf("aftermath:\n got %s\nwant %s", got, tt.aftermath)
			}
		})
	}
}

func TestDecisionText(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"numbers stay and are linked", "3. Three\n\n5. Five\n", `<p id="para-3"><a href="#para-3" class="Notice-number">3.</a> Three</p>` + "\n" + `<p id="para-5"><a href="#para-5" class="Notice-number">5.</a> Five</p>` + "\n"},
		{"parts of numbers", "12.4(a) x\n\n2.1 y\n", "<p>12.4(a) x</p>\n" + `<p id="para-2.1"><a href="#para-2.1" class="Notice-number">2.1</a> y</p>` + "\n"},
		{"one address each", "1. a\n\n1. b\n", `<p id="para-1"><a href="#para-1" class="Notice-number">1.</a> a</p>` + "\n<p>1. b</p>\n"},
		{"a year is no number of a paragraph", "20245 x\n", "<p>20245 x</p>\n"},
		{"headings go below the page's", "# A\n\n###### B\n", "<h3>A</h3>\n<h6>B</h6>\n"},
		{"bullets", "- a\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
		{"markup is left out", "a <b onclick=x>b</b>\n\n<script>x</script>\n", "<p>a <!-- raw HTML omitted -->b<!-- raw HTML omitted --></p>\n<p><!-- raw HTML omitted -->x<!-- raw HTML omitted --></p>\n"},
		{"pictures are their words", "![a *b*](https://x.example/p.png)\n", "<p>a <em>b</em></p>\n"},
		{"addresses that run", "[x](javascript:alert(1))\n", "<p><a href=\"\">x</a></p>\n"},
		{"escapes", `\*5 \& \_x\_` + "\n", "<p>*5 &amp; _x_</p>\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, note := decisionText(&content.Case{Body: tt.body, Regulator: "ICO"})
			if string(got) != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if !strings.Contains(note, "ICO") {
				t.Errorf("note %q", note)
			}
		})
	}
}

// TestDecisionTextIsBounded reads texts that are made to take long.
func TestDecisionTextIsBounded(t *testing.T) {
	for name, text := range map[string]string{
		"emphasis":   strings.Repeat("*a_ ", 20_000),
		"brackets":   strings.Repeat("[", 50_000),
		"quotes":     strings.Repeat(">", 20_000) + "x",
		"many lines": strings.Repeat("> > > > > > > > > > > > > > > > x\n", 20_000),
		"backticks":  strings.Repeat("` `` ", 20_000),
		"long":       strings.Repeat("word ", 1_000_000),
		"paragraphs": strings.Repeat("1. x\n\n", 200_000),
		"bullets":    strings.Repeat("- ", 20_000) + "x",
		"deepening":  deepening(2000),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			html, _ := decisionText(&content.Case{Body: text})
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("took %v", took)
			}
			if len(html) > 16*maxText {
				t.Errorf("%d bytes", len(html))
			}
		})
	}
}

// deepening is a list in which every item lies within the one before.
func deepening(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("  ", i%500) + "- x\n")
	}
	return b.String()
}

func TestCite(t *testing.T) {
	b := &builder{name: "casebook"}
	c := &content.Case{ID: "tern-2024", Regulator: "ICO", Organisation: content.Organisation{Name: "Tern & {Gull} 100%"},
		Events:    []content.Event{{Date: content.Date{Year: 2024, Month: 3, Day: 1}, Action: content.Reprimand, Status: content.Final, Documents: []string{"p", "n"}}},
		Documents: []content.Document{{ID: "p", URL: "https://paper.example/", Kind: content.Article}, {ID: "n", URL: "https://ico.example/{n}.pdf", Kind: content.Notice}}}
	c.Settle()
	got := b.cite(c)
	if want := "ICO, Tern & {Gull} 100% (reprimand, 1 March 2024) <https://ico.example/%7Bn%7D.pdf>; casebook, case tern-2024."; got.Plain != want {
		t.Errorf("plain:\n got %s\nwant %s", got.Plain, want)
	}
	want := `@misc{tern-2024,
  author = "{ICO}",
  title = {Tern \& \{Gull\} 100\%},
  howpublished = {Reprimand, 1 March 2024},
  year = {2024},
  date = {2024-03-01},
  note = {casebook, case tern-2024},
  url = {https://ico.example/%7Bn%7D.pdf}
}
`
	if got.BibTeX != want {
		t.Errorf("BibTeX:\n got %s\nwant %s", got.BibTeX, want)
	}
}

func TestCount(t *testing.T) {
	for want, got := range map[string]string{"1 case": count(1, "case"), "1,200 cases": count(1200, "case"), "0 days": count(0, "day"), "2 people": count(2, "person")} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestStanding holds that an appeal against a ruling that overturned a decision
// is not said to leave that decision standing.
func TestStanding(t *testing.T) {
	event := func(s content.Status) content.Event {
		return content.Event{Action: content.MonetaryPenalty, Status: s}
	}
	for _, tt := range []struct {
		name   string
		events []content.Event
		want   string
	}{
		{"appealed", []content.Event{event(content.Final), event(content.Appealed)}, "Appealed. The decision stands until the appeal is decided."},
		{"overturned, then appealed", []content.Event{event(content.Final), event(content.Overturned), event(content.Appealed)}, "Overturned, and appealed again. The matter is not settled."},
		{"another decision overturned", []content.Event{{Action: content.EnforcementNotice, Status: content.Overturned}, event(content.Appealed)}, "Appealed. The decision stands until the appeal is decided."},
	} {
		c := &content.Case{Action: content.MonetaryPenalty, Status: content.Appealed, Events: tt.events}
		if got := standing(c); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
