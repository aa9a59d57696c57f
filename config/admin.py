from config.desk import inlines  # noqa: F401 - joins the apps' admin pages
