package main

import (
	"encoding/json"
	"strings"

	"casebook/index"
)

type searchCmd struct {
	Query   []string `arg:"" optional:"" help:"Words, \"phrases\", -exclusions and field:value, as on the search page."`
	Content string   `default:"content" type:"path" placeholder:"DIR" help:"Folder of case files."`
	Control []string `placeholder:"ID" help:"Only cases in which this control failed; repeat for several."`
	Sector  []string `help:"Only this sector."`
	Action  []string `help:"Only this action: monetary-penalty, reprimand, …"`
	Status  []string `help:"Only this status: final, provisional, …"`
	Year    []string `help:"Only this year of the latest decision."`
	Sort    string   `default:"relevance" enum:"relevance,date,amount,affected" help:"Order: relevance, date, amount or affected."`
	Limit   int      `default:"10" help:"How many to print."`
	Facets  bool     `help:"Print the counts of each facet as well."`
	JSON    bool     `name:"json" help:"Print the result as one JSON object."`
	ownerFlags
}

func (c *searchCmd) Help() string {
	return `All words must occur; the search page of the built site gives the same cases in the same order.

Examples:
  casebook search ransomware patches
  casebook search '"special category"' --sector Health --sort amount
  casebook search --control multi-factor-authentication --year 2025 --json`
}

func (c *searchCmd) Run(out *console) error {
	book, err := c.publishedBook(c.Content)
	if err != nil {
		return err
	}
	idx, err := index.Memory(book)
	if err != nil {
		return disk(err, "")
	}
	defer idx.Close()
	result, err := idx.Search(strings.Join(c.Query, " "), c.options())
	if err != nil {
		return &failure{status: statusUsage, err: err, hint: "casebook search --help shows what a query may hold"}
	}
	if c.JSON {
		encoder := json.NewEncoder(out.out)
		encoder.SetEscapeHTML(false)
		return encoder.Encode(result)
	}
	printHits(out, result, c.Facets)
	return nil
}

func (c *searchCmd) options() index.Options {
	filters := map[string][]string{}
	for facet, values := range map[string][]string{"control": c.Control, "sector": c.Sector, "action": c.Action, "status": c.Status, "year": c.Year} {
		if len(values) > 0 {
			filters[facet] = values
		}
	}
	return index.Options{Filters: filters, Sort: c.Sort, Limit: c.Limit}
}
