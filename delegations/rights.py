"""Rights that are more than those to records: their names in code."""

# To decide who comes, and to stand at the door.
ACCREDIT = "delegations.accredit_member"
CHECK_IN = "delegations.check_in_member"
