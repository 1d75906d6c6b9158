package site

import (
	"slices"

	"casebook/content"
	"casebook/content/accuracy"
)

func (b *builder) aboutPage() output {
	const at = "about/index.html"
	return b.page(at, "about.html", func() any {
		return AboutPage{
			Page:     b.frame(at, "How this is made", "Method, accuracy, evidence, what provisional and final mean, coverage, individuals, licence and corrections."),
			Lead:     "What stands here, where it comes from, and what to make of it.",
			Accuracy: newAccuracy(accuracy.Measured()),
			Coverage: b.coverage(), Individuals: b.individuals(),
		}
	})
}

// individuals says how persons are shown who were acted against.
func (b *builder) individuals() string {
	named := slices.ContainsFunc(b.book.Cases, func(c *content.Case) bool { return c.Organisation.Person && !c.Organisation.Anonymous() })
	if named {
		return "Persons acted against as individuals appear by name for a limited time after the latest decision, and after that by role, in pages, search, feeds and downloads alike. Addresses of pages never hold a name."
	}
	return "Persons acted against as individuals appear by role, never by name: not in pages, addresses, search, feeds or downloads. Quotes have the name left out."
}

// coverage says what the book holds: how many cases, of which years, from how
// many documents.
func (b *builder) coverage() string {
	if len(b.book.Cases) == 0 {
		return "This book holds no case yet."
	}
	documents, quotes := 0, 0
	for _, c := range b.book.Cases {
		documents += len(c.Documents)
		quotes += len(c.Evidence)
	}
	s := "This book holds " + count(len(b.book.Cases), "case")
	if years := b.groups.years; len(years) == 1 {
		s += " of " + years[0].Key
	} else if len(years) > 1 {
		s += " of the years " + years[len(years)-1].Key + " to " + years[0].Key
	}
	return s + ", drawn from " + count(documents, "document") + " with " + count(quotes, "quote") + "."
}

// notFoundPage is served for whatever address a reader asked for, so that its
// links cannot be relative to it.
func (b *builder) notFoundPage() output {
	const at = "404.html"
	return b.page(at, "notfound.html", func() any {
		p := NotFoundPage{b.frame(at, "There is no such page", "")}
		p.Root, p.Canonical, p.NoIndex = "/", "", true
		if b.address != nil {
			p.Root = b.address.EscapedPath()
		}
		return p
	})
}
