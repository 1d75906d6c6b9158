package crawler

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"
)

// certificate makes one for a name, signed by itself.
func certificate(t *testing.T, name string, until time.Time) (tls.Certificate, *x509.Certificate) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: until.AddDate(-1, 0, 0), NotAfter: until, IsCA: true, BasicConstraintsValid: true,
		DNSNames: []string{name}, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, parsed
}

// secure is the network with one authority more, on which site.example is at
// an address.
func secure(at string, trusted *x509.Certificate) *http.Transport {
	network := newNetwork(Config{})
	network.DialContext = func(ctx context.Context, kind, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, kind, at)
	}
	network.TLSClientConfig = &tls.Config{RootCAs: x509.NewCertPool()}
	if trusted != nil {
		network.TLSClientConfig.RootCAs.AddCert(trusted)
	}
	return network
}

func ask(t *testing.T, network http.RoundTripper) (string, error) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://site.example/a", nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := whole(network, req, 10*time.Second)
	if err != nil {
		return "", err
	}
	body, err := io.ReadAll(got.Body)
	return string(body), err
}

// F50: a certificate that proves nothing is refused, and nothing switches that off.
func TestFaultCertificates(t *testing.T) {
	later := time.Now().AddDate(0, 1, 0)
	tests := []struct {
		name, host string
		until      time.Time
		trusted    bool
		say        string // "" where it is good
	}{
		{"good", "site.example", later, true, ""},
		{"expired", "site.example", time.Now().AddDate(0, 0, -1), true, "expired"},
		{"for another name", "elsewhere.example", later, true, "elsewhere.example"},
		{"signed by nobody", "site.example", later, false, "unknown authority"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			own, parsed := certificate(t, test.host, test.until)
			server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "words") }))
			server.TLS = &tls.Config{Certificates: []tls.Certificate{own}}
			server.Config.ErrorLog = log.New(io.Discard, "", 0)
			server.StartTLS()
			defer server.Close()
			if !test.trusted {
				parsed = nil
			}
			body, err := ask(t, secure(server.Listener.Addr().String(), parsed))
			if test.say == "" && (err != nil || body != "words") {
				t.Errorf("got %q and %v", body, err)
			}
			if test.say != "" && (err == nil || !strings.Contains(err.Error(), test.say)) {
				t.Errorf("got %q and %v, want an error that says %q", body, err, test.say)
			}
		})
	}
}

// F51: a connection of HTTP/2 that ends in the middle of an answer costs
// another one, and no half of an answer is taken for the whole.
func TestFaultHTTP2(t *testing.T) {
	tests := []struct {
		name string
		end  func(*http2.Framer, uint32) error
	}{
		{"the stream is reset", func(f *http2.Framer, stream uint32) error { return f.WriteRSTStream(stream, http2.ErrCodeInternal) }},
		{"the connection is closed", func(f *http2.Framer, stream uint32) error {
			return f.WriteGoAway(0, http2.ErrCodeEnhanceYourCalm, []byte("enough"))
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			own, parsed := certificate(t, "site.example", time.Now().AddDate(0, 1, 0))
			l, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: []tls.Certificate{own}, NextProtos: []string{"h2"}})
			if err != nil {
				t.Fatal(err)
			}
			defer l.Close()
			var answers atomic.Int64
			go func() {
				for {
					c, err := l.Accept()
					if err != nil {
						return
					}
					go serveHTTP2(c, func(f *http2.Framer, stream uint32) error {
						if answers.Add(1) == 1 {
							return test.end(f, stream)
						}
						return f.WriteData(stream, true, []byte(" and the rest"))
					})
				}
			}()
			network := retrying(t.Context(), wholly{secure(l.Addr().String(), parsed)}, time.Millisecond)
			body, err := ask(t, network)
			if err != nil || body != "the beginning and the rest" || answers.Load() != 2 {
				t.Errorf("got %q and %v after %d answers, want the second one whole", body, err, answers.Load())
			}
		})
	}
}

// wholly reads each attempt whole, as the transport does.
type wholly struct{ network http.RoundTripper }

func (w wholly) RoundTrip(req *http.Request) (*http.Response, error) {
	return whole(w.network, req, 10*time.Second)
}

// serveHTTP2 begins an answer to each request of a connection and leaves its
// end to finish.
func serveHTTP2(c net.Conn, finish func(*http2.Framer, uint32) error) {
	defer c.Close()
	if _, err := io.ReadFull(c, make([]byte, len(http2.ClientPreface))); err != nil {
		return
	}
	f := http2.NewFramer(c, c)
	if f.WriteSettings() != nil {
		return
	}
	for {
		frame, err := f.ReadFrame()
		if err != nil {
			return
		}
		switch frame := frame.(type) {
		case *http2.SettingsFrame:
			if !frame.IsAck() && f.WriteSettingsAck() != nil {
				return
			}
		case *http2.HeadersFrame:
			var header bytes.Buffer
			if hpack.NewEncoder(&header).WriteField(hpack.HeaderField{Name: ":status", Value: "200"}) != nil {
				return
			}
			head := http2.HeadersFrameParam{StreamID: frame.StreamID, BlockFragment: header.Bytes(), EndHeaders: true}
			if f.WriteHeaders(head) != nil || f.WriteData(frame.StreamID, false, []byte("the beginning")) != nil || finish(f, frame.StreamID) != nil {
				return
			}
		}
	}
}
