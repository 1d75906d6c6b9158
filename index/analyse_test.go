package index

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/token/porter"
	"github.com/google/go-cmp/cmp"
)

// dictionary is the words of testdata, each of them with every ending that
// Porter's rules know, and the machine's own word list where there is one.
func dictionary(t testing.TB) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(data), "\n")
	var words []string
	endings := strings.Fields("s es ed ing ies eed y ational tional enci anci izer abli alli entli eli ousli ization ation ator alism iveness fulness ousness " +
		"aliti iviti biliti icate ative alize iciti ical ful ness logi logy bli bly al ance ence er ic able ible ant ement ment ent ion tion sion ou ism ate iti ous ive ize e ll lle")
	for _, word := range strings.Fields(strings.ToLower(list)) {
		words = append(words, word)
		for _, ending := range endings {
			words = append(words, word+ending)
		}
	}
	if f, err := os.Open("/usr/share/dict/words"); err == nil {
		defer f.Close()
		for lines := bufio.NewScanner(f); lines.Scan(); {
			words = append(words, strings.ToLower(lines.Text()))
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// TestStemParity holds the browser's stemmer equal to bleve's, word by word.
func TestStemParity(t *testing.T) {
	words := dictionary(t)
	got := node(t, nodeInput{Words: words}).Words
	stemmer := porter.NewPorterStemmer()
	wrong := 0
	for i, word := range words {
		want := string(stemmer.Filter(analysis.TokenStream{{Term: []byte(word)}})[0].Term)
		if got[i] != want {
			if wrong++; wrong < 20 {
				t.Errorf("the browser's stem of %q is %q, bleve's %q", word, got[i], want)
			}
		}
	}
	t.Logf("%d words compared, %d differ", len(words), wrong)
}

// TestAnalysisParity holds words, their places and their stems equal over all
// texts of the cases and over texts that are no English.
func TestAnalysisParity(t *testing.T) {
	texts := []string{
		"", " ", "_", "__", "___ a _ b", "‿ ⁀", "__a__ b_c", "don't can't won’t patients＇s the council's councils' O'Brien's", "e.g. i.e. U.S.A. 3.5% 1,234,567.89 £70,000 €5 #1 a/b a-b a–b",
		"32(1)(b) s.155 reg 21. Art.5", "x@example.org https://example.org/a?b=c&d=e#f", "MIXED Case ΣΊΣΥΦΟΣ Straße ǅ K Å",
		"🔒 locked 👩‍👩‍👧 family 🇬🇧 flag ✂️", "個人情報の保護 データ カタカナ ひらがな 한국어 개인정보", "Zu\u0308rich Zürich cafe\u0301 Ťažký Ḁ ἄνθρωπος Ёлка Đorđe Þór œuvre STRASSE q\u0307\u0323", "tab\tnew\nline\r\nreturn\u00a0nbsp\u2003em\u200bzero",
		"soft\u00adhyphen bidi\u202emark \ufefffeff", "the of and", "THE OF", "naïve coöperate Łódź Ærø", "ภาษาไทย ๑๒๓ ไทยabc", "１２３ 123", "a\u0600b \u06dd \u200b\u200d", "ພາສາ ខ្មែរ မြန်မာ", "a:b:c a·b a_b 1_000 3.a a.3 ½ ² ① Ⅳ",
	}
	for _, c := range testBook().Cases {
		for _, f := range fields {
			texts = append(texts, f.text(c)...)
		}
	}
	got := node(t, nodeInput{Texts: texts, Stop: stopWords()}).Texts
	for i, text := range texts {
		want := []string{}
		for _, p := range analyse(text) {
			want = append(want, fmt.Sprintf("%s@%d", p.term, p.position))
		}
		if diff := cmp.Diff(want, got[i]); diff != "" {
			t.Errorf("%q (-bleve +browser):\n%s", text, diff)
		}
	}
}
