package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"

	"casebook/crawler"
	"casebook/crawler/replica"
)

type demoCmd struct {
	Addr    string `default:"127.0.0.1:8000" help:"Address to serve the site on."`
	Out     string `type:"path" placeholder:"DIR" help:"Folder to work in, kept afterwards. By default a temporary one, removed at the end."`
	NoServe bool   `help:"End after the build instead of serving. Wants --out."`
}

func (c *demoCmd) Help() string {
	return `Starts a loopback twin of the regulator's site and of a newspaper, crawls it with the code that crawls the live site,
extracts, checks, builds and serves. The wording of the twin is invented; its figures are public facts, each page naming its sources.
DIR then holds archive/, state/, content/cases/ and public/. A second run in the same DIR asks for what is new and changes nothing.

Examples:
  casebook demo
  casebook demo --addr 127.0.0.1:9000
  casebook demo --no-serve --out /tmp/demo`
}

// demoNotice stands on every page of the demo's site.
const demoNotice = "Demonstration. The documents were written for this demo; their figures are public facts, and every case names where they were taken from."

func (c *demoCmd) Run(ctx context.Context, out *console) error {
	if c.NoServe && c.Out == "" {
		return &failure{status: statusUsage, err: fmt.Errorf("demo: --no-serve wants a folder to leave the result in"), hint: "casebook demo --no-serve --out DIR"}
	}
	var listener net.Listener
	if !c.NoServe {
		var err error
		if listener, err = listen(c.Addr); err != nil {
			return err
		}
		defer listener.Close()
	}
	dir, remove, err := c.folder()
	if err != nil {
		return err
	}
	defer remove()
	if err := runDemo(ctx, out, dir); err != nil {
		return err
	}
	if listener == nil {
		return nil
	}
	return c.serve(ctx, out, listener, filepath.Join(dir, "public"))
}

// folder makes the folder to work in and returns how to remove it again.
func (c *demoCmd) folder() (dir string, remove func(), err error) {
	if c.Out == "" {
		dir, err = os.MkdirTemp("", "casebook-demo-")
		return dir, func() { os.RemoveAll(dir) }, disk(err, "")
	}
	return c.Out, func() {}, disk(os.MkdirAll(c.Out, 0o755), "choose a folder that can be written with --out")
}

// runDemo is the main job from source to site, as [updateCmd] does it.
func runDemo(ctx context.Context, out *console, dir string) error {
	sources := demoSources()
	u := &nightly{
		archive: filepath.Join(dir, "archive"), content: filepath.Join(dir, "content"), state: filepath.Join(dir, "state"), public: filepath.Join(dir, "public"),
		sources: sources, owner: ownerFlags{Config: os.DevNull}, // whatever configuration lies about
		config: crawler.Config{Sources: sources, State: filepath.Join(dir, "state"), Contact: "https://casebook.example/about"},
		site:   siteFlags{Name: "casebook"}, notice: demoNotice, crawl: crawlReplica(replica.Options{}),
	}
	return u.run(ctx, out)
}

// demoSources are the live sources with the replica's addresses, but for the
// table of payments: no public source that the replica restates speaks of them.
func demoSources() []crawler.Source {
	newspaper := crawler.Press(replica.CourierName, replica.CourierHome, replica.CourierHome+"/feed.xml")
	return []crawler.Source{crawler.ICOActions(replica.ICOHome), crawler.ICONews(replica.ICOHome), newspaper}
}

// crawlReplica crawls the replica, which it starts on a free loopback port.
func crawlReplica(options replica.Options) func(context.Context, *console, string, crawler.Config) (crawler.Report, error) {
	return func(ctx context.Context, out *console, archiveDir string, config crawler.Config) (crawler.Report, error) {
		twin := replica.New(options)
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return crawler.Report{}, disk(fmt.Errorf("demo: replica: %w", err), "")
		}
		server := &http.Server{Handler: twin}
		go server.Serve(l)
		defer server.Close()
		config.Reach = map[string]string{}
		for _, host := range twin.Hosts() {
			config.Reach[host] = l.Addr().String()
		}
		report, err := crawl(ctx, out, archiveDir, config)
		if err == nil {
			out.note("the twin has such flaws on purpose, as the live register has them")
		}
		return report, err
	}
}

func (c *demoCmd) serve(ctx context.Context, out *console, l net.Listener, public string) error {
	fmt.Fprintf(out.out, "\nThe site is at %s\nTry %ssearch/?q=ransomware+patches. Ctrl-C ends it.\n", address(l), address(l))
	return serveUntil(ctx, l, siteHandler(public))
}
