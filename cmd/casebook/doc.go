// Casebook is the command line of the record of regulatory enforcement.
//
//	Usage: casebook <command> [flags]
//
//	casebook keeps an open, evidence-linked record of regulatory enforcement.
//
//	It crawls what a regulator publishes and what the press writes about it,
//	extracts who, how much, how many people and which control failed, each value
//	with the sentence that proves it, keeps the cases as markdown, indexes them and
//	generates a static site that needs no server. Start with
//
//	    casebook demo
//
//	which runs everything on a built-in replica of a regulator's site and of a
//	newspaper, without the network.
//
//	Flags:
//	  -h, --help           Show context-sensitive help.
//	  -q, --quiet          Print results and errors only.
//	  -v, --verbose        Log each address and file.
//	      --report=FILE    Write what the run did and what to look at to this file,
//	                       as JSON.
//	      --version        Print the version and exit.
//
//	Commands:
//	  demo       Run everything on the built-in replica and serve the site (no
//	             network needed).
//	  crawl      Read the sources into the archive.
//	  extract    Turn the archive into cases, or print what single documents state.
//	  update     Crawl, extract, check and build, as a nightly job does.
//	  add        Read one page, say what it states, and link it into the cases.
//	  check      Report every problem of a folder of cases.
//	  build      Generate the site with its search from a folder of cases.
//	  serve      Serve a folder of cases as a site, rebuilt as files change,
//	             with /api/search.
//	  search     Search a folder of cases from the terminal.
//	  verify     Look for damage in all that a repository holds: cases, evidence,
//	             archive, state and site.
//	  eval       Measure how well extract reads, against labelled documents.
//	  init       Make a new repository of cases that is rebuilt every night.
//
//	Run "casebook <command> --help" for more information on a command.
//
//	Exit status: 0 all well; 1 wrong usage or configuration; 2 partial (some addresses or files failed, the rest is done and
//	safe); 3 the source refused or blocked us; 4 a quality check stopped the run, or found errors; 5 disk or I/O;
//	6 another run is at work here, or the folder changed under this one, nothing written; 130 or 143 interrupted, state saved.
//
// # casebook demo
//
//	Usage: casebook demo [flags]
//
//	Run everything on the built-in replica and serve the site (no network needed).
//
//	Starts a loopback twin of the regulator's site and of a newspaper, crawls it
//	with the code that crawls the live site, extracts, checks, builds and serves.
//	The wording of the twin is invented; its figures are public facts, each page
//	naming its sources. DIR then holds archive/, state/, content/cases/ and public/.
//	A second run in the same DIR asks for what is new and changes nothing.
//
//	Examples:
//
//	    casebook demo
//	    casebook demo --addr 127.0.0.1:9000
//	    casebook demo --no-serve --out /tmp/demo
//
//	Flags:
//	  -h, --help                     Show context-sensitive help.
//	  -q, --quiet                    Print results and errors only.
//	  -v, --verbose                  Log each address and file.
//	      --report=FILE              Write what the run did and what to look at to
//	                                 this file, as JSON.
//	      --version                  Print the version and exit.
//
//	      --addr="127.0.0.1:8000"    Address to serve the site on.
//	      --out=DIR                  Folder to work in, kept afterwards. By default
//	                                 a temporary one, removed at the end.
//	      --no-serve                 End after the build instead of serving.
//	                                 Wants --out.
//
// # casebook update
//
//	Usage: casebook update [flags]
//
//	Crawl, extract, check and build, as a nightly job does.
//
//	Does in one run what a nightly job does on a machine that has nothing but the
//	repository: it reads what is new or has changed at the sources, joins it to the
//	cases, checks the book and builds the site. Cases whose documents are not in
//	the archive stand as they are. A night without news makes the listing requests,
//	writes no file of the repository and changes nothing.
//
//	Where some addresses fail (status 2) or a source refuses (3) the rest is
//	published. Where a check stops the run (4) neither cases nor state nor site
//	are touched: a source lists far fewer documents than before, a fifth of them
//	cannot be read, too little is known of them, or the book would have errors.
//	What a run did is left in runs/DAY.json when it did something, or when something
//	else is wrong than at the last time.
//
//	Examples:
//
//	    casebook update --contact https://example.org/about
//	    casebook update --message message.txt && git add content state runs && git diff --cached --quiet || git commit -F message.txt
//	    casebook update --config casebook.yaml --now 2026-11-25 --summary summary.md
//
//	Flags:
//	  -h, --help               Show context-sensitive help.
//	  -q, --quiet              Print results and errors only.
//	  -v, --verbose            Log each address and file.
//	      --report=FILE        Write what the run did and what to look at to this
//	                           file, as JSON.
//	      --version            Print the version and exit.
//
//	      --archive=DIR        Folder to write WARC files to. What earlier runs put
//	                           there may be gone.
//	      --content=DIR        Folder of case files to update; keep it in git,
//	                           like the next two.
//	      --state=DIR          Folder of what is known from earlier runs, a text
//	                           file a source.
//	      --runs=DIR           Folder of what came of runs, a JSON file a day on
//	                           which something did.
//	      --out=DIR            Folder to write the site to.
//	      --message=FILE       Write to this file what changed, as the message of a
//	                           commit.
//	      --summary=FILE       Write to this file what came of the run, as markdown.
//	                           By default it is added to what GITHUB_STEP_SUMMARY
//	                           names, if anything.
//	      --name=NAME          Name of the site. By default what casebook.yaml says,
//	                           or casebook.
//	      --address=URL        Where the site will be published, for feeds and the
//	                           sitemap. By default what casebook.yaml says.
//	      --home=URL           Address of the regulator's site. By default what
//	                           casebook.yaml says, or https://ico.org.uk.
//	      --source=NAME,...    Only this source: cma-cases, ico-actions,
//	                           ico-decisions, ico-news, ico-recovery, or one that
//	                           casebook.yaml names; repeat for several. Without any,
//	                           those of casebook.yaml, or the three that tell of the
//	                           ICO's enforcement.
//	      --base=NAME=URL      Read this source from another server that speaks
//	                           its protocol, such as http://127.0.0.1:9100;
//	                           repeat for several. The archive keeps the source's
//	                           own addresses.
//	      --contact=ADDRESS    Address at which the site's owner can reach you;
//	                           it goes into the User-Agent. Required, here or in
//	                           casebook.yaml.
//	      --accept-shrink      Take a listing that names many fewer documents than
//	                           before for right.
//	      --recheck=DAYS       Age at which a page is read whole again, whatever its
//	                           server says; 0 for every time.
//	      --max-time=TIME      Stop after this time; the next run goes on. 0 for no
//	                           limit, as below.
//	      --max-requests=N     Stop after this many requests.
//	      --max-mb=N           Stop after this many megabytes.
//	      --config=FILE        Configuration. By default casebook.yaml beside the
//	                           folder of case files, or here, if there is one.
//	      --now=DAY            Day to take for today, 2025-03-26. By default
//	                           SOURCE_DATE_EPOCH, or today.
//
// # casebook crawl
//
//	Usage: casebook crawl [flags]
//
//	Read the sources into the archive.
//
//	Reads the regulator's register, item pages, notices, news releases and table of
//	payments, one request at a time with the delay that its robots.txt asks for:
//	a first run takes over an hour. Everything read is kept in the archive,
//	from which extract works. A later run asks for what is new or has changed;
//	one that was cut off or reached a limit is gone on with.
//
//	Examples:
//
//	    casebook crawl --contact https://example.org/about
//	    casebook crawl --contact me@example.org --source ico-actions --archive archive
//	    casebook crawl --contact me@example.org --source ico-decisions     # 26,000 pages: takes days
//	    casebook crawl --contact me@example.org --source ico-actions --base ico-actions=http://127.0.0.1:9100
//	    casebook crawl --warc CC-MAIN-2024.warc.gz --warc saved.warc
//
//	Flags:
//	  -h, --help               Show context-sensitive help.
//	  -q, --quiet              Print results and errors only.
//	  -v, --verbose            Log each address and file.
//	      --report=FILE        Write what the run did and what to look at to this
//	                           file, as JSON.
//	      --version            Print the version and exit.
//
//	      --archive=DIR        Folder to write WARC files to.
//	      --state=DIR          Folder of what is known from earlier runs, a text
//	                           file a source; keep it in git.
//	      --warc=FILE          Take the sources' pages from this WARC file instead
//	                           of the network; repeat for several.
//	      --home=URL           Address of the regulator's site. By default what
//	                           casebook.yaml says, or https://ico.org.uk.
//	      --source=NAME,...    Only this source: cma-cases, ico-actions,
//	                           ico-decisions, ico-news, ico-recovery, or one that
//	                           casebook.yaml names; repeat for several. Without any,
//	                           those of casebook.yaml, or the three that tell of the
//	                           ICO's enforcement.
//	      --base=NAME=URL      Read this source from another server that speaks
//	                           its protocol, such as http://127.0.0.1:9100;
//	                           repeat for several. The archive keeps the source's
//	                           own addresses.
//	      --contact=ADDRESS    Address at which the site's owner can reach you;
//	                           it goes into the User-Agent. Required, here or in
//	                           casebook.yaml.
//	      --accept-shrink      Take a listing that names many fewer documents than
//	                           before for right.
//	      --recheck=DAYS       Age at which a page is read whole again, whatever its
//	                           server says; 0 for every time.
//	      --max-time=TIME      Stop after this time; the next run goes on. 0 for no
//	                           limit, as below.
//	      --max-requests=N     Stop after this many requests.
//	      --max-mb=N           Stop after this many megabytes.
//	      --config=FILE        Configuration. By default casebook.yaml beside the
//	                           folder of case files, or here, if there is one.
//	      --now=DAY            Day to take for today, 2025-03-26. By default
//	                           SOURCE_DATE_EPOCH, or today.
//
// # casebook extract
//
//	Usage: casebook extract [<file> ...] [flags]
//
//	Turn the archive into cases, or print what single documents state.
//
//	Without files: reads every document of the archive, finds the facts with
//	their quotes, joins them into cases and writes the case files that changed.
//	Locked fields and keys of your own are kept, and overrides.yaml in the folder
//	corrects single values. What changed in which case, and which document says so,
//	is appended to changes.jsonl there, under the day of --now or SOURCE_DATE_EPOCH,
//	or else of the newest document. Individuals stand in the files by role unless
//	casebook.yaml has them named. Nothing touches the network.
//
//	With files: prints what each document states, and what was left out because
//	hardly anything speaks for it. A PDF without a text layer or a file that cannot
//	be read is named on standard error, keeps its line, and makes the exit status 2.
//
//	Examples:
//
//	    casebook extract --archive archive --content content
//	    casebook extract notice.pdf
//	    casebook extract --json articles/*.txt | jq .amount
//	    pdftotext notice.pdf - | casebook extract --json -
//
//	Arguments:
//	  [<file> ...]    Documents to read: .txt, .html or .pdf, or - for standard
//	                  input. Without any, the archive is read.
//
//	Flags:
//	  -h, --help           Show context-sensitive help.
//	  -q, --quiet          Print results and errors only.
//	  -v, --verbose        Log each address and file.
//	      --report=FILE    Write what the run did and what to look at to this file,
//	                       as JSON.
//	      --version        Print the version and exit.
//
//	      --json           Print one JSON object a line for each file.
//	      --archive=DIR    Archive that crawl wrote.
//	      --content=DIR    Folder of case files to update.
//	      --home=URL       Address of the regulator's site. By default what
//	                       casebook.yaml says, or https://ico.org.uk.
//	      --config=FILE    Configuration. By default casebook.yaml beside the folder
//	                       of case files, or here, if there is one.
//	      --now=DAY        Day to take for today, 2025-03-26. By default
//	                       SOURCE_DATE_EPOCH, or today.
//
// # casebook add
//
//	Usage: casebook add <url> [flags]
//
//	Read one page, say what it states, and link it into the cases.
//
//	Reads one page, with the files that it offers, as politely as a crawl does, and
//	prints what it states, each fact with its quote. Where it states an enforcement
//	action against somebody, page and facts are kept: they join the case of that
//	matter, or make a new one. Anything else is named and not kept, with status 4.
//
//	Examples:
//
//	    casebook add https://paper.example/news/company-fined --dry-run
//	    casebook add https://ico.org.uk/action-weve-taken/enforcement/2025/03/a-company/
//
//	Arguments:
//	  <url>    Page to read: an article, or an item of a regulator.
//
//	Flags:
//	  -h, --help               Show context-sensitive help.
//	  -q, --quiet              Print results and errors only.
//	  -v, --verbose            Log each address and file.
//	      --report=FILE        Write what the run did and what to look at to this
//	                           file, as JSON.
//	      --version            Print the version and exit.
//
//	      --dry-run            Say what would become of it and write nothing.
//	      --archive=DIR        Archive that keeps the page.
//	      --content=DIR        Folder of case files to update.
//	      --contact=ADDRESS    Address at which the site's owner can reach you;
//	                           it goes into the User-Agent. Required, here or in
//	                           casebook.yaml.
//	      --base=NAME=URL      Read the source of the page from another server that
//	                           speaks its protocol.
//	      --home=URL           Address of the regulator's site. By default what
//	                           casebook.yaml says, or https://ico.org.uk.
//	      --config=FILE        Configuration. By default casebook.yaml beside the
//	                           folder of case files, or here, if there is one.
//	      --now=DAY            Day to take for today, 2025-03-26. By default
//	                           SOURCE_DATE_EPOCH, or today.
//
// # casebook check
//
//	Usage: casebook check [flags]
//
//	Report every problem of a folder of cases.
//
//	Reads every case file and prints every problem at once: unknown words, values
//	without evidence, evidence that names a missing document, totals that disagree
//	with the events, entries of overrides.yaml that are not as they should be,
//	and as a warning where sources contradict each other. With --archive each quote
//	must also stand in the archived text of its document, and each override still
//	find what it corrects.
//
//	Examples:
//
//	    casebook check --content content
//	    casebook check --content content --archive archive
//
//	Flags:
//	  -h, --help           Show context-sensitive help.
//	  -q, --quiet          Print results and errors only.
//	  -v, --verbose        Log each address and file.
//	      --report=FILE    Write what the run did and what to look at to this file,
//	                       as JSON.
//	      --version        Print the version and exit.
//
//	      --content=DIR    Folder of case files.
//	      --archive=DIR    Archive in whose texts the quotes are looked up as well.
//	      --config=FILE    Configuration that names the sources of the archive.
//	                       By default casebook.yaml beside the folder of case files,
//	                       or here, if there is one.
//	      --home=URL       Address of the regulator's site. By default what
//	                       casebook.yaml says, or https://ico.org.uk.
//
// # casebook build
//
//	Usage: casebook build [flags]
//
//	Generate the site with its search from a folder of cases.
//
//	Writes pages, search shards, feeds and data. The site needs nothing but a
//	static file server and works below any path. The folder is replaced at once when
//	everything is written, files that did not change keep their bytes and times,
//	and a folder that casebook did not make is left alone. Where casebook check
//	finds an error nothing is built; with --keep-going the cases that have none are,
//	and with --unproven values that only lack evidence are built under a banner that
//	warns of them.
//
//	Examples:
//
//	    casebook build --content content --out public
//	    casebook build --content content --out public --address https://example.org/casebook/ --contact corrections@example.org
//
//	Flags:
//	  -h, --help               Show context-sensitive help.
//	  -q, --quiet              Print results and errors only.
//	  -v, --verbose            Log each address and file.
//	      --report=FILE        Write what the run did and what to look at to this
//	                           file, as JSON.
//	      --version            Print the version and exit.
//
//	      --content=DIR        Folder of case files.
//	      --out=DIR            Folder to write the site to.
//	      --runs=DIR           Folder of what came of runs: its newest file says
//	                           when the sources were last read, which every page
//	                           shows.
//	      --unproven           Build values without evidence too, for a look at a
//	                           book that is being made: a banner on every page warns
//	                           of them.
//	      --keep-going         Leave cases with errors out instead of stopping,
//	                           name them, and end with status 2.
//	      --name=NAME          Name of the site. By default what casebook.yaml says,
//	                           as for the next two, or casebook.
//	      --address=URL        Where the site will be published, for feeds and the
//	                           sitemap: https://example.org/casebook/
//	      --contact=ADDRESS    Where readers report an error: an e-mail address or a
//	                           URL.
//	      --index=DIR          Folder in which to keep the index of words,
//	                           so that the next run reads only what changed. By
//	                           default state/index beside the folder of case files,
//	                           where there is a state; else it is kept nowhere.
//	      --config=FILE        Configuration. By default casebook.yaml beside the
//	                           folder of case files, or here, if there is one.
//	      --now=DAY            Day to take for today, 2025-03-26. By default
//	                           SOURCE_DATE_EPOCH, or today.
//
// # casebook serve
//
//	Usage: casebook serve [flags]
//
//	Serve a folder of cases as a site, rebuilt as files change, with /api/search.
//
//	Builds the site in a temporary folder and serves it. When a case file
//	changes the site is built anew and open pages load themselves again;
//	a file with a mistake is reported and the last good site stays.
//	/api/search?q=WORDS&control=ID&sort=amount&limit=20 answers with the JSON of
//	casebook search --json, /api/suggest?q=LETTERS with names that begin so.
//
//	Examples:
//
//	    casebook serve --content content
//	    casebook serve --content /tmp/demo/content --addr 127.0.0.1:9000
//
//	Flags:
//	  -h, --help                     Show context-sensitive help.
//	  -q, --quiet                    Print results and errors only.
//	  -v, --verbose                  Log each address and file.
//	      --report=FILE              Write what the run did and what to look at to
//	                                 this file, as JSON.
//	      --version                  Print the version and exit.
//
//	      --content=DIR              Folder of case files.
//	      --addr="127.0.0.1:8000"    Address to serve on.
//	      --name=NAME                Name of the site. By default what casebook.yaml
//	                                 says, as for the next two, or casebook.
//	      --address=URL              Where the site will be published, for feeds and
//	                                 the sitemap: https://example.org/casebook/
//	      --contact=ADDRESS          Where readers report an error: an e-mail
//	                                 address or a URL.
//	      --index=DIR                Folder in which to keep the index of words,
//	                                 so that the next run reads only what changed.
//	                                 By default state/index beside the folder of
//	                                 case files, where there is a state; else it is
//	                                 kept nowhere.
//	      --config=FILE              Configuration. By default casebook.yaml beside
//	                                 the folder of case files, or here, if there is
//	                                 one.
//	      --now=DAY                  Day to take for today, 2025-03-26. By default
//	                                 SOURCE_DATE_EPOCH, or today.
//
// # casebook search
//
//	Usage: casebook search [<query> ...] [flags]
//
//	Search a folder of cases from the terminal.
//
//	All words must occur, in any of their endings; the search page of the built site
//	gives the same cases in the same order. "Words in quotation marks" follow one
//	another, -word must not occur, and OR between two words takes either.
//
//	Fields:
//
//	    organisation:council         words of a party's names
//	    title:council                words of what a case is called
//	    provision:"Art 32"           what was infringed
//	    control:mfa                  a control that failed, in any usual spelling
//	    sector:health                the party's sector
//	    incident:ransomware          what happened
//	    action:reprimand             what the regulator did
//	    status:provisional           how settled it is
//	    year:2024                    of the latest decision
//	    date:2022-01..2024           of the latest decision: a day, a month, a year, or from one to another
//	    amount:>1m                   pounds of the fine that stands; "at least £1.5 million" is understood too
//	    proposed:>£6 million         pounds that were proposed, whatever came of it
//	    affected:1000..50000         people
//
//	Examples:
//
//	    casebook search ransomware patches
//	    casebook search '"special category"' --sector Health --sort amount
//	    casebook search 'proposed:>£1 million' amount:..1m
//	    casebook search --control multi-factor-authentication --year 2025 --json
//
//	Arguments:
//	  [<query> ...]    Words, "phrases", -exclusions and field:value, as on the
//	                   search page.
//
//	Flags:
//	  -h, --help                 Show context-sensitive help.
//	  -q, --quiet                Print results and errors only.
//	  -v, --verbose              Log each address and file.
//	      --report=FILE          Write what the run did and what to look at to this
//	                             file, as JSON.
//	      --version              Print the version and exit.
//
//	      --content=DIR          Folder of case files.
//	      --control=ID,...       Only cases in which this control failed; repeat for
//	                             several.
//	      --sector=SECTOR,...    Only this sector.
//	      --incident=ID,...      Only this kind of incident: ransomware,
//	                             lost-or-stolen-device, …
//	      --action=ACTION,...    Only this action: monetary-penalty, reprimand, …
//	      --status=STATUS,...    Only this status: final, provisional, …
//	      --year=YEAR,...        Only this year of the latest decision.
//	      --sort="relevance"     Order: relevance, date, amount or affected.
//	      --limit=10             How many to print.
//	      --facets               Print the counts of each facet as well.
//	      --json                 Print the result as one JSON object.
//	      --index=DIR            Folder in which to keep the index of words, so that
//	                             the next run reads only what changed. By default
//	                             state/index beside the folder of case files,
//	                             where there is a state; else it is kept nowhere.
//	      --config=FILE          Configuration. By default casebook.yaml beside the
//	                             folder of case files, or here, if there is one.
//	      --now=DAY              Day to take for today, 2025-03-26. By default
//	                             SOURCE_DATE_EPOCH, or today.
//
// # casebook eval
//
//	Usage: casebook eval <dir> [flags]
//
//	Measure how well extract reads, against labelled documents.
//
//	Extracts every labelled document and compares it with its label, field by field:
//	precision, recall, F1, and how many values are right (tp), surplus (fp) and
//	missing (fn). DIR/labels.jsonl has one JSON object a line in the form of
//	casebook extract --json; file is relative to DIR. Besides, aliases lists other
//	names of the organisation, per_organisation the parties where there are several,
//	skip the fields not to score, and accept by field the values to tolerate.
//
//	Fields: is_enforcement, organisation, amount, affected, failing_controls,
//	action_type, status, decision_date, provisions, previous_amount, communications,
//	incident_type, sector.
//
//	Examples:
//
//	    casebook eval labelled
//	    casebook eval labelled --errors amount
//	    casebook eval labelled --min core=0.8 --min evidence=1.0 --json
//
//	Arguments:
//	  <dir>    Folder that holds labels.jsonl and the documents that it names.
//
//	Flags:
//	  -h, --help            Show context-sensitive help.
//	  -q, --quiet           Print results and errors only.
//	  -v, --verbose         Log each address and file.
//	      --report=FILE     Write what the run did and what to look at to this file,
//	                        as JSON.
//	      --version         Print the version and exit.
//
//	      --json            Print one JSON object, with --errors its misses too.
//	      --errors=FIELD    Print each miss of this field as well: file, want, got.
//	                        evidence lists quotes that are not verbatim.
//	      --min=FIELD=F1    Least F1 of a field or of core (the mean of the main
//	                        four), or least share of verbatim quotes (evidence);
//	                        below it the exit status is 4. Repeat for several.
//	      --write=FILE      Write the JSON object to this file, for the About page,
//	                        unless a minimum or a document fails.
//
// # casebook verify
//
//	Usage: casebook verify [flags]
//
//	Look for damage in all that a repository holds: cases, evidence, archive,
//	state and site.
//
//	Reads all that a repository holds and says what is wrong with it: case files and
//	what casebook check says of them, quotes that do not stand in the archived text,
//	overrides that correct nothing any more, the log of changes, every record of
//	the archive against its digests, the archive's index, the state of the sources,
//	every file of the built site and the links between its pages, and what a killed
//	run left over. Evidence whose document is not in the archive is named and is
//	no error: the archive may be kept elsewhere. With --fix no other run may be at
//	work here. Nothing touches the network. The search index is part of the site,
//	and elsewhere is made of the case files each time.
//
//	Examples:
//
//	    casebook verify
//	    casebook verify --fix
//	    casebook verify --content content --archive archive --json | jq .problems
//
//	Flags:
//	  -h, --help           Show context-sensitive help.
//	  -q, --quiet          Print results and errors only.
//	  -v, --verbose        Log each address and file.
//	      --report=FILE    Write what the run did and what to look at to this file,
//	                       as JSON.
//	      --version        Print the version and exit.
//
//	      --content=DIR    Folder of case files.
//	      --archive=DIR    Archive that crawl wrote; need not be there.
//	      --state=DIR      Folder of what crawl knows from earlier runs; need not be
//	                       there.
//	      --public=DIR     The built site; need not be there.
//	      --config=FILE    Configuration that names the sources of the archive.
//	                       By default casebook.yaml beside the folder of case files,
//	                       or here, if there is one.
//	      --home=URL       Address of the regulator's site, as it stands in
//	                       the archive. By default what casebook.yaml says,
//	                       or https://ico.org.uk.
//	      --fix            Remove what a killed run left over, and write the
//	                       archive's index anew. No case is touched.
//	      --json           Print one JSON object.
//
// # casebook init
//
//	Usage: casebook init <dir> [flags]
//
//	Make a new repository of cases that is rebuilt every night.
//
//	Writes what a repository of cases needs that looks after itself: casebook.yaml,
//	.gitignore, a README.md that says what to do, and a workflow for GitHub that
//	reads the sources every night, commits what changed, publishes the site,
//	and opens an issue where a check stops it. A file that is there already is never
//	written over: nothing is written then, or with --keep all but those.
//
//	Examples:
//
//	    casebook init record
//	    casebook init . --contact https://example.org/about --casebook OWNER/casebook@0123456789abcdef0123456789abcdef01234567
//
//	Arguments:
//	  <dir>    Folder of the repository, empty, a git repository that there is,
//	           or to be made.
//
//	Flags:
//	  -h, --help               Show context-sensitive help.
//	  -q, --quiet              Print results and errors only.
//	  -v, --verbose            Log each address and file.
//	      --report=FILE        Write what the run did and what to look at to this
//	                           file, as JSON.
//	      --version            Print the version and exit.
//
//	      --contact=ADDRESS    Who answers for the site, an e-mail address or a URL:
//	                           goes into casebook.yaml.
//	      --casebook=OWNER/NAME@COMMIT
//	                           Which casebook the workflow builds: a repository on
//	                           GitHub and the forty digits of a commit.
//	      --keep               Leave files alone that are there already, and write
//	                           the others.
//
// Code generated by go generate from the usage text; DO NOT EDIT.
package main
