"""Tasks -> rows -> adapter -> merged model. Nothing is here yet: see CHANGELOG.md. `rows.jsonl` of a run already loads in TRL."""
