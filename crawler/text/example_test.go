package text_test

import (
	"fmt"

	"casebook/crawler/text"
)

func ExampleArticle() {
	const page = `<html lang="en-GB"><head><meta property="article:published_time" content="2026-05-29T06:00:00Z"></head><body>
<nav><ul><li><a href="/">Front</a></li><li><a href="/money">Money</a></li></ul></nav>
<article><h1>Lender left files open</h1>
<p>A lender must pay £1.2&nbsp;million because anybody could read the files of its 41,000 borrowers, the regulator said.</p></article>
<aside><h2>More stories</h2><p>Ferry late by £2 million.</p></aside></body></html>`
	article, err := text.Article([]byte(page), "text/html; charset=utf-8", "https://harbour.example/lender")
	fmt.Println(err)
	fmt.Println(article.Published)
	fmt.Println(article.Body)
	// Output:
	// <nil>
	// 2026-05-29
	// Lender left files open
	//
	// A lender must pay £1.2 million because anybody could read the files of its 41,000 borrowers, the regulator said.
}
