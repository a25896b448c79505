"""How large a file of another tool can be; what is larger is an accident or an attack."""

from __future__ import annotations

from bcp.reading import Limits

__all__ = ["COPIES", "DEPTH", "FILES", "LONGEST_NAME", "PROVIDERS", "READ", "RECORDS", "THINGS"]

READ = Limits(file_bytes=20 * 2**20, depth=64, expanded=100_000)
"""Of one file."""
DEPTH = READ.depth
"""Of lists and mappings, or of XML elements, inside each other."""
RECORDS = 200_000
"""Rows of a table, objects of a list, documents of a manifest, nodes and edges of a graph."""
PROVIDERS = 500_000
"""Names of providers in the needs of one import."""
THINGS = 20_000
"""Components that one import makes."""
FILES = 200
"""Files that are named at once."""
COPIES = 20
"""Replicas that are drawn one by one; of more only so many are."""
LONGEST_NAME = 200
"""Letters of a name."""
