"""Backup and restore: one archive of the database and the files, made while the site runs.

`archive` is the form of the file, `encryption` its optional wrapping, `snapshots` a state of the
database that stands still, `tables` what is kept of it, `rows` its rows as lines, `files` the
folder of uploads, `places` where a database is built before it takes the place of the old one,
`folder` and `retention` which archives there are and which are kept. `making` and `restoring` put
them together for the commands, `reporting` says what they do.
"""
