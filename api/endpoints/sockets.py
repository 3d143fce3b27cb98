"""GraphQL over WebSocket: one connection enters, its operations are answered side by side until it closes.

The protocol is graphql-transport-ws, with the closing codes that graphql-ws clients know.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing, suppress

import orjson
from starlette.types import Message, Receive, Scope, Send

from api.endpoints.questions import Question, question
from api.endpoints.refusals import known, wire
from api.errors import RequestError

PROTOCOL = "graphql-transport-ws"
PATIENCE = 10.0
"""Seconds that a client may take to say `connection_init`."""
MOST_OPERATIONS = 100
"""Operations that one connection may keep open."""
CROWDED = f"one connection may keep {MOST_OPERATIONS} operations open; complete some first"
LONGEST_REASON = 120
"""A frame that closes holds 123 bytes of reason (RFC 6455, section 5.5)."""

Answer = Callable[[Question], AsyncGenerator[bytes, None]]


class Refused(Exception):  # noqa: N818 (it is what happens to the connection)
    """The connection is to be closed with this code and reason."""

    def __init__(self, code: int, reason: str) -> None:
        self.code = code
        self.reason = reason.encode()[:LONGEST_REASON].decode(errors="ignore")
        super().__init__(reason)


async def serve(scope: Scope, receive: Receive, send: Send, answer: Answer) -> None:
    """Serve one WebSocket connection from its opening to its close."""
    await receive()  # websocket.connect
    if PROTOCOL not in scope["subprotocols"]:
        await send({"type": "websocket.accept"})  # so that the client reads the code
        await send({"type": "websocket.close", "code": 4406, "reason": f"Subprotocol not acceptable: use {PROTOCOL}"})
        return
    await send({"type": "websocket.accept", "subprotocol": PROTOCOL})
    connection = Connection(receive, send, answer)
    closing = None
    try:
        await connection.run()
    except Refused as refused:
        closing = {"type": "websocket.close", "code": refused.code, "reason": refused.reason}
    finally:
        await connection.drop()
    if closing:
        await send(closing)


class Connection:
    """What is known of one connection: whether it was greeted, and its operations by the client's own ids."""

    def __init__(self, receive: Receive, send: Send, answer: Answer) -> None:
        self._receive = receive
        self._send = send
        self._answer = answer
        self._greeted = False
        self._operations: dict[str, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Handle messages until the client leaves; raises `Refused` where the protocol wants the connection closed."""
        while (message := await self._message()) is not None:
            await self._handle(message)

    async def drop(self) -> None:
        """Stop every operation."""
        tasks = list(self._operations.values())
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task

    async def _message(self) -> Mapping[str, object] | None:
        """Wait for a message, at first only so long; None when the client left."""
        try:
            async with asyncio.timeout(None if self._greeted else PATIENCE):
                frame = await self._receive()
        except TimeoutError:
            raise Refused(4408, "Connection initialisation timeout") from None
        return None if frame["type"] == "websocket.disconnect" else decoded(frame)

    async def _handle(self, message: Mapping[str, object]) -> None:
        match message:
            case {"type": "connection_init"}:
                await self._greet()
            case {"type": "ping"}:
                await self._tell({"type": "pong"})
            case {"type": "pong"}:
                pass
            case {"type": "subscribe", "id": str(name), "payload": dict(payload)} if name:
                await self._subscribe(name, payload)
            case {"type": "complete", "id": str(name)}:
                if operation := self._operations.pop(name, None):
                    operation.cancel()
            case _:
                raise Refused(4400, "Invalid message")

    async def _greet(self) -> None:
        if self._greeted:
            raise Refused(4429, "Too many initialisation requests")
        self._greeted = True
        await self._tell({"type": "connection_ack"})

    async def _subscribe(self, name: str, payload: Mapping[str, object]) -> None:
        if not self._greeted:
            raise Refused(4401, "Unauthorized")
        if name in self._operations:
            raise Refused(4409, f"Subscriber for {name} already exists")
        try:
            asked = question(payload)
        except RequestError as error:
            raise Refused(4400, error.message) from None
        if len(self._operations) >= MOST_OPERATIONS:
            await self._tell({"id": name, "type": "error", "payload": wire(RequestError(CROWDED))})
            return
        self._operations[name] = asyncio.create_task(self._operate(name, asked))

    async def _operate(self, name: str, asked: Question) -> None:
        """Answer one operation: `next` for each result and `complete`, or `error` when it cannot be answered."""
        key = orjson.dumps(name)
        try:
            async with aclosing(self._answer(asked)) as results:
                async for result in results:
                    await self._text(b'{"id":%b,"type":"next","payload":%b}' % (key, result))
        except Exception as error:  # every error is told, expected or masked
            await self._end(name, {"id": name, "type": "error", "payload": wire(known(error))})
        else:
            await self._end(name, {"id": name, "type": "complete"})

    async def _end(self, name: str, message: Mapping[str, object]) -> None:
        if self._operations.pop(name, None):  # first: the client may use the id again as soon as it hears the end
            await self._tell(message)

    async def _tell(self, message: Mapping[str, object]) -> None:
        await self._text(orjson.dumps(message))

    async def _text(self, text: bytes) -> None:
        with suppress(OSError):  # the client has gone; its leaving is told to `run`
            await self._send({"type": "websocket.send", "text": text.decode()})


def decoded(frame: Message) -> Mapping[str, object]:
    """Read a frame as the protocol has it: text, and in it a JSON object."""
    text = frame.get("text")
    if text is None:
        raise Refused(4400, "Messages must be text")
    try:
        message = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise Refused(4400, "Messages must be JSON") from None
    if not isinstance(message, dict):
        raise Refused(4400, "Messages must be objects")
    return message
