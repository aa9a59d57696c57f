from forum.admin import pages  # noqa: F401 - registers them
