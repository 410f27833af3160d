"""Where papers and built files are kept: a folder of this machine, or S3 and what speaks as it does."""

from __future__ import annotations

from typing import Any

from scrutiny.secret import Environment

PAPERS_IN_A_FOLDER = {"BACKEND": "scrutiny.papers_in_folder.PapersInFolder"}
BUILT_FILES = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}


def storages(env: Environment) -> dict[str, dict[str, Any]]:
    """Django's STORAGES: papers in S3 where S3_BUCKET names a bucket."""
    bucket = env.str("S3_BUCKET", default="")
    return {"default": _papers_in_s3(env, bucket) if bucket else PAPERS_IN_A_FOLDER, "staticfiles": BUILT_FILES}


def _papers_in_s3(env: Environment, bucket: str) -> dict[str, Any]:
    return {
        "BACKEND": "scrutiny.papers_in_s3.PapersInS3",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": env.str("S3_ENDPOINT", default="") or None,
            "region_name": env.str("S3_REGION", default="") or None,
            "location": env.str("S3_FOLDER", default=""),
            # Without them boto3 looks where it always does: its own variables, or the machine's role.
            "access_key": env.str("S3_ACCESS_KEY", default="") or None,
            "secret_key": env.str("S3_SECRET_KEY", default="") or None,
        },
    }
