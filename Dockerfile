# One image; the command given decides. The default migrates, then serves.
FROM python:3.11-slim AS build
WORKDIR /src
COPY requirements/run.txt requirements/run.txt
RUN python -m venv /opt/handup && /opt/handup/bin/pip install --no-cache-dir --require-hashes -r requirements/run.txt
COPY . .
RUN /opt/handup/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --create-home --home-dir /data handup
COPY --from=build /opt/handup /opt/handup
ENV PATH=/opt/handup/bin:$PATH PYTHONUNBUFFERED=1 DATABASE_URL=sqlite:////data/handup.sqlite
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen('http://127.0.0.1:' + os.environ.get('PORT', '8080') + '/ready', timeout=4)"]
CMD ["sh", "-c", "handup migrate && exec handup serve"]
