# Every target installs what it needs into .venv first. RECIPE= chooses a recipe, SET="key=value ..." overrides it, and so do words after --:
#   make evolve RECIPE=recipes/mbpp.yaml SET="target.accepted=500 seed=7"
#   make evolve -- target.accepted=500 --dry-run
RECIPE ?= recipes/quickstart.yaml
SET ?=
# The first interpreter that runs and is new enough (a shim may exist and not run).
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-warn-script-location
export RAY_USAGE_STATS_ENABLED = 0
export RAY_ENABLE_UV_RUN_RUNTIME_ENV = 0
export HF_HUB_DISABLE_TELEMETRY = 1
export DO_NOT_TRACK = 1

TARGETS := evolve finetune evaluate sweep report test test-slow quality bench bench-evolve clean help
# Words after -- belong to the command: options arrive as goals, key=value arrives as variables of make.
ifeq ($(firstword $(MAKECMDGOALS)),evolve)
EXTRA := $(filter-out evolve,$(MAKECMDGOALS))
ASSIGNED := $(foreach v,$(filter-out RECIPE SET PYTHON VENV MAKEFLAGS MAKEOVERRIDES,$(.VARIABLES)),$(if $(filter command,$(firstword $(origin $(v)))),'$(v)=$($(v))'))
ifneq ($(EXTRA),)
.PHONY: $(EXTRA)
$(eval $(EXTRA): evolve ; @:)
endif
endif

.PHONY: $(TARGETS)
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

evolve: $(VENV)/.core ## evolve seeds into a verified dataset (RECIPE=recipes/quickstart.yaml)
	@$(PY) -m evol run $(RECIPE) $(SET) $(ASSIGNED) $(EXTRA)

report: $(VENV)/.core ## print the funnel of a run (RECIPE= names it)
	@$(PY) -m evol stats runs/$(basename $(notdir $(RECIPE)))

define LATER
@if [ -f $@/__main__.py ]; then $(PY) -m $@ $(RECIPE) $(SET); else \
  echo "error: make $@ is not part of this version (CHANGELOG.md lists what is); runs/<recipe>/rows.jsonl already loads in TRL's SFTTrainer" >&2; exit 2; fi
endef

finetune: ## fine-tune a model (not in this version yet)
	$(LATER)

evaluate: ## score a model (not in this version yet)
	$(LATER)

sweep: ## compare sets of methods (not in this version yet)
	$(LATER)

test: $(VENV)/.dev ## run the tests
	@OMP_NUM_THREADS=1 $(PY) -m pytest -q -m "not slow"

test-slow: $(VENV)/.dev ## run the tests that take minutes
	@OMP_NUM_THREADS=1 $(PY) -m pytest -q -m slow; code=$$?; [ $$code -eq 5 ] && exit 0 || exit $$code

quality: $(VENV)/.dev ## ruff, mypy, import rules
	@$(PY) -m ruff check . && $(PY) -m ruff format --check . && $(PY) -m mypy && $(VENV)/bin/lint-imports

bench: bench-evolve ## all benchmarks

bench-evolve: $(VENV)/.dev ## accepted tasks a second, sandbox jobs a second, share of time outside candidates' code
	@$(PY) tests/bench/evolve.py $(SET)

clean: ## remove .venv and caches; runs/ stays
	@rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(PY):
	@[ -n "$(PYTHON)" ] || { echo "error: no Python 3.11 or later found; install one, or name it with PYTHON=" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "error: $(PYTHON) is older than 3.11; name a newer one with PYTHON=" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo "error: $(PYTHON) cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 2; }

$(VENV)/.core: pyproject.toml constraints.txt | $(PY)
	@echo "installing into $(VENV)" >&2
	@$(PIP) -c constraints.txt -e . || { echo "error: installation failed; is a package index reachable? (pip config list)" >&2; exit 2; }
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(PY)
	@echo "installing into $(VENV) with what the tests need" >&2
	@$(PIP) -c constraints.txt -e '.[dev]' || { echo "error: installation failed; is a package index reachable? (pip config list)" >&2; exit 2; }
	@touch $@ $(VENV)/.core
