package content_test

import (
	"fmt"

	"casebook/content"
)

func ExampleParse() {
	src := []byte(`---
id: northgate-lending-2021
title: Northgate Lending
organisation: {name: Northgate Lending Ltd}
currency: GBP
events:
  - {date: 2020-07-01, action: notice-of-intent, status: provisional, amount: 200000}
  - {date: 2021-02-03, action: monetary-penalty, status: final, amount: 130000}
evidence:
  - {field: amount, event: 1, value: 130000, quote: "The penalty is £130,000.", document: ico-1, page: 2}
---
`)
	c, err := content.Parse("cases/2020/northgate-lending-2021.md", src)
	if err != nil {
		fmt.Println(err)
		return
	}
	c.Settle()
	fmt.Println(c.Status, c.Date.Long(), c.Fine())
	for _, proof := range c.Proofs("amount", c.Origin("amount")) {
		fmt.Printf("%q, page %d\n", proof.Quote, proof.Page)
	}
	// Output:
	// final 3 February 2021 £130,000
	// "The penalty is £130,000.", page 2
}

func ExampleCheck() {
	c := &content.Case{ID: "northgate-lending-2021", Title: "Northgate Lending", Regulator: "ICO", Status: content.Final}
	for _, p := range content.Check(&content.Book{Cases: []*content.Case{c}}, nil) {
		fmt.Println(p)
	}
	// Output:
	// cases/undated/northgate-lending-2021.md: error: organisation: is missing
	// cases/undated/northgate-lending-2021.md: error: action: is missing
	// cases/undated/northgate-lending-2021.md: error: date: is missing
	// cases/undated/northgate-lending-2021.md: error: events: is missing
	// cases/undated/northgate-lending-2021.md: error: documents: is missing
}
