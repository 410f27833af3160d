"""Redis as the queue, without the way in which kombu's own stops a worker when the connection is lost.

kombu gives back what a worker has taken and not finished when a connection is closed. Where it is closed because it
was lost, that fails (kombu 5.7: AttributeError in restore_unacked), and the worker ends instead of connecting again.
Here it is told in the log: the sweep asks again for whatever was not finished.
"""

from __future__ import annotations

import logging
from typing import Any

from kombu.transport import TRANSPORT_ALIASES, redis
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


class QoS(redis.QoS):
    def restore_unacked(self, client: Any = None) -> None:
        try:
            super().restore_unacked(client)
        except (AttributeError, OSError, RedisError) as problem:
            logger.warning("%s messages could not be given back: %s", len(self._delivered), problem)
            self._delivered.clear()


class Channel(redis.Channel):
    QoS = QoS


class Transport(redis.Transport):
    Channel = Channel


def take_the_place_of_kombus() -> None:
    """Lets ``redis://`` and ``rediss://`` mean this queue."""
    TRANSPORT_ALIASES["redis"] = TRANSPORT_ALIASES["rediss"] = f"{__name__}:Transport"
