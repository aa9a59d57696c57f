from delegations.admin import pages  # noqa: F401 - registers them
