"""The site's addresses (DESIGN.md, "Addresses"): readable and permanent."""

from django.urls import path, register_converter

from . import views


class IssueKeyConverter:
    """A day, and the edition where the day has several: 2025-12-29, 2025-12-29-extra."""

    regex = r"\d{4}-\d{2}-\d{2}(?:-[a-z]+)?"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(IssueKeyConverter, "issue_key")

# Slugs and labels are Unicode, so they are plain path segments here.
urlpatterns = [
    path("", views.Home.as_view(), name="home"),
    path("newspapers/<str:slug>/", views.NewspaperDetail.as_view(), name="newspaper"),
    path("newspapers/<str:slug>/<issue_key:key>/", views.IssueDetail.as_view(), name="issue"),
    path("newspapers/<str:slug>/<issue_key:key>/<str:label>/", views.PageDetail.as_view(), name="page"),
    path("issues/", views.IssueList.as_view(), name="issue-list"),
    path("issues/<int:pk>/", views.IssueDetail.as_view(), name="issue-by-id"),
    path("pages/<int:pk>/", views.PageDetail.as_view(), name="page-by-id"),
    path("articles/<int:number>/", views.ArticleDetail.as_view(), name="article"),
    path("people/", views.PersonList.as_view(), name="person-list"),
    path("people/<int:pk>/", views.PersonDetail.as_view(), name="person"),
    path("organizations/", views.OrganizationList.as_view(), name="organization-list"),
    path("organizations/<int:pk>/", views.OrganizationDetail.as_view(), name="organization"),
    path("search/", views.search_page, name="search"),
]
