"""Where a save leads back to: the page from which staff came, named in the address by ?next=."""

from urllib.parse import parse_qsl, urlencode

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

LONGEST = 2000


def next_of(request, default: str = "") -> str:
    """The page of this site to which the request asks to return, or else the default."""
    path = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = (
        path.startswith("/")
        and len(path) <= LONGEST
        and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    )
    return path if is_ours else default


def returning(url: str, path: str) -> str:
    """The address of a page that leads back to that path."""
    if not path:
        return url
    return f"{url}{'&' if '?' in url else '?'}{urlencode({'next': path})}"


class ReturnsAdmin(admin.ModelAdmin):
    """Forms that lead back to where staff came from, through whatever they save on the way."""

    def get_preserved_filters(self, request):
        """Hand on, from form to form, where to return, as Django does with filters of lists."""
        kept = super().get_preserved_filters(request)
        path = next_of(request)
        return urlencode([*parse_qsl(kept), ("next", path)]) if path else kept

    def changelist_view(self, request, extra_context=None):
        """A form that is closed leads to its list, which leads back too."""
        return back(request) or super().changelist_view(request, extra_context)

    def response_post_save_add(self, request, obj):
        return back(request) or super().response_post_save_add(request, obj)

    def response_post_save_change(self, request, obj):
        return back(request) or super().response_post_save_change(request, obj)

    def response_delete(self, request, obj_display, obj_id):
        response = super().response_delete(request, obj_display, obj_id)
        path = next_of(request)
        if not (path and isinstance(response, HttpResponseRedirect)):
            return response
        is_gone = f"/{self.opts.app_label}/{self.opts.model_name}/{obj_id}/" in path
        return HttpResponseRedirect(response.url.partition("?")[0] if is_gone else path)


def back(request) -> HttpResponseRedirect | None:
    """The way to the page to which the request asks to return, if it asks for one."""
    path = next_of(request)
    return HttpResponseRedirect(path) if path else None
