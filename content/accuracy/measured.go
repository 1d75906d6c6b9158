package accuracy

import (
	_ "embed"
	"encoding/json"
	"slices"
	"sync"
)

//go:embed accuracy.json
var kept []byte

// measured is accuracy.json, read on first use. It is part of the program, so
// that a fault in it is a fault of the program.
var measured = sync.OnceValue(func() Result {
	var r Result
	if err := json.Unmarshal(kept, &r); err != nil {
		panic("accuracy: accuracy.json: " + err.Error())
	}
	return r
})

// Measured returns the measurement that is kept in accuracy.json, which
// casebook eval --write makes.
func Measured() Result {
	r := measured()
	r.Kinds, r.Fields = slices.Clone(r.Kinds), slices.Clone(r.Fields)
	return r
}
