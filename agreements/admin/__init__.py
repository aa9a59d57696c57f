from agreements.admin import agreements, pages  # noqa: F401 - they register what they hold
