"""Two worker machines: folders of their own, one database, one queue, one place for papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer

from tests.reliability import steps
from tests.reliability.papers import ONCE, minutes, recorded
from tests.reliability.servers import wait_for
from tests.reliability.town import Town

PAPERS = 24


@pytest.fixture(scope="module")
def storage() -> Iterator[dict[str, str]]:
    """The settings of a place for papers in a real S3 server."""
    moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto.start()
    host, port = moto.get_host_and_port()
    address = f"http://{host}:{port}"
    keys = {"aws_access_key_id": "nobody", "aws_secret_access_key": "nothing", "region_name": "eu-west-2"}
    boto3.client("s3", endpoint_url=address, **keys).create_bucket(
        Bucket="papers", CreateBucketConfiguration={"LocationConstraint": "eu-west-2"}
    )
    yield {
        "S3_BUCKET": "papers",
        "S3_ENDPOINT": address,
        "S3_REGION": "eu-west-2",
        "S3_ACCESS_KEY": "nobody",
        "S3_SECRET_KEY": "nothing",
    }
    moto.stop()


def share_of(machine: Path) -> int:
    """How many papers a machine has read."""
    told = machine / "worked"
    return len(told.read_text().split()) if told.exists() else 0


def test_they_share_the_load_and_survive_each_others_death(
    found: Callable[..., Town], storage: dict[str, str], tmp_path: Path
) -> None:
    town = found(**storage)
    machines = [tmp_path / "first", tmp_path / "second"]
    for machine in machines:
        machine.mkdir()
    first, second = (town.worker(beat=machine == machines[1], VAR_DIR=str(machine)) for machine in machines)
    town.web()

    wait_for(lambda: all((machine / "ready").exists() for machine in machines), what=town.said)
    town.upload([minutes(number) for number in range(PAPERS)]).raise_for_status()
    town.wait_until_read()
    shares = [share_of(machine) for machine in machines]
    assert min(shares) >= 2, shares
    assert sum(shares) == PAPERS

    # The first dies in the middle of a paper; the second reads it, and all that come after.
    steps.order(machines[0], "filed, before the outcome", everything=True)
    sent = 0
    while not steps.was_carried_out(machines[0]) and sent < 30:
        town.upload([minutes(PAPERS + sent)]).raise_for_status()
        sent += 1
        wait_for(lambda: steps.was_carried_out(machines[0]) or town.all_read(), what=town.said)
    assert steps.was_carried_out(machines[0])
    wait_for(lambda: first.poll() is not None)
    assert second.poll() is None
    town.upload([minutes(PAPERS + sent + number) for number in range(4)]).raise_for_status()
    town.wait_until_read()
    names = [minutes(number)[0] for number in range(PAPERS + sent + 4)]
    assert [recorded(town, name) for name in names] == [ONCE] * len(names)
    assert not list(machines[1].rglob("*.txt"))
