package crawler

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"syscall"
	"time"
)

// errPrivate says that a name led to an address that is not on the public web.
var errPrivate = errors.New("not an address of the public web")

// dialTime bounds the making of a connection.
const dialTime = 20 * time.Second

// dialer connects to public addresses only, whatever name led to them: the
// check is of the address that is dialled, after every lookup. Where another
// place was given for an address, that one is connected to.
func dialer(given map[string]string) func(ctx context.Context, network, address string) (net.Conn, error) {
	public := &net.Dialer{Timeout: dialTime, Control: publicOnly}
	named := &net.Dialer{Timeout: dialTime}
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		if there, ok := given[address]; ok {
			return named.DialContext(ctx, network, there)
		}
		return public.DialContext(ctx, network, address)
	}
}

// given are the places that the configuration names, by the address that is
// asked for.
func (c Config) given() map[string]string {
	places := map[string]string{}
	for host, there := range c.Reach {
		places[net.JoinHostPort(host, "80")] = there
	}
	for _, source := range c.Sources {
		if base, err := url.Parse(source.base); err == nil && source.base != "" {
			port := cmp.Or(base.Port(), map[string]string{"http": "80", "https": "443"}[base.Scheme])
			there := net.JoinHostPort(base.Hostname(), port)
			places[there] = there
		}
	}
	return places
}

// ours reports whether a host is read from a server of our own, on this
// machine, so that the delay of the real one is of no use.
func (c Config) ours(host, base string) bool {
	if _, reached := c.Reach[host]; reached {
		return true
	}
	at, err := url.Parse(base)
	if err != nil {
		return false
	}
	ip, err := netip.ParseAddr(at.Hostname())
	return at.Hostname() == "localhost" || err == nil && ip.IsLoopback()
}

// publicOnly refuses an address that is private, special or on a port other
// than the web's.
func publicOnly(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%q: %w", address, errPrivate)
	}
	ip := at.Addr().WithZone("").Unmap()
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || special(ip) || at.Port() != 80 && at.Port() != 443 {
		return fmt.Errorf("%s: %w", address, errPrivate)
	}
	return nil
}

// special reports whether an address is in a range that IANA keeps for other
// purposes, or that holds IPv4 addresses in another form.
func special(ip netip.Addr) bool {
	for _, prefix := range specialRanges {
		if prefix.Contains(ip) {
			return true
		}
	}
	return false
}

var specialRanges = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),       // this network
	netip.MustParsePrefix("100.64.0.0/10"),   // shared by carriers
	netip.MustParsePrefix("192.0.0.0/24"),    // protocol assignments
	netip.MustParsePrefix("192.0.2.0/24"),    // documentation
	netip.MustParsePrefix("192.88.99.0/24"),  // 6to4 relays
	netip.MustParsePrefix("198.18.0.0/15"),   // benchmarks
	netip.MustParsePrefix("198.51.100.0/24"), // documentation
	netip.MustParsePrefix("203.0.113.0/24"),  // documentation
	netip.MustParsePrefix("240.0.0.0/4"),     // reserved
	netip.MustParsePrefix("::/96"),           // IPv4-compatible
	netip.MustParsePrefix("64:ff9b::/96"),    // NAT64
	netip.MustParsePrefix("64:ff9b:1::/48"),  // NAT64, local
	netip.MustParsePrefix("100::/64"),        // discard
	netip.MustParsePrefix("2001::/23"),       // protocol assignments, Teredo
	netip.MustParsePrefix("2001:db8::/32"),   // documentation
	netip.MustParsePrefix("2002::/16"),       // 6to4
	netip.MustParsePrefix("3fff::/20"),       // documentation
	netip.MustParsePrefix("5f00::/16"),       // segment routing
	netip.MustParsePrefix("fec0::/10"),       // site-local of old
}
