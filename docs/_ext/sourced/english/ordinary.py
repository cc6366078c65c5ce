"""English words that are written small, and so are no names."""

from __future__ import annotations

from functools import lru_cache

from .patterns import word_list


def is_ordinary(word: str) -> bool:
    """Whether ``word`` is an English word that is written small."""
    lower = word.lower()
    return lower in _COMMON or _in_dictionary(lower)


@lru_cache(maxsize=65536)
def _in_dictionary(word: str) -> bool:
    from simplemma import is_known, lemmatize  # late: its list takes a fifth of a second

    return is_known(word, lang="en") and lemmatize(word, lang="en").islower()


_COMMON = frozenset(
    word_list(
        # what sentences begin with
        "a an the this that these those it its he him his she her they them their we us our you your i my",
        "one some any no not all both each every either neither many most much more few fewer less least",
        "other others another such same own only and or but nor so yet for if then than as at by from in",
        "into of off on onto out over to up with within without about above across after against along",
        "among around before behind below beneath beside besides between beyond down during except inside",
        "near past since through throughout till toward towards under until upon what when where which",
        "who whom whose why how here there now never always often once again also too very just even",
        "still is are was were be been being has have had do does did can could may might must shall",
        "should will would according because although though while whereas whether unless however",
        "meanwhile moreover nevertheless none nobody nothing nowhere everyone everybody everything",
        "everywhere anyone anybody anything someone somebody something somewhere two three four five six",
        "seven eight nine ten eleven twelve hundreds thousands dozens scores first second third last next",
        "earlier later afterwards today yesterday early late recent recently despite instead rather",
        "perhaps amid like unlike try see read look find follow",
        # what headings and labels are made of
        "article articles book change changes chapter check claims contents date dates day days death end",
        "event events facts figure figures footage height history how index length list map maps meaning",
        "name names notes number numbers order page pages people person photo photos picture pictures",
        "place places question questions quotation quotations report reports river rivers section size",
        "source sources start story table tables text time timeline war ways width word words work works",
        "world year years taking reference references communications repairs",
    )
)
"""Words that need no dictionary."""
