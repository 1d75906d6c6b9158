package facts

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"casebook/content"
)

var update = flag.Bool("update", false, "rewrite the golden parts of testdata/*.txtar")

// TestExtract runs testdata/*.txtar: why the file exists, a document in our
// own words, and what it states.
func TestExtract(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			name, body := a.Files[0].Name, string(a.Files[0].Data)
			f := Extract(content.Text{Body: body}, Hint{Kind: kindOf(name)})
			checkQuotes(t, body, NewReport(name, f))
			got := golden(NewReport(name, f))
			if *update {
				a.Files = append(a.Files[:1], txtar.File{Name: "golden", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// kindOf is the kind that a document's name begins with: "notice.txt".
func kindOf(name string) content.DocumentKind {
	kind := content.DocumentKind(strings.TrimSuffix(name, filepath.Ext(name)))
	if !kind.Known() {
		return ""
	}
	return kind
}

// golden is a report as a person reads it: a value and the start of its quote.
func golden(r Report) string {
	var b strings.Builder
	if !r.IsEnforcement {
		b.WriteString("no enforcement action\n")
	}
	for _, e := range r.Evidence {
		quote := strings.Join(strings.Fields(e.Quote), " ")
		if runes := []rune(quote); len(runes) > 80 {
			quote = string(runes[:79]) + "…"
		}
		fmt.Fprintf(&b, "%-16s %-34s “%s”\n", e.Field, e.Value, quote)
	}
	for _, d := range r.Doubts {
		fmt.Fprintf(&b, "in doubt         %s\n", d.Field+" "+d.Value+": "+d.Reason)
	}
	return b.String()
}

// checkQuotes proves that every quote stands where it says.
func checkQuotes(t *testing.T, body string, r Report) {
	t.Helper()
	for _, e := range r.Evidence {
		if e.Start < 0 || e.End > len(body) || e.Start >= e.End || body[e.Start:e.End] != e.Quote {
			t.Errorf("%s: the quote %q does not stand at %d to %d", e.Field, e.Quote, e.Start, e.End)
		}
	}
	for _, d := range r.Doubts {
		if d.Start < 0 || d.End > len(body) || d.Start >= d.End || body[d.Start:d.End] != d.Quote {
			t.Errorf("doubt of %s: the quote %q does not stand at %d to %d", d.Field, d.Quote, d.Start, d.End)
		}
	}
}

func TestSums(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string // "qualifier sum"
	}{
		{"a fine of £3,076,320.", []string{"exact £3,076,320"}},
		{"just over £6 million", []string{"over £6,000,000"}},
		{"£6.09m or £1.35 million", []string{"exact £6,090,000", "exact £1,350,000"}},
		{"£150 000 and £14,472,500.00", []string{"exact £150,000", "exact £14,472,500"}},
		{"half a million pounds", []string{"exact £500,000"}},
		{"up to £17.5 million", []string{"up-to £17,500,000"}},
		{"about £140k", []string{"approx £140,000"}},
		{"less than the £120,000", []string{"exact £120,000"}},
		{"12.7 million pounds or 80,000 GBP", []string{"exact £12,700,000", "exact £80,000"}},
		{"£130,00 (one hundred and thirty thousand pounds)", []string{"exact £130,000"}},
		{"three million, seventy-six thousand, three hundred and twenty pounds", []string{"exact £3,076,320"}},
		{"€20 million and $5m", nil},
		{"in 2024, 12 people", nil},
	} {
		var got []string
		for _, s := range sums(test.text) {
			got = append(got, fmt.Sprintf("%s %s", s.qualifier, s.money))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("sums(%q) (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"82,946 people", []string{"exact 82946"}},
		{"up to 1.4 million children", []string{"up-to 1400000"}},
		{"nearly one million texts", []string{"approx 1000000"}},
		{"a fine of £120,000 after calls", nil},
		{"one person was affected", []string{"exact 1"}},
		{"a hundred and five users", []string{"exact 105"}},
		{"two or three of twenty-one", []string{"exact 2", "exact 3", "exact 21"}},
		{"one in ten, 34% and 12 per cent", nil},
		{"20,000+ members", []string{"over 20000"}},
		{"in 2019 and section 155", nil},
	} {
		var got []string
		for _, n := range numbers(test.text) {
			got = append(got, fmt.Sprintf("%s %d", n.qualifier, n.value))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("numbers(%q) (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestDays(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Dated the 15th day of October 2025", "2025-10-15"},
		{"on 7 August 2024, 00:04", "2024-08-07"},
		{"2025-06-17. The regulator", "2025-06-17"},
		{"November 8, 2022", "2022-11-08"},
		{"24t day of May 2016", "2016-05-24"},
		{"31 February 2020", ""},
		{"82,946 people", ""},
	} {
		got := ""
		if found := days(test.text); len(found) > 0 {
			got = found[0].date.String()
		}
		if got != test.want {
			t.Errorf("days(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"two", "It was fined. It appealed.", []string{"It was fined.", "It appealed."}},
		{"legal abbreviations", "It infringed Art. 32(1), para. 4.2 and reg. 21. No. 7 applies.", []string{"It infringed Art. 32(1), para. 4.2 and reg. 21.", "No. 7 applies."}},
		{"legal forms", "Harbour Lane Clinics Ltd. was fined.", []string{"Harbour Lane Clinics Ltd. was fined."}},
		{"broken lines", "The Commissioner requires the company to pay a monetary\npenalty of £18,000.", []string{"The Commissioner requires the company to pay a monetary penalty of £18,000."}},
		{"numbered paragraphs", "Findings\n1. It failed.\n2. It delayed.", []string{"Findings", "1. It failed.", "2. It delayed."}},
		{"quoted", "“It failed.” She agreed.", []string{"“It failed.”", "She agreed."}},
		{"a name with a mark", "Wow! Foods Ltd was fined.", []string{"Wow! Foods Ltd was fined."}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, s := range sentences(test.text, flatten(test.text)) {
				got = append(got, s.text)
				if flatten(test.text)[s.start:s.end] != s.text {
					t.Errorf("%q does not stand at its place", s.text)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// sample is a long document: the documents of testdata after one another.
func sample(t testing.TB, size int) string {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for b.Len() < size {
		for _, file := range files {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			b.Write(a.Files[0].Data)
			b.WriteByte('\n')
		}
	}
	return b.String()[:size]
}

func BenchmarkExtract(b *testing.B) {
	for _, size := range []int{12 << 10, 290 << 10} {
		b.Run(fmt.Sprintf("bytes=%d", size), func(b *testing.B) {
			text := content.Text{Body: strings.ToValidUTF8(sample(b, size), "")}
			b.SetBytes(int64(size))
			for b.Loop() {
				Extract(text, Hint{})
			}
		})
	}
}

// BenchmarkDocuments reads whole documents on all CPUs: the labelled ones of
// content/accuracy, or those of the folder that CASEBOOK_DOCUMENTS names. It
// reports how many times 12 kB are read in a second.
func BenchmarkDocuments(b *testing.B) {
	folder := "../accuracy/testdata/made"
	if named := os.Getenv("CASEBOOK_DOCUMENTS"); named != "" {
		folder = named
	}
	files, err := filepath.Glob(filepath.Join(folder, "*", "*.txt"))
	if err != nil || len(files) == 0 {
		b.Fatal(files, err)
	}
	var texts []content.Text
	size := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, content.Text{Body: strings.ToValidUTF8(string(text), "")})
		size += len(text)
	}
	for _, text := range texts {
		Extract(text, Hint{})
	}
	var next atomic.Int64
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			Extract(texts[int(next.Add(1))%len(texts)], Hint{})
		}
	})
	read := float64(b.N) * float64(size) / float64(len(texts))
	b.ReportMetric(read/(12<<10)/b.Elapsed().Seconds(), "12kB/s")
}

// FuzzExtract holds for any input that no quote is invented, that the same text
// gives the same facts, and that none takes long.
func FuzzExtract(f *testing.F) {
	f.Add(sample(f, 3000))
	f.Add("£")
	f.Add("The ICO fined \u00a0 Ltd £1\n\n\xff£2m Art. 32(")
	f.Fuzz(func(t *testing.T, body string) {
		began := time.Now()
		one := NewReport("x", Extract(content.Text{Body: body}, Hint{}))
		if took := time.Since(began); took > 5*time.Second { // a second, on a machine that has more to do
			t.Errorf("%d bytes took %v", len(body), took)
		}
		checkQuotes(t, body, one)
		two := NewReport("x", Extract(content.Text{Body: body}, Hint{}))
		if diff := cmp.Diff(one, two); diff != "" {
			t.Errorf("two readings differ:\n%s", diff)
		}
	})
}
