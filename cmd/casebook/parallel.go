package main

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// forEach calls do(0) … do(n-1), as many at a time as there are CPUs.
func forEach(n int, do func(i int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	all.Wait()
}
