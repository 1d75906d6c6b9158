// Package content says what a case is and keeps cases as markdown.
//
// A regulator acts against one party about one matter: a notice of intent, a
// penalty, an appeal. Each step is an [Event]; the chain of them is a [Case];
// what was read about it are its [Document] entries; and every value in the
// case is proved by [Evidence], a quote that stands verbatim in one of the
// documents. No quote, no value.
//
// The flow is document to facts to case to book: package facts reads a
// [Reading]'s text and fills in [Facts]; package link joins readings into
// cases; a [Book] is every case, sorted, and is written one file a case in
// the form that FORMAT.md describes.
//
// A case's events are its history; [Case.Settle] works out from them where it
// stands today, so that a sum which was only proposed, or has been overturned,
// is never taken for a fine. [Check] finds everything in a book that is not
// proved or does not agree with itself.
//
// What is written or shown of a book is first published: [People] decides
// whether individuals are named, and for how long. [Changes] compares two books
// for the log, and an [Override] is a person's correction of what was read.
//
// The package knows no network, no clock and no template, and imports of ours
// only durable, which puts its files in place. It refuses to guess: a word
// outside the vocabulary of taxonomy.yaml, a date that does not parse or a sum
// in no currency is an error with its place, never a default.
package content
