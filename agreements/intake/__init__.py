"""The lists of documents and promises that an office has: they register as they are imported."""

from agreements.intake import commitments, documents

__all__ = ["commitments", "documents"]
