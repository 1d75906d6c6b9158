package crawler

import (
	"context"
	"fmt"
	"io"
	"time"
)

// leastRate is how many bytes a second have to come for an answer to get more
// time than a short one.
const leastRate = 10_000

// A patience is the time that one answer gets: a fixed time, and a second more
// for every so many bytes that come, so that a stalled answer ends soon and a
// large file over a slow line does not.
type patience struct {
	ctx    context.Context
	cancel context.CancelCauseFunc
	timer  *time.Timer
	end    time.Time
	got    int64
}

func newPatience(ctx context.Context, within time.Duration) *patience {
	p := &patience{end: time.Now().Add(within)}
	p.ctx, p.cancel = context.WithCancelCause(ctx)
	p.timer = time.AfterFunc(within, func() {
		p.cancel(fmt.Errorf("no whole answer within %s, with a second more for every %d bytes", within, leastRate))
	})
	return p
}

func (p *patience) stop() {
	p.timer.Stop()
	p.cancel(nil)
}

// blame says that it was our own limit on time that ended a request.
func (p *patience) blame(err error) error {
	if cause := context.Cause(p.ctx); cause != nil {
		return cause
	}
	return err
}

// reading gives the answer more time as its bytes come.
func (p *patience) reading(body io.Reader) io.Reader { return earning{p, body} }

type earning struct {
	*patience
	body io.Reader
}

func (e earning) Read(b []byte) (int, error) {
	n, err := e.body.Read(b)
	e.got += int64(n)
	e.timer.Reset(time.Until(e.end.Add(time.Duration(e.got) * time.Second / leastRate)))
	return n, err
}
