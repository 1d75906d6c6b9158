package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A searchSite is the demo's site with what a test does to some of its files.
type searchSite struct {
	*httptest.Server
	mu    sync.Mutex
	wrong func(w http.ResponseWriter, r *http.Request) (done bool) // may be nil
}

func newSearchSite(t *testing.T) *searchSite {
	t.Helper()
	s := &searchSite{}
	files := siteHandler(filepath.Join(demo(t), "public"))
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		wrong := s.wrong
		s.mu.Unlock()
		if wrong != nil && wrong(w, r) {
			return
		}
		w.Header().Set("Cache-Control", "no-store") // what was hurt is seen at once
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// hurt has some requests answered otherwise from now on.
func (s *searchSite) hurt(wrong func(w http.ResponseWriter, r *http.Request) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wrong = wrong
}

// newSearchBrowser is a browser that has begun, on a page as wide as a desk's.
func newSearchBrowser(t *testing.T) context.Context {
	t.Helper()
	ctx := newBrowser(t)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1440, 900)); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// do runs the steps of a story on a page and stops the test at the first that
// fails or takes too long.
func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	for i, step := range steps {
		if err := chromedp.Do(ctx, step); err != nil {
			t.Fatalf("step %d: %v; the page says %q", i+1, err, said(ctx))
		}
	}
}

// said is what the status of the page says, "" where it does not answer.
func said(ctx context.Context) string {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	text, _ := chromedp.Run(ctx, chromedp.Evaluate[string](`document.querySelector("#search-status")?.textContent ?? ""`))
	return text
}

// holds waits until an expression is true.
func holds(expression string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, page *chromedp.Target) error {
		for {
			ok, err := chromedp.Evaluate[bool](expression)(ctx, page)
			if ok && err == nil {
				return nil
			}
			select {
			case <-ctx.Done():
				return fmt.Errorf("%s: %w", expression, ctx.Err())
			case <-time.After(50 * time.Millisecond):
			}
		}
	})
}

// script runs one in the page.
func script(source string) chromedp.Action[chromedp.Void] {
	return chromedp.Evaluate[chromedp.Void](source)
}

// slash is the key as a keyboard sends it: chromedp would write it though the
// page does something else with it.
var slash = script(`document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }))`)

func press(keys ...string) chromedp.Action[chromedp.Void] {
	return chromedp.KeyEvent(strings.Join(keys, ""))
}

// settled is a page that shows what was found, with nothing under way.
const settled = `document.querySelectorAll("#search-results > li").length > 0 && !document.querySelector("[aria-busy]")`

func status(part string) chromedp.Action[chromedp.Void] {
	raw, _ := json.Marshal(part) // texts have JSON
	return holds(`document.querySelector("#search-status").textContent.includes(` + string(raw) + `)`)
}

// TestSearchByKeyboard goes through the search page without a pointer, and back.
func TestSearchByKeyboard(t *testing.T) {
	site := newSearchSite(t)
	ctx := newSearchBrowser(t)
	do(t, ctx, chromedp.Navigate(site.URL+"/search/"), holds(settled),
		// The work is done in a worker: this thread asks for no shard.
		holds(`!performance.getEntriesByType("resource").some(e => e.name.includes("/shards/"))`))
	t.Run("suggestions", func(t *testing.T) {
		do(t, ctx, slash, holds(`document.activeElement.id === "q"`), press("multi"),
			holds(`document.querySelector("#q").getAttribute("aria-expanded") === "true"`),
			press(kb.ArrowDown), holds(`document.querySelector("[role=option][aria-selected=true]").id === document.querySelector("#q").getAttribute("aria-activedescendant")`),
			press(kb.Escape), holds(`document.querySelector("#search-suggestions").hidden && document.querySelector("#q").value === "multi"`),
			press(kb.Escape), holds(`document.querySelector("#q").value === "" && location.search === ""`),
			press("multi"), chromedp.WaitVisible("#search-suggestions [role=option]"), press(kb.ArrowDown, kb.Enter),
			holds(`location.search === "?q=control%3Amulti-factor-authentication"`), status("for control:multi-factor-authentication"))
	})
	t.Run("a suggestion by pointer", func(t *testing.T) {
		do(t, ctx, press(kb.Escape), press("advanced"), holds(`(all => all.length > 0 && all.every(e => e.textContent.startsWith("Advanced")))([...document.querySelectorAll("#search-suggestions [role=option]")])`),
			chromedp.Click("#search-suggestions [role=option]"),
			holds(`document.querySelector("#q").value.startsWith('organisation:"Advanced')`), status("for organisation:"))
	})
	t.Run("results", func(t *testing.T) {
		do(t, ctx, holds(settled), press(kb.ArrowDown), holds(`document.activeElement === document.querySelector("#search-results a")`),
			press(kb.ArrowUp), holds(`document.activeElement.id === "q"`))
	})
	t.Run("filters, pages and back", func(t *testing.T) {
		do(t, ctx, chromedp.Navigate(site.URL+"/search/?q=penalty"), holds(settled), holds(`document.querySelectorAll("#search-facets input").length > 8`),
			chromedp.Focus(`#search-facets input[name=action][value=monetary-penalty]`), press(" "), holds(`location.search === "?q=penalty&action=monetary-penalty"`),
			holds(settled), holds(`document.activeElement.value === "monetary-penalty" && document.activeElement.checked`),
			script(`scrollTo(0, 300)`), holds(`history.state.top === 300`),
			script(`document.querySelector("#search-pages a[rel=next]").click()`), holds(`location.search.endsWith("page=2")`), holds(settled), status("21 to "),
			script(`history.back()`), holds(`location.search === "?q=penalty&action=monetary-penalty" && scrollY === 300`), status("1 to 20"),
			script(`history.back()`), holds(`location.search === "?q=penalty"`), holds(settled), holds(`!document.querySelector("#search-facets input:checked")`),
			script(`history.forward()`), holds(`document.querySelector("#search-facets input:checked")?.value === "monetary-penalty"`))
	})
	t.Run("a case and back", func(t *testing.T) {
		do(t, ctx, chromedp.Focus("#search-results a"), press(kb.Enter), chromedp.WaitVisible("#fact-date"), script(`history.back()`),
			holds(settled), holds(`document.querySelector("#q").value === "penalty"`))
	})
}

// TestLateSuggestions has names come after Enter closed their list: they stay
// away, while without Enter they are shown.
func TestLateSuggestions(t *testing.T) {
	site := newSearchSite(t)
	ctx := newSearchBrowser(t)
	const late = 600 * time.Millisecond
	site.hurt(wrongFile("/search/shards/names-*", func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(late)
		w.Write(publicFile(t, r.URL.Path))
	}))
	const closed = `document.querySelector("#search-suggestions").hidden`
	do(t, ctx, chromedp.Navigate(site.URL+"/search/"), holds(settled), slash, press("clearv"), holds("!"+closed))
	do(t, ctx, chromedp.Navigate(site.URL+"/search/"), holds(settled), slash, press("clearv\r"), status("for clearv"), chromedp.Sleep(3*late))
	if still, err := chromedp.Run(ctx, chromedp.Evaluate[bool](closed)); err != nil || !still {
		t.Errorf("the list is closed: %v, %v, want true", still, err)
	}
}
