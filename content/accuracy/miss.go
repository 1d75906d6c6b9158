package accuracy

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// A Miss is a value that is not as labelled: both sides as JSON has them.
type Miss struct {
	File  string `json:"file"`
	Field string `json:"field"`
	Want  any    `json:"want"`
	Got   any    `json:"got"`
}

// Misses returns what is not as labelled in a field, in the order of the
// labels. In the field [Evidence] it returns the quotes that do not stand in
// their document.
func (s *Scorer) Misses(field string) []Miss {
	var found []Miss
	for _, m := range s.misses {
		if m.Field == field {
			found = append(found, m)
		}
	}
	return found
}

func (s *Scorer) miss(l *Label, field string, want, got any) {
	s.misses = append(s.misses, Miss{l.File, field, want, got})
}

// String writes the miss on one line: file, want and got, parted by tabs.
func (m Miss) String() string {
	return fmt.Sprintf("%s\twant %s\tgot %s", m.File, plain(m.Want), plain(m.Got))
}

// plain writes a value as JSON, in which a name is told from a number and from
// nothing, but keeps the signs that only HTML needs escaped.
func plain(v any) string {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return err.Error()
	}
	return string(bytes.TrimSpace(b.Bytes()))
}
