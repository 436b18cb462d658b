"""The site's addresses (DESIGN.md, "Addresses"): readable and permanent."""

urlpatterns = []
