# SPDX-License-Identifier: EUPL-1.2
"""How hard a text is to read: LIX, after Björnsson (1968)."""

from __future__ import annotations

import re

LONG_WORD = 6
"""A word is long when it has more letters than this."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?:…])\s+(?=[^a-zåäöæø])")
_LIST_MARK = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?")
_RULE = re.compile(r"[\s|:+-]+")
_NOT_READ = re.compile(r"<https?://[^>]*>|https?://\S+|<[^>]+>|[*_`]")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def sentences_of(markdown: str) -> list[str]:
    """Split a Markdown text into its sentences; headings, list items and cells count as one each.

    Code is left out: nobody reads it aloud.
    """
    blocks: list[list[str]] = [[]]
    in_code = False
    for line in markdown.split("\n"):
        if line.lstrip().startswith(("```", "~~~")):
            in_code = not in_code
            blocks.append([])
        elif in_code:
            continue
        elif not line.strip() or _RULE.fullmatch(line):
            blocks.append([])
        elif line.lstrip().startswith(("#", "|")) or _LIST_MARK.match(line):
            cells = line.strip().strip("|").split("|") if line.lstrip().startswith("|") else [line]
            blocks += [[_LIST_MARK.sub("", cell.lstrip("# "), count=1)] for cell in cells]
            if line.lstrip().startswith(("#", "|")):
                blocks.append([])
        else:
            blocks[-1].append(line)
    sentences = []
    for block in blocks:
        text = _LINK.sub(r"\1", " ".join(" ".join(block).split()))
        text = _NOT_READ.sub("", text)
        sentences += [s.strip() for s in _SENTENCE_END.split(text) if _WORD.search(s)]
    return sentences


def lix(sentences: list[str]) -> float:
    """Measure LIX: words a sentence, plus the percentage of words longer than six letters.

    Returns:
        The measure; 0 for a text without words.
    """
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    if not words:
        return 0.0
    long_words = sum(len(word) > LONG_WORD for word in words)
    return len(words) / max(1, len(sentences)) + 100 * long_words / len(words)


def hardest_sentences(sentences: list[str], number: int) -> list[str]:
    """Pick the sentences with the highest LIX of their own, hardest first."""
    shortest = 3
    whole = [one for one in sentences if len(one.split()) >= shortest] or sentences
    ranked = sorted(enumerate(whole), key=lambda pair: (-lix([pair[1]]), pair[0]))
    return [sentence for _, sentence in ranked[:number]]
