# SPDX-License-Identifier: EUPL-1.2
"""Pairs what is written in another language with its original: `<id>.nb.md` beside `<id>.md`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.inputs.markdown_reader import MarkdownFile
from dalamodellen.inputs.page_title import first_heading
from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.issues import Issue, Source, nearest
from dalamodellen.model.lesson import Page
from dalamodellen.model.record import Record
from dalamodellen.model.site import WRITTEN, RecordKey
from dalamodellen.model.text import LANGUAGES, Text
from dalamodellen.model.translation import NEEDED, WORDS, Translation, translation_key

Make = Callable[[TextFile, type[Any], Node, dict[str, Any]], Any]
"""The loader's way from a node to a checked part; it tells the issues itself."""
_MODELS = {collection.kind: collection.model for collection in WRITTEN}


def split_language(path: str) -> tuple[str, str]:
    """Take the language out of a path: "om/index.nb.md" → ("om/index.md", "nb"); else no language."""
    stem, _, ending = path.rpartition(".")
    name, _, language = stem.rpartition(".")
    if language in LANGUAGES and name and not name.endswith("/"):
        return f"{name}.{ending}", language
    return path, ""


def load_translation(loaded: Loaded, parsed: MarkdownFile, make: Make) -> Iterator[Issue]:
    """Pair one translation with its original, which has been read before it.

    The words of the translation become words of the original's record, so that
    every list and link speaks the language; its text is kept by itself.
    """
    file = parsed.file
    original_path, language = split_language(file.path)
    key = _original(loaded, original_path)
    if key is None:
        yield from _without_original(loaded, file, original_path)
        return
    spoken = _language_of(loaded, key)
    if language == spoken:
        name = original_path.rpartition("/")[2]
        yield file.issue("translation-in-own-language", name=name, parts=f"language_{language}")
        return
    if language not in [one.value for one in loaded.settings.languages]:
        yield file.issue("translation-not-published", name=language, parts=f"language_{language}")
        return
    kind, name = key
    node = parsed.front_matter or Node(Source(file.path), fields={}, keys={})
    yield from _fields_of_original(file, node, kind)
    words = _only_words(node, kind)
    if kind == "page" and "title" not in (words.fields or {}):
        title = first_heading(parsed.body)
        filled = {"title": title} if title else {}
    else:
        filled = {}
    translation = make(file, Translation, words, filled)
    missing = [field for field in NEEDED[kind] if field not in (words.fields or {})]
    for field in missing:
        yield file.issue("missing-field", node.source, name=field)
    if not parsed.body.strip():
        yield file.issue("empty-body")
    if translation is None or missing:
        return
    own = translation_key(kind, name, language)
    loaded.translations[own] = translation
    loaded.keep_file(own, file, words)
    loaded.bodies[file.path] = parsed.body
    loaded.body_lines[file.path] = parsed.body_line
    _speak(loaded, key, language, translation)


def _original(loaded: Loaded, path: str) -> RecordKey | None:
    for key, file in loaded.files.items():
        if file.path == path and key[0] in WORDS:
            return key
    return None


def _without_original(loaded: Loaded, file: TextFile, original_path: str) -> Iterator[Issue]:
    """Tell of a missing original; one that is there but has faults tells of itself."""
    if original_path in {text.path for text in loaded.texts}:
        return
    folder = original_path.rpartition("/")[0]
    beside = [
        text.path.rpartition("/")[2]
        for text in loaded.texts
        if text.path.rpartition("/")[0] == folder
        and text.path.endswith(".md")
        and not split_language(text.path)[1]
    ]
    name = original_path.rpartition("/")[2]
    yield file.issue("translation-without-original", name=name, nearest=nearest(name, beside))


def _language_of(loaded: Loaded, key: RecordKey) -> str:
    kind, name = key
    pages = (page for page in loaded.pages if page.uri == name)
    record = next(pages, None) if kind == "page" else loaded.records.get(key)
    language = getattr(record, "language", None)
    return language.value if language else loaded.settings.languages[0].value


def _fields_of_original(file: TextFile, node: Node, kind: str) -> Iterator[Issue]:
    """Tell of fields that stand in the original alone: a number in two places is soon two numbers."""
    for name, place in node.keys.items():
        if name in _others(kind):
            yield file.issue("field-of-original", place, name=name, allowed=", ".join(WORDS[kind]))


def _only_words(node: Node, kind: str) -> Node:
    others = _others(kind)
    fields = {name: child for name, child in (node.fields or {}).items() if name not in others}
    return Node(node.source, fields=fields, keys=node.keys)


def _others(kind: str) -> set[str]:
    """List the fields of an original that its translations do not have."""
    model = _MODELS.get(kind, Page)
    every = set(model.model_fields) | set(Translation.model_fields)
    return every - {*WORDS[kind], "acknowledged"}


def _speak(loaded: Loaded, key: RecordKey, language: str, translation: Translation) -> None:
    """Let a record's texts have the words of its translation."""
    record: Record | None = loaded.records.get(key)
    if record is None:
        return
    said: dict[str, Text] = {}
    for name in WORDS[key[0]]:
        words = getattr(translation, name)
        if not isinstance(words, str):
            continue
        before = getattr(record, name)
        already = before.model_dump(exclude_none=True) if isinstance(before, Text) else {}
        said[name] = Text.model_validate({**already, language: words})
    loaded.records[key] = record.model_copy(update=said)
