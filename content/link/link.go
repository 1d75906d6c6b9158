// Package link makes cases out of what documents state.
//
// A regulator announces that it means to fine somebody, the press reports it,
// a notice follows half a year later, a tribunal cuts the sum: four documents
// or more, one case. Each document gives one [content.Reading]; Link takes all
// of them together with the book as it stands and returns the book as it
// should stand.
//
// The flow is reading to account to case. An account is what one document says
// of one action against one party, or against several parties jointly. Accounts
// are compared two by two, and the comparison names what ties them: the
// regulator's own key of the matter, a sum or a count that agrees, a day, a
// step that follows another. Ties are then taken from the strongest to the
// weakest, and those of one strength all at once, so that nothing depends on
// which document came first. What is apart (other parties, another law, sums
// that exclude each other) never comes together, not even by way of a third
// document that would fit both: on doubt there are two cases, related to each
// other, because a false merge is worse than a missed one.
//
// What the book knew stays: ids are given once, fields that a person locked
// are not touched, keys that casebook does not know survive, a document that
// was not read again keeps its place and its evidence, and a case is never
// deleted. The package knows no clock and no network and invents nothing: a
// value that no quote proves does not enter a case.
package link

import "casebook/content"

// Link joins readings to the cases of book and returns the new book, sorted as
// [content.Book] is. Neither argument is modified; book may be nil. Individuals
// stand in the new book by name: it is for [content.People] to publish it.
//
// Readings may come in any order, and a document may be among them twice. A
// reading that states no enforcement, or no party, makes no case; one without a
// party still joins the case of its regulator's item, because a scanned notice
// belongs to the page that offers it.
func Link(book *content.Book, readings []content.Reading) *content.Book {
	if book == nil {
		book = &content.Book{}
	}
	papers := collect(book, readings)
	accounts := accountsOf(papers)
	return assemble(book, clusters(accounts))
}
