# Every target is a line or two; README says what each is for.
PYTHON ?= python3
BIN = .venv/bin
RUN = PYTHONPATH=hooks NO_MKDOCS_2_WARNING=1 $(BIN)/python
CONFIG ?= mkdocs.yml
N ?= 1375
RUNS ?= 3
said = '$(if $(filter command,$(origin $1)),$(subst ','\'',$(value $1)))'# what was written behind the command, to the letter

.PHONY: site share serve test lint article document translation admin check fix strings contract contacts review import numbers register translated status version publish rollback offline picture corpus bench clean

site: .venv/site
	@$(RUN) -m knowledge.publishing $(CONFIG) $(QUIET)

share: .venv/site
	@$(RUN) -m knowledge.shares $(CONFIG) $(call said,LANG) $(QUIET)

serve: .venv/site
	@$(RUN) -m previewing $(CONFIG) $(call said,LANG)

test: .venv/test lint
	@$(RUN) -m pytest -n auto --dist loadfile --no-loadscope-reorder # by name: long files come before short ones

lint: .venv/test
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

article: .venv/site
	@$(RUN) -m knowledge.editing.starting article $(CONFIG) $(call said,TITLE) $(call said,LANG) $(call said,DATE) $(call said,NAME)

document: .venv/site
	@$(RUN) -m knowledge.editing.starting document $(CONFIG) $(call said,TITLE) $(call said,LANG) $(call said,NAME)

translation: .venv/site
	@$(RUN) -m knowledge.editing.starting translation $(CONFIG) $(call said,FILE) $(call said,LANG)

admin: .venv/site
	@$(RUN) -m knowledge.editing.cms $(CONFIG)

check: .venv/site
	@$(RUN) -m knowledge.editing.checking $(CONFIG)

fix: .venv/site
	@$(RUN) -m knowledge.editing.fixing $(CONFIG) $(call said,FILE)

strings: .venv/site
	@$(RUN) -m knowledge.strings

contract: .venv/site
	@$(RUN) -m knowledge.contract

import: .venv/site
	@$(RUN) -m knowledge.importer.importing "$(FILE)" $(CONFIG)

numbers: .venv/site
	@$(RUN) -m knowledge.documents.numbering "$(FILE)" $(CONFIG)

register: .venv/site
	@$(RUN) -m knowledge.documents.register $(CONFIG)

translated: .venv/site
	@$(RUN) -m knowledge.documents.stamping "$(FILE)" $(CONFIG) "$(CLAUSES)"

status: .venv/site
	@$(RUN) -m knowledge.documents.bulletin $(CONFIG)

version: .venv/site
	@$(RUN) -m knowledge.documents.freezing "$(DOC)" $(CONFIG)

contacts: .venv/site
	@$(RUN) -m knowledge.reviewing "$(BASE)" $(CONFIG)

review: .venv/site
	@$(RUN) -m knowledge.reviews.appraisal $(CONFIG) $(call said,BASE) $(call said,BEFORE) $(call said,SITE) $(call said,PREVIEW) $(call said,HOST) $(call said,SUMMARY)

publish: site
	@$(RUN) -m knowledge.releases publish "$(DEST)" $(CONFIG)

rollback: .venv/site
	@$(RUN) -m knowledge.releases rollback "$(DEST)" $(CONFIG)

offline: .venv/site
	@$(RUN) -m knowledge.offline.carrying $(CONFIG)

picture: .venv/test site
	@$(RUN) -m tests.browser.pictures

corpus: .venv/site
	@$(RUN) -m benchmarks.corpus $(N)

bench: .venv/test .build/peers/done
	@$(RUN) -m benchmarks.build $(N) $(RUNS) $(OTHERS)

.build/peers/done: benchmarks/peers/requirements.txt
	@$(PYTHON) -m venv .build/peers && .build/peers/bin/pip install --quiet -r $< && touch $@

clean:
	rm -rf site offline .build .cache .memory .site.new .site.old

.venv/site: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name it with make PYTHON=python3.12")'
	@$(PYTHON) -m venv .venv || { echo "Python has no venv module: on Debian and Ubuntu, apt install python3-venv"; exit 1; }
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/test: requirements-dev.txt .venv/site
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@$(BIN)/python tests/chromium.py && $(BIN)/python tests/servers.py
	@touch $@
