"""Model or samples -> scores -> failures -> report. Nothing is here yet: see CHANGELOG.md.

Shares its import name with a PyPI package, which is never a dependency of this project.
"""
