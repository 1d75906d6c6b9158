package archive

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"casebook/content/durable"
)

// indexName is the file that lists the answers of all files for the tools that
// replay archives, in their form, CDXJ. A [Reader] does not need it.
const indexName = "index.cdxj"

// An indexed is what a line of the index says of an answer.
type indexed struct {
	URL      string `json:"url"`
	MIME     string `json:"mime,omitempty"`
	Status   string `json:"status,omitempty"`
	Digest   string `json:"digest,omitempty"`
	Length   string `json:"length"`
	Offset   string `json:"offset"`
	Filename string `json:"filename"`
	Method   string `json:"method,omitempty"`
}

// indexLine is the line of an answer in the file with a name.
func indexLine(e Entry, name string) string {
	_, digest, _ := strings.Cut(e.digest, ":")
	line := indexed{
		URL: e.URL, MIME: e.Header.Get("Content-Type"), Status: strconv.Itoa(e.Status), Digest: digest,
		Length: strconv.FormatInt(e.at.length, 10), Offset: strconv.FormatInt(e.at.offset, 10), Filename: name,
	}
	if e.revisit {
		line.MIME = "warc/revisit"
	}
	if e.Method != "GET" {
		line.Method = e.Method
	}
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	if err := out.Encode(line); err != nil {
		panic(err) // a struct of strings
	}
	return searchKey(e) + " " + e.Time.UTC().Format("20060102150405") + " " + b.String()
}

// searchKey is an address in the form in which indexes are sorted: the host
// with its last part first, in small letters, the query in order. What was
// posted is a part of it, by its digest.
func searchKey(e Entry) string {
	u, err := url.Parse(e.URL)
	if err != nil || u.Host == "" {
		return strings.ReplaceAll(e.URL, " ", "%20")
	}
	labels := strings.Split(strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), ".")
	slices.Reverse(labels)
	key := strings.Join(labels, ",")
	if port := u.Port(); port != "" {
		key += ":" + port
	}
	key += ")" + strings.ToLower(u.EscapedPath())
	query := strings.Split(strings.ToLower(u.RawQuery), "&")
	if e.Method != "GET" {
		query = append(query, "__wb_method="+strings.ToLower(e.Method))
	}
	if e.Sent != "" {
		query = append(query, "__wb_post_data="+e.Sent)
	}
	slices.Sort(query)
	if joined := strings.TrimPrefix(strings.Join(query, "&"), "&"); joined != "" {
		key += "?" + joined
	}
	return key
}

// writeIndex puts a new index in the place of the old one, whole or not at all.
func (w *Writer) writeIndex() error {
	return writeIndex(w.dir, w.index)
}

func writeIndex(dir string, lines []string) error {
	path := filepath.Join(dir, indexName)
	slices.Sort(lines)
	index := []byte(strings.Join(lines, ""))
	before, err := os.ReadFile(path)
	if err == nil && bytes.Equal(before, index) || errors.Is(err, fs.ErrNotExist) && len(index) == 0 {
		return nil
	}
	if err := durable.WriteFile(path, index); err != nil {
		return fmt.Errorf("archive: index: %w", err)
	}
	return nil
}
