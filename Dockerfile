# syntax=docker/dockerfile:1
# The bot in a small image: the program alone, run by an ordinary user.

FROM rust:1.95-bookworm AS build
WORKDIR /build
# The libraries are compiled in a layer of their own, which stays as long as Cargo.lock does.
COPY Cargo.toml Cargo.lock ./
COPY .cargo .cargo
COPY crates/telegram-sandbox/Cargo.toml crates/telegram-sandbox/
RUN mkdir -p src crates/telegram-sandbox/src \
    && echo 'fn main() {}' > src/main.rs && touch src/lib.rs crates/telegram-sandbox/src/lib.rs \
    && cargo build --release --locked --package orderbot \
    && rm -rf src crates/telegram-sandbox/src
COPY . .
# The stand-ins above are newer than the sources: without this, cargo would take them for built.
RUN find src crates -name '*.rs' -exec touch {} + && cargo build --release --locked --package orderbot

FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --home-dir /app --create-home orderbot
COPY --from=build /build/target/release/orderbot /usr/local/bin/orderbot
WORKDIR /app
USER orderbot
ENV HTTP_LISTEN=0.0.0.0:8080 LOG_FORMAT=json
EXPOSE 8080
# The bot finishes what it is doing: give it longer than SHUTDOWN_TIMEOUT.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["orderbot", "check", "--live"]
ENTRYPOINT ["orderbot"]
CMD ["serve"]
