# The verbs of Joinder. `make` alone lists them. Each does what it says on a fresh machine with Rust and Node:
# on Debian and Ubuntu it installs the system packages that it needs, elsewhere it names them.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

target := $(or $(CARGO_TARGET_DIR),target)

ui_sources := $(shell find ui assets/locale assets/fonts \( -name node_modules -o -name dist \) -prune -o -type f -print)

.PHONY: help run test app lint bench package

help: ## list the verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: app ## take the sample matter through the whole job into build/demo, then open the window on it
	@rm -rf build/demo
	$(target)/release/joinder demo --out build/demo
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ] || [ "$$(uname -s)" = Darwin ]; then \
	  echo "Opening the window; close it to come back."; \
	  JOINDER_MATTER=build/demo/matter $(target)/release/joinder-desktop; \
	else \
	  echo "There is no display here, so no window opens. Where there is one: JOINDER_MATTER=build/demo/matter $(target)/release/joinder-desktop"; \
	fi

app: ui/dist/index.html ## build the two programs, joinder (command line) and joinder-desktop (window)
	cargo build --release --locked --package joinder-cli --package joinder-desktop --bins
	@echo "Built $(target)/release/joinder and $(target)/release/joinder-desktop"

test: lint ## run every check and every test, those in the real window included
	@packaging/prepare.sh test
	npm --prefix ui run --if-present test
	cargo build --locked --workspace --bins
	JOINDER_PROGRAMS="$(abspath $(target))/debug" \
	  xvfb-run --auto-servernum --server-args="-screen 0 1280x1024x24" \
	  cargo test --locked --workspace

lint: ui/dist/index.html ## check formatting, types, lints, licences and the bounds between crates
	cargo fmt --all --check
	npm --prefix ui run lint
	cargo clippy --locked --workspace --all-targets -- -D warnings
	node packaging/parts.mjs check
	@if cargo deny --version >/dev/null 2>&1; then cargo deny --all-features check; \
	else echo "cargo-deny is not installed, so advisories were not looked up: cargo install --locked cargo-deny"; fi

bench: app ## measure speed, as ratios within one run
	@packaging/prepare.sh build bench
	JOINDER_PROGRAMS="$(abspath $(target))/release" cargo bench --locked --profile dev --package joinder-tests --bench speed

package: app ## make build/package/joinder_VERSION_ARCH.deb
	@packaging/prepare.sh package
	packaging/deb.sh "$(target)/release" build/package

ui/node_modules/.package-lock.json: ui/package-lock.json
	@packaging/prepare.sh build
	npm --prefix ui ci --no-audit --no-fund
	@touch $@

ui/dist/index.html: ui/node_modules/.package-lock.json $(ui_sources)
	@packaging/prepare.sh build
	npm --prefix ui run build
	@touch $@
