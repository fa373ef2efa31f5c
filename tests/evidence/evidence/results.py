"""Results as JSON lines: one line an epoch and one a result, added and never changed."""

import json
import platform
import subprocess
from pathlib import Path
from typing import Dict, List

import torch
import torchvision


def versions() -> Dict[str, str]:
    return {
        "python": platform.python_version(),
        "torch": str(torch.__version__),
        "torchvision": str(torchvision.__version__),
        "commit": _commit(),
    }


def _commit() -> str:
    here = Path(__file__).resolve().parent
    try:
        told = subprocess.run(["git", "rev-parse", "HEAD"], cwd=here, capture_output=True, text=True, check=True)
        return told.stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def add(file: Path, line: dict) -> None:
    with file.open("a") as out:
        out.write(json.dumps(line) + "\n")


def read(file: Path) -> List[dict]:
    """All whole lines; a last one that a killed program left half written is none."""
    if not file.exists():
        return []
    lines = []
    for text in file.read_text().splitlines():
        try:
            lines.append(json.loads(text))
        except json.JSONDecodeError:
            continue
    return lines
