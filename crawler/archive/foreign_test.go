package archive_test

import (
	"bytes"
	"compress/gzip"
	"crypto/sha1"
	"encoding/base32"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/crawler/archive"
)

// foreign is a record as other programs write it.
func foreign(kind, id, fields, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:x:%s>\r\nWARC-Date: 2014-03-05T06:07:08Z\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, id, fields, len(block), block)
}

func zipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

func base32SHA1(s string) string {
	sum := sha1.Sum([]byte(s))
	return base32.StdEncoding.EncodeToString(sum[:])
}

func TestForeignFiles(t *testing.T) {
	const http = "Content-Type: application/http; msgtype=response\r\n"
	at := func(path string) string { return "WARC-Target-URI: <https://old.example/" + path + ">\r\n" }
	tests := []struct {
		name, file string
		records    []string
		want       map[string]string
	}{
		{"plain, with a warcinfo and a name lookup", "a.warc", []string{
			foreign("warcinfo", "0", "Content-Type: application/warc-fields\r\n", "software: x\r\n"),
			foreign("response", "1", "WARC-Target-URI: dns:old.example\r\nContent-Type: text/dns\r\n", "127.0.0.1"),
			foreign("response", "2", at("p")+http+"WARC-Payload-Digest: sha1:"+base32SHA1("words")+"\r\n", "HTTP/1.1 200 OK\r\n\r\nwords"),
		}, map[string]string{"dns:old.example": "127.0.0.1", "https://old.example/p": "words"}},
		{"chunked", "a.warc", []string{
			foreign("response", "1", at("p")+http, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nwor\r\n2\r\nds\r\n0\r\n\r\n"),
		}, map[string]string{"https://old.example/p": "words"}},
		{"called chunked over a body that is not", "a.warc", []string{
			foreign("response", "1", at("p")+http, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nwords"),
		}, map[string]string{"https://old.example/p": "words"}},
		{"kept in gzip, its digest that of the gzip", "a.warc", []string{
			foreign("response", "1", at("p")+http+"WARC-Payload-Digest: sha1:"+base32SHA1(zipped("words"))+"\r\n", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"+zipped("words")),
		}, map[string]string{"https://old.example/p": "words"}},
		{"a request after its answer", "a.warc", []string{
			foreign("response", "1", at("p")+http, "HTTP/1.1 200 OK\r\n\r\nwords"),
			foreign("request", "2", at("p")+"WARC-Concurrent-To: <urn:x:1>\r\nContent-Type: application/http; msgtype=request\r\n", "HEAD /p HTTP/1.1\r\n\r\n"),
		}, map[string]string{"HEAD https://old.example/p ": "words"}},
		{"a revisit that names no record, only the digest", "a.warc", []string{
			foreign("response", "1", at("p")+http+"WARC-Payload-Digest: sha1:"+base32SHA1("words")+"\r\n", "HTTP/1.1 200 OK\r\n\r\nwords"),
			foreign("revisit", "2", at("q")+http+"WARC-Payload-Digest: sha1:"+base32SHA1("words")+"\r\n", "HTTP/1.1 200 OK\r\n\r\n"),
		}, map[string]string{"https://old.example/p": "words", "https://old.example/q": "words"}},
		{"a resource", "a.warc", []string{
			foreign("resource", "1", at("p")+"Content-Type: text/plain\r\n", "words"),
		}, map[string]string{"https://old.example/p": "words"}},
		{"gzip record by record", "a.warc.gz", []string{
			zipped(foreign("response", "1", at("p")+http, "HTTP/1.1 200 OK\r\n\r\nwords")),
			zipped(foreign("response", "2", at("q")+http, "HTTP/1.1 200 OK\r\n\r\nmore")),
		}, map[string]string{"https://old.example/p": "words", "https://old.example/q": "more"}},
		{"two posts whose requests come after", "a.warc", []string{
			foreign("response", "1", at("p")+http, "HTTP/1.1 200 OK\r\n\r\nwords"),
			foreign("request", "2", at("p")+"WARC-Concurrent-To: <urn:x:1>\r\nContent-Type: application/http; msgtype=request\r\n", "POST /p HTTP/1.1\r\n\r\na=1"),
			foreign("response", "3", at("p")+http, "HTTP/1.1 200 OK\r\n\r\nmore"),
			foreign("request", "4", at("p")+"WARC-Concurrent-To: <urn:x:3>\r\nContent-Type: application/http; msgtype=request\r\n", "POST /p HTTP/1.1\r\n\r\na=2"),
		}, map[string]string{archive.Key("POST", "https://old.example/p", []byte("a=1")): "words", archive.Key("POST", "https://old.example/p", []byte("a=2")): "more"}},
		{"all records in one gzip member", "a.warc.gz", []string{
			zipped(foreign("warcinfo", "0", "Content-Type: application/warc-fields\r\n", "software: x\r\n") +
				foreign("response", "1", at("p")+http, "HTTP/1.1 200 OK\r\n\r\nwords") + foreign("response", "2", at("q")+http, "HTTP/1.1 200 OK\r\n\r\nmore")),
			zipped(foreign("response", "3", at("r")+http, "HTTP/1.1 200 OK\r\n\r\nlast")),
		}, map[string]string{"https://old.example/p": "words", "https://old.example/q": "more", "https://old.example/r": "last"}},
		{"a record in several gzip members", "a.warc.gz", []string{
			zipped(foreign("response", "1", at("p")+http, "HTTP/1.1 200 OK\r\n\r\nwords")[:150]), zipped(foreign("response", "1", at("p")+http, "HTTP/1.1 200 OK\r\n\r\nwords")[150:]),
			zipped(foreign("response", "2", at("q")+http, "HTTP/1.1 200 OK\r\n\r\nmore")),
		}, map[string]string{"https://old.example/p": "words", "https://old.example/q": "more"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			var all string
			for _, r := range test.records {
				all += r
			}
			if err := os.WriteFile(filepath.Join(dir, test.file), []byte(all), 0o644); err != nil {
				t.Fatal(err)
			}
			r := open(t, dir)
			if diff := cmp.Diff(test.want, contents(t, r)); diff != "" {
				t.Errorf("contents (-want +got):\n%s", diff)
			}
			if len(r.Damage()) > 0 {
				t.Errorf("damage: %q", r.Damage())
			}
			write(t, dir, page("https://new.example/", "ours", 0))
			if after, err := os.ReadFile(filepath.Join(dir, test.file)); err != nil || string(after) != all {
				t.Errorf("a writer changed a file of others: %v", err)
			}
		})
	}
}
