"""Hostile values in everything that an address, a form, a file, a header or a cookie may hold."""
