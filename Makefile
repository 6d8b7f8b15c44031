# mutau: `make map` makes the allowed-region map, `make test` runs the tests. Both install what they miss.

SWIFT ?= swift
PREFIX ?= /usr/local
PROGRAM = .build/release/mutau
MAP_OPTIONS ?=

.DEFAULT_GOAL := help
.PHONY: help setup map figures build test interop bench lint format install clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

setup: ## install the libraries and gnuplot where they are missing
	@sh .ci/setup.sh

build: setup ## build the program
	@$(SWIFT) build -c release --product mutau

map: build ## make the allowed-region map into mutau-map/
	@$(PROGRAM) map $(MAP_OPTIONS)

figures: build ## make the maps of both scenarios, as in the README
	@$(PROGRAM) map --output mutau-map/paper
	@$(PROGRAM) map --scenario consistent --output mutau-map/consistent

test: setup ## run the tests
	@$(SWIFT) build --build-tests
	@$(SWIFT) test --skip-build

bench: build ## measure, each as a ratio to a baseline of the same run
	@$(SWIFT) build -c release --product mutau-benchmarks
	@.build/release/mutau-benchmarks $(PROGRAM)

lint: ## check the format of the sources
	@$(SWIFT) format lint --strict --recursive Sources Plugins Tests Package.swift

format: ## format the sources
	@$(SWIFT) format --in-place --recursive Sources Plugins Tests Package.swift

install: build ## install the program below PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/mutau
