"""Persons' rights: account of what is held on somebody, and its erasure."""
