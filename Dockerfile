# The bot in a small image: the program alone, run by an ordinary user.

FROM rust:1.95-bookworm AS build
WORKDIR /build
COPY . .
# The caches keep compiled libraries from build to build.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/build/target \
    cargo build --release --locked --package orderbot \
    && cp target/release/orderbot /usr/local/bin/orderbot

FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --home-dir /app --create-home orderbot
COPY --from=build /usr/local/bin/orderbot /usr/local/bin/orderbot
WORKDIR /app
USER orderbot
ENV HTTP_LISTEN=0.0.0.0:8080 LOG_FORMAT=json
EXPOSE 8080
# The bot finishes what it is doing: give it longer than SHUTDOWN_TIMEOUT.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["orderbot", "check", "--live"]
ENTRYPOINT ["orderbot"]
CMD ["serve"]
