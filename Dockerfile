# Everything is built by the same `make setup` as on a developer's machine; the second stage keeps what runs.
FROM python:3.13-slim-bookworm AS build
RUN apt-get update && apt-get install --yes --no-install-recommends make && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/scrutiny
COPY Makefile pyproject.toml requirements.txt requirements-dev.txt requirements-uv.txt package.json package-lock.json .npmrc ./
COPY static static
RUN make setup
RUN python -m venv /opt/scrutiny \
    && .venv/bin/uv pip sync --quiet --require-hashes --python /opt/scrutiny/bin/python requirements.txt

FROM python:3.13-slim-bookworm
# Tesseract reads scans.
RUN apt-get update && apt-get install --yes --no-install-recommends tesseract-ocr && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /nonexistent scrutiny \
    && install --directory --owner=scrutiny /var/lib/scrutiny /srv/static
ENV PATH=/opt/scrutiny/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    VAR_DIR=/var/lib/scrutiny STATIC_ROOT=/srv/static
COPY --from=build /opt/scrutiny /opt/scrutiny
WORKDIR /srv/scrutiny
COPY manage.py gunicorn.conf.py ./
COPY scrutiny scrutiny
COPY minutes minutes
COPY ingest ingest
COPY templates templates
COPY --from=build /srv/scrutiny/static static
# Neither key nor folder of this step stays in the image.
RUN SECRET_KEY=building VAR_DIR=/tmp/building python manage.py collectstatic --noinput --verbosity 0 && rm -r /tmp/building
USER scrutiny
VOLUME /var/lib/scrutiny
EXPOSE 8000
CMD ["gunicorn", "scrutiny.wsgi", "--bind=0.0.0.0:8000", "--workers=2", "--threads=4", "--preload", \
     "--worker-tmp-dir=/dev/shm", "--no-control-socket"]
