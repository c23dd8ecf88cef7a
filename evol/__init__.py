"""Targeted Evol-Instruct: seeds in, execution-proven training tasks out. Start at `evol/pipeline.py`."""

__version__ = "0.1.0"
