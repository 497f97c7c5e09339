# A handful of verbs. The first `make demo` or `make test` builds .venv from the hash-pinned lock files.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -q
PORT ?= 8090
JOBS ?= 3
# Many tests wait for processes: three fill two cores.

.PHONY: demo test faults check format migrate bench lock clean

demo: $(VENV)/.run  ## live the whole story on this machine, without any account
	@$(BIN)/handup demo --port $(PORT) $(DEMO)

test: $(VENV)/.dev  ## run every test
	@$(BIN)/python -m pytest -n $(JOBS) --dist worksteal $(TESTS)

faults: $(VENV)/.dev  ## let everything go wrong that can, on both databases: half an hour, one table
	@$(BIN)/python -m tests.faults $(FAULTS)

check: $(VENV)/.dev  ## the one gate: style, types, who may import whom, known vulnerabilities
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/hadolint Dockerfile
	$(BIN)/python requirements/audit.py

format: $(VENV)/.dev  ## write the code the way we all write it
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

migrate: $(VENV)/.run  ## bring the database in DATABASE_URL to this version
	@$(BIN)/handup migrate

bench: $(VENV)/.dev  ## measure what the path costs
	@$(BIN)/python -m benchmarks.path
	@$(BIN)/python -m benchmarks.matching
	@$(BIN)/python -m benchmarks.team
	@$(BIN)/python -m benchmarks.broadcast
	@$(BIN)/python -m benchmarks.sweeps
	@$(BIN)/python -m benchmarks.pace
	@$(BIN)/python -m benchmarks.replicas
	@$(BIN)/python -m benchmarks.upkeep

lock:  ## renew the lock files (needs uv on the PATH)
	uv pip compile pyproject.toml requirements/build.in --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --no-annotate -q -o requirements/run.txt
	uv pip compile pyproject.toml requirements/build.in --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --no-annotate -q -o requirements/dev.txt

clean:  ## forget the virtual environment and the demo's database
	rm -rf $(VENV) demo.sqlite*

$(VENV)/.venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "HandUp needs Python 3.11 or newer; name one with: make PYTHON=python3.12 …"; exit 1; }
	@echo "1/3 making the virtual environment …"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.venv requirements/run.txt pyproject.toml
	@echo "2/3 installing the pinned packages (once; about a minute) …"
	@$(PIP) install --require-hashes -r requirements/run.txt
	@echo "3/3 installing handup …"
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@echo "installing what the tests need (once; about a minute) …"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@
