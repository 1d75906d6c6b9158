package index

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/flate"
)

// slotSize is what a browser fetches for one result, in bytes: the card of a
// case and those of its lines that were found. Slots are all of one size, so
// that a browser knows where each begins from how many a case has.
const slotSize = 896

// A slot begins with the length of what it holds in two bytes, and ends with
// the checksum and length that end a gzip member.
const (
	slotHead = 2
	slotTail = 8
)

// A place is where something stands in a case: a quote of the evidence by its
// number, or the body, and the byte in it.
type place struct{ field, quote, start int }

func (a place) after(b place) bool {
	return slices.Compare([]int{a.field, a.quote, a.start}, []int{b.field, b.quote, b.start}) > 0
}

// A slotText is the text of a case as slots.
type slotText struct {
	slots  []byte  // one after the other, each of slotSize
	firsts []place // of each slot's first line
}

// of returns the slot in which a place of the text is.
func (t *slotText) of(at place) int {
	n, _ := slices.BinarySearchFunc(t.firsts, at, func(first, at place) int {
		if first.after(at) {
			return 1
		}
		return -1
	})
	return max(n-1, 0)
}

// A slotter fills slots. It is not for several goroutines.
type slotter struct {
	dictionary []byte
	writer     *flate.Writer
	card       string // of the case
	lines      int    // that were packed last
	raw        []byte // what they are with the card
	packed     bytes.Buffer
	ratio      float64 // of raw to packed, as it was last
}

func newSlotter(dictionary []byte) (*slotter, error) {
	s := &slotter{dictionary: dictionary, ratio: 2}
	w, err := flate.NewWriterDict(&s.packed, slotLevel, dictionary)
	if err != nil {
		return nil, fmt.Errorf("index: slots: %w", err)
	}
	s.writer = w
	return s, nil
}

// slotLevel is how hard a slot is packed. A slot is short: more brings nothing.
const slotLevel = 6

// text cuts the lines of a case into slots. One slot there is always: it holds
// the card.
func (s *slotter) text(card Card, all []line) slotText {
	var t slotText
	s.card = card.short()
	for {
		first := place{}
		if len(all) > 0 {
			first = place{all[0].field, all[0].quote, all[0].start}
		}
		n := s.fill(all)
		t.firsts = append(t.firsts, first)
		t.slots = s.append(t.slots)
		if all = all[n:]; len(all) == 0 {
			return t
		}
	}
}

// Filling a slot to the last byte would take many tries, and each costs as
// much as a slot.
const (
	slotTries = 3
	slotSpare = slotSize / 16 // bytes that may be left over
)

// fill packs as many lines as a slot takes, and returns how many it used up.
func (s *slotter) fill(all []line) (used int) {
	const room = slotSize - slotHead - slotTail
	fits, breaks := -1, len(all)+1
	for try := 0; fits+1 < breaks && (try < slotTries || fits < 0); try++ {
		n := min(max(s.guess(all, room), fits+1), breaks-1)
		s.pack(all[:n])
		s.ratio = float64(len(s.raw)) / float64(s.packed.Len())
		if s.packed.Len() > room {
			breaks = n
			continue
		}
		if fits = n; s.packed.Len() > room-slotSpare {
			break
		}
	}
	if s.lines != fits {
		s.pack(all[:fits])
	}
	if fits == 0 && len(all) > 0 {
		return 1 // a line that no slot takes is left out: it is noise
	}
	return fits
}

// guess is how many lines should fit if they pack as well as those before.
func (s *slotter) guess(all []line, room int) int {
	size := len(s.card) + len("\t0")
	for n, l := range all {
		if size += len(l.text) + 1; float64(size) > float64(room)*s.ratio {
			return n
		}
	}
	return len(all)
}

// pack deflates the card with how many of the lines are evidence, then a line
// each.
func (s *slotter) pack(some []line) {
	s.lines = len(some)
	evidence := 0
	for _, l := range some {
		if l.field == fieldNumber("evidence") {
			evidence++
		}
	}
	s.raw = append(s.raw[:0], s.card...)
	s.raw = append(s.raw, '\t')
	s.raw = strconv.AppendInt(s.raw, int64(evidence), 10)
	for _, l := range some {
		s.raw = append(append(s.raw, '\n'), l.text...)
	}
	s.packed.Reset()
	s.writer.Reset(&s.packed) // keeps the dictionary
	s.writer.Write(s.raw)     // a buffer takes everything
	s.writer.Close()
}

// append adds what was packed last as a slot.
func (s *slotter) append(slots []byte) []byte {
	end := len(slots) + slotSize
	slots = binary.LittleEndian.AppendUint16(slots, uint16(s.packed.Len()+slotTail))
	slots = append(slots, s.packed.Bytes()...)
	sum := crc32.NewIEEE()
	sum.Write(s.dictionary)
	sum.Write(s.raw)
	slots = binary.LittleEndian.AppendUint32(slots, sum.Sum32())
	slots = binary.LittleEndian.AppendUint32(slots, uint32(len(s.dictionary)+len(s.raw)))
	return slices.Grow(slots, end-len(slots))[:end]
}

// short is a card in a line: what a result shows, parted by tabs, as ids where
// the browser has the words for them.
func (k Card) short() string {
	proposed := ""
	if k.Proposed {
		proposed = "1"
	}
	cells := []string{k.ID, k.Title, k.Organisation, k.Date, k.Action, k.Status, k.Sector, k.Amount, proposed, k.Affected, strings.Join(k.Controls, ",")}
	for i, cell := range cells {
		cells[i] = strings.Join(strings.Fields(cell), " ")
	}
	return strings.Join(cells, "\t")
}
