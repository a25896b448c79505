# Every target is a command of tools/run.py, which works without make as well.
# `make demo PYTHON=python3.12` uses another Python.

PYTHON ?= python3
RUN = $(PYTHON) tools/run.py

.DEFAULT_GOAL := help
.PHONY: help setup demo test check tidy reference lock clean

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## the environment in .venv, from the locked packages
	@$(RUN) setup

demo: ## what an earthquake stops in Chikusei city, and what to recover first
	@$(RUN) demo

test: ## everything that CI runs
	@$(RUN) test

check: ## the same without the slow tests
	@$(RUN) check

tidy: ## format the code and mend what can be mended by itself
	@$(RUN) tidy

reference: ## generated pages, shown output and the JSON schemas, written again
	@$(RUN) reference

lock: ## requirements/dev.txt, resolved again (needs uv)
	@$(RUN) lock

clean: ## remove .venv, caches and everything else that can be made again
	@$(RUN) clean
