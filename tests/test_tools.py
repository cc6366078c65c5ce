"""The tools that are run by hand can be started."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LEXICON = Path(__file__).parents[1] / "tools/lexicon.py"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(LEXICON), *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_the_maker_of_the_lexicon_says_what_it_wants() -> None:
    told = run("--help")
    assert told.returncode == 0
    assert "WordNet" in told.stdout


def test_it_tells_where_there_is_no_wordnet(tmp_path: Path) -> None:
    told = run(str(tmp_path))
    assert told.returncode == 2
    assert f"{tmp_path} holds no WordNet" in told.stderr
    assert "Traceback" not in told.stderr
