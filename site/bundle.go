package site

import (
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"casebook/index"
)

// The scripts of the search page are modules in static/search. Browsers get
// four files of them, so that a search is not a dozen requests: client.js,
// which answers queries and which others may import too, and what imports it.
const client = "client.js"

// pageScripts are those that do not depend on the book.
var pageScripts = []string{"page.js", "worker.js", "names.js"}

// bundle is an entry of static/search with the modules that it imports, without
// comments and blanks. opening is what embedded.js exports instead of null.
func bundle(entry, opening string) ([]byte, error) {
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{entry}, Bundle: true, Format: api.FormatESModule, Target: api.ES2022, Charset: api.CharsetUTF8,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		Plugins: []api.Plugin{{Name: "static", Setup: func(build api.PluginBuild) {
			build.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(of api.OnResolveArgs) (api.OnResolveResult, error) {
				name := path.Base(of.Path)
				if of.Kind != api.ResolveEntryPoint && (name == client || slices.Contains(pageScripts, name)) {
					return api.OnResolveResult{Path: "./" + name, External: true}, nil
				}
				return api.OnResolveResult{Path: name, Namespace: "static"}, nil
			})
			build.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: "static"}, func(of api.OnLoadArgs) (api.OnLoadResult, error) {
				src, err := staticFolder.ReadFile("static/search/" + of.Path)
				text := string(src)
				if of.Path == "embedded.js" {
					text = strings.Replace(text, "= null", "= "+opening, 1)
				}
				return api.OnLoadResult{Contents: &text, Loader: api.LoaderJS}, err
			})
		}}},
	})
	if len(result.Errors) > 0 {
		return nil, fmt.Errorf("site: search/%s: %s", entry, result.Errors[0].Text)
	}
	return result.OutputFiles[0].Contents, nil
}

// embedded is what a query reads first, as embedded.js has it.
func embedded(o index.Opening) (string, error) {
	raw, err := json.Marshal(struct {
		Manifest json.RawMessage   `json:"manifest"`
		Files    map[string][]byte `json:"files"`
	}{o.Manifest, o.Files})
	if err != nil {
		return "", fmt.Errorf("site: search/%s: %w", client, err)
	}
	return string(raw), nil
}
