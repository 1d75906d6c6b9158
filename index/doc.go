// Package index finds cases: book to bleve to the shards that a browser reads.
//
// An [Index] holds a book in bleve, which analyses the text and keeps the
// postings. A query is read by [ParseQuery] and answered by [Index.Search]: all
// words must occur, and cases are ranked by textbook BM25 over frequencies in
// which the title counts for more than the body. [Export] writes the same
// postings as small static files, described byte by byte in FORMAT.md, so that
// the search page of a site without a server gives the same cases in the same
// order: a test compares the two.
//
// bleve's own score is not used: its BM25 takes the size of the dictionary for
// the mean length of a document. What only a browser does (typing, pages,
// highlighting) is in site/static/search; what is in both, the grammar of
// queries, the analysis and the ranking, is the same by test.
//
// A named individual's name never enters: a case against a person is found by
// the role that its title gives.
package index
