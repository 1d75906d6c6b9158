package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
)

// typedTexts are what people type who want a name, and what nobody types.
var typedTexts = []string{
	"", " ", "c", "ca", "castle", "castle p", "point castle", "CASTLE POINT BANK PLC", "bank", "northmoor", "borough", "council", "council nor", "qsht", "merrow sm", "smiles",
	"sunrise", "boiler line", "orbit uk", "orbit (uk)", "the grange", "grange", "limited", "ltd", "ltd pin", "inc", "utility", "utility two",
	"mfa", "2fa", "two-factor", "multi", "auth", "encryption", "enc", "unencrypted", "staff tr", "patch", "penetration", "children's data", "childrens", "tps",
	"gdpr", "uk gdpr", "art 32", "article 32", "32(1)", "reg 21", "regulation 2", "pecr", "s 170", "dpa 1998 p", "principle 7",
	"thistlewhite", "morgana", "zzz", "ÉNC", "e\u0301nc", "Ökostrom", "okos", "ΟΔΟΣ", "οδος", "\"castle\"", "__proto__", "constructor", "🔒", strings.Repeat("a", 2000), "ward0", "ward7 ward", "bodies",
}

// manyNames are cases of so many organisations that their names fill several
// files, and some words lead to more than they keep.
func manyNames() *content.Book {
	book := manyCases(40)
	for i := range 1500 {
		c := sketches[i%len(sketches)].newCase()
		c.ID = fmt.Sprintf("body-%d", i)
		c.Organisation = content.Organisation{Name: fmt.Sprintf("Ward%d of the Bodies number%d", i%700, i), Also: []string{fmt.Sprintf("Ökostrom%d ΟΔΟΣ", i%300)}}
		book.Cases = append(book.Cases, c)
	}
	book.Sort()
	return book
}

// TestSuggest names what is suggested, in its order.
func TestSuggest(t *testing.T) {
	for _, tt := range []struct {
		typed string
		want  string
	}{
		{"castle", "organisation Castle Point Bank plc 2"},
		{"nor bor", "organisation Northmoor Borough Council 2"},
		{"smiles", "organisation Merrow Dental Group Ltd 1"},
		{"2fa", "control multi-factor-authentication 2"},
		{"children's", "control childrens-data 1"},
		{"article 15", "provision UK GDPR Art 15 1"},
		{"enc", "control encryption 2"},
		{"water", "organisation Utility One Water 1|organisation Utility Two Water 1"},
		{"re", "control disclosure-checks 3|control data-subject-rights 2|control email-handling 1|control retention-and-disposal 1|provision PECR reg 22 2|provision PECR reg 21 1|provision PECR reg 23 1"},
		{"thistlewhite", ""},
		{"nobody", ""},
		{"", ""},
	} {
		t.Run(tt.typed, func(t *testing.T) {
			var got []string
			for _, s := range testIndex(t).Suggest(tt.typed) {
				got = append(got, fmt.Sprint(s.Kind, " ", s.Value, " ", s.Cases))
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, "|")); diff != "" {
				t.Errorf("suggestions (-want +got):\n%s", diff)
			}
		})
	}
}

// TestSuggestParity holds what the browser suggests equal to Suggest.
func TestSuggestParity(t *testing.T) {
	for _, tt := range []struct {
		name string
		book *content.Book
	}{
		{"sketches", testBook()},
		{"many names", manyNames()},
		{"no cases", &content.Book{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			x, err := Memory(tt.book)
			if err != nil {
				t.Fatal(err)
			}
			defer x.Close()
			got := node(t, nodeInput{Shards: writeShards(t, tt.book), Typed: typedTexts})
			for i, typed := range typedTexts {
				if diff := cmp.Diff(x.Suggest(typed), got.Suggested[i]); diff != "" {
					t.Errorf("%.40q (-Go +browser):\n%s", typed, diff)
				}
			}
		})
	}
}

// TestSuggestReadsLittle holds a suggestion to few and small files.
func TestSuggestReadsLittle(t *testing.T) {
	got := node(t, nodeInput{Shards: writeShards(t, manyNames()), Typed: []string{"ward69"}})
	kinds := map[string]int{}
	for _, file := range got.Requests {
		kind, _, _ := strings.Cut(file, "-")
		kinds[kind]++
	}
	if diff := cmp.Diff(map[string]int{"manifest.json": 1, "namelist": 1, "names": 2}, kinds); diff != "" {
		t.Errorf("files read (-want +got):\n%s", diff)
	}
	blocks := newNameIndex(manyNames().Cases).blocks
	if len(blocks) < 3 {
		t.Errorf("%d blocks, want at least 3", len(blocks))
	}
	for i := range blocks {
		if size := len(blocks[i].pack()); size > namesSize {
			t.Errorf("block %d has %d bytes, want at most %d", i, size, namesSize)
		}
	}
}

// TestNamesHoldNoIndividual looks for the person of the sketches in all words.
func TestNamesHoldNoIndividual(t *testing.T) {
	for _, block := range newNameIndex(testBook().Publishable().Cases).blocks {
		if slices.Contains(block.words, "thistlewhite") || slices.Contains(block.words, "morgana") {
			t.Error("the names have an individual who is shown by role")
		}
	}
}
