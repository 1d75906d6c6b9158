package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
)

//go:generate go test -run TestDoc -update .

// version is what User-Agent and --version say.
const version = "0.1.0"

const description = `casebook keeps an open, evidence-linked record of regulatory enforcement.

It crawls what a regulator publishes and what the press writes about it, extracts who, how much, how many people and
which control failed, each value with the sentence that proves it, keeps the cases as markdown, indexes them and
generates a static site that needs no server. Start with

    casebook demo

which runs everything on a built-in replica of a regulator's site and of a newspaper, without the network.`

const epilogue = `Exit status: 0 all well; 1 wrong usage or configuration; 2 partial (some addresses or files failed, the rest is done and
safe); 3 the source refused or blocked us; 4 a quality check stopped the run, or found errors; 5 disk or I/O;
6 another run is at work here, or the folder changed under this one, nothing written; 130 or 143 interrupted, state saved.`

// commands are what casebook can do; each is one file of this package.
type commands struct {
	Demo    demoCmd    `cmd:"" help:"Run everything on the built-in replica and serve the site (no network needed)."`
	Crawl   crawlCmd   `cmd:"" help:"Read the sources into the archive."`
	Extract extractCmd `cmd:"" help:"Turn the archive into cases, or print what single documents state."`
	Update  updateCmd  `cmd:"" help:"Crawl, extract, check and build, as a nightly job does."`
	Add     addCmd     `cmd:"" help:"Read one page, say what it states, and link it into the cases."`
	Check   checkCmd   `cmd:"" help:"Report every problem of a folder of cases."`
	Build   buildCmd   `cmd:"" help:"Generate the site with its search from a folder of cases."`
	Serve   serveCmd   `cmd:"" help:"Serve a folder of cases as a site, rebuilt as files change, with /api/search."`
	Search  searchCmd  `cmd:"" help:"Search a folder of cases from the terminal."`
	Verify  verifyCmd  `cmd:"" help:"Look for damage in all that a repository holds: cases, evidence, archive, state and site."`
	Eval    evalCmd    `cmd:"" help:"Measure how well extract reads, against labelled documents."`
	Init    initCmd    `cmd:"" help:"Make a new repository of cases that is rebuilt every night."`

	Quiet   bool             `short:"q" help:"Print results and errors only."`
	Verbose bool             `short:"v" help:"Log each address and file."`
	Report  string           `type:"path" placeholder:"FILE" help:"Write what the run did and what to look at to this file, as JSON."`
	Version kong.VersionFlag `help:"Print the version and exit."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // the second signal ends the program at once
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run parses args, runs one command and returns the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var cmds commands
	exited := -1
	parser, err := newParser(&cmds, stdout, stderr, func(status int) { exited = status })
	if err != nil {
		fmt.Fprintf(stderr, "casebook: error: %v\n", err)
		return 1
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	selected, err := parser.Parse(args)
	if exited >= 0 { // --help and --version print and are done
		return exited
	}
	if err != nil {
		return report(stderr, usageError(err))
	}
	out := &console{stdin: stdin, out: stdout, progress: stderr, errors: stderr, log: newLog(stderr, cmds.Verbose)}
	if cmds.Quiet {
		out.progress = io.Discard
	}
	out.record.Command, _, _ = strings.Cut(selected.Command(), " ")
	selected.BindTo(ctx, (*context.Context)(nil))
	err = selected.Run(out)
	if err != nil && ctx.Err() != nil {
		err = interrupted(ctx, err)
	}
	if cmds.Report != "" {
		out.record.ended(err)
		if wrong := putFile(cmds.Report, out.record.format()); wrong != nil && err == nil {
			err = disk(fmt.Errorf("report: %w", wrong), "choose a file that can be written with --report")
		}
	}
	return report(stderr, err)
}

func newParser(cmds *commands, stdout, stderr io.Writer, exit func(int)) (*kong.Kong, error) {
	return kong.New(cmds,
		kong.Name("casebook"),
		kong.Description(description),
		kong.Writers(stdout, stderr),
		kong.Exit(exit),
		kong.Vars{"version": "casebook " + version},
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 120}),
		kong.Help(helpWithEpilogue),
	)
}

func helpWithEpilogue(options kong.HelpOptions, ctx *kong.Context) error {
	if err := kong.DefaultHelpPrinter(options, ctx); err != nil {
		return err
	}
	if ctx.Selected() == nil {
		fmt.Fprintf(ctx.Stdout, "\n%s\n", epilogue)
	}
	return nil
}

func newLog(w io.Writer, verbose bool) *slog.Logger {
	level := slog.LevelWarn
	if verbose {
		level = slog.LevelInfo
	}
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{
		Level: level,
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		},
	}))
}

func usageError(err error) error {
	var parse *kong.ParseError
	command := "casebook"
	if errors.As(err, &parse) && parse.Context.Selected() != nil {
		command = "casebook " + parse.Context.Selected().Name
	}
	return &failure{status: statusUsage, err: err, hint: command + " --help shows what it takes"}
}

// report prints err as at most three lines and returns its exit status.
func report(w io.Writer, err error) int {
	if err == nil {
		return 0
	}
	hint := ""
	var f *failure
	if errors.As(err, &f) {
		hint = f.hint
	}
	fmt.Fprintf(w, "casebook: error: %s\n", strings.TrimSpace(printable(err.Error())))
	if hint != "" {
		fmt.Fprintf(w, "casebook: hint: %s\n", hint)
	}
	return statusOf(err)
}
