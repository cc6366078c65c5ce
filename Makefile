# Everything runs in .venv, which the first target to need it sets up from requirements.txt: what a book
# is built with. The first target that needs more puts requirements-dev.txt on top, once.
# Another Python than python3: make html PYTHON=python3.13

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python -m
SPHINX := -c . -d build/doctrees
STRICT := -W --keep-going -j auto
BOOK := build/panjshir-valley

# A stamp's name says which requirements are installed, and for which folder: a moved copy of the
# project must not go on using the old one's environment.
STAMP := $(VENV)/ready-$(shell { pwd; cat requirements.txt; } | cksum | tr ' ' -)
DEVELOP := $(VENV)/develop-$(shell { pwd; cat requirements-dev.txt; } | cksum | tr ' ' -)
INSTALL := $(RUN) pip install --disable-pip-version-check --quiet
PIN := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-header --no-annotate --quiet pyproject.toml
ifeq ($(wildcard $(VENV)/bin/python),)
.PHONY: $(STAMP)
endif

.DEFAULT_GOAL := help
.PHONY: help html epub pdf appendix live check review test recorded mutants lint format requirements clean

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s%s\n", $$1, $$2 }' Makefile

html: $(VENV)/bin/sourced  ## Build the book into build/html
	$(RUN) sphinx -b html $(SPHINX) $(STRICT) docs build/html
	@echo 'Open build/html/index.html'

# The e-book is dated by the last commit, not by the day of the build: the same book, the same file.
epub: export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
epub: $(VENV)/bin/sourced  ## Build the e-book, build/panjshir-valley.epub
	$(RUN) sphinx -b epub $(SPHINX) $(STRICT) docs build/epub
	@cp build/epub/*.epub $(BOOK).epub
	@echo 'Open $(BOOK).epub'

pdf: $(DEVELOP)  ## Print the book into build/panjshir-valley.pdf (needs Chromium)
	$(RUN) sphinx -b pdf $(SPHINX) $(STRICT) docs build/pdf
	@cp build/pdf/book.pdf $(BOOK).pdf
	@echo 'Open $(BOOK).pdf'

appendix: $(DEVELOP)  ## Print the lists and prompts that the PDF leaves out
	$(RUN) sphinx -b pdf-appendix $(SPHINX) $(STRICT) docs build/pdf-appendix
	@cp build/pdf-appendix/book.pdf $(BOOK)-appendix.pdf
	@echo 'Open $(BOOK)-appendix.pdf'

live: $(DEVELOP)  ## Serve the book and rebuild it on every save
	$(RUN) sourced live

check: $(VENV)/bin/sourced  ## Check the chain alone: pages, facts, quotations, sources
	@$(RUN) sourced check

review: $(VENV)/bin/sourced  ## Read what goes beyond its evidence, and sign it (PLACE=docs/index.md for some)
	@$(RUN) sourced review $(PLACE)

test: $(DEVELOP)  ## Run all tests, the book's own among them (ARGS='-k name' for some)
	$(RUN) pytest --numprocesses auto --dist worksteal $(ARGS)

recorded: $(DEVELOP)  ## Tell which recorded outcomes a change of the rules has changed, and keep them as they are now
	$(RUN) tests.recorded $(ARGS)

mutants: $(DEVELOP)  ## Try which small faults no test notices (SAMPLE=600 or ARGS=rules/whole.py for some)
	nice -n 15 $(RUN) tools.mutants $(if $(SAMPLE),--sample $(SAMPLE)) $(ARGS)

lint: $(DEVELOP)  ## Look over the code with ruff and mypy
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy

format: $(DEVELOP)  ## Let ruff lay out the code
	$(RUN) ruff check --fix .
	$(RUN) ruff format .

requirements:  ## Pin the newest versions that pyproject.toml allows (needs uv and the network)
	$(PIN) --upgrade --all-extras --group dev --output-file requirements-dev.txt
	$(PIN) --constraints requirements-dev.txt --group build --output-file requirements.txt

clean:  ## Remove all that was built; .venv stays
	rm -rf build .mypy_cache .ruff_cache .pytest_cache
	find docs tests -name __pycache__ -type d -prune -exec rm -rf {} +

# A set-up that was interrupted leaves no stamp, and the next one starts from nothing.
$(STAMP):
	@command -v $(PYTHON) >/dev/null 2>&1 || \
		{ echo '$(PYTHON) was not found. Install Python 3.11 or newer, or say which: make PYTHON=...' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "This needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1). Say which: make PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo 'This Python has no venv module. On Debian and Ubuntu: apt install python3-venv' >&2; exit 1; }
	@echo 'Setting up $(VENV), once'
	$(PYTHON) -m venv --clear $(VENV)
	$(INSTALL) --require-hashes -r requirements.txt
	@touch $@

$(VENV)/bin/sourced: pyproject.toml $(STAMP)
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

# A new .venv has a new bin/sourced, so that nothing passes for installed that was cleared away.
$(DEVELOP): $(VENV)/bin/sourced
	@echo 'Adding what tests, lint, live and pdf need, once'
	$(INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@
