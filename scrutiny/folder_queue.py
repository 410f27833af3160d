"""A folder as the queue, without the two ways in which kombu's own can stop a worker.

kombu writes a message into a file that a worker may already be reading, and a worker that reads an empty or torn
file ends. Here a message appears whole or not at all, and one that a power cut tore is passed over: the sweep asks
again for what it was about.
"""

from __future__ import annotations

import logging
import time
import uuid
from pathlib import Path
from queue import Empty
from typing import Any

from kombu.exceptions import ChannelError
from kombu.transport import TRANSPORT_ALIASES, filesystem
from kombu.utils.encoding import str_to_bytes
from kombu.utils.json import dumps

logger = logging.getLogger(__name__)


class Channel(filesystem.Channel):
    def _put(self, queue: str, payload: dict[str, Any], **_: Any) -> None:
        """Adds a message. Raises ChannelError where the folder cannot be written to."""
        name = f"{round(time.monotonic() * 1000)}_{uuid.uuid4()}.{queue}.msg"
        message = Path(self.data_folder_out) / name
        draft = message.with_name(f"{name}.draft")
        try:
            draft.write_bytes(str_to_bytes(dumps(payload)))
            draft.replace(message)
        except OSError as problem:
            raise ChannelError(f"Cannot add {message}") from problem

    def _get(self, queue: str) -> dict[str, Any]:
        """The oldest message. Raises queue.Empty where there is none, or none that can be read."""
        try:
            message: dict[str, Any] = super()._get(queue)
        except ValueError as problem:
            logger.warning("A message in %s could not be read: %s", self.data_folder_in, problem)
            raise Empty from problem
        return message


class Transport(filesystem.Transport):
    Channel = Channel


def take_the_place_of_kombus() -> None:
    """Lets ``filesystem://`` mean this queue."""
    TRANSPORT_ALIASES["filesystem"] = f"{__name__}:Transport"
