package text

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// boxes are names, in the class or id of an element, for parts of a page that
// are not its story.
var boxes = regexp.MustCompile(` (related|more (stories|news|from|on|links)|recommend(ed|ations)?|recirculation|recirc|read (more|next)|also read|trending|` +
	`most (read|popular|viewed)|popular|newsletter|sign up|signup|sign in|login|subscri(be|ption)|promo|share|sharing|social|comments?|disqus|` +
	`cookies?|consent|gdpr|advert|advertisement|ad (slot|unit)|sponsored|breadcrumbs?|tags|sidebar|teasers?|onward|outbrain|taboola|` +
	`byline|dateline|timestamp|toolbar|skip link|caption|credits?|copyright|author (bio|card|info|box)|about the author|bio|affiliate|disclaimer|` +
	`print (only|header|footer)|slide count|gallery|slideshow|carousel|cta|read time|reading time|modal|popup|overlay|screen reader( text)?|` +
	`sr only|visually hidden) `)

// topics are class names that say what a page is about, not what it is.
var topics = regexp.MustCompile(`(?i)^(tag|category|topic|section|post|keyword)-`)

// headings are what such a part is called where its markup has no name for it.
// What could be said of a matter, as "More fines to come", is none.
var headings = regexp.MustCompile(`(?i)^((see |read )?more( (from|on|in|like this|by)\b.{0,40})?|` +
	`(more|other|related|latest|further|recommended|trending|top|popular|sponsored) (.{1,30} )?(stories|news|articles|reading|headlines|coverage|content|posts|links|topics|videos)\b.{0,10}|` +
	`(related|recommended( for you)?|trending( now)?|latest( (from|on|in)\b.{0,40})?|sponsored( by\b.{0,40})?|most (read|popular|viewed)\b.{0,20}|(read|up) next|(see|read) also|also read)|` +
	`you (may|might) (also )?like\b.{0,20}|(don['’]t miss|elsewhere on|in other news)\b.{0,40}|tell us what you think|something to consider|` +
	`(join the conversation|(leave a |\d+ )?comments?|share( (this|on|via)\b.{0,40})?|(topics|tags|newsletters?)( in this\b.{0,20})?|(sign up|subscribe)( (for|to|now|today)\b.{0,40})?|` +
	`get (the|our) .{0,30}(newsletter|email|app|briefing)))[:.…!]*$`)

// titled are names of elements that stand for headings.
var titled = regexp.MustCompile(` (heading|title|headline|header|hed|label) `)

// pointers are lines in the middle of a story that lead to another one, or ask
// for something.
var pointers = regexp.MustCompile(`^(READ (MORE|NEXT|ALSO|NOW)|RELATED|SEE ALSO|MORE:|WATCH:|LISTEN:|ALSO READ)\b|` +
	`(?i)^(read more|read also|read next|see also|also read|related( story| article)?|recommended|you may also like)\s*[:|–—-]|` +
	`^(sign up (to|for)|subscribe to|join (our|us)|click here (to|for)|follow (us|him|her|them)\b|download our app|share this (article|story)|` +
	`have a (news )?tip|want more|if you enjoyed this|(first |originally )?(posted|published|updated)\s*:|©|copyright\b|all rights reserved|` +
	`this (article|story) (was|has been) (first |originally )?published|we may earn|\(?(additional )?reporting by)`)

// buttons are words that a reader presses, or that say what a thing is.
var buttons = regexp.MustCompile(`(?i)^(advert|advertisement|caption|close|sign in|log in|share|print|subscribe|save|comments?|menu|search|loading(…|\.\.\.)?|` +
	`(image|photo|slide) \d+ (of|/) (/ )?\d+|\d+ (of|/) \d+)$`)

// subjects are those names of boxes that a passage can be about, and that its
// id then is.
var subjects = regexp.MustCompile(`^(cookies?|consent|gdpr|newsletter|shar(e|ing)|social|log ?in|sign (in|up)|credits?|copyright|disclaimer|popular|subscription|advert)\b`)

// names are an element's class and id as words between blanks, without what
// only says what the page or the passage is about.
func (p pruner) names(n *html.Node) string {
	var all strings.Builder
	all.WriteByte(' ')
	class, id := attribute(n, "class"), attribute(n, "id")
	for name := range strings.FieldsSeq(class[:min(len(class), longName)]) {
		if !topics.MatchString(name) {
			all.WriteString(parts(name) + " ")
		}
	}
	id = parts(id[:min(len(id), longName)])
	passage := isHeadingElement(n) || strings.Count(id, " ") >= 3 || p.measures[n].prose > 0 && subjects.MatchString(id)
	if !passage {
		all.WriteString(id + " ")
	}
	return all.String()
}

// longName is in bytes what is read of a class attribute at most.
const longName = 1000

// parts are the words of a name: of "related-stories", "related_stories" and
// "relatedStories" the same two.
func parts(name string) string {
	var b strings.Builder
	lower := false
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) || unicode.IsUpper(r) && lower {
			b.WriteByte(' ')
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
		lower = unicode.IsLower(r)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
