package site

import (
	"bytes"
	"html/template"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"casebook/content"
)

// Bounds of a notice. Inline markup costs the square of its characters in one
// paragraph, and quotes within quotes the square of their depth, so that a
// paragraph with too many of either is shown as it is written.
const (
	maxText   = 1 << 20 // bytes of one decision's text
	maxMarkup = 400     // characters of markup in one paragraph
)

// notices reads the text of decisions. Raw HTML and addresses that run are left
// out, as goldmark does unless told otherwise. Numbers of paragraphs stay the
// ones that the document gives: a numbered list would count by itself.
var notices = goldmark.New(goldmark.WithParser(parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(parser.NewSetextHeadingParser(), 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(bullets{parser.NewListParser()}, 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	),
	parser.WithInlineParsers(parser.DefaultInlineParsers()...),
	parser.WithASTTransformers(util.Prioritized(noticeShape{}, 100)),
)))

// pages reads the hand-written pages.
var pages = goldmark.New()

// bullets reads lists without numbers only.
type bullets struct{ parser.BlockParser }

// Trigger returns the characters that a list begins with.
func (bullets) Trigger() []byte { return []byte("-+*") }

// prose renders a page written by hand.
func prose(markdown string) template.HTML { return render(pages, markdown) }

// decisionText renders the body of a case, with a note of where it is from. A
// body is kept only where the licence of its document allows.
func decisionText(c *content.Case) (template.HTML, string) {
	body := strings.TrimSpace(c.Body)
	if body == "" {
		return "", ""
	}
	note := "As published by the " + regulator(c) + ", in plain text. Tables, marks and page breaks of the original are lost; numbered paragraphs can be linked to."
	if slices.ContainsFunc(c.Documents, func(d content.Document) bool { return len(d.Basis) > 0 }) {
		note = "Written for a demonstration, not by the " + regulator(c) + ": its facts are restated from the pages that each document above names."
	}
	if cut := clip(body, maxText); cut != body {
		body, note = cut, note+" The text is longer than is shown here: read the rest in the source."
	}
	return render(notices, tame(visible(body))), note
}

func render(md goldmark.Markdown, markdown string) template.HTML {
	var b bytes.Buffer
	if err := md.Convert([]byte(markdown), &b); err != nil {
		return template.HTML("<p>" + template.HTMLEscapeString(markdown) + "</p>") // a buffer takes all that is written to it
	}
	return template.HTML(b.String())
}

// clip cuts text to at most n bytes, at the end of a paragraph where it can.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	s = s[:n]
	for !utf8.ValidString(s[max(0, len(s)-utf8.UTFMax):]) && len(s) > n-utf8.UTFMax {
		s = s[:len(s)-1]
	}
	if end := strings.LastIndex(s, "\n\n"); end > n/2 {
		s = s[:end]
	}
	return s
}

const markup = "*_[]`!<>#~|"

var blankLine = regexp.MustCompile(`\n[ \t]*\n`)

// tame takes the meaning from markup in paragraphs that hold so much of it that
// reading them would take long.
func tame(markdown string) string {
	if countMarkup(markdown) <= maxMarkup {
		return markdown
	}
	paragraphs := blankLine.Split(markdown, -1)
	for i, p := range paragraphs {
		if countMarkup(p) > maxMarkup {
			paragraphs[i] = escapeMarkup(p)
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

func countMarkup(s string) int {
	n := 0
	for i := range len(s) {
		if c := s[i]; c < utf8.RuneSelf && strings.IndexByte(markup, c) >= 0 {
			n++
		}
	}
	return n
}

func escapeMarkup(s string) string {
	var b strings.Builder
	escaped := false
	for _, r := range s {
		if strings.ContainsRune(markup, r) && !escaped {
			b.WriteByte('\\')
		}
		escaped = r == '\\' && !escaped
		b.WriteRune(r)
	}
	return b.String()
}

// noticeShape fits a notice into a page: its headings below the page's own, its
// pictures, which would be fetched from elsewhere, as their words, and an
// address for each numbered paragraph.
type noticeShape struct{}

// Transform changes the document in place.
func (noticeShape) Transform(doc *ast.Document, reader text.Reader, _ parser.Context) {
	seen := map[string]bool{}
	var images []ast.Node
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			n.Level = min(n.Level+2, 6)
			anchorNumber(n, reader.Source(), seen)
		case *ast.Paragraph:
			anchorNumber(n, reader.Source(), seen)
		case *ast.Image:
			images = append(images, n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range images {
		parent := n.Parent()
		for child := n.FirstChild(); child != nil; child = n.FirstChild() {
			parent.InsertBefore(parent, n, child)
		}
		parent.RemoveChild(parent, n)
	}
}

var paragraphNumber = regexp.MustCompile(`^(\d{1,4}(?:\.\d{1,3}){0,4})([.)]?)(?:\s|$)`)

// anchorNumber makes the number that a block begins with a link to the block.
// Of two blocks with one number the first has it.
func anchorNumber(n ast.Node, source []byte, seen map[string]bool) {
	first, ok := n.FirstChild().(*ast.Text)
	if !ok {
		return
	}
	m := paragraphNumber.FindSubmatchIndex(first.Segment.Value(source))
	if m == nil {
		return
	}
	id := "para-" + string(first.Segment.Value(source)[m[2]:m[3]])
	if seen[id] {
		return
	}
	seen[id] = true
	n.SetAttributeString("id", []byte(id))
	link := ast.NewLink()
	link.Destination = []byte("#" + id)
	link.SetAttributeString("class", []byte("Notice-number"))
	start := first.Segment.Start
	link.AppendChild(link, ast.NewTextSegment(text.NewSegment(start, start+m[5])))
	first.Segment = first.Segment.WithStart(start + m[5])
	n.InsertBefore(n, first, link)
}
