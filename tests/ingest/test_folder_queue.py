"""The queue in a folder: whole messages or none, and a torn one stops nobody."""

from pathlib import Path
from queue import Empty
from threading import Thread

import pytest
from kombu import Connection

from scrutiny.folder_queue import Channel, Transport


@pytest.fixture
def channel(tmp_path):
    options = dict.fromkeys(("data_folder_in", "data_folder_out", "control_folder", "processed_folder"), str(tmp_path))
    with Connection("filesystem://", transport=Transport, transport_options=options) as connection:
        yield connection.channel()


def test_messages_come_out_as_they_went_in_and_once(channel):
    channel._put("celery", {"body": "one"})
    channel._put("other", {"body": "two"})
    assert channel._get("celery") == {"body": "one"}
    with pytest.raises(Empty):
        channel._get("celery")


@pytest.mark.parametrize("content", ["", '{"body": "to'])
def test_a_torn_message_is_passed_over(channel, tmp_path, content):
    (tmp_path / "1_torn.celery.msg").write_text(content)
    with pytest.raises(Empty):
        channel._get("celery")
    channel._put("celery", {"body": "next"})
    assert channel._get("celery") == {"body": "next"}


def test_nobody_sees_a_message_before_it_is_whole(channel, tmp_path, monkeypatch):
    replaced = []

    def replace(source, target):
        with pytest.raises(Empty):
            channel._get("celery")
        replaced.append(target)
        source.rename(target)

    monkeypatch.setattr(Path, "replace", replace)
    channel._put("celery", {"body": "whole"})
    assert replaced
    assert channel._get("celery") == {"body": "whole"}


def test_readers_and_writers_at_once_lose_nothing(channel):
    got, writers = (
        [],
        [Thread(target=lambda: [channel._put("celery", {"body": "x"}) for _ in range(50)]) for _ in "123"],
    )
    for one in writers:
        one.start()
    while any(one.is_alive() for one in writers) or channel._size("celery"):
        try:
            got.append(channel._get("celery"))
        except Empty:
            continue
    assert len(got) == 150


def test_the_projects_queue_is_this_one():
    from scrutiny.celery import app

    if app.conf.broker_url.startswith("filesystem://"):
        with app.connection_for_write() as connection:
            assert isinstance(connection.channel(), Channel)
