from django.http import FileResponse, Http404


def file_response(opener, **options) -> FileResponse:
    """Answer with the file that the call opens; Http404 if the disk does not have it."""
    try:
        return FileResponse(opener(), **options)
    except OSError as error:  # Lost, a folder, or a name too long for any file.
        raise Http404 from error
