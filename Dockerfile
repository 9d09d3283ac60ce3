# Streambook for a class: docker build -t streambook . (compose.yaml says how it is run).
# Debian, because Deno's binary needs its C library; the same release in both stages.

FROM node:22-bookworm-slim AS build
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --omit=dev
COPY . .
RUN node scripts/pack.mjs /packed

FROM node:22-bookworm-slim
# bubblewrap is the wall around kernels and Redis; see the notes in compose.yaml.
RUN apt-get update \
    && apt-get install -y --no-install-recommends bubblewrap redis-server \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /packed /streambook
USER node
WORKDIR /streambook
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 STREAMBOOK_LOG=json
EXPOSE 4000
STOPSIGNAL SIGTERM
# Whether it is alive, not whether it has room: a full server must not be restarted.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server/main.js"]
