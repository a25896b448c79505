"""The record on the disk: written through, chained, followed, played again."""
