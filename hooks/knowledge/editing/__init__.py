"""For those who write: pages begun as they must be, and texts looked through before anybody builds."""
