"""A server that notes what is fetched, and what that weighs when it is compressed."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import brotli  # type: ignore[import-untyped]

PAGES = "/bench/"  # /bench/fa is an empty page in Persian
PAGE = '<!doctype html><html lang="{}"><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">'


class Server(ThreadingHTTPServer):
    """Serves a folder; `taken` are the paths that were fetched from it, each `delay` seconds after it was asked for."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
        self.folder, self.taken, self.delay = folder, list[str](), 0.0

    def page(self, locale: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{PAGES}{locale}"

    def weight(self) -> int:
        """The bytes of everything taken, each file as brotli at its best or as it is, whichever is less."""
        return sum(packed(self.folder / path.lstrip("/")) for path in self.taken)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path.startswith(PAGES):
            return self._send_page(path.removeprefix(PAGES))
        self.server.taken.append(path)
        time.sleep(self.server.delay)
        super().do_GET()

    def _send_page(self, locale: str) -> None:
        page = PAGE.format(locale).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")  # every first answer is one with a cold cache
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")  # these two make the browser's clock finer
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None: ...


@cache
def packed(file: Path) -> int:
    """0 for what is not there: a request that comes to nothing."""
    if not file.is_file():
        return 0
    raw = file.read_bytes()
    return min(len(raw), len(brotli.compress(raw, quality=11)))


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    server = Server(folder)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
