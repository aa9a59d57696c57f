from forum.admin import pages, trail  # noqa: F401 - registers them
