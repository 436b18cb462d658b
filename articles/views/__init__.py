from .article import ArticleDetail
from .home import Home
from .issues import IssueDetail, IssueList
from .named import OrganizationDetail, OrganizationList, PersonDetail, PersonList
from .newspapers import NewspaperDetail
from .pages import PageDetail
from .searching import search_page

__all__ = [
    "ArticleDetail",
    "Home",
    "IssueDetail",
    "IssueList",
    "NewspaperDetail",
    "OrganizationDetail",
    "OrganizationList",
    "PageDetail",
    "PersonDetail",
    "PersonList",
    "search_page",
]
