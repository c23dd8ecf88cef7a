"""One file, one filter: each defines `FILTER`, a class. A recipe names a filter by its file name."""
