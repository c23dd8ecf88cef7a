"""One file, one method: each defines `METHOD`. A recipe names a method by its file name."""
