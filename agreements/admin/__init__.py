from agreements.admin import pages  # noqa: F401 - registers them
