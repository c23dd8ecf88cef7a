"""One file, one engine: each defines `ENGINE`, a class. A recipe names an engine by its file name."""
