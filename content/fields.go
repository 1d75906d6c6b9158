package content

import (
	"maps"
	"slices"

	"go.yaml.in/yaml/v3"
)

// A field is one key of a map in the front matter, with its reading and its
// writing side by side. A value that is absent writes nothing.
type field[T any] struct {
	key   string
	read  func(r *reader, n *yaml.Node, v *T)
	write func(w *writer, v *T)
}

// A schema is a kind of map in the front matter: its keys in the order in
// which they are written, and where the keys go that casebook does not know.
type schema[T any] struct {
	fields []field[T]
	extra  func(*T) *extras
	blank  T // what a map without any key means
}

// text is a field of free text.
func text[T any](key string, get func(*T) *string) field[T] {
	return field[T]{key,
		func(r *reader, n *yaml.Node, v *T) { *get(v) = r.text(n) },
		func(w *writer, v *T) {
			if s := *get(v); s != "" {
				w.text(s)
			}
		}}
}

// texts is a list of free texts on one line.
func texts[T any](key string, get func(*T) *[]string) field[T] {
	return list(key, get, (*reader).text)
}

// slugs is a list of case ids on one line.
func slugs[T any](key string, get func(*T) *[]string) field[T] {
	return list(key, get, (*reader).slug)
}

// word is a field whose values are those of a list of the taxonomy.
func word[T any, W ~string](key string, get func(*T) *W, known func(*taxonomy) []W) field[T] {
	return field[T]{key,
		func(r *reader, n *yaml.Node, v *T) { *get(v) = oneOf(r, n, known(words())) },
		func(w *writer, v *T) {
			if s := *get(v); s != "" {
				w.text(string(s))
			}
		}}
}

func qualifier[T any](key string, get func(*T) *Qualifier) field[T] {
	return word(key, get, func(t *taxonomy) []Qualifier { return t.Qualifiers })
}

// list is a list of words on one line, each read by item.
func list[T any, W ~string](key string, get func(*T) *[]W, item func(*reader, *yaml.Node) W) field[T] {
	return field[T]{key,
		func(r *reader, n *yaml.Node, v *T) {
			r.each(n, func(_ int, n *yaml.Node) { *get(v) = append(*get(v), item(r, n)) })
		},
		func(w *writer, v *T) {
			if len(*get(v)) == 0 {
				return
			}
			w.open('[')
			for _, s := range *get(v) {
				w.next()
				w.text(string(s))
			}
			w.close(']')
		}}
}

// count is a number of people, communications or pages; 0 is absent.
func count[T any](key string, get func(*T) *int) field[T] {
	return field[T]{key,
		func(r *reader, n *yaml.Node, v *T) { *get(v) = r.number(n) },
		func(w *writer, v *T) {
			if *get(v) != 0 {
				w.number(*get(v))
			}
		}}
}

// boolean is true or absent.
func boolean[T any](key string, get func(*T) *bool) field[T] {
	return field[T]{key,
		func(r *reader, n *yaml.Node, v *T) { *get(v) = oneOf(r, n, []string{"true", "false"}) == "true" },
		func(w *writer, v *T) {
			if *get(v) {
				w.plain("true")
			}
		}}
}

// date is a day, month or year.
func date[T any](key string, get func(*T) *Date) field[T] {
	return field[T]{key,
		func(r *reader, n *yaml.Node, v *T) { *get(v) = r.date(n) },
		func(w *writer, v *T) {
			if d := *get(v); !d.IsZero() {
				w.date(d)
			}
		}}
}

// sum is an amount in the currency that its own map names, or else the file.
func sum[T any](key string, get func(*T) *Money) field[T] {
	return field[T]{key,
		func(r *reader, n *yaml.Node, v *T) { *get(v) = r.sum(n) },
		func(w *writer, v *T) {
			if m := *get(v); m.Stated() {
				w.plain(m.Decimal())
			}
		}}
}

// currency is the key that [sum] has looked up before; of says what to write.
func currency[T any](of func(w *writer, v *T) string) field[T] {
	return field[T]{"currency",
		func(r *reader, n *yaml.Node, _ *T) { r.currencyCode(n) },
		func(w *writer, v *T) {
			if code := of(w, v); code != "" {
				w.text(code)
			}
		}}
}

// record is a map on one line.
func record[T, V any](key string, s schema[V], get func(*T) *V) field[T] {
	return field[T]{key,
		func(r *reader, n *yaml.Node, v *T) { readMap(r, n, s, get(v)) },
		func(w *writer, v *T) {
			start := len(w.b)
			if writeMap(w, s, get(v)); string(w.b[start:]) == "{}" {
				w.b = w.b[:start]
			}
		}}
}

// records is a list of maps, one a line.
func records[T, V any](key string, s schema[V], get func(*T) *[]V) field[T] {
	return field[T]{key,
		func(r *reader, n *yaml.Node, v *T) {
			r.each(n, func(_ int, n *yaml.Node) {
				one := s.blank
				readMap(r, n, s, &one)
				*get(v) = append(*get(v), one)
			})
		},
		func(w *writer, v *T) {
			if len(*get(v)) == 0 {
				return
			}
			w.openLines()
			for i := range *get(v) {
				w.nextLine()
				writeMap(w, s, &(*get(v))[i])
			}
			w.closeLines()
		}}
}

// absences is the map from a field to why it has no value, sorted by field.
func absences(key string, get func(*Case) *map[string]Absence) field[Case] {
	return field[Case]{key,
		func(r *reader, n *yaml.Node, c *Case) {
			r.pairs(n, func(key string, n *yaml.Node) {
				if *get(c) == nil {
					*get(c) = map[string]Absence{}
				}
				(*get(c))[key] = oneOf(r, n, words().Absences)
			})
		},
		func(w *writer, c *Case) {
			if len(*get(c)) == 0 {
				return
			}
			w.open('{')
			for _, k := range slices.Sorted(maps.Keys(*get(c))) {
				w.key(k)
				w.text(string((*get(c))[k]))
			}
			w.close('}')
		}}
}
