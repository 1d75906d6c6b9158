// Package index finds cases: book to bleve to the shards that a browser reads.
//
// An [Index] holds a book, and in bleve its words: bleve analyses the text and
// keeps the terms and their postings. What cases are filtered, counted and
// sorted by, and what results show, comes from the cases themselves. [Memory]
// makes one anew; [Open] keeps it in a folder, where the next Open gives bleve only
// the cases whose words changed, and makes it anew when it is damaged or of
// another version than the program; [Index.Search] answers a query. All words
// must occur; cases are ranked by textbook BM25, in which a word of the title
// counts for several of the body.
//
// [Index.Export] writes the same postings as small static files, described byte by
// byte in FORMAT.md, so that the search page of a site without a server finds
// the same cases in the same order. What is in both engines is held equal by
// test: the grammar of queries, the analysis, the matching, the ranking and
// the counts. The browser's half is in site/static/search.
//
// bleve's own score is not used: its BM25 takes the size of the dictionary
// for the mean length of a document, and the same cases in other segments
// would rank differently. So the package takes postings from bleve, and
// decides itself.
//
// It refuses to guess. A field that takes no such value is an error that says
// what it takes; a sum that was only proposed is no amount to sort or filter
// by; and a named individual's name never enters, neither here nor in the
// files.
package index
