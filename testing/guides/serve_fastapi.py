"""Serves recepteur.py of the current folder: with uvicorn, or, without FastAPI, through the few names that it uses."""

import asyncio
import importlib
import json
import sys
import types
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

port = int(sys.argv[1])


class Request:
    def __init__(self, headers, file):
        self.headers = {name.lower(): value for name, value in headers.items()}
        self.file = file

        self.chunks = self.read()

    def read(self):
        if self.headers.get("transfer-encoding") == "chunked":
            while size := int(self.file.readline(), 16):
                yield self.file.read(size)
                self.file.readline()
            self.file.readline()
            return
        left = int(self.headers.get("content-length", "0"))
        while left > 0:
            chunk = self.file.read(min(left, 65536))
            left -= len(chunk)
            yield chunk

    async def stream(self):
        for chunk in self.chunks:
            yield chunk


class JSONResponse:
    def __init__(self, content, status_code=200):
        self.body = json.dumps(content, ensure_ascii=False).encode()
        self.status_code = status_code


class FastAPI:
    def __init__(self):
        self.routes = {}

    def post(self, path):
        return lambda handler: self.routes.setdefault(path, handler)


def stand_in_for_fastapi():
    fastapi = types.ModuleType("fastapi")
    fastapi.FastAPI, fastapi.Request = FastAPI, Request
    responses = types.ModuleType("fastapi.responses")
    responses.JSONResponse = JSONResponse
    sys.modules.update({"fastapi": fastapi, "fastapi.responses": responses})


def serve(app):
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            request = Request(self.headers, self.rfile)
            response = asyncio.run(app.routes[self.path](request))
            self.send_response(response.status_code)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(response.body)))
            self.end_headers()
            self.wfile.write(response.body)
            self.wfile.flush()
            for _ in request.chunks:
                pass
            self.close_connection = True

        def log_message(self, *args):
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 64

    Server(("127.0.0.1", port), Handler).serve_forever()


sys.path.insert(0, ".")
try:
    import fastapi
    import uvicorn
except ImportError:
    stand_in_for_fastapi()
    serve(importlib.import_module("recepteur").app)
else:
    uvicorn.run(importlib.import_module("recepteur").app, port=port, log_level="error")
