package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"casebook/index"
)

type searchCmd struct {
	Query    []string `arg:"" optional:"" help:"Words, \"phrases\", -exclusions and field:value, as on the search page."`
	Content  string   `default:"content" type:"path" placeholder:"DIR" help:"Folder of case files."`
	Control  []string `placeholder:"ID" help:"Only cases in which this control failed; repeat for several."`
	Sector   []string `help:"Only this sector."`
	Incident []string `placeholder:"ID" help:"Only this kind of incident: ransomware, lost-or-stolen-device, …"`
	Action   []string `help:"Only this action: monetary-penalty, reprimand, …"`
	Status   []string `help:"Only this status: final, provisional, …"`
	Year     []string `help:"Only this year of the latest decision."`
	Sort     string   `default:"relevance" enum:"relevance,date,amount,affected" help:"Order: relevance, date, amount or affected."`
	Limit    int      `default:"10" help:"How many to print."`
	Facets   bool     `help:"Print the counts of each facet as well."`
	JSON     bool     `name:"json" help:"Print the result as one JSON object."`
	indexFlags
	ownerFlags
}

func (c *searchCmd) Help() string {
	var help strings.Builder
	help.WriteString(`All words must occur, in any of their endings; the search page of the built
site gives the same cases in the same order. "Words in quotation marks" follow
one another, -word must not occur, and OR between two words takes either.

Fields:
`)
	for _, f := range index.QueryFields {
		fmt.Fprintf(&help, "  %-28s %s\n", f.Example, f.Finds)
	}
	help.WriteString(`
Examples:
  casebook search ransomware patches
  casebook search '"special category"' --sector Health --sort amount
  casebook search 'proposed:>£1 million' amount:..1m
  casebook search --control multi-factor-authentication --year 2025 --json`)
	return help.String()
}

func (c *searchCmd) Run(out *console) error {
	book, err := c.publishedBook(c.Content)
	if err != nil {
		return err
	}
	idx, err := index.Open(c.folder(c.Content), book)
	if err != nil {
		return disk(err, "")
	}
	defer idx.Close()
	out.noteOf(idx.Notice)
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
	for facet, values := range map[string][]string{"control": c.Control, "sector": c.Sector, "incident": c.Incident, "action": c.Action, "status": c.Status, "year": c.Year} {
		if len(values) > 0 {
			filters[facet] = values
		}
	}
	return index.Options{Filters: filters, Sort: c.Sort, Limit: c.Limit}
}
